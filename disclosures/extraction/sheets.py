"""Join the pieces of a statement into rows under known columns, parted into the blocks that its headers make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from disclosures.amounts import parse_number
from disclosures.evidence import Box, Cell, Grid
from disclosures.extraction.blocks import Block, blocks_of
from disclosures.extraction.columns import classify
from disclosures.extraction.headers import Path, Piece, part
from disclosures.extraction.kinds import SUMMARIES, Settled
from disclosures.extraction.page_breaks import mended
from disclosures.extraction.rows import Labels, read_labels
from disclosures.extraction.shifts import is_shifted, moved_back
from disclosures.extraction.words import is_total
from disclosures.recognition.statements import StatementTable
from disclosures.vocabulary import Direction

# Rules of one table drift by a point or two from page to page; half a column is far more than that.
_COVERED_SHARE = 0.5


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
    """The rows of a statement, one sequence for each block; ``misfits`` are pieces that fit no header."""

    blocks: tuple[tuple[BlockRow, ...], ...]
    misfits: tuple[Grid, ...] = ()


def sheet_of(table: StatementTable, settled: Settled) -> Sheet:
    """Return a statement's rows by block, over all its pages."""
    stretches, misfits = _stretches(table)
    by_block: list[list[BlockRow]] = []
    for paths, rows in stretches:
        columns = classify(paths, [row.cells for row in rows])
        blocks = blocks_of(columns, settled)
        by_block.extend([] for _ in range(len(blocks) - len(by_block)))
        for row in rows:
            _place(row, blocks, by_block)
    if settled.kind in SUMMARIES:
        by_block = [_directed(rows) for rows in by_block]
    return Sheet(tuple(map(tuple, by_block)), tuple(misfits))


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


def _stretches(table: StatementTable) -> tuple[list[tuple[tuple[Path, ...], list[Row]]], list[Grid]]:
    """Return runs of rows under one header; pieces that repeat a header, or have none, go on with the run."""
    stretches: list[tuple[tuple[Path, ...], list[Row]]] = []
    misfits: list[Grid] = []
    number = 0
    last: Piece | None = None
    for grid in table.grids:
        piece = part(grid, table.title, last.paths if last else ())
        if piece.has_header:
            last = piece
            if not stretches or stretches[-1][0] != piece.paths:
                stretches.append((piece.paths, []))
        body = piece.body if piece.has_header else _aligned(piece, last, stretches)
        if body is None:
            misfits.append(grid)
        else:
            rows = stretches[-1][1]
            added = [Row(cells, grid.page, number + piece.skipped + n) for n, cells in enumerate(body)]
            if rows and added and not piece.has_header:
                above, below = mended(rows[-1].cells, added[0].cells)
                rows[-1], added[0] = replace(rows[-1], cells=above), replace(added[0], cells=below)
            rows.extend(added)
        number += len(grid.rows)
    return stretches, misfits


def _aligned(
    piece: Piece, last: Piece | None, stretches: list[tuple[tuple[Path, ...], list[Row]]]
) -> tuple[tuple[Cell, ...], ...] | None:
    """Put the columns of a piece without a header under those of the header before; None where nothing fits."""
    if last is None:
        return None
    width = len(last.paths)
    if piece.grid.width == width:
        return piece.body
    by_place = _by_geometry(piece, last)
    return by_place if by_place is not None else _by_content(piece, width, [row.cells for row in stretches[-1][1]])


def _by_geometry(piece: Piece, last: Piece) -> tuple[tuple[Cell, ...], ...] | None:
    """Put each cell in a column of the header that it covers: words in the first of them, numbers in the last."""
    edges = _column_edges(last)
    if edges is None or any(cell.box is None for row in piece.body for cell in row if cell.text):
        return None
    aligned = []
    for row in piece.body:
        cells = [Cell()] * len(edges)
        for cell in row:
            if not cell.text or cell.box is None:
                continue
            covered = _covered(cell.box, edges)
            if not covered:
                return None
            place = covered[0] if parse_number(cell.text) is None else covered[-1]
            if cells[place].text:
                return None
            cells[place] = cell
        aligned.append(tuple(cells))
    return tuple(aligned)


def _covered(box: Box, edges: list[tuple[float, float]]) -> list[int]:
    """Return the columns of which a box covers at least half."""
    overlaps = [min(box.x1, right) - max(box.x0, left) for left, right in edges]
    covered = [n for n, (left, right) in enumerate(edges) if overlaps[n] >= _COVERED_SHARE * (right - left)]
    # A cell narrower than half of its column lies where it overlaps most.
    return covered or [overlaps.index(max(overlaps))] * (max(overlaps) > 0)


def _column_edges(piece: Piece) -> list[tuple[float, float]] | None:
    """Return the left and right edge of each column, from cells of one column's width."""
    edges: list[tuple[float, float]] = []
    for number in range(len(piece.paths)):
        boxes = [row[number].box for row in piece.grid.rows if row[number].colspan == 1 and not row[number].covered]
        known = [box for box in boxes if box is not None]
        if not known:
            return None
        edges.append((min(box.x0 for box in known), max(box.x1 for box in known)))
    return edges


def _by_content(piece: Piece, width: int, above: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...] | None:
    """Leave out columns that hold nothing but blanks, and number columns with number columns in order."""
    holding = [n for n in range(piece.grid.width) if _holds_numbers([row[n] for row in piece.body])]
    wanted = [n for n in range(width) if _holds_numbers([row[n] for row in above])]
    words = [n for n in range(piece.grid.width) if n not in holding and any(row[n].text for row in piece.body)]
    named = [n for n in range(width) if n not in wanted]
    if len(holding) != len(wanted) or len(words) != len(named):
        return None
    places = dict(zip([*wanted, *named], [*holding, *words], strict=True))
    return tuple(tuple(row[places[n]] for n in range(width)) for row in piece.body)


def _holds_numbers(cells: list[Cell]) -> bool:
    numbers = sum(parse_number(cell.text) is not None for cell in cells)
    return numbers > 0 and numbers * 2 >= sum(bool(cell.text) for cell in cells)
