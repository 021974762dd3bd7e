"""Say as findings what a statement prints and could not be read with certainty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from disclosures.evidence import Box, Finding, Grid
from disclosures.extraction.statements.blocks import AmountColumn
from disclosures.extraction.statements.columns import Column
from disclosures.extraction.statements.sheets import BlockRow
from disclosures.recognition.statements import StatementTable
from disclosures.vocabulary import Severity


def no_money_unit(table: StatementTable) -> Finding:
    """Amounts without a money unit: wrong by 10,000 if guessed."""
    message = f"《{table.title or '未命名表'}》未标明金额单位，其中的金额未采用。"
    return Finding("unread.money_unit", Severity.ERROR, message, table.pages, table=table.index)


def no_year(table: StatementTable) -> Finding:
    """Amounts of no known year."""
    message = f"《{table.title or '未命名表'}》看不出是哪一年的，其中的金额未采用。"
    return Finding("unread.year", Severity.ERROR, message, table.pages, table=table.index)


def unknown_column(table: StatementTable, column: AmountColumn, rows: Iterable[BlockRow]) -> Finding:
    """A column of numbers whose heading has no meaning known here, or was given that of another column."""
    why = "由人工指定的含义与同表另一栏相同" if column.assigned else "含义不明"
    message = f"{_named(table, column.column)}{why}，其中的金额未采用。"
    found = _at(table, "unread.column", message, rows, column.column.number)
    return replace(found, column=column.column.path)


def assigned_column(table: StatementTable, column: AmountColumn, rows: Iterable[BlockRow]) -> Finding:
    """A column of which a person said what it is."""
    message = f"{_named(table, column.column)}含义由人工指定。"
    found = _at(table, "assigned.column", message, rows, column.column.number)
    return replace(found, severity=Severity.HINT, column=column.column.path)


def column_left_alone(table: StatementTable, column: Column) -> Finding:
    """A column of which a person said that it is of no interest."""
    message = f"{_named(table, column)}按人工指定不采用。"
    return Finding("assigned.column", Severity.HINT, message, table.pages, table=table.index, column=column.path)


def _named(table: StatementTable, column: Column) -> str:
    return f"《{table.title or '未命名表'}》中“{'/'.join(column.path) or '（无表头）'}”一栏"


def shifted_row(table: StatementTable, rows: Iterable[BlockRow]) -> Finding:
    """Rows whose cells stand beside the columns they belong to."""
    message = f"《{table.title or '未命名表'}》有单元格与表头错位的行，其中的金额未采用。"
    return _at(table, "unread.shifted", message, rows, 0)


def cut_row(table: StatementTable, rows: Iterable[BlockRow]) -> Finding:
    """Amounts under what may be the rest of the name on the page before."""
    message = f"《{table.title or '未命名表'}》有一行跨页断开，名称不全，其中的金额未采用。"
    return _at(table, "unread.row", message, rows, 0)


def unreadable_amount(table: StatementTable, row: BlockRow, column: int) -> Finding:
    """A cell with digits that are no amount."""
    message = f"《{table.title or '未命名表'}》中“{row.row.cells[column].text}”不能读作金额。"
    return _at(table, "unread.amount", message, [row], column)


def odd_code(table: StatementTable, code: str, row: BlockRow) -> Finding:
    """A code that has no form of any list; it is kept as printed."""
    message = f"《{table.title or '未命名表'}》中的科目编码“{code}”不合编码规则，按原文保留。"
    return _at(table, "code.form", message, [row], 0)


def nameless_row(table: StatementTable, rows: Iterable[BlockRow]) -> Finding:
    """Amounts in rows without any label."""
    message = f"《{table.title or '未命名表'}》有只列金额、没有科目或项目名称的行。"
    return _at(table, "unread.label", message, rows, 0)


def misfit(table: StatementTable, grid: Grid) -> Finding:
    """A piece of a statement that fits under no header."""
    message = f"《{table.title or '未命名表'}》有一段与表头的栏数对不上，其中的金额未采用。"
    pages = (grid.page,) if grid.page is not None else ()
    boxes = ((grid.page, grid.box),) if grid.page is not None and grid.box is not None else ()
    return Finding("unread.column", Severity.WARNING, message, pages, table=table.index, boxes=boxes)


def _at(table: StatementTable, code: str, message: str, rows: Iterable[BlockRow], column: int) -> Finding:
    placed = list(rows)
    pages = tuple(dict.fromkeys(row.row.page for row in placed if row.row.page is not None))
    boxes = [(row.row.page, row.row.cells[column].box) for row in placed]
    known: list[tuple[int, Box]] = [(page, box) for page, box in boxes if page is not None and box is not None]
    return Finding(code, Severity.WARNING, message, pages, table=table.index, boxes=tuple(known))
