"""Decide whether a grid carries on the table before it, over a page break or not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from disclosures.amounts import parse_number
from disclosures.evidence import Cell, Grid
from disclosures.recognition.headers import kind_of_header
from disclosures.recognition.headings import compact
from disclosures.recognition.titles import Heading, heading_rows
from disclosures.vocabulary import TableKind

# A page that repeats the table's header prints the same words; a few may be cut by the page's edge.
SAME_HEADER = 0.8
_HEADED = 0.5  # a header has words above at least half of the columns with numbers
_HEADER_ROWS = 3  # all that a page may hold of a table that has only begun, whatever its columns
_FORM_NAME = re.compile(r"(?:项目|专项|政策|部门|单位)(?:支出|[（(].{1,6}[)）])?(?:单位)?名称")
_COLUMN = re.compile(r"(?:数|金额|名称|目标|指标|总额|内容|编码|代码)$")

# The parts of a form (funds, goals, indicators) are grids with headers of their own.
FORMS = frozenset(
    {
        TableKind.PERFORMANCE_OVERALL,
        TableKind.PERFORMANCE_PROJECT,
        TableKind.REVIEW_OVERALL,
        TableKind.REVIEW_PROJECT,
        TableKind.REVIEW_BASE_DATA,
    }
)


def carries_on(
    grids: Sequence[Grid], kind: TableKind, title: str | None, label: str | None, grid: Grid, heading: Heading
) -> bool:
    """Tell whether a grid with its heading is the next piece of the table that ``grids`` began."""
    if _another_form(grids, grid):
        return False
    if heading.named:
        return heading.continued or _same_name(title, label, heading)
    if heading.prose or _pages_apart(grids[-1], grid) or (heading.captions and _same_page(grids[-1], grid)):
        return False
    is_form = kind in FORMS or form_name(grids[0]) is not None
    return is_form or not _another_header(grids, grid)


def _same_name(title: str | None, label: str | None, heading: Heading) -> bool:
    if heading.label is not None and label is not None and heading.label != label:
        return False
    return heading.title == title if heading.title is not None else heading.label == label


def _pages_apart(before: Grid, after: Grid) -> bool:
    """Tell whether at least one whole page lies between two grids."""
    return before.page is not None and after.page is not None and after.page - before.page > 1


def _same_page(before: Grid, after: Grid) -> bool:
    """Tell whether two grids stand on one page, where a caption between them can only begin another table."""
    return before.page is not None and before.page == after.page


def _another_form(grids: Sequence[Grid], grid: Grid) -> bool:
    """Tell whether a grid opens the form of another project or unit than the table's."""
    opened, opens = form_name(grids[0]), form_name(grid)
    return opens is not None and opens != opened


def form_name(grid: Grid) -> str | None:
    """Return the name in the first row of a form such as 项目名称 | …, without spaces."""
    body = grid.rows[heading_rows(grid) :]
    texts = [compact(cell.text) for cell in body[0] if cell.text] if body else []
    if len(texts) < 2 or not _FORM_NAME.fullmatch(texts[0]) or _COLUMN.search(texts[1]):
        return None
    return texts[1]


def _another_header(grids: Sequence[Grid], grid: Grid) -> bool:
    """Tell whether a grid opens with a header that is not the table's.

    A table without any number so far has only begun: what follows may be the rest of its header. And where the
    grid itself has no number, its words may be rows that are blank.
    """
    same_width = grid.width == grids[-1].width
    begun = len(grids) == 1 and len(grids[0].rows) <= _HEADER_ROWS and not _same_page(grids[0], grid)
    if (same_width or begun) and not (_has_numbers(grid) and any(map(_has_numbers, grids))):
        return False
    words = _header_words(grid)
    if not words:
        return False
    known = _header_words(grids[0])
    if len(words & known) >= SAME_HEADER * max(len(words), len(known)):
        return False
    return not (_same_page(grids[-1], grid) and same_width and kind_of_header(grid) is TableKind.OTHER)


def _header_words(grid: Grid) -> set[str]:
    """Return the words of the header that a grid opens with, none where it opens with data."""
    columns = _number_columns(grid)
    top = _top(grid)
    headed = [
        place
        for place, row in enumerate(top)
        if sum(bool(row[column].text) for column in columns) >= max(1, _HEADED * len(columns))
    ]
    return {compact(cell.text) for row in top[: headed[-1] + 1] for cell in row if cell.text} if headed else set()


def _number_columns(grid: Grid) -> list[int]:
    """Return the columns that hold numbers, or all but the first where there is no number at all."""
    numbers = [
        column for column in range(grid.width) if any(parse_number(row[column].text) is not None for row in grid.rows)
    ]
    return numbers or list(range(1, grid.width))


def _top(grid: Grid) -> list[Sequence[Cell]]:
    """Return the rows between the heading inside the frame and the first row with a number."""
    rows: list[Sequence[Cell]] = []
    for row in grid.rows[heading_rows(grid) :]:
        if any(parse_number(cell.text) is not None for cell in row):
            break
        rows.append(row)
    return rows


def _has_numbers(grid: Grid) -> bool:
    return any(parse_number(cell.text) is not None for row in grid.rows for cell in row)
