"""Find what words are about: a functional item by its path, a named kind of spending, a class, a fund or a total."""

from __future__ import annotations

from collections.abc import Iterable

from disclosures.codes import functional_class
from disclosures.extraction.prose.item_paths import FunctionNames, ItemPath, coded_in, continued, find_path, resolve
from disclosures.extraction.prose.outline import Heading
from disclosures.extraction.prose.sentences import narrow
from disclosures.extraction.prose.topics import BOTH, UNKNOWN, Subject, core_of, fund_topic, named_topic, total_topic

GENERAL_PUBLIC = "一般公共预算"
FISCAL = "财政拨款"


class Reader:
    """Reads subjects in the order of the document, so that an item named alone belongs to the class above it."""

    def __init__(self, unit: str | None, names: FunctionNames) -> None:
        self.unit = narrow(unit) if unit else None
        self.names = names
        self.above: ItemPath | None = None
        self.unresolved: dict[str, None] = {}

    def subject(self, words: str, headings: Iterable[Heading] = ()) -> Subject | None:
        """Return the subject of words; UNKNOWN where they name something else, None where they name nothing."""
        path = find_path(words)
        if path is not None:
            self.above = continued(path, self.above)
            code = resolve(self.above, self.names)
            if code is None:
                self.unresolved[self.above.printed] = None
            return _function(code)
        return self._without_path(words, _of_general_public(headings))

    def take_unresolved(self) -> tuple[str, ...]:
        """Return the paths that had no code since the last call."""
        names = tuple(self.unresolved)
        self.unresolved.clear()
        return names

    def of_headings(self, headings: tuple[Heading, ...]) -> Subject | None:
        """Return the subject that the nearest heading gives to a paragraph without one of its own."""
        for heading in reversed(headings):
            title = narrow(heading.title)
            path = find_path(title)
            found = _function(resolve(path, self.names)) if path else self._without_path(title, False)
            if found not in (None, BOTH):
                return found
        return None

    def _without_path(self, words: str, general_public_above: bool) -> Subject | None:
        core = core_of(words, self.unit)
        if not core:
            return None
        named = named_topic(words)
        if named:
            return named
        code = functional_class(core) or coded_in(words, self.names)
        if code:
            return _function(code)
        return total_topic(words, self.unit) or fund_topic(words, general_public_above=general_public_above) or UNKNOWN


def _function(code: str | None) -> Subject:
    return Subject((f"function:{code}",)) if code else UNKNOWN


def _of_general_public(headings: Iterable[Heading]) -> bool:
    """Tell whether the nearest heading that names a fund names 一般公共预算."""
    named = [heading.title for heading in headings if FISCAL in heading.title or GENERAL_PUBLIC in heading.title]
    return bool(named) and GENERAL_PUBLIC in named[-1]
