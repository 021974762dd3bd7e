"""Put the rows of a page that prints no header under the header of the page before."""

from __future__ import annotations

from collections.abc import Sequence

from disclosures.amounts import parse_number
from disclosures.evidence import Box, Cell
from disclosures.extraction.statements.headers import Piece

Cells = tuple[Cell, ...]

# Rules of one table drift by a point or two from page to page; half a column is far more than that.
_COVERED_SHARE = 0.5


def placed_under(last: Piece, piece: Piece, above: Sequence[Cells]) -> tuple[Cells, ...] | None:
    """Return the rows of a piece without a header, placed under the header of the last; None where nothing fits.

    ``above`` are the rows read so far. The same number of columns means the same columns; else the place on the
    page tells them, and where no places are known, what they hold.
    """
    width = len(last.paths)
    if piece.grid.width == width:
        return piece.body
    by_place = _by_geometry(piece, last)
    return by_place if by_place is not None else _by_content(piece, width, above)


def _by_geometry(piece: Piece, last: Piece) -> tuple[Cells, ...] | None:
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


def _by_content(piece: Piece, width: int, above: Sequence[Cells]) -> tuple[Cells, ...] | None:
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
