"""Give a list of indicators or projects away whole: as a workbook, as CSV or as JSON, every value with its source."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from disclosures.amounts import plain_text
from disclosures.exports.goal_records import FIGURES, INDICATOR_HEADINGS, PROJECT_HEADINGS
from disclosures.exports.plain import plain_cell
from disclosures.exports.sheets import fill_sheet, new_workbook, saved

Record = Any  # a NamedTuple with the members that the headings name


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalList:
    """A list with all that goes with it: what it was asked by, in an address and in words, and its notes.

    ``at_least`` is a number of records that it is known to reach, so that a list far too long is told at once.
    """

    name: str
    title: str
    query: str
    notes: Sequence[tuple[str, str]]
    records: Iterable[Record]
    at_least: int = 0

    @property
    def headings(self) -> Mapping[str, str]:
        """Return the names of the records' members."""
        return HEADINGS[self.name]


HEADINGS: Mapping[str, Mapping[str, str]] = {"indicators": INDICATOR_HEADINGS, "projects": PROJECT_HEADINGS}

# A workbook is built in memory. More rows than this are no sheet for a person; CSV and JSON have no bound.
MOST_ROWS = 20_000


class TooLong(Exception):
    """A list has more rows than a workbook is made for."""


@dataclass(frozen=True, slots=True)
class ListFormat:
    """A format that a list can be downloaded in."""

    media_type: str
    write: Callable[[GoalList], Iterable[bytes]]


def list_csv(given: GoalList) -> Iterator[bytes]:
    """Yield one line a record, after a byte order mark, without which Excel misreads Chinese."""
    echo = csv.writer(_Echo())
    yield f"\ufeff{echo.writerow(given.headings.values())}".encode()
    for record in given.records:
        yield echo.writerow([plain_cell(value) for value in record]).encode()


class _Echo:
    """A file that hands each line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def list_json(given: GoalList) -> Iterator[bytes]:
    """Yield the address, the notes, and every record; numbers are strings so that none loses a digit."""
    said = {"title": given.title, "selection": given.query, "notes": dict(given.notes)}
    yield f'{json.dumps(said, ensure_ascii=False).removesuffix("}")}, "{given.name}": ['.encode()
    between = ""
    for record in given.records:
        members = {name: _member(value) for name, value in record._asdict().items()}
        yield f"{between}{json.dumps(members, ensure_ascii=False)}".encode()
        between = ",\n"
    yield b"]}"


def _member(value: Any) -> Any:
    return plain_text(value) if isinstance(value, Decimal) else value


def list_xlsx(given: GoalList) -> Iterator[bytes]:
    """Yield the workbook: the list as read by people, every value with its source, and what it all means."""
    if given.at_least > MOST_ROWS:
        raise TooLong
    records = list(islice(given.records, MOST_ROWS + 1))
    if len(records) > MOST_ROWS:
        raise TooLong
    book, first = new_workbook()
    fill_sheet(first, TITLES[given.name], SHOWN_COLUMNS[given.name], SHOWN[given.name](records))
    first.freeze_panes = FROZEN[given.name]
    sources = book.create_sheet()
    fill_sheet(sources, "出处", dict.fromkeys(given.headings.values(), (16, None)), map(_cells, records))
    _link(sources, len(given.headings))
    notes = [("标题", given.title), ("条件", given.query), *given.notes]
    fill_sheet(book.create_sheet(), "说明", {"项": (16, None), "内容": (96, None)}, notes)
    yield saved(book)


def _cells(record: Record) -> list[Any]:
    return ["是" if value is True else None if value is False else value for value in record]


def _link(sheet: Worksheet, column: int) -> None:
    for (place,) in sheet.iter_rows(min_row=2, min_col=column, max_col=column):
        if place.value:
            place.hyperlink = str(place.value)


INDICATOR_COLUMNS = {
    "单位": (24, None),
    "年度": (7, None),
    "项目": (28, None),
    "一级指标": (12, None),
    "二级指标": (14, None),
    "三级指标": (32, None),
    "指标值": (22, None),
    "完成值": (22, None),
    "判断": (10, None),
    "判断理由": (28, None),
    "分值": (8, None),
    "得分": (8, None),
    "扣分": (8, None),
    "偏差原因": (32, None),
    "页码": (7, None),
}
PROJECT_COLUMNS = {
    "单位": (24, None),
    "项目": (36, None),
    "年度": (7, None),
    **{f"{name}（{unit}）": (18, None) for _attribute, name, unit, _columns in FIGURES},
}


def _indicator_rows(records: Sequence[Record]) -> Iterator[list[Any]]:
    for one in records:
        sign = one.operator if one.target_number is not None and one.target[:1].isdecimal() else ""
        yield [
            one.unit, one.year, one.project, one.level1, one.level2, one.level3,
            f"{sign}{one.target}", one.actual, one.verdict, one.verdict_reason,
            one.weight, one.score, one.points_lost, one.deviation_reason, one.page,
        ]  # fmt: skip


def _project_rows(records: Sequence[Record]) -> Iterator[list[Any]]:
    """Yield one row a project and year; a figure that no document prints stays empty."""
    for start in range(0, len(records), len(FIGURES)):
        first, *_others = figures = records[start : start + len(FIGURES)]
        yield [first.unit, first.project, first.year, *(one.value for one in figures)]


TITLES = {"indicators": "绩效指标", "projects": "项目"}
SHOWN: Mapping[str, Callable[[Sequence[Record]], Iterator[list[Any]]]] = {
    "indicators": _indicator_rows,
    "projects": _project_rows,
}
SHOWN_COLUMNS: Mapping[str, Mapping[str, tuple[int, object]]] = {
    "indicators": INDICATOR_COLUMNS,
    "projects": PROJECT_COLUMNS,
}
FROZEN = {"indicators": "A2", "projects": "C2"}

LIST_FORMATS: Mapping[str, ListFormat] = {
    "xlsx": ListFormat("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", list_xlsx),
    "csv": ListFormat("text/csv; charset=utf-8", list_csv),
    "json": ListFormat("application/json", list_json),
}
