"""Cut the prose of a document into headed sections, without its contents page, its tables and personal data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from disclosures.evidence import SourceDocument
from disclosures.extraction.prose.outline import SECTION_RANK, Heading, ordinal_of
from disclosures.extraction.prose.paragraphs import Paragraph, find_paragraphs
from disclosures.extraction.readings import Section
from disclosures.recognition.statements import StatementTable

_GLOSSARY = re.compile(r"名词解释")
# （一）机关运行经费：2024年… : the words before the colon are the title of what follows.
_TITLED = re.compile(r"^(?P<title>[^:：。；，,]{2,30})[:：](?P<text>.+)$", re.DOTALL)
_DIGITS_WITH_UNIT = re.compile(r"\d[\d,.]*(?:万元|元|%|人|个)")


@dataclass(slots=True)
class _Open:
    """A section that paragraphs are still added to."""

    title: str
    page: int | None
    texts: list[str] = field(default_factory=list)

    def closed(self) -> Iterator[Section]:
        """Yield the section unless it has no text: a heading directly above another one."""
        if self.texts:
            yield Section(title=self.title, text="\n".join(self.texts), page=self.page)


def extract_sections(source: SourceDocument, tables: tuple[StatementTable, ...]) -> tuple[Section, ...]:
    """Return the headed passages of the prose in order."""
    return tuple(_sections(find_paragraphs(source, tables)))


def _sections(paragraphs: Iterable[Paragraph]) -> Iterator[Section]:
    section: _Open | None = None
    for paragraph in paragraphs:
        opened = _opened(paragraph)
        if opened is not None:
            if section is not None:
                yield from section.closed()
            section = opened
        elif section is not None:
            section.texts.append(paragraph.readable)
    if section is not None:
        yield from section.closed()


def _opened(paragraph: Paragraph) -> _Open | None:
    """Return the section that a paragraph opens: as a heading of its own, or with its title before a colon."""
    if paragraph.heading is not None:
        opens = paragraph.heading.rank <= SECTION_RANK
        return _Open(_title(paragraph.heading, paragraph), paragraph.page) if opens else None
    numbered = ordinal_of(paragraph.text)
    if numbered is None or numbered[0] > SECTION_RANK or _explains_terms(paragraph):
        return None
    titled = _TITLED.match(numbered[1])
    if titled is None or _DIGITS_WITH_UNIT.search(titled["title"]):
        return None
    text = re.split(r"[:：]", paragraph.readable, maxsplit=1)[1].strip()
    return _Open(titled["title"], paragraph.page, [text])


def _title(heading: Heading, paragraph: Paragraph) -> str:
    return heading.title or paragraph.text


def _explains_terms(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph explains a term; its colon makes no section."""
    return any(_GLOSSARY.search(heading.title) for heading in paragraph.headings)
