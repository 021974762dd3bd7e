"""Fit names into charts: broken into lines or shortened in their middle, so that neither unit nor year is lost."""

from __future__ import annotations

import re
from math import ceil

# A minus before a number; the hyphens of a text and of "2023-01" are none.
MINUS = re.compile(r"(?<![\w.)）-])-(?=\d)")


def with_minus(text: str) -> str:
    """Write negative numbers with the minus that plotly's axes use."""
    return MINUS.sub("−", text)


def shortened(name: str, length: int) -> str:
    """Leave out the middle of a name that is too long: it tells places apart by its beginning and units by its end."""
    if len(name) <= length:
        return name
    kept = length - 1
    return f"{name[: kept // 3]}…{name[-(kept - kept // 3) :]}"


def in_lines(name: str, length: int) -> str:
    """Break a name into lines of like length; between words first, and Chinese after any character."""
    return "<br>".join(line for word in name.split(" ") for line in _pieces(word, length))


def _pieces(word: str, length: int) -> list[str]:
    size = ceil(len(word) / max(ceil(len(word) / length), 1)) or 1
    return [word[at : at + size] for at in range(0, len(word), size)]
