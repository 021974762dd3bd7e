"""Read printed money as exact yuan, and keep it as whole fen."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

BLANK_MARKS = frozenset({"", "-", "--", "---", "—", "——", "－", "–", "/", "／", "*", "**", "…"})
_NUMBER = re.compile(r"[-−－+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[-−－]?\.\d+")
_WIDTHS = str.maketrans("０１２３４５６７８９，．（）－−％", "0123456789,.()--%")


class MoneyUnit(Enum):
    """The money units that tables print; the value is the number of yuan in one."""

    YUAN = Decimal(1)
    TEN = Decimal(10)
    HUNDRED = Decimal(100)
    THOUSAND = Decimal(1000)
    TEN_THOUSAND = Decimal(10_000)
    MILLION = Decimal(1_000_000)
    HUNDRED_MILLION = Decimal(100_000_000)

    @property
    def label(self) -> str:
        """Return the unit as Chinese tables print it."""
        return MONEY_UNIT_NAMES[self]

    @classmethod
    def named(cls, name: str | None) -> MoneyUnit | None:
        """Return the unit with a printed name such as ``万元``."""
        return next((unit for unit, text in MONEY_UNIT_NAMES.items() if text == name), None)


MONEY_UNIT_NAMES = {
    MoneyUnit.YUAN: "元",
    MoneyUnit.TEN: "十元",
    MoneyUnit.HUNDRED: "百元",
    MoneyUnit.THOUSAND: "千元",
    MoneyUnit.TEN_THOUSAND: "万元",
    MoneyUnit.MILLION: "百万元",
    MoneyUnit.HUNDRED_MILLION: "亿元",
}


def parse_number(text: str | None) -> Decimal | None:
    """Return the number that a cell consists of, or None where it is blank, a dash or words.

    Brackets mean a negative number, as in accounting: ``（3.5）`` is -3.5.
    """
    compact = re.sub(r"\s+", "", text or "").translate(_WIDTHS)
    if compact in BLANK_MARKS:
        return None
    negative = compact.startswith("(") and compact.endswith(")")
    if negative:
        compact = compact[1:-1]
    compact = compact.removeprefix("¥").removeprefix("￥")
    if not _NUMBER.fullmatch(compact):
        return None
    number = Decimal(compact.replace(",", ""))
    return -number if negative else number


def parse_amount(text: str | None, unit: MoneyUnit) -> Decimal | None:
    """Return a printed amount in yuan; None where the cell holds no number (never 0)."""
    number = parse_number(text)
    return None if number is None else number * unit.value


def is_blank(text: str | None) -> bool:
    """Tell whether a cell is empty or holds a dash."""
    return re.sub(r"\s+", "", text or "") in BLANK_MARKS


def decimals(text: str) -> int:
    """Return how many decimals a number was printed with."""
    compact = text.strip().rstrip(")）")
    return len(compact.rpartition(".")[2]) if "." in compact else 0


def yuan_text(amount: Decimal | None) -> str | None:
    """Return yuan as the plain decimal string of the parse contract, with at least two decimals."""
    if amount is None:
        return None
    exact = amount.quantize(Decimal("0.01")) if amount == amount.quantize(Decimal("0.01")) else amount.normalize()
    return format(exact + 0, "f")


def plain_text(number: Decimal | None) -> str | None:
    """Return a number without an exponent and without trailing zeros beyond what it was given with."""
    return None if number is None else format(number, "f")


def to_fen(amount: Decimal | None) -> int | None:
    """Return yuan as whole fen, rounded half up where a source prints less than a fen."""
    return None if amount is None else int((amount * 100).quantize(Decimal(1), ROUND_HALF_UP))


def from_fen(fen: int | None) -> Decimal | None:
    """Return fen as yuan with two decimals."""
    return None if fen is None else (Decimal(fen) / 100).quantize(Decimal("0.01"))
