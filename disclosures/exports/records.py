"""Turn a comparison into records, one a cell: what every export writes, so that none can differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from disclosures.comparison.display import cell_reason
from disclosures.comparison.measures import DEFINITIONS
from disclosures.comparison.result import Column, Comparison, Row
from disclosures.models import StatementTable

# Returns the address at which a line item can be seen in its page, or nothing where it cannot.
SourceAddress = Callable[[int], str]


class Record(NamedTuple):
    """One cell; amounts in yuan, ``value`` in ``value_unit``; what is absent is None and says why in ``reason``."""

    unit: str
    year: int
    stage: str
    scope: str
    code: str
    item: str
    state: str
    amount: Decimal | None
    value: Decimal | None
    value_unit: str
    reason: str
    corrected: bool
    revision: int | None
    table: str
    page: int | None
    source: str


HEADINGS = {
    "unit": "单位",
    "year": "年度",
    "stage": "阶段",
    "scope": "口径",
    "code": "编码",
    "item": "项目",
    "state": "状态",
    "amount": "金额（元）",
    "value": "数值",
    "value_unit": "数值单位",
    "reason": "无数值的原因",
    "corrected": "有更正",
    "revision": "版本编号",
    "table": "原表",
    "page": "原文页码",
    "source": "出处",
}
_UNITS = {"yuan": "元", "percent": "%", "rank": "位"}


def table_titles(result: Comparison) -> Mapping[int | None, str]:
    """Return the titles of the tables that a result's figures stand in."""
    found = StatementTable.objects.titles(cell.table for cell in result.cells.values() if cell.table)
    return dict[int | None, str](found.items())


def value_unit(result: Comparison) -> str:
    """Return the unit of a result's values; amounts are in yuan whatever unit the page is set to."""
    return _UNITS[DEFINITIONS[result.selection.measure].unit]


def of_column(column: Column) -> Mapping[str, Any]:
    """Return what all records of a column share."""
    stage = str(column.stage.label)
    return {"unit": column.unit_name, "year": column.year, "stage": stage, "scope": column.scope}


def of_row(row: Row) -> Mapping[str, Any]:
    """Return what all records of a row share."""
    return {"code": row.code, "item": str(row.label)}


def records(result: Comparison, address: SourceAddress) -> Iterator[Record]:
    """Yield every cell, row by row; nothing is left out and nothing cut short."""
    titles, unit = table_titles(result), value_unit(result)
    columns = [of_column(column) for column in result.columns]
    for row in result.rows:
        named = of_row(row)
        for column, shared, cell in zip(result.columns, columns, result.line(row), strict=True):
            yield Record(
                **shared,
                **named,
                state=cell.state.value,
                amount=cell.amount,
                value=cell.value,
                value_unit=unit,
                reason=cell_reason(cell),
                corrected=cell.corrected,
                revision=column.revision,
                table=titles.get(cell.table, ""),
                page=cell.page,
                source=address(cell.line_item) if cell.line_item else "",
            )
