"""Hold a printed value with the place it stands in and the precision it was printed with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from disclosures.amounts import MoneyUnit, decimals
from disclosures.evidence import Box, Place

ZERO = Decimal(0)
# Tables in yuan are filled from ledgers in fen, 万元 or whole yuan: less than one yuan is never a defect of the table.
LESS_THAN_A_YUAN = Decimal(1)


@dataclass(frozen=True, slots=True)
class Printed:
    """A value (yuan, percent, points or a count) as it stands in a document.

    ``step`` is one unit of the last decimal it was printed with; a printed 0 stands for exactly nothing.
    """

    label: str
    value: Decimal
    step: Decimal
    unit: str
    page: int | None = None
    box: Box | None = None
    table: int | None = None
    title: str = ""

    @property
    def shown(self) -> str:
        """Return the value with its unit, as a message shows it."""
        return shown(self.value, self.unit)

    @property
    def where(self) -> str:
        """Return where it stands, for a message: 第12页《支出预算总表》."""
        page = f"第{self.page}页" if self.page else ""
        return f"{page}《{self.title}》" if self.title else page or "文中"

    @property
    def place(self) -> Place:
        """Return the place alone."""
        return Place(self.label, self.shown, self.page, self.box)


def step_of(value: Decimal, text: str, unit: Decimal = Decimal(1)) -> Decimal:
    """Return one unit of the last decimal of a printed number."""
    return unit.scaleb(-decimals(text)) if value else ZERO


def shown(value: Decimal, unit: str) -> str:
    """Return a value in its unit: money with two decimals at least, percent and points as exact as they are."""
    money = MoneyUnit.named(unit)
    number = value / money.value if money else value
    places = max(0, -int(number.normalize().as_tuple().exponent)) if number % 1 else 0
    return f"{number:,.{max(places, 2) if money or unit == '%' else places}f}{unit}"


def rounded(value: Decimal, step: Decimal) -> Decimal:
    """Return a computed value rounded half up to the precision of a printed one (two decimals for a printed 0)."""
    places = step or Decimal("0.01")
    return (value / places).quantize(Decimal(1), ROUND_HALF_UP) * places


def sum_tolerance(whole: Printed, parts: Iterable[Printed]) -> Decimal:
    """Return how far rounding can part a sum from its parts: one step of the last decimal for every part.

    The strict bound is half a step for each part and the whole; publishers cut digits off as often as they round,
    so a whole step is allowed. The coarser of whole and parts counts where they are printed unlike.
    """
    steps = sum((part.step for part in parts), ZERO)
    least = LESS_THAN_A_YUAN if whole.unit == MoneyUnit.YUAN.label else ZERO
    return max(steps, whole.step, least)


def copy_tolerance(one: Printed, other: Printed) -> Decimal:
    """Return how far two prints of one amount may lie apart.

    Printed alike, one step of the last decimal; otherwise less than a step of the coarser one (207 for 206.95).
    """
    coarse, fine = max(one.step, other.step), min(one.step, other.step)
    if not fine:
        return ZERO
    least = LESS_THAN_A_YUAN if one.unit == other.unit == MoneyUnit.YUAN.label else ZERO
    return max(coarse if coarse == fine else coarse - fine, least)


def is_rounded(one: Printed, other: Printed) -> bool:
    """Tell whether one of two prints is the other rounded to fewer decimals."""
    coarse, fine = max(one.step, other.step), min(one.step, other.step)
    return coarse > fine > 0 and abs(one.value - other.value) * 2 <= coarse


def sum_of(parts: Iterable[Printed]) -> Decimal:
    """Return what values add up to."""
    return sum((part.value for part in parts), ZERO)


def added(parts: Iterable[Printed]) -> str:
    """Return values as a sum in words: 1.00万元 + 2.00万元."""
    return " + ".join(part.shown for part in parts) or "0"
