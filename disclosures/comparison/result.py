"""Hold one comparison's result; tables, charts and exports are renderings of it and cannot disagree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosures.comparison.selection import Selection
from disclosures.comparison.stages import Stage


class CellState(TextChoices):
    """Why a cell shows what it shows; only ``printed`` has an amount, and none of the others is a zero."""

    PRINTED = "printed", _("已列示")
    BLANK = "blank", _("该格空白")
    NOT_LISTED = "not_listed", _("表中未列此项")
    DECLARED_EMPTY = "declared_empty", _("文件声明为空表")
    NO_TABLE = "no_table", _("该文件未公开此表")
    NOT_DISCLOSED = "not_disclosed", _("该年度文件未公开")
    NOT_READ = "not_read", _("已公开但未能读出")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One unit in one year at one stage, with the revision its figures come from and what sets it apart."""

    unit: int
    unit_name: str
    year: int
    stage: Stage
    disclosure: int | None = None
    revision: int | None = None
    scope: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line item to compare; ``depth`` counts from 0, ``parent`` is another row's key."""

    key: str
    label: str | Promise
    depth: int = 0
    parent: str | None = None
    is_total: bool = False

    @property
    def code(self) -> str:
        """Return the classification code, or nothing where the row is an item."""
        return self.key if self.key.isdigit() else ""


class Cell(NamedTuple):
    """One figure: its amount in yuan, its measured value, and the line items that it comes from.

    ``amount`` is as printed or, where ``corrected``, as a person put it right. ``sources`` are the line items in the
    order in which the measure's formula names them; ``line_item`` is the first. (A named tuple, because a comparison
    makes many thousands of them.)
    """

    state: CellState
    amount: Decimal | None = None
    value: Decimal | None = None
    reason: str | Promise = ""
    line_item: int | None = None
    page: int | None = None
    table: int | None = None
    sources: tuple[int, ...] = ()
    corrected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The whole answer to a selection; ``revisions`` are all that it was taken from, the years before included."""

    selection: Selection
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    revisions: frozenset[int] = frozenset()
    cells: Mapping[tuple[str, int], Cell]

    def cell(self, row: Row, column: int) -> Cell:
        """Return the cell of a row in the column with a number."""
        return self.cells[row.key, column]

    def line(self, row: Row) -> Iterator[Cell]:
        """Yield a row's cells, column by column."""
        return (self.cells[row.key, number] for number in range(len(self.columns)))

    @property
    def is_empty(self) -> bool:
        """Tell whether not a single figure was found."""
        return not any(cell.amount is not None for cell in self.cells.values())

    @property
    def line_items(self) -> frozenset[int]:
        """Return every line item that the result shows or is computed from."""
        return frozenset(source for cell in self.cells.values() for source in cell.sources)

    def heading(self, column: Column) -> str:
        """Return a column's year, with its stage where several stand side by side."""
        staged = len(self.selection.stages) > 1
        return f"{column.year} {column.stage.label}" if staged else str(column.year)

    def notes(self) -> list[tuple[Column, str]]:
        """Return what limits comparability, column by column."""
        return [(column, note) for column in self.columns for note in column.notes]
