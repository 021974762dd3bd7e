"""Take down what a clerk types for a doubtful cell, and ask again before a slip of the unit is stored."""

from __future__ import annotations

from decimal import Decimal

from disclosures.admin.doubt_cells import DoubtfulCell
from disclosures.amounts import MoneyUnit, parse_number
from disclosures.ingest.corrections import Value
from disclosures.ingest.storable import storable_fen, storable_number
from disclosures.models.corrected_fields import MONEY, NUMBERS, CorrectedField

# Nobody misreads an amount by more; 万元 taken for 元 is ten thousand times.
FAR_OFF = 1000


class NotUnderstood(Exception):
    """What the clerk typed cannot be taken down; the message says why."""


class NotSure(NotUnderstood):
    """What the clerk typed is taken down once it is said again."""


def value_typed(cell: DoubtfulCell, typed: str) -> Value:
    """Return what the clerk typed for a cell, money in yuan."""
    if cell.field not in MONEY | NUMBERS:
        if not typed:
            raise NotUnderstood("请填写更正后的内容；原文此处确为空白的，请按“原文空白”。")
        return typed
    number = _amount(typed, cell.unit) if cell.unit else parse_number(typed.removesuffix("%"))
    if number is None:
        raise NotUnderstood(f"“{typed}”不是{_sort(cell)}。请填写数字；原文此格确为空白的，请按“原文空白”。")
    digits = 20 if cell.field == CorrectedField.VALUE else 9
    if (storable_fen(number) if cell.unit else storable_number(number, digits)) is None:
        raise NotUnderstood(f"“{typed}”数字过大。")
    return number


def make_sure(cell: DoubtfulCell, value: Value, typed: str) -> None:
    """Ask again where an amount is many times the one that stood there, or a small part of it."""
    if cell.unit is None or not isinstance(value, Decimal) or not isinstance(cell.current, Decimal):
        return
    small, large = sorted((abs(value), abs(cell.current)))
    if small == 0 or large / small < FAR_OFF:
        return
    likely = MoneyUnit.YUAN if abs(value) == large else MoneyUnit.TEN_THOUSAND
    number = typed.rstrip("百千万亿十元")
    raise NotSure(
        f"“{typed}”按{said(value)}保存，与原来的{said(cell.current)}相差约{large / small:,.0f}倍。"
        f"单位有误的，请连同单位填写（如 {number}{likely.label}）；无误的，请再按一次“更正”。"
    )


def said(amount: Decimal) -> str:
    """Return an amount in yuan as a sentence says it."""
    return f" {amount:,.2f} 元"


def _amount(typed: str, unit: MoneyUnit) -> Decimal | None:
    """Return an amount in yuan; it is in the cell's unit unless it names another."""
    named = (one for one in sorted(MoneyUnit, key=lambda one: -len(one.label)) if typed.endswith(one.label))
    told = next(named, None)
    number = parse_number(typed.removesuffix(told.label) if told else typed)
    return None if number is None else number * (told or unit).value


def _sort(cell: DoubtfulCell) -> str:
    return "金额" if cell.unit else "数字"
