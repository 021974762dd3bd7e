"""Join the pieces of a statement into rows under known columns, parted into the blocks that its headers make."""

from __future__ import annotations

from dataclasses import dataclass, replace

from disclosures.amounts import parse_number
from disclosures.evidence import Cell, Grid
from disclosures.extraction.statements.assigned import without_ignored
from disclosures.extraction.statements.blocks import Block, blocks_of
from disclosures.extraction.statements.columns import Column, classify
from disclosures.extraction.statements.headers import Path, Piece, part
from disclosures.extraction.statements.kinds import SIDED, Settled
from disclosures.extraction.statements.page_breaks import mended
from disclosures.extraction.statements.placement import placed_under
from disclosures.extraction.statements.rows import Labels, read_labels
from disclosures.extraction.statements.shifts import is_shifted, moved_back
from disclosures.extraction.statements.split_headers import with_whole_headers
from disclosures.extraction.statements.words import is_total
from disclosures.meanings import NO_COLUMN_MEANINGS, ColumnMeanings
from disclosures.recognition.statements import StatementTable
from disclosures.vocabulary import Direction


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row: its cells under the columns of its header, its page, its number in the whole table."""

    cells: tuple[Cell, ...]
    page: int | None
    number: int


@dataclass(frozen=True, slots=True)
class BlockRow:
    """The part of a row that stands in one block, with what names it there."""

    row: Row
    block: Block
    labels: Labels

    @property
    def has_numbers(self) -> bool:
        """Tell whether an amount column holds a number."""
        return any(parse_number(self.row.cells[amount.column.number].text) is not None for amount in self.block.amounts)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a statement, one sequence for each block.

    ``misfits`` are pieces that fit no header, ``ignored`` the columns that a person said to leave alone.
    """

    blocks: tuple[tuple[BlockRow, ...], ...]
    misfits: tuple[Grid, ...] = ()
    ignored: tuple[Column, ...] = ()


Stretch = tuple[tuple[Path, ...], list[Row]]


def sheet_of(table: StatementTable, settled: Settled, meanings: ColumnMeanings = NO_COLUMN_MEANINGS) -> Sheet:
    """Return a statement's rows by block, over all its pages; ``meanings`` are what people said of its columns."""
    stretches, misfits = _stretches(table)
    by_block: list[list[BlockRow]] = []
    ignored: dict[Path, Column] = {}
    for paths, rows in stretches:
        columns, left_alone = without_ignored(classify(paths, [row.cells for row in rows]), meanings)
        ignored |= {column.path: column for column in left_alone}
        blocks = blocks_of(columns, settled, meanings)
        by_block.extend([] for _ in range(len(blocks) - len(by_block)))
        for row in rows:
            _place(row, blocks, by_block)
    if settled.kind in SIDED:
        by_block = [_directed(rows) for rows in by_block]
    return Sheet(tuple(map(tuple, by_block)), tuple(misfits), tuple(ignored.values()))


def _directed(rows: list[BlockRow]) -> list[BlockRow]:
    """Turn a block of a 收支 table the way that its totals say, whatever its header said or lost."""
    totals = [name for row in rows if (name := row.labels.name) and is_total(name)]
    earns, spends = any("收入" in name for name in totals), any("支出" in name for name in totals)
    if earns == spends:
        return rows
    direction = Direction.REVENUE if earns else Direction.EXPENDITURE
    return [replace(row, block=replace(row.block, direction=direction)) for row in rows]


def _place(row: Row, blocks: tuple[Block, ...], by_block: list[list[BlockRow]]) -> None:
    """Add the part of a row in each block, with labels lent from the left where a total spans blocks."""
    before: BlockRow | None = None
    for block, rows in zip(blocks, by_block, strict=False):
        above = rows[-1].labels if rows else Labels()
        placed = _lent(BlockRow(row, block, read_labels(block, row.cells, above)), before)
        if len(blocks) == 1:
            placed = _moved(placed, above)
        rows.append(placed)
        before = placed


def _moved(placed: BlockRow, above: Labels) -> BlockRow:
    """Move the cells of a shifted row back where its sums prove it."""
    if not is_shifted(placed.block, placed.labels, placed.row.cells):
        return placed
    cells = moved_back(placed.block, placed.row.cells)
    if cells is None:
        return placed
    return BlockRow(replace(placed.row, cells=cells), placed.block, read_labels(placed.block, cells, above))


def _lent(placed: BlockRow, left: BlockRow | None) -> BlockRow:
    """Lend a total's label to the numbers of the next block: the label's cell was merged over several blocks."""
    if left is None or not placed.labels.empty or not placed.has_numbers or left.has_numbers:
        return placed
    name = left.labels.name
    return replace(placed, labels=left.labels) if name and _spans_blocks(name) else placed


def _spans_blocks(name: str) -> bool:
    return is_total(name) or name.endswith(("合计", "总计", "小计"))


def _stretches(table: StatementTable) -> tuple[list[Stretch], list[Grid]]:
    """Return runs of rows under one header; pieces that repeat a header, or have none, go on with the run."""
    stretches: list[Stretch] = []
    misfits: list[Grid] = []
    number = 0
    last: Piece | None = None
    for grid in with_whole_headers(table.grids, table.title):
        piece = part(grid, table.title, last.paths if last else ())
        if piece.has_header:
            last = piece
            if not stretches or stretches[-1][0] != piece.paths:
                stretches.append((piece.paths, []))
            _go_on(stretches[-1][1], _rows(piece, piece.body, number))
        elif last and (cells := placed_under(last, piece, [row.cells for row in stretches[-1][1]])):
            _go_on(stretches[-1][1], _rows(piece, cells, number))
        elif any(piece.body):
            misfits.append(grid)
        number += len(grid.rows)
    return stretches, misfits


def _rows(piece: Piece, body: tuple[tuple[Cell, ...], ...], before: int) -> list[Row]:
    return [Row(cells, piece.grid.page, before + piece.skipped + n) for n, cells in enumerate(body)]


def _go_on(rows: list[Row], added: list[Row]) -> None:
    """Add the rows of a page, with a name put together that the page break has split."""
    if rows and added:
        above, below = mended(rows[-1].cells, added[0].cells)
        rows[-1], added[0] = replace(rows[-1], cells=above), replace(added[0], cells=below)
    rows.extend(added)
