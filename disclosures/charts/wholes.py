"""Say where a whole is drawn from fewer parts than it has: a stack is a sum, and no sum is silent about its gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from disclosures.charts.points import WORDS_OF_COLUMNS, series_name
from disclosures.comparison.display import money_text
from disclosures.comparison.result import Cell, CellState, Comparison, Row

# A part that the table does not list is no part of that whole; these are parts whose figure is not there.
UNKNOWN = (CellState.BLANK, CellState.NOT_READ)
# Printed to a hundredth of 万元 or in whole 万元, each part may be off by half of that.
ROUNDED, ROUNDED_WHOLE = Decimal(50), Decimal(5000)


def lacking(*drawn: tuple[Comparison, Sequence[Row], Sequence[int]]) -> str:
    """Say where the drawn parts are not the whole, column by column; nothing where they are.

    What is drawn is given as results, each with its rows and the numbers of its columns.
    """
    said = [
        words
        for result, rows, columns in drawn
        for number in columns
        if (words := "，".join(_lacking(result, rows, number)))
    ]
    if not said:
        return ""
    more = _("等") if len(said) > WORDS_OF_COLUMNS else ""
    return _("图中的整体缺了部分：%(columns)s。") % {"columns": "；".join(said[:WORDS_OF_COLUMNS]) + more}


def _lacking(result: Comparison, rows: Sequence[Row], number: int) -> Iterator[str]:
    column = result.columns[number]
    cells = [result.cell(row, number) for row in rows]
    known = [cell.amount for cell in cells if cell.amount is not None]
    unknown = [row for row, cell in zip(rows, cells, strict=True) if cell.state in UNKNOWN]
    drawn, total = sum(known, Decimal(0)), _total(result, number)
    name = series_name(result, column)
    if unknown:
        names = "、".join(str(row.label) for row in unknown)
        counts = {"known": len(known), "all": len(known) + len(unknown)}
        yield _("%(name)s：%(known)d/%(all)d 项有数，缺%(rows)s") % {"name": name, "rows": names, **counts}
    tolerance = (ROUNDED_WHOLE if column.basis.coarse_unit else ROUNDED) * max(len(known), 1)
    if total is not None and total.amount is not None and abs(total.amount - drawn) > tolerance:
        amounts = [money_text(amount, result.selection.money) for amount in (drawn, total.amount)]
        yield _("%(name)s：图中各项相加%(drawn)s，文件列示合计%(total)s") % {
            "name": name, "drawn": amounts[0], "total": amounts[1],
        }  # fmt: skip


def _total(result: Comparison, number: int) -> Cell | None:
    return next((result.cell(row, number) for row in result.rows if row.is_total), None)
