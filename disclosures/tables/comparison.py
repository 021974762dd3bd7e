"""Set a comparison as a table: rows that fold, one column a unit and year, every figure with its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from disclosures.comparison.display import cell_reason, cell_text
from disclosures.comparison.result import Cell, Column, Comparison, Row

# A few empty columns say what is missing; more of them hide what is there.
MAX_GAP_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Heading:
    """A unit's name over its years."""

    column: Column
    span: int


class ComparisonTable(tables.Table):
    """The rows of a comparison; ``headings`` are the units over their columns of years."""

    row = tables.Column(verbose_name="", orderable=False)

    class Meta:
        template_name = "disclosures/tables/comparison.html"
        orderable = False
        empty_text = ""

    def __init__(self, result: Comparison, *args: Any, **kwargs: Any) -> None:
        self.result = result
        self.shown = _shown(result)
        columns = [(f"c{number}", FigureColumn(result, number)) for number in self.shown]
        super().__init__(list(_records(result)), *args, extra_columns=columns, **kwargs)

    @property
    def headings(self) -> Sequence[Heading]:
        """Return each unit once, with the number of years below it."""
        grouped = groupby(self.columns_shown, key=lambda column: column.unit)
        return [Heading(years[0], len(years)) for years in (list(group) for _unit, group in grouped)]

    @property
    def columns_shown(self) -> Sequence[Column]:
        """Return the columns that the table has."""
        return [self.result.columns[number] for number in self.shown]

    @property
    def left_out(self) -> Sequence[tuple[str, str]]:
        """Return the units with the years that are not disclosed and have no column, to be said in words."""
        missing = [one for number, one in enumerate(self.result.columns) if number not in self.shown]
        grouped = groupby(missing, key=lambda column: column.unit_name)
        return [(name, "、".join(str(column.year) for column in years)) for name, years in grouped]

    def render_row(self, record: dict[str, Any]) -> SafeString:
        """Render the row's heading with its code, indented by its depth."""
        row: Row = record["row"]
        code = format_html('<span class="code">{}</span> ', row.code) if row.code else ""
        return format_html('<span class="depth-{}">{}{}</span>', row.depth, code, row.label)


class FigureColumn(tables.Column):
    """The figures of one unit in one year."""

    def __init__(self, result: Comparison, number: int) -> None:
        self.result = result
        column = result.columns[number]
        super().__init__(
            verbose_name=str(column.year), orderable=False, empty_values=(), attrs={"td": {"class": "figure"}}
        )

    def render(self, value: Cell) -> SafeString:
        """Render a figure, or the sign of why there is none with its reason for eye and ear."""
        shown = cell_text(value, self.result.selection.measure, self.result.selection.money)
        reason = cell_reason(value)
        if reason:
            return format_html(
                '<span class="absent" title="{}"><span aria-hidden="true">{}</span>'
                '<span class="visually-hidden">{}</span></span>',
                reason,
                shown,
                reason,
            )
        place = _("原文第%(page)d页") % {"page": value.page} if value.page else ""
        return format_html('<span title="{}">{}</span>', place, shown)


def _shown(result: Comparison) -> list[int]:
    """Return the columns to show: where years without a disclosure would fill the table, only the disclosed ones."""
    everything = range(len(result.columns))
    disclosed = [number for number in everything if result.columns[number].revision is not None]
    return list(everything) if len(result.columns) - len(disclosed) <= MAX_GAP_COLUMNS else disclosed


def _records(result: Comparison) -> Iterator[dict[str, Any]]:
    for row in result.rows:
        yield {"row": row, **{f"c{number}": cell for number, cell in enumerate(result.line(row))}}
