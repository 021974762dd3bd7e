"""Draw the picture that chat apps show of a shared link: its title and its largest figures as bars."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from disclosures.charts.layout import unit_colours
from disclosures.charts.points import label, plotted, series_name, top_rows, value_title
from disclosures.comparison.result import Comparison

# What chat apps ask for.
WIDTH, HEIGHT = 1200, 630
MARGIN = 60
MOST_BARS = 6
INK, SOFT, PAPER, ACCENT = "#1b2733", "#5b6b7a", "#ffffff", "#0b6e6e"


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
    """Return the picture as PNG; nothing where the machine has no Chinese font, since boxes say nothing."""
    font = chinese_font()
    if font is None:
        return None
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, WIDTH, 12), fill=ACCENT)
    at = MARGIN
    for line in _wrapped(draw, title, _sized(font, 44), WIDTH - 2 * MARGIN)[:2]:
        draw.text((MARGIN, at), line, font=_sized(font, 44), fill=INK)
        at += 60
    draw.text((MARGIN, at), value_title(result), font=_sized(font, 26), fill=SOFT)
    _draw_bars(draw, list(_bars(result)), font, at + 56)
    draw.text((MARGIN, HEIGHT - 48), "明账", font=_sized(font, 26), fill=ACCENT)
    stream = io.BytesIO()
    picture.save(stream, "PNG", optimize=True)
    return stream.getvalue()


@cache
def _sized(font: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font, size)


def _bars(result: Comparison) -> Iterator[Bar]:
    """Yield the figures to draw: of several columns the first row's, of one column its rows'."""
    colours = unit_colours(result.selection.units)
    rows = top_rows(result)
    pairs = [(row, number) for row in rows for number in range(len(result.columns))]
    if len(result.columns) > 1:
        pairs = [(rows[0], number) for number in range(len(result.columns))]
    known = [(row, number, plotted(result, result.cell(row, number))) for row, number in pairs]
    drawn = [(row, number, height) for row, number, height in known if height is not None]
    for row, number, height in drawn[:MOST_BARS]:
        column = result.columns[number]
        name = series_name(result, column) if len(result.columns) > 1 else str(row.label)
        yield Bar(name, label(result, result.cell(row, number)), height, colours[column.unit])


def _draw_bars(draw: ImageDraw.ImageDraw, bars: Sequence[Bar], font: str, top: int) -> None:
    largest = max((abs(bar.height) for bar in bars), default=0) or 1
    step = (HEIGHT - 70 - top) / max(len(bars), 1)
    small = _sized(font, 24)
    for number, bar in enumerate(bars):
        at = top + number * step
        draw.text((MARGIN, at), _wrapped(draw, bar.name, small, 420)[0], font=small, fill=INK)
        long = int((WIDTH - 2 * MARGIN - 640) * abs(bar.height) / largest)
        draw.rectangle((MARGIN + 440, at + 2, MARGIN + 444 + long, at + 28), fill=bar.colour)
        draw.text((MARGIN + 456 + long, at), bar.shown, font=small, fill=INK)


def _wrapped(draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Break text where it no longer fits; Chinese may break after any character."""
    lines = [""]
    for char in text:
        if draw.textlength(lines[-1] + char, font=font) > width:
            lines.append("")
        lines[-1] += char
    return lines
