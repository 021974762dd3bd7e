"""Set a comparison as a table: items in the rows and units in the columns, or turned where there are many units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from disclosures.comparison.arrangement import is_turned, shown_columns, unit_rows, values_of
from disclosures.comparison.dimensions import OF_PERFORMANCE, Dimension
from disclosures.comparison.result import Cell, Column, Comparison, Row
from disclosures.comparison.sort_columns import SortColumn
from disclosures.comparison.sums import SumColumn, Sums
from disclosures.sources.addresses import Addresses
from disclosures.tables.figure_cells import CellWriter
from disclosures.tables.sort_links import AddressOf, SortLink, SortLinks, in_address
from disclosures.tables.sum_cells import PlacedSum, SumWriter, shown_sums, sorted_sums
from disclosures.tables.text_cells import TextCellWriter


@dataclass(frozen=True, slots=True)
class Heading:
    """A unit's name over its years."""

    column: Column
    span: int


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table as written."""

    record: Any
    heading: SafeString
    figures: SafeString
    courses: Sequence[Any] = ()


class FigureColumn(tables.Column):
    """Measured figures, each with the page it was printed on or the reason why there is none."""

    def __init__(
        self, heading: str, notes: Sequence[str] = (), *, is_sum: bool = False, sort: SortLink | None = None
    ) -> None:
        self.notes, self.is_sum, self.sort = notes, is_sum, sort
        self.heading = sort.html(heading) if sort else heading
        super().__init__(verbose_name=heading, orderable=False, empty_values=())

    def render(self, value: Cell | PlacedSum, record: Any, bound_column: Any, table: ComparisonTable) -> SafeString:
        """Render a figure that opens its source, or the sign of why there is none with its reason for eye and ear."""
        if isinstance(value, PlacedSum):
            return table.sum_writer.html(value)
        return table.writer.html(value, *table.place(record, int(bound_column.name[1:])))


class ComparisonTable(tables.Table):
    """What both ways of setting a comparison share: the columns of the result that are shown."""

    row = tables.Column(verbose_name="", orderable=False)

    class Meta:
        orderable = False
        empty_text = ""

    def __init__(self, result: Comparison, records: Sequence[Any], columns: Sequence[tuple[str, FigureColumn]]) -> None:
        self.result = result
        self.writer = CellWriter(result, Addresses())
        self.sum_writer = SumWriter(result, Addresses())
        self.courses: Mapping[str, Sequence[Any]] = {}
        super().__init__(records, extra_columns=columns)

    @property
    def lines(self) -> Iterator[Line]:
        """Yield the rows as written; a bound row would look up how to render each of thousands of figures."""
        names = [name for name in self.columns.names() if name != "row"]
        for record in self.data:
            cells = ((record[name], *self.place(record, int(name[1:]))) for name in names if not _is_sum(record[name]))
            sums = (record[name] for name in names if _is_sum(record[name]))
            drawn = self.courses.get(getattr(record["row"], "key", ""), ())
            yield Line(record, self.heading(record), self.writer.cells(cells) + self.sum_writer.cells(sums), drawn)

    def heading(self, record: Any) -> SafeString:
        """Return what a row is called."""
        raise NotImplementedError

    def place(self, record: Any, number: int) -> tuple[Row, int]:
        """Return the result's row and column of a figure, by its record and the number of its column here."""
        raise NotImplementedError

    @property
    def sorts(self) -> bool:
        """Tell whether the headings sort."""
        return any(getattr(column.column, "sort", None) for column in self.columns)

    @property
    def left_out(self) -> Sequence[tuple[str, str]]:
        """Return the units with what they did not disclose and that has no place here, to be said in words."""
        kept = set(shown_columns(self.result))
        missing = [one for number, one in enumerate(self.result.columns) if number not in kept]
        grouped = groupby(missing, key=lambda column: column.unit_name)
        return [(name, "、".join(map(self.result.heading, columns))) for name, columns in grouped]


def _is_sum(figure: Cell | PlacedSum) -> bool:
    return isinstance(figure, PlacedSum)


