"""Turn a comparison into records, one a cell: what every export writes, so that none can differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from disclosures.comparison.display import cell_reason
from disclosures.comparison.measures import DEFINITIONS
from disclosures.comparison.result import CellState, Comparison, Row
from disclosures.comparison.wording import has_own_units
from disclosures.models import StatementTable
from disclosures.vocabulary import Scope

# Returns the address at which the page of a line item can be seen, or of a project or an indicator (``indicator/7``).
SourceAddress = Callable[[int | str], str]


class Record(NamedTuple):
    """One cell; amounts in yuan, ``value`` in ``value_unit``; what is absent is None and says why in ``reason``.

    ``text`` is a target or a result as printed, signs and words included; a count or a verdict as shown.
    """

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
    text: str = ""


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
    "text": "文字",
}
_UNITS = {"yuan": "元", "percent": "%", "rank": "位", "words": ""}


def in_words(record: Record) -> Record:
    """Return a record for people, who read files in their language; programs read the words of the API in JSON."""
    state, scope = record.state, record.scope
    return record._replace(
        state=str(CellState(state).label) if state in CellState.values else state,
        scope=str(Scope(scope).label) if scope in Scope.values else scope,
    )


def titles_of(tables: Iterable[int | None]) -> Mapping[int | None, str]:
    """Return the titles of some tables that figures stand in."""
    found = StatementTable.objects.titles(table for table in tables if table)
    return dict[int | None, str](found.items())


def value_unit(result: Comparison, row: Row | None = None) -> str:
    """Return the unit of a result's values, or of a row's own; amounts are in yuan whatever the page is set to."""
    if row is not None and has_own_units(result.selection.dimension, result.selection.measure):
        return row.measure
    return _UNITS[DEFINITIONS[result.selection.measure].unit]


def of_columns(result: Comparison) -> list[Mapping[str, Any]]:
    """Return what all records of each column share."""
    stages = {stage: result.stage_label(stage) for stage in result.selection.stages}
    return [
        {"unit": column.unit_name, "year": column.year, "stage": stages[column.stage], "scope": column.scope}
        for column in result.columns
    ]


def of_row(row: Row) -> Mapping[str, Any]:
    """Return what all records of a row share."""
    return {"code": row.code, "item": row.whole_name}


def records(result: Comparison, address: SourceAddress) -> Iterator[Record]:
    """Yield every cell, row by row; nothing is left out and nothing cut short."""
    titles = titles_of({cell.table for cell in result.cells.values()})
    columns = of_columns(result)
    for row in result.rows:
        named, unit = of_row(row), value_unit(result, row)
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
                source=address(place) if (place := cell.place) else "",
                text=cell.text,
            )
