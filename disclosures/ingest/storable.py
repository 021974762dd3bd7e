"""Bring what was read into what a database column can hold, on PostgreSQL as on SQLite."""

from __future__ import annotations

from decimal import Decimal

from disclosures.amounts import to_fen
from disclosures.evidence import Box

# The greatest amount whose fen a 64-bit integer holds; no budget comes near it.
MAX_YUAN = Decimal(2**63 - 1) / 100
MAX_YEAR = 32_767


def storable_text(text: str | None) -> str:
    """Return a text without what PostgreSQL refuses: null characters and halves of surrogate pairs."""
    whole = (text or "").replace("\x00", "")
    return whole if whole.isascii() else whole.encode("utf-8", "replace").decode()


def storable_number(number: Decimal | None, digits: int, places: int = 4) -> Decimal | None:
    """Return a number rounded to its column's places, or None where it is too long for the column."""
    if number is None or not number.is_finite() or abs(number) >= 10 ** (digits - places):
        return None
    return number.quantize(Decimal(1).scaleb(-places))


def storable_fen(amount: Decimal | None) -> int | None:
    """Return yuan as fen, or None where they are too many for the column."""
    return None if amount is None or abs(amount) > MAX_YUAN else to_fen(amount)


def storable_box(box: Box | None) -> list[float] | None:
    """Return a box as the list that the JSON columns hold."""
    return box.as_list() if box else None


def storable_year(year: int | None) -> int | None:
    """Return a year that fits its column."""
    return year if year is not None and 0 <= year <= MAX_YEAR else None
