"""Find the tables of a PDF page whose columns rules part, and put every letter into its cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from disclosures.evidence import Cell, Grid
from disclosures.reading.drawing import Drawing
from disclosures.reading.lattice import Area, Lattice, build_lattice
from disclosures.reading.letters import Letter, Row, cell_text, rows
from disclosures.reading.overflow import overflowing
from disclosures.reading.recovery import looks_like_amounts, recover_rows
from disclosures.reading.rules import Frame, drawn_frames, shaded_frames


@dataclass(frozen=True, slots=True)
class Table:
    """A lattice with the letters that belong in it, in the order in which they were drawn."""

    lattice: Lattice
    letters: list[Letter]

    def grid(self, number: int) -> Grid:
        """Return the grid with every letter in its cell."""
        owner = self.lattice.owners()
        homes = overflowing(self.lattice, self.letters, owner)
        held: dict[Area, list[Letter]] = {area: [] for area in self.lattice.areas}
        for letter in self.letters:
            held[homes.get(letter) or owner[self.lattice.position(letter)]].append(letter)
        cells = [[Cell() for _ in self.lattice.xs[1:]] for _ in self.lattice.ys[1:]]
        for row, column in owner:
            cells[row][column] = Cell(covered=True)
        for area in self.lattice.areas:
            box = self.lattice.area_box(area)
            text = cell_text(held[area], box.x0, box.x1)
            cells[area.row][area.column] = Cell(text, box, area.rowspan, area.colspan)
        return Grid(tuple(tuple(row) for row in cells), number, self.lattice.box)


@dataclass(frozen=True, slots=True)
class Ruled:
    """The tables of a page, the lines outside them, and those of these that belong to a table and fit no column."""

    tables: tuple[Table, ...]
    outside: tuple[Row, ...]
    doubtful: tuple[Row, ...]


def read_ruled(drawing: Drawing) -> Ruled:
    """Return the tables that rules make, or that shaded cells make where these hold all lines of amounts.

    Where they do not, every second row is shaded for the eye, or the header alone: such a table has no rules.
    """
    frames = drawn_frames(drawing.strokes)
    if frames:
        return _within(frames, drawing.letters)
    shaded, left = _tables(shaded_frames(drawing.strokes, drawing.height), drawing.letters)
    if any(looks_like_amounts(row.text) for row in rows(left)):
        return Ruled((), tuple(rows(drawing.letters)), ())
    return Ruled(tuple(shaded), tuple(rows(left)), ())


def _within(frames: Sequence[Frame], letters: list[Letter]) -> Ruled:
    """Return the tables within frames, each with the rows that stand next to its rules and keep to its columns."""
    found, left = _tables(frames, letters)
    outside = list(rows(left))
    tables: list[Table] = []
    doubtful: list[Row] = []
    for table in found:
        recovered = recover_rows(table.lattice, outside)
        outside = [row for row in outside if row not in recovered.rows]
        taken = [letter for row in recovered.rows for letter in row.letters]
        tables.append(Table(recovered.lattice, [*table.letters, *taken]))
        doubtful.extend(recovered.doubtful)
    return Ruled(tuple(tables), tuple(outside), tuple(doubtful))


def _tables(frames: Sequence[Frame], letters: list[Letter]) -> tuple[list[Table], list[Letter]]:
    """Return the lattices of a page that hold letters, each with its letters, and the letters outside them all.

    The largest come first: a box drawn inside a cell is no table of its own.
    """
    lattices = [lattice for frame in frames if (lattice := build_lattice(frame, letters))]
    tables = []
    for lattice in sorted(lattices, key=lambda lattice: -lattice.surface):
        homes = overflowing(lattice, letters, lattice.owners())
        inside = [letter for letter in letters if lattice.holds(letter) or letter in homes]
        if _is_table(lattice, inside):
            letters = [letter for letter in letters if not lattice.holds(letter) and letter not in homes]
            tables.append(Table(lattice, inside))
    return sorted(tables, key=lambda table: table.lattice.box.top), letters


def _is_table(lattice: Lattice, letters: list[Letter]) -> bool:
    """Tell whether a lattice holds anything; lower than its letters it is the marks in the legend of a chart."""
    return bool(letters) and lattice.box.bottom - lattice.box.top >= max(letter.size for letter in letters)
