"""Hold one comparison's result; tables, charts and exports are renderings of it and cannot disagree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, ValuesView
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosures.comparison.dimensions import Source
from disclosures.comparison.pinned import Pins
from disclosures.comparison.selection import Selection
from disclosures.comparison.stages import Stage
from disclosures.comparison.wording import stage_label


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
class Basis:
    """What a column's figures cover and how finely: by it columns are told to be alike, or not.

    ``source`` is the table that answered, ``preferred`` the one asked first; neither where rows have tables of their
    own. ``departments`` are those above the unit. ``coarse_unit`` is the money unit that all figures are whole in.
    """

    source: Source | None = None
    preferred: Source | None = None
    departments: tuple[int, ...] = ()
    coarse_unit: str = ""
    by_code: bool = False


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
    basis: Basis = Basis()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line item to compare; ``depth`` counts from 0, ``parent`` is another row's key.

    ``measure`` is the unit of measure of rows that are no money; a group only holds other rows and has no figures.
    ``above`` are the names that a row's own does not stand without, its level's and its indicator's.
    """

    key: str
    label: str | Promise
    depth: int = 0
    parent: str | None = None
    is_total: bool = False
    measure: str = ""
    is_group: bool = False
    above: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """Return the classification code, or nothing where the row is an item."""
        return self.key if self.key.isdigit() else ""

    @property
    def whole_name(self) -> str:
        """Return the row's label below those that it needs."""
        return " › ".join((*self.above, str(self.label)))

    @property
    def name(self) -> str:
        """Return the whole name with the row's own unit of measure, where it has one."""
        return f"{self.whole_name}（{self.measure}）" if self.measure else self.whole_name


class TextSource(NamedTuple):
    """A project or an indicator that a figure comes from."""

    kind: str
    pk: int

    @property
    def place(self) -> str:
        """Return what it is known by in addresses: ``indicator/7``."""
        return f"{self.kind}/{self.pk}"


class Cell(NamedTuple):
    """One figure: its amount in yuan, its measured value, and the line items that it comes from.

    ``amount`` is as printed or, where ``corrected``, as a person put it right. ``against`` is what the measure sets it
    against: a total, the year before, a count. ``sources`` are the line items in the order in which the measure's
    formula names them; ``line_item`` is the first. (A named tuple, because a comparison makes many thousands of them.)
    Of projects and indicators, ``texts`` are the sources, and ``text`` is what is shown where no money is.
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
    against: Decimal | None = None
    text: str = ""
    texts: tuple[TextSource, ...] = ()

    @property
    def place(self) -> int | str | None:
        """Return what the first source is known by in addresses: a line item's number, or ``indicator/7``."""
        return self.line_item or next((one.place for one in self.texts), None)

    @property
    def places(self) -> tuple[int | str, ...]:
        """Return what every source is known by in addresses."""
        return (*self.sources, *(one.place for one in self.texts))


@dataclass(frozen=True, slots=True)
class Cells(Mapping[tuple[str, int], Cell]):
    """The cells by their row's key and their column's number; kept line by line, as they are made and shown."""

    lines: Mapping[str, Sequence[Cell]]

    def __getitem__(self, at: tuple[str, int]) -> Cell:
        """Return one cell."""
        key, number = at
        line = self.lines[key]
        if not 0 <= number < len(line):
            raise KeyError(at)
        return line[number]

    def __iter__(self) -> Iterator[tuple[str, int]]:
        """Yield where the cells stand, line by line."""
        return ((key, number) for key, line in self.lines.items() for number in range(len(line)))

    def __len__(self) -> int:
        """Return how many cells there are."""
        return sum(map(len, self.lines.values()))

    def values(self) -> ValuesView[Cell]:
        """Return the cells, line by line."""
        return _InLines(self)


class _InLines(ValuesView[Cell]):
    """The cells without a look-up for each."""

    _mapping: Cells

    def __iter__(self) -> Iterator[Cell]:
        return chain.from_iterable(self._mapping.lines.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The whole answer to a selection; ``revisions`` are all that it was taken from, the years before included.

    ``pins`` hold it to the figures of one day; None where it is of today. ``before_order`` are the rows as they stood
    before an order was asked for.
    """

    selection: Selection
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    revisions: frozenset[int] = frozenset()
    cells: Cells
    pins: Pins | None = None
    before_order: tuple[Row, ...] = ()

    @property
    def listed(self) -> tuple[Row, ...]:
        """Return the rows as they are listed, whatever the order of the table: what is drawn does not follow it."""
        return self.before_order or self.rows

    def cell(self, row: Row, column: int) -> Cell:
        """Return the cell of a row in the column with a number."""
        return self.cells[row.key, column]

    def line(self, row: Row) -> Sequence[Cell]:
        """Return a row's cells, column by column."""
        return self.cells.lines[row.key]

    @property
    def is_empty(self) -> bool:
        """Tell whether not a single figure was found."""
        return not any(cell.state == CellState.PRINTED for cell in self.cells.values())

    @property
    def line_items(self) -> frozenset[int]:
        """Return every line item that the result shows or is computed from."""
        return frozenset(source for cell in self.cells.values() for source in cell.sources)

    @property
    def texts(self) -> frozenset[TextSource]:
        """Return every project and indicator that the result shows or is computed from."""
        return frozenset(source for cell in self.cells.values() for source in cell.texts)

    def heading(self, column: Column) -> str:
        """Return a column's year, with its stage where several stand side by side."""
        return self.period(column.year, column.stage)

    def period(self, year: int, stage: Stage) -> str:
        """Return a year, with its stage where several stand side by side."""
        return f"{year} {self.stage_label(stage)}" if len(self.selection.stages) > 1 else str(year)

    def stage_label(self, stage: Stage) -> str:
        """Return what the dimension calls a stage."""
        return str(stage_label(self.selection.dimension, stage))

    def column_name(self, column: Column) -> str:
        """Return a column's unit, year and stage."""
        return f"{column.unit_name} {column.year} {self.stage_label(column.stage)}"

    def notes(self) -> list[tuple[Column, str]]:
        """Return what limits comparability, column by column."""
        return [(column, note) for column in self.columns for note in column.notes]
