"""Find the fiscal year and the kind of a disclosure by its cover, its titles and, at last, its cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from disclosures.recognition.clues import Clues
from disclosures.recognition.statements import StatementTable
from disclosures.vocabulary import DisclosureKind, TableKind

_DIGITS = str.maketrans("〇○零Ｏ一二三四五六七八九", "0000123456789")
_CHINESE_YEAR = re.compile(r"二[〇○零Ｏ][〇○零Ｏ一二三四五六七八九]{2}(?=年)")
_YEAR = re.compile(r"(20[0-4]\d)(?=年?度?[^\d月]|年?度?$)(?!年?\d{1,2}月|[-/.]\d)")
_ANY_YEAR = re.compile(r"20[0-4]\d(?=年)")
_HEADING = re.compile(
    r"(20[0-4]\d)年度?(?:部门|单位)?[^，。]{0,6}(?:预算|决算)(?:公开|编制说明|情况说明|表)?[^，。]{0,6}$"
)

_WHOLE = re.compile(r"(?:部门|单位)(?:预算|决算)(?!.*绩效)")
_SHORT = 12  # a caption or header cell that names a year has few other words
_HEADING_LENGTH = 40

# A file whose named tables are all of one group is a file of these forms alone.
_FORM_FILES = (
    (
        frozenset({TableKind.PERFORMANCE_OVERALL, TableKind.PERFORMANCE_PROJECT}),
        DisclosureKind.PERFORMANCE_TARGET,
    ),
    (
        frozenset({TableKind.REVIEW_BASE_DATA, TableKind.REVIEW_OVERALL, TableKind.REVIEW_PROJECT}),
        DisclosureKind.PERFORMANCE_REVIEW,
    ),
)

Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True)
class Vote(Generic[Choice]):
    """What one source says; the ``binding`` ones must agree with each other."""

    source: str
    confidence: float
    counts: Counter[Choice]
    binding: bool = False


def years_in(texts: Iterable[str]) -> Counter[int]:
    """Count the fiscal years that texts name; a year with a month after it is a date."""
    return Counter(int(year) for text in texts for year in _YEAR.findall(_arabic(text)))


def _arabic(text: str) -> str:
    return _CHINESE_YEAR.sub(lambda found: found.group().translate(_DIGITS), text)


def year_votes(clues: Clues) -> Iterator[Vote[int]]:
    """Yield the years by source, the surest source first."""
    headings = Counter(int(found.group(1)) for line in clues.lines if (found := _HEADING.search(line)))
    short = (line for line in clues.lines if len(line) <= _SHORT)
    headers = (cell for cell in clues.cells if len(cell) <= _SHORT and re.search("预算|决算|执行", cell))
    anywhere = Counter(int(year) for text in (*clues.lines, *clues.cells) for year in _ANY_YEAR.findall(text))
    yield Vote("封面", 0.95, years_in(clues.cover), binding=True)
    yield Vote("表题", 0.9, years_in(clues.titles), binding=True)
    yield Vote("标题", 0.8, headings)
    yield Vote("表头上方", 0.7, years_in(short))
    yield Vote("表头", 0.6, years_in(headers))
    yield Vote("正文", 0.3, anywhere)


def kind_votes(clues: Clues, tables: Iterable[StatementTable]) -> Iterator[Vote[DisclosureKind]]:
    """Yield the kinds of disclosure by source, the surest first."""
    kinds = {table.kind for table in tables} - {TableKind.OTHER}
    whole = _WHOLE.search("".join(clues.cover)) is not None
    for forms, kind in _FORM_FILES:
        if kinds and kinds <= forms and not whole:
            yield Vote("表格", 0.9, Counter({kind: 1}))
    yield Vote("封面", 0.95, _kinds_named(clues.cover), binding=True)
    yield Vote("表题", 0.9, _kinds_named(clues.titles), binding=True)
    yield Vote("封面", 0.9, _forms_named(clues.cover))
    yield Vote("标题", 0.7, _kinds_named(line for line in clues.lines if len(line) <= _HEADING_LENGTH))
    yield Vote("表头", 0.6, _kinds_named(cell for cell in clues.cells if len(cell) <= _SHORT))


def _forms_named(texts: Iterable[str]) -> Counter[DisclosureKind]:
    """Count the performance forms that the lines of a cover name: a report of them need not hold the tables."""
    votes: Counter[DisclosureKind] = Counter()
    for text in texts:
        if "绩效" in text and re.search("自评|评价", text):
            votes[DisclosureKind.PERFORMANCE_REVIEW] += 1
        elif "绩效目标" in text:
            votes[DisclosureKind.PERFORMANCE_TARGET] += 1
    return votes


def _kinds_named(texts: Iterable[str]) -> Counter[DisclosureKind]:
    """Count budgets and final accounts; a title with 决算 is of final accounts, whatever budget it is about."""
    votes: Counter[DisclosureKind] = Counter()
    for text in texts:
        said = text.replace("预决算", "")
        if "决算" in said:
            votes[DisclosureKind.FINAL_ACCOUNTS] += 1
        elif re.search(r"预算(?!主管|单位|部门[:：])", said):
            votes[DisclosureKind.BUDGET] += 1
    return votes