class ItemsTable(ComparisonTable):
    """Items in the rows, which fold; units over their years in the columns, and their sums behind them."""

    class Meta(ComparisonTable.Meta):
        template_name = "disclosures/tables/comparison.html"

    def __init__(self, result: Comparison, address_of: AddressOf = in_address) -> None:
        self.shown, links = shown_columns(result), SortLinks(result, address_of)
        columns = [(f"c{number}", _unit_column(result, number, links)) for number in self.shown]
        self.sums = Sums.of(result)
        self.sum_columns = [
            (f"s{number}", self._sum_column(column, links)) for number, column in shown_sums(self.sums, self.shown)
        ]
        super().__init__(result, list(self._records(result)), [*columns, *self.sum_columns])

    def _records(self, result: Comparison) -> Iterator[dict[str, Any]]:
        parents = {row.parent for row in result.rows}
        for row in result.rows:
            cells = {f"c{number}": cell for number, cell in enumerate(result.line(row))}
            sums = {
                f"s{number}": PlacedSum(self.sums.at(row, column), row, number)
                for number, column in shown_sums(self.sums, self.shown)
            }
            yield {"row": row, "has_parts": row.key in parents, **cells, **sums}

    def _sum_column(self, column: SumColumn, links: SortLinks) -> FigureColumn:
        result = self.sums.result
        sort = links.to(SortColumn(None, *column.period), (self.sums.at(row, column).cell.value for row in result.rows))
        return FigureColumn(result.period(*column.period), self.sums.notes(column), is_sum=True, sort=sort)

    @property
    def headings(self) -> Sequence[Heading]:
        """Return each unit once, with the number of years below it."""
        grouped = groupby(self.columns_of(self.result), key=lambda column: column.unit)
        return [Heading(years[0], len(years)) for years in (list(group) for _unit, group in grouped)]

    def columns_of(self, result: Comparison) -> Sequence[Column]:
        """Return the result's columns that the table has."""
        return [result.columns[number] for number in self.shown]

    @property
    def folds(self) -> bool:
        """Tell whether any row has parts."""
        return any(row.parent for row in self.result.rows)

    @property
    def first_heading(self) -> str:
        """Return what the rows are."""
        return _("指标") if self.result.selection.dimension == Dimension.INDICATORS else _("项目")

    def place(self, record: dict[str, Any], number: int) -> tuple[Row, int]:
        """Rows are the result's own, and so are the columns."""
        return record["row"], number

    def render_row(self, record: dict[str, Any]) -> SafeString:
        """Render the row's heading."""
        return self.heading(record)

    def heading(self, record: dict[str, Any]) -> SafeString:
        """Return the row's name with its code."""
        row: Row = record["row"]
        code = format_html('<span class="code">{}</span> ', row.code) if row.code else ""
        measure = format_html('<small class="text-soft">（{}）</small>', row.measure) if row.measure else ""
        return format_html("{}<span>{}{}</span>", code, row.label, measure)


class UnitsTable(ComparisonTable):
    """One row a unit and year, one column an item, the sums on top, where many units do not hide them."""

    class Meta(ComparisonTable.Meta):
        template_name = "disclosures/tables/comparison_by_unit.html"

    def __init__(self, result: Comparison, address_of: AddressOf = in_address) -> None:
        names, links = [f"c{number}" for number in range(len(result.rows))], SortLinks(result, address_of)
        columns = [
            (name, FigureColumn(f"{row.code} {row.name}".strip(), sort=links.to(row.key, values_of(result, row))))
            for name, row in zip(names, result.rows, strict=True)
        ]
        shown = unit_rows(result)
        records = [
            {
                "row": result.columns[number],
                "number": number,
                "notes": result.columns[number].notes,
                **{name: result.cell(row, number) for name, row in zip(names, result.rows, strict=True)},
            }
            for number in shown
        ]
        self.sums = Sums.of(result)
        sums = [
            {
                "row": column,
                "number": number,
                "notes": self.sums.notes(column),
                "is_sum": True,
                **{
                    name: PlacedSum(self.sums.at(row, column), row, number)
                    for name, row in zip(names, result.rows, strict=True)
                },
            }
            for number, column in sorted_sums(self.sums, shown)
        ]
        super().__init__(result, [*sums, *records], columns)

    def place(self, record: dict[str, Any], number: int) -> tuple[Row, int]:
        """Rows and columns have changed places."""
        return self.result.rows[number], record["number"]

    def render_row(self, record: dict[str, Any]) -> SafeString:
        """Render the row's heading."""
        return self.heading(record)

    def heading(self, record: dict[str, Any]) -> SafeString:
        """Return the unit with its year, and its stage where there are several."""
        column = record["row"]
        name = _("各单位合计") if "is_sum" in record else column.unit_name
        period = self.result.period(column.year, column.stage)
        return format_html("{} <span class='text-soft'>{}</span>", name, period)


def _unit_column(result: Comparison, number: int, links: SortLinks) -> FigureColumn:
    column = result.columns[number]
    values = (result.cell(row, number).value for row in result.rows)
    sort = links.to(SortColumn(column.unit, column.year, column.stage), values)
    return FigureColumn(result.heading(column), column.notes, sort=sort)


def comparison_table(
    result: Comparison,
    addresses: Addresses | None = None,
    courses: Mapping[str, Sequence[Any]] | None = None,
    address_of: AddressOf = in_address,
) -> ItemsTable | UnitsTable:
    """Return the table that the selection asks for, or the one that fits.

    ``addresses`` say where figures open, ``courses`` how each row went over the years, as drawn, ``address_of`` where
    the page shows the table in another order.
    """
    table = (UnitsTable if is_turned(result) else ItemsTable)(result, address_of)
    writer = TextCellWriter if result.selection.dimension in OF_PERFORMANCE else CellWriter
    table.writer = writer(result, addresses or Addresses())
    table.sum_writer = SumWriter(result, addresses or Addresses())
    table.courses = courses or {}
    return table
