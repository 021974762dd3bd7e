"""The colours of charts are told apart by everyone, on paper and on the dark theme."""

import math
from itertools import combinations

import pytest

from disclosures.charts.contrast import contrast, letters_on
from disclosures.charts.layout import PALETTE

Triple = tuple[float, float, float]

# How linear red, green and blue are seen: Machado, Oliveira and Fernandes (2009), full deficiency.
SIGHTS = {
    "full sight": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "red-blind": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "green-blind": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
}
# A difference of 2.3 is just noticed side by side; a legend is read at a distance.
FAR_APART = {"full sight": 30, "red-blind": 18, "green-blind": 18}
WHITE, DARK = "#ffffff", "#12191f"


def linear(colour: str) -> Triple:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def seen(colour: str, sight: str) -> Triple:
    """Return the colour in CIELAB, where distances are differences as people see them."""
    red, green, blue = (
        min(max(sum(weight * part for weight, part in zip(row, linear(colour), strict=True)), 0), 1)
        for row in SIGHTS[sight]
    )
    x = (0.4125 * red + 0.3576 * green + 0.1804 * blue) / 0.9505
    y = 0.2127 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9503 * blue) / 1.0888
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize("sight", SIGHTS)
def test_no_two_colours_look_alike(sight: str) -> None:
    distances = {pair: math.dist(*(seen(colour, sight) for colour in pair)) for pair in combinations(PALETTE, 2)}
    assert min(distances.values()) > FAR_APART[sight], min(distances, key=lambda pair: distances[pair])


@pytest.mark.parametrize("colour", PALETTE)
def test_every_colour_stands_out_from_the_page(colour: str) -> None:
    assert 1.05 / (luminance(colour) + 0.05) >= 2.9
    assert (luminance(colour) + 0.05) / (luminance(DARK) + 0.05) >= 2


@pytest.mark.parametrize("colour", PALETTE)
def test_letters_on_a_tile_can_be_read(colour: str) -> None:
    darker, lighter = sorted((luminance(letters_on(colour)), luminance(colour)))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5
    assert contrast(letters_on(colour), colour) == pytest.approx((lighter + 0.05) / (darker + 0.05))
