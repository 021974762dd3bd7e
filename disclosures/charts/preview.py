"""Draw the picture that chat apps show of a shared link: its title and its largest figures as bars."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from disclosures.charts.focus import focus
from disclosures.charts.layout import unit_colours
from disclosures.charts.names import shortened
from disclosures.charts.points import label, plotted, series_name, top_rows, value_title
from disclosures.comparison.result import Comparison, Row

# What chat apps ask for.
WIDTH, HEIGHT = 1200, 630
MARGIN = 60
MOST_BARS = 6
# Names at the left, bars in the middle, and the longest bar's label at the right.
NAMES_WIDTH, BARS_FROM, BARS_WIDTH = 500, 580, 390
INK, SOFT, PAPER, ACCENT = "#1b2733", "#5b6b7a", "#ffffff", "#0b6e6e"
LOSS = "#a8482f"


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure of the picture."""

    name: str
    shown: str
    height: float
    colour: str


@cache
def chinese_font() -> str | None:
    """Return the file of a font with Chinese letters, as fontconfig finds it; nothing where there is none."""
    program = shutil.which("fc-match")
    if program is None:
        return None
    wanted = [program, "--format=%{lang}\n%{file}", "sans-serif:lang=zh-cn"]
    found = subprocess.run(wanted, capture_output=True, text=True, check=False, timeout=10)
    languages, _newline, file = found.stdout.partition("\n")
    return file.strip() if "zh-cn" in languages.lower() else None


def preview(result: Comparison, title: str) -> bytes | None:
    """Return the picture of a comparison as PNG: of several columns the row in focus, as the page's chart has it."""
    said = value_title(result)
    if len(result.columns) > 1:
        said = f"{focus(result).whole_name} · {said}"
    return picture(title, said, list(_bars(result)))


def picture(title: str, said: str, bars: Sequence[Bar]) -> bytes | None:
    """Return a picture as PNG; nothing where the machine has no Chinese font, since boxes say nothing."""
    font = chinese_font()
    if font is None:
        return None
    drawn = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(drawn)
    draw.rectangle((0, 0, WIDTH, 12), fill=ACCENT)
    at = MARGIN
    for line in _wrapped(draw, title, _sized(font, 44), WIDTH - 2 * MARGIN)[:2]:
        draw.text((MARGIN, at), line, font=_sized(font, 44), fill=INK)
        at += 60
    draw.text((MARGIN, at), said, font=_sized(font, 26), fill=SOFT)
    _draw_bars(draw, bars, font, at + 56)
    draw.text((MARGIN, HEIGHT - 48), "明账", font=_sized(font, 26), fill=ACCENT)
    stream = io.BytesIO()
    drawn.save(stream, "PNG", optimize=True)
    return stream.getvalue()


@cache
def _sized(font: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font, size)


def _bars(result: Comparison) -> Iterator[Bar]:
    """Yield the figures to draw in the table's order: the row in focus, or of one column the rows."""
    colours = unit_colours(result.selection.units)
    several = len(result.columns) > 1
    rows = [focus(result)] if several else top_rows(result)
    places = [(row, number) for row in rows for number in range(len(result.columns))]
    for row, number in _telling(result, places):
        column, cell = result.columns[number], result.cell(row, number)
        name = series_name(result, column) if several else str(row.label)
        yield Bar(name, label(result, cell), plotted(result, cell) or 0.0, colours[column.unit])


def _telling(result: Comparison, places: Sequence[tuple[Row, int]]) -> list[tuple[Row, int]]:
    """Return as many places as are drawn, in order: one unit's latest years, of anything else the largest figures."""
    known = [one for one in places if result.cell(*one).value is not None]
    if len(result.selection.units) == 1 and len(result.columns) > 1:
        return known[-MOST_BARS:]
    largest = sorted(known, key=lambda one: abs(result.cell(*one).value or Decimal(0)), reverse=True)[:MOST_BARS]
    return [one for one in known if one in largest]


def _draw_bars(draw: ImageDraw.ImageDraw, bars: Sequence[Bar], font: str, top: int) -> None:
    """Draw bars from a common line: what is below 0 goes to its left, in the colour of a loss."""
    low, high = min((0.0, *(bar.height for bar in bars))), max((0.0, *(bar.height for bar in bars)))
    scale = BARS_WIDTH / ((high - low) or 1)
    zero = BARS_FROM - low * scale
    step = (HEIGHT - 70 - top) / max(len(bars), 1)
    small = _sized(font, 24)
    if low < 0:
        draw.line((zero, top, zero, HEIGHT - 80), fill=SOFT)
    for number, bar in enumerate(bars):
        at = top + number * step
        draw.text((MARGIN, at), _fitting(draw, bar.name, small, NAMES_WIDTH), font=small, fill=INK)
        start, end = sorted((zero, zero + bar.height * scale))
        draw.rectangle((start, at + 2, end + 4, at + 28), fill=LOSS if bar.height < 0 else bar.colour)
        draw.text((end + 16, at), bar.shown, font=small, fill=INK)


def _fitting(draw: ImageDraw.ImageDraw, name: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    """Leave out as much of a name's middle as does not fit; its year at the end stays."""
    lengths = range(len(name), 1, -1)
    return next(
        (text for length in lengths if draw.textlength(text := shortened(name, length), font=font) <= width), name[:1]
    )


def _wrapped(draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Break text where it no longer fits; Chinese may break after any character."""
    lines = [""]
    for char in text:
        if draw.textlength(lines[-1] + char, font=font) > width:
            lines.append("")
        lines[-1] += char
    return lines
