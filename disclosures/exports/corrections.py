"""Give the ledger of corrections away: as a workbook or as CSV, one row each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from disclosures.exports.plain import csv_file
from disclosures.exports.sheets import fill_sheet, new_workbook, saved
from disclosures.sources.corrections import ShownCorrection

# Heading → width in characters and what a correction says under it.
COLUMNS: Mapping[str, tuple[int, Callable[[ShownCorrection], object]]] = {
    "编号": (8, lambda one: one.number),
    "日期": (12, lambda one: f"{one.made_at:%Y-%m-%d}"),
    "单位": (28, lambda one: one.unit),
    "年度": (8, lambda one: one.year),
    "公开文件": (36, lambda one: one.disclosure),
    "报表": (28, lambda one: one.table),
    "页码": (8, lambda one: one.page or ""),
    "数据": (32, lambda one: one.name),
    "更正内容": (12, lambda one: one.field),
    "原文": (20, lambda one: one.printed),
    "更正为": (20, lambda one: one.value),
    "原因": (12, lambda one: one.cause_label),
    "说明": (40, lambda one: one.reason),
    "更正部门": (20, lambda one: one.office),
    "更正人": (12, lambda one: one.person),
    "状态": (10, lambda one: "已撤销" if one.reverted_at else "有效"),
    "撤销日期": (12, lambda one: f"{one.reverted_at:%Y-%m-%d}" if one.reverted_at else ""),
}
_OF_STAFF = "更正人"

Address = Callable[[str], str]


def corrections_workbook(corrections: Sequence[ShownCorrection], address: Address, *, names: bool) -> bytes:
    """Return corrections as a workbook."""
    book, sheet = new_workbook()
    widths = {heading: (width, None) for heading, (width, _value) in _columns(names).items()} | {"出处": (40, None)}
    fill_sheet(sheet, "更正记录", widths, _rows(corrections, address, names))
    return saved(book)


def corrections_csv(corrections: Sequence[ShownCorrection], address: Address, *, names: bool) -> bytes:
    """Return corrections as CSV."""
    return csv_file([*_columns(names), "出处"], _rows(corrections, address, names))


def _columns(names: bool) -> dict[str, tuple[int, Callable[[ShownCorrection], object]]]:
    return {heading: column for heading, column in COLUMNS.items() if names or heading != _OF_STAFF}


def _rows(corrections: Iterable[ShownCorrection], address: Address, names: bool) -> list[list[object]]:
    columns = _columns(names).values()
    return [[*(value(one) for _width, value in columns), address(one.source)] for one in corrections]
