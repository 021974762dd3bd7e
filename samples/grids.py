"""Set a sheet as an HTML table: merged headers, codes in one or three columns, blocks side by side."""

from __future__ import annotations

from html import escape
from itertools import groupby

from samples.sheets import Block, Column, Row, Sheet

CODE_COLUMNS = {"class", "section", "item", "code"}
# The width of a column in parts, by what it holds.
WIDTHS = {"class": 5, "section": 4, "item": 4, "code": 8, "number": 4, "unit": 9, "group": 13, "label": 12}
WIDTHS |= {"amount": 10, "name": 18, "detail": 18}


def grid(sheet: Sheet, above: str = "") -> str:
    """Return the table; ``above`` are rows that stand over the header and repeat with it."""
    columns = [column for block in sheet.blocks for column in block.columns]
    head = above + header(columns)
    body = "".join(f"<tr>{cells}</tr>" for cells in [*numbers(sheet), *lines(sheet)])
    return f"<table class=figures>{widths(columns)}<thead>{head}</thead><tbody>{body}</tbody></table>"


def widths(columns: list[Column]) -> str:
    parts = [WIDTHS[column.holds] for column in columns]
    return column_widths(parts)


def column_widths(parts: list[int]) -> str:
    columns = "".join(f'<col style="width:{100 * part / sum(parts):.2f}%">' for part in parts)
    return f"<colgroup>{columns}</colgroup>"


def header(columns: list[Column]) -> str:
    """Merge equal neighbours of each level; a path that ends early runs down to the last level."""
    depth = max(len(column.heading) for column in columns)
    return "".join(f"<tr>{header_level(columns, level, depth)}</tr>" for level in range(depth))


def header_level(columns: list[Column], level: int, depth: int) -> str:
    cells = []
    for path, same in groupby(columns, key=lambda column: column.heading[: level + 1]):
        width = len(list(same))
        if len(path) == level + 1:
            ends = all(len(column.heading) == level + 1 for column in columns if column.heading[: level + 1] == path)
            cells.append(cell(path[-1], "th", colspan=width, rowspan=depth - level if ends else 1))
    return "".join(cells)


def numbers(sheet: Sheet) -> list[str]:
    """Return the row of column numbers (栏次) that final accounts print under the header."""
    if not sheet.numbered:
        return []
    cells, number = [], 0
    for column in (column for block in sheet.blocks for column in block.columns):
        number += column.holds == "amount"
        words = {"amount": str(number), "name": "栏次"}
        cells.append(cell(words.get(column.holds, ""), "td", kind="number"))
    return ["".join(cells)]


def lines(sheet: Sheet) -> list[str]:
    """Return the body: each line holds one row of every block, and the blocks' rows need not belong together."""
    height = max((len(block.rows) for block in sheet.blocks), default=0)
    bodies = [block_cells(block, height, first=index * height + 1) for index, block in enumerate(sheet.blocks)]
    return ["".join(cells) for cells in zip(*bodies, strict=True)] or [blank_line(sheet)] * 5


def blank_line(sheet: Sheet) -> str:
    return "".join(cell("", "td") for block in sheet.blocks for _ in block.columns)


def block_cells(block: Block, height: int, first: int) -> list[str]:
    """Return a block's cells line by line, its foot rows at the foot."""
    head = [row for row in block.rows if not row.foot]
    foot = [row for row in block.rows if row.foot]
    filler = [None] * (height - len(block.rows))
    rows: list[Row | None] = [*head, *filler, *foot]
    return [row_cells(block, rows, index, first + index) for index in range(height)]


def row_cells(block: Block, rows: list[Row | None], index: int, number: int) -> str:
    row = rows[index]
    amounts = iter(row.amounts if row else ())
    labels = iter(row.labels if row else ())
    cells = []
    for position, column in enumerate(block.columns):
        if column.holds == "amount":
            cells.append(cell(next(amounts, ""), "td", kind="amount"))
        elif column.holds == "number":
            cells.append(cell(str(number), "td", kind="number"))
        elif column.holds == "label":
            cells.append(cell(next(labels, ""), "td"))
        elif row is None:
            cells.append(cell("", "td"))
        else:
            cells.append(text_cell(block, rows, index, row, column, position))
    return "".join(cells)


def text_cell(block: Block, rows: list[Row | None], index: int, row: Row, column: Column, position: int) -> str:
    """Return a code, a name or a merged label; nothing where another cell covers the place."""
    holds = column.holds
    if holds == "group":
        return group_cell(rows, index, row, has_detail=block.columns[position + 1].holds == "detail")
    if holds == "detail":
        return "" if not row.code else cell("小计" if len(row.code) == 3 else f"{row.code} {row.name}", "td")
    if holds in CODE_COLUMNS and total_spans(block, row):
        span = next(at for at, other in enumerate(block.columns) if other.holds == "name") + 1
        return cell(row.name, "td", kind="total", colspan=span) if position == 0 else ""
    if holds == "name":
        covered = total_spans(block, row) or (not row.group and block.columns[0].holds == "group")
        # A unit's own row has its name in the column of units.
        name = "" if row.unit == row.name else row.name
        return "" if covered else cell(name, "td", kind=f"name depth{row.depth}" + (" total" if row.foot else ""))
    return cell(code_part(row, holds), "td", kind=holds if holds == "unit" else "code")


def total_spans(block: Block, row: Row) -> bool:
    """Tell whether a row without a code has its name over all code columns (合计)."""
    before = [column.holds for column in block.columns[: [c.holds for c in block.columns].index("name")]]
    return not row.code and bool(before) and set(before) <= CODE_COLUMNS


def group_cell(rows: list[Row | None], index: int, row: Row, has_detail: bool) -> str:
    """Return a label that is merged over the rows of its group, or over the next column where it has no group."""
    label = group_of(row)
    if not label:
        return cell(row.name, "td", kind="total", colspan=2)
    if index and rows[index - 1] and group_of(rows[index - 1]) == label:
        return ""
    height = sum(1 for other in rows if other and group_of(other) == label)
    words = f"{row.code} {row.name}" if has_detail else label
    return cell(words, "td", kind="name", rowspan=height)


def group_of(row: Row | None) -> str:
    return (row.group or (row.code or "")[:3]) if row else ""


def code_part(row: Row, holds: str) -> str:
    """Return the part of a code that a column shows: 类, 款 and 项 have two digits after the first three."""
    code = row.code or ""
    parts = code.split("|") if "|" in code else [part for part in (code[:3], code[3:5], code[5:7]) if part]
    if holds == "unit":
        return row.unit
    if holds == "code":
        return code
    at = ("class", "section", "item").index(holds)
    return parts[at] if at < len(parts) else ""


def cell(text: str, tag: str, kind: str = "", colspan: int = 1, rowspan: int = 1) -> str:
    spans = (f" colspan={colspan}" if colspan > 1 else "") + (f" rowspan={rowspan}" if rowspan > 1 else "")
    style = f' class="{kind}"' if kind else ""
    return f"<{tag}{style}{spans}>{escape(text)}</{tag}>"
