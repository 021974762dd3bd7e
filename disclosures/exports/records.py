"""Turn a comparison into records, one a cell: what every export writes, so that none can differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from disclosures.comparison.counted import counted_figures
from disclosures.comparison.dimensions import OF_PERFORMANCE
from disclosures.comparison.display import cell_reason
from disclosures.comparison.measures import DEFINITIONS
from disclosures.comparison.result import Cell, CellState, Comparison, Row
from disclosures.comparison.selection import Selection
from disclosures.comparison.wording import has_own_units
from disclosures.models import Figure, StatementTable
from disclosures.models.corrections import TARGETS
from disclosures.vocabulary import Scope

# Returns the address at which the page of a line item can be seen, or of a project or an indicator (``indicator/7``).
SourceAddress = Callable[[int | str], str]


class Record(NamedTuple):
    """One cell; amounts in yuan, ``value`` in ``value_unit``; what is absent is None and says why in ``reason``.

    ``text`` is a target or a result as printed, signs and words included; a count or a verdict as shown. ``source`` is
    where the amount is printed; ``other_sources`` are where all else is that the value is computed from.
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
    text: str
    other_sources: list[str]


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
    "other_sources": "其他出处",
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


def has_other_sources(selection: Selection) -> bool:
    """Tell whether what a selection shows is computed from more than one printed figure."""
    return selection.dimension in OF_PERFORMANCE or bool(DEFINITIONS[selection.measure].against)


def other_places(result: Comparison) -> Callable[[int, Cell], Sequence[int | str]]:
    """Return what tells of a cell, by the number of its column, what else it is computed from besides its source."""
    if not has_other_sources(result.selection):
        return lambda number, cell: ()
    counted = counted_figures(result)
    revisions = [column.revision for column in result.columns]

    def of(number: int, cell: Cell) -> Sequence[int | str]:
        others = [place for place in cell.places if place != cell.place]
        figure = counted.get(revisions[number] or 0) if cell.value is not None else None
        return (*others, f"{TARGETS[Figure]}/{figure}") if figure else others

    return of


def records(result: Comparison, address: SourceAddress) -> Iterator[Record]:
    """Yield every cell, row by row; nothing is left out and nothing cut short."""
    titles = titles_of({cell.table for cell in result.cells.values()})
    columns, others = of_columns(result), other_places(result)
    for row in result.rows:
        named, unit = of_row(row), value_unit(result, row)
        cells = zip(result.columns, columns, result.line(row), strict=True)
        for number, (column, shared, cell) in enumerate(cells):
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
                other_sources=[address(place) for place in others(number, cell)],
            )
