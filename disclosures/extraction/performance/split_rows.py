"""Rejoin rows of indicators that a page break split: the fragment on the new page completes the row above."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from disclosures.extraction.performance.alignment import AlignedRow
from disclosures.extraction.performance.indicator_columns import PROJECT_ROLES, Column, Columns, Role
from disclosures.extraction.performance.indicator_levels import is_caption_tail, is_label, split_by_tail
from disclosures.extraction.performance.printed_rows import PrintedCell, PrintedRow
from disclosures.extraction.performance.targets import full_marks, is_quantity

_LEVELS = frozenset({Role.LEVEL1, Role.LEVEL2})
_BRACKETS = (("（", "）"), ("(", ")"), ("《", "》"), ("“", "”"))
_WIDTHS = str.maketrans("（）", "()")
# A table has a weight on every row when at least this share of its rows has one.
_MOST = 0.8


def rejoin_labels(rows: Iterable[PrintedRow]) -> list[PrintedRow]:
    """Complete the labels of the page before with their ends, which begin the next page."""
    joined: list[PrintedRow] = []
    for row in rows:
        kept = replace(row, cells=tuple(cell for cell in row.cells if not _caption_rest(row, cell)))
        whole = _with_fragment(joined[-1], kept) if joined and _on_next_page(joined[-1], kept) else None
        if whole is not None:
            joined[-1] = whole
            continue
        if joined and kept.cells and _on_next_page(joined[-1], kept):
            kept = _with_labels_returned(joined, kept)
        if kept.cells:
            joined.append(kept)
    return joined


def _with_labels_returned(above: list[PrintedRow], row: PrintedRow) -> PrintedRow:
    """Give the ends of labels at the head of a full row back to the merged cells that they were cut off from."""
    cells = list(row.cells)
    while len(cells) > 1 and _returned(above, cells[0]):
        cells.pop(0)
    return replace(row, cells=tuple(cells))


def _returned(above: list[PrintedRow], tail: PrintedCell) -> bool:
    for index in range(len(above) - 1, -1, -1):
        if above[index].piece != above[-1].piece:
            return False
        match = _completed(list(above[index].cells), 0, tail)
        if match is not None and not match[2]:
            cells = list(above[index].cells)
            cells[match[0]] = replace(cells[match[0]], text=match[1])
            above[index] = replace(above[index], cells=tuple(cells))
            return True
    return False


def _caption_rest(row: PrintedRow, cell: PrintedCell) -> bool:
    return row.first and cell is row.cells[0] and is_caption_tail(cell.text)


def _on_next_page(above: PrintedRow, row: PrintedRow) -> bool:
    return row.first and row.piece == above.piece + 1


def _with_fragment(above: PrintedRow, fragment: PrintedRow) -> PrintedRow | None:
    """Return the whole row where a cell of the fragment is the tail of a label above, else None."""
    if any(is_quantity(cell.text) for cell in fragment.cells):
        return None
    cells, tails = list(above.cells), list(fragment.cells)
    position, found = 0, False
    while tails:
        match = _completed(cells, position, tails[0])
        if match is not None:
            place, label, rest = match
            cells[place : place + 1] = [replace(cells[place], text=label), *_rest_cell(cells[place], rest)]
            position, found = place + 1, True
        elif found and position < len(cells):
            cells[position] = replace(cells[position], text=cells[position].text + tails[0].text)
            position += 1
        else:
            return None
        tails.pop(0)
    return replace(above, cells=tuple(cells))


def _rest_cell(cell: PrintedCell, rest: str) -> tuple[PrintedCell, ...]:
    return (PrintedCell(cell.column, rest, cell.box, cell.rows),) if rest else ()


def _completed(cells: list[PrintedCell], start: int, tail: PrintedCell) -> tuple[int, str, str] | None:
    for place in range(start, len(cells)):
        split = split_by_tail(cells[place].text, tail.text)
        if split is not None:
            return place, *split
    return None


def rejoin_cells(rows: list[AlignedRow], columns: Columns) -> list[AlignedRow]:
    """Append the cells of a fragment row to the same columns of the row above the page break."""
    weighted = _weighted(rows, columns)
    joined: list[AlignedRow] = []
    for row in rows:
        if joined and _is_fragment(row, joined[-1], weighted):
            joined[-1] = _appended(joined[-1], row)
        else:
            joined.append(row)
    return joined


def _weighted(rows: list[AlignedRow], columns: Columns) -> bool:
    if not (columns.has(Role.WEIGHT) or columns.has(Role.RULE)):
        return False
    named = [row for row in rows if row.text(Role.TARGET) is not None]
    return bool(named) and sum(_weight_printed(row) for row in named) >= _MOST * len(named)


def _weight_printed(row: AlignedRow) -> bool:
    return row.text(Role.WEIGHT) is not None or full_marks(row.text(Role.RULE)) is not None


def _is_fragment(row: AlignedRow, above: AlignedRow, weighted: bool) -> bool:
    """Tell whether a page's first row only completes the last row of the page before."""
    if not row.printed.first or row.printed.piece != above.printed.piece + 1:
        return False
    roles = {column.role for column, _ in row.cells}
    if roles & PROJECT_ROLES or any(is_label(cell.text) for _, cell in row.cells) or not _has_content(above):
        return False
    if weighted:
        lost = not _weight_printed(above) and not {Role.LEVEL3, Role.TARGET} <= roles
        return not _weight_printed(row) or lost
    return Role.TARGET not in roles or _closes_bracket(row, above)


def _has_content(row: AlignedRow) -> bool:
    return any(column.role not in _LEVELS for column, _ in row.cells)


def _closes_bracket(row: AlignedRow, above: AlignedRow) -> bool:
    return all(_open_text(above, cell.text) is not None for _, cell in row.cells)


def _appended(above: AlignedRow, fragment: AlignedRow) -> AlignedRow:
    whole = above
    for column, cell in fragment.cells:
        whole = _with_text(whole, _open_text(above, cell.text) or column, cell)
    return whole


def _with_text(row: AlignedRow, column: Column, tail: PrintedCell) -> AlignedRow:
    cells = list(row.cells)
    for index, (there, cell) in enumerate(cells):
        if there.role is column.role:
            cells[index] = (there, replace(cell, text=cell.text + tail.text))
            return replace(row, cells=tuple(cells))
    return replace(row, cells=(*cells, (column, tail)))


def _open_text(row: AlignedRow, tail: str) -> Column | None:
    """Return the column whose text lacks just the closing bracket that the fragment brings."""
    for opening, closing in _BRACKETS:
        if _depth(tail, opening, closing) < 0:
            lacking = [
                column
                for column, cell in row.cells
                if _depth(cell.text, opening, closing) == -_depth(tail, opening, closing)
            ]
            return lacking[0] if len(lacking) == 1 else None
    return None


def _depth(text: str, opening: str, closing: str) -> int:
    plain = text.translate(_WIDTHS)
    return plain.count(opening.translate(_WIDTHS)) - plain.count(closing.translate(_WIDTHS))
