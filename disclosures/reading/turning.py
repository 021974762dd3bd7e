"""Turn a page whose text runs up or down its side so that it can be read, and lead its boxes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from disclosures.evidence import Block, Box, Finding, Line
from disclosures.reading.drawing import Drawing, Stroke
from disclosures.reading.letters import Letter, Run

# A page is turned where more letters than this share run another way than across.
MOST_TURNED = 0.8

Turn = Callable[[Box], Box]


def way_of(letters: Sequence[Letter]) -> Run:
    """Return which way the text of a page runs: a turned cell or two do not make a turned page."""
    for run in (Run.UP, Run.DOWN):
        if sum(letter.run is run for letter in letters) > MOST_TURNED * len(letters):
            return run
    return Run.ACROSS


def upright(drawing: Drawing, run: Run) -> Drawing:
    """Return a drawing turned so that its text runs across."""

    def turn(x0: float, top: float, x1: float, bottom: float) -> tuple[float, float, float, float]:
        if run is Run.UP:
            return drawing.height - bottom, x0, drawing.height - top, x1
        return top, drawing.width - x1, bottom, drawing.width - x0

    def turned(letter: Letter) -> Letter:
        now = Run.ACROSS if letter.run is run else run
        return Letter(letter.text, *turn(letter.x0, letter.top, letter.x1, letter.bottom), letter.size, now)

    return Drawing(
        drawing.height,
        drawing.width,
        [turned(letter) for letter in drawing.letters],
        [Stroke(*turn(*stroke[:4]), stroke.outlined) for stroke in drawing.strokes],
        drawing.has_pictures,
        drawing.is_whole,
        drawing.has_unseen_text,
    )


def back(drawing: Drawing, run: Run) -> Turn:
    """Return how boxes of the turned drawing lead back to the page."""
    if run is Run.UP:
        return lambda box: Box(box.top, drawing.height - box.x1, box.bottom, drawing.height - box.x0)
    return lambda box: Box(drawing.width - box.bottom, box.x0, drawing.width - box.top, box.x1)


def turned_block(block: Block, turn: Turn) -> Block:
    """Return a block with its boxes on the page."""
    box = turn(block.box) if block.box else None
    if isinstance(block, Line):
        return replace(block, box=box)
    rows = tuple(tuple(replace(cell, box=turn(cell.box)) if cell.box else cell for cell in row) for row in block.rows)
    return replace(block, rows=rows, box=box)


def turned_finding(finding: Finding, turn: Turn) -> Finding:
    """Return a finding with its boxes on the page."""
    return replace(finding, boxes=tuple((page, turn(box)) for page, box in finding.boxes))
