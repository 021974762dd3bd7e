"""Choose letters that can be read on a colour, by the contrast that WCAG measures, whatever the theme."""

from __future__ import annotations

# On any colour one of the two has a contrast of 4.58 or more, and small letters need 4.5.
BLACK, WHITE = "#000000", "#ffffff"
# How much of what we see as light is red, green and blue.
_LIGHT = 0.2126, 0.7152, 0.0722


def letters_on(colour: str) -> str:
    """Return black or white, whichever stands out more from a colour written as ``#rrggbb``."""
    return max((BLACK, WHITE), key=lambda letters: contrast(letters, colour))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return sum(weight * _linear(part) for weight, part in zip(_LIGHT, parts, strict=True))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
