"""Resolve functional items named by their path, 教育支出（类）普通教育（款）小学教育（项）, to codes.

The names are looked up in the tables of the same document first, because places print old or shortened names,
and in the code lists after that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from disclosures.codes import (
    FORMER_CLASS_NAMES,
    comparable,
    functional_class,
    functional_names,
    legacy_functional_names,
)
from disclosures.extraction.readings import Fact

_LEVEL = re.compile(r"\((?:(?P<digits>\d{2,3})(?P<coded>[类款项])|(?P<level>[类款项])(?P<code>\d{2,3})?)级?(?:科目)?\)")
_QUOTED_PATH = re.compile(r"\"(?P<path>[^\"]+?[-－—–][^\"]+)\"(?:等)?(?:科目)?")
_CODED = re.compile(r"(?<!\d)(2\d{4}(?:\d{2})?)(?=\D|$)")
_NUMERAL = "一二三四五六七八九十"
_LEADING = re.compile(rf"^(?:[{_NUMERAL}]+、|\([{_NUMERAL}\d]+\)|\d+[.、．]|[\"']|其中|用于|包括|:)+")
_STEM = re.compile(r"(?:支出|经费|费用|费)+$")
_LINKS = re.compile(r"[的和与及、]")
# Items that end in the same digits below every section of an authority, in every year's classification.
GENERAL_ITEMS = {"行政运行": "01", "一般行政管理事务": "02", "机关服务": "03", "事业运行": "50"}
_DIGITS = {"类": 3, "款": 5, "项": 7}


@dataclass(frozen=True, slots=True)
class ItemPath:
    """The names of a functional item from class to item, as far as printed; ``code`` where digits were printed."""

    names: tuple[tuple[str, str], ...]
    code: str | None = None

    def name(self, level: str) -> str | None:
        """Return the name printed for 类, 款 or 项."""
        return dict(self.names).get(level)

    @property
    def printed(self) -> str:
        """Return the path as documents print it."""
        return "".join(f"{name}（{level}）" for level, name in self.names)


@dataclass(frozen=True, slots=True)
class FunctionNames:
    """The names of functional codes: those that the document's tables print, then those of the code lists."""

    printed: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> FunctionNames:
        """Collect the names that facts print beside their codes."""
        named: dict[str, frozenset[str]] = {}
        for fact in facts:
            if fact.function and fact.heading:
                named[fact.function] = named.get(fact.function, frozenset()) | {_stem(fact.heading)}
        return cls(named)

    def codes_named(self, name: str, length: int, prefix: str) -> list[str]:
        """Return the codes of a length below a prefix that have a name."""
        wanted = _stem(name)
        own = [code for code, names in self.printed.items() if _fits(code, length, prefix) and wanted in names]
        return own or next(filter(None, (_listed(stems, wanted, length, prefix) for stems in _code_lists())), [])


def _fits(code: str, length: int, prefix: str) -> bool:
    return len(code) == length and code.startswith(prefix)


def _listed(stems: Mapping[str, tuple[str, ...]], wanted: str, length: int, prefix: str) -> list[str]:
    return [code for code in stems.get(wanted, ()) if _fits(code, length, prefix)]


@cache
def _code_lists() -> tuple[Mapping[str, tuple[str, ...]], ...]:
    """Return the codes by name, of the current list first; the list of former years is more complete below 款."""
    return _by_stem(functional_names()), _by_stem(legacy_functional_names())


def _by_stem(names: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, name in names.items():
        found[_stem(name)] = (*found.get(_stem(name), ()), code)
    return found


def _stem(name: str) -> str:
    """Return a name without what places add or leave out: 支出 or 费 at its end, 的 and 和 inside it."""
    return _LINKS.sub("", _STEM.sub("", comparable(name))) or comparable(name)


def find_path(words: str) -> ItemPath | None:
    """Return the item path in words with narrow brackets, or None where there is none."""
    marks = list(_LEVEL.finditer(words))
    if not marks:
        return _quoted_path(words)
    names, start, digits = [], 0, ""
    for mark in marks:
        level = mark["coded"] or mark["level"]
        names.append((level, _LEADING.sub("", words[start : mark.start()])))
        digits += mark["digits"] or mark["code"] or ""
        start = mark.end()
    complete = len(digits) == _DIGITS[names[-1][0]]
    return ItemPath(tuple(names), digits if complete else None)


def _quoted_path(words: str) -> ItemPath | None:
    """Return a path whose names are joined by dashes in quotes; names may have no dash themselves."""
    quoted = _QUOTED_PATH.search(words)
    names = re.split(r"[-－—–]", quoted["path"]) if quoted else []
    if not 2 <= len(names) <= 3 or not class_named_in(names[0]):
        return None
    return ItemPath(tuple(zip("类款项", names, strict=False)))


def continued(path: ItemPath, above: ItemPath | None) -> ItemPath:
    """Return a path with the upper levels that a heading above it has named."""
    if above is None:
        return path
    printed = dict(path.names)
    upper = "类款项"["类款项".index(path.names[0][0]) :]
    missing = tuple((level, name) for level, name in above.names if level not in upper and level not in printed)
    return replace(path, names=(*missing, *path.names))


def resolve(path: ItemPath, names: FunctionNames) -> str | None:
    """Return the code of a path, or None where it is not known or not the only one."""
    if path.code:
        return path.code
    prefix = _class_code(path.name("类"))
    if "款" not in dict(path.names) and "项" not in dict(path.names):
        return prefix or None
    section, item = path.name("款"), path.name("项")
    sections = names.codes_named(section, 5, prefix) if section else [prefix]
    if item is None:
        return _only(sections)
    items = [code for above in sections or [prefix] for code in names.codes_named(item, 7, above)]
    if not items and len(sections) == 1 and section and item in GENERAL_ITEMS:
        return sections[0] + GENERAL_ITEMS[item]
    return _only(items) or _joined_names(item, prefix, names)


def _only(codes: list[str]) -> str | None:
    found = set(codes)
    return found.pop() if len(found) == 1 else None


def _joined_names(words: str, prefix: str, names: FunctionNames) -> str | None:
    """Return the code of words that are a section's and an item's name run together: 人大事务行政运行（项）."""
    return _only(
        [
            item
            for cut in range(2, len(words) - 1)
            for section in names.codes_named(words[:cut], 5, prefix)
            for item in names.codes_named(words[cut:], 7, section)
        ]
    )


def _class_code(name: str | None) -> str:
    """Return the code of a class by the name that its words end in; an empty text where it is unknown."""
    return (class_named_in(name, marked=True) or "") if name else ""


@cache
def _class_names() -> tuple[tuple[str, str], ...]:
    named = {name: code for code, name in functional_names().items() if len(code) == 3}
    return tuple(sorted((named | FORMER_CLASS_NAMES).items(), key=lambda pair: -len(pair[0])))


def class_named_in(words: str, *, marked: bool = False) -> str | None:
    """Return the class whose name words end in; ``marked`` names (类) may lack their 支出."""
    plain = words.strip("\"'")
    for name, code in _class_names():
        if plain.endswith(name) or (marked and plain.endswith(name.removesuffix("支出"))):
            return code
    return functional_class(plain)


def coded_in(words: str, names: FunctionNames) -> str | None:
    """Return the functional code that is printed among words, where the tables or a code list have it."""
    known = (names.printed, functional_names(), legacy_functional_names())
    return next((code for code in _CODED.findall(words) if any(code in listed for listed in known)), None)
