"""Read plain text, Markdown and CSV: lines of separated cells are grids, all else is prose."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator

from disclosures.evidence import Block, Cell, Finding, Grid, Line
from disclosures.reading.cleaning import clean_cell, clean_line
from disclosures.reading.outcome import Progress, Reading
from disclosures.reading.refusal import UnreadableFile
from disclosures.reading.sheets import sheet_blocks
from disclosures.reading.web import markup_blocks
from disclosures.vocabulary import Severity

# More characters than this share of a file that no encoding explains: it is no text.
MOST_UNKNOWN = 0.01
# A text is CSV where at least this share of its lines has one and the same number of commas.
CSV_LINES = 0.8
_TABLE = re.compile(r"(<table\b.*?</table>)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?(?:b|i|u|sup|sub|strong|em|span|br|p)\s*/?>", re.IGNORECASE)
_MARK = re.compile(r"^#{1,6}\s+|\*\*|__")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_PIPE_ROW = re.compile(r"^\s*\|.*\|\s*$")
_PIPE_RULE = re.compile(r"^\s*\|(?:\s*:?-{2,}:?\s*\|)+\s*$")
_PIPE = re.compile(r"(?<!\\)\|")


def read_text(content: bytes, progress: Progress | None = None) -> Reading:
    """Return the blocks of a text file in any encoding in use in China."""
    text = decoded(content)
    if text is None:
        raise UnreadableFile("unknown")
    blocks = _csv_blocks(text) if _is_csv(text) else text_blocks(text)
    if progress:
        progress("reading", 1, 1)
    return Reading(blocks, findings=tuple(_broken_letters(text)))


def decoded(content: bytes) -> str | None:
    """Return the text that bytes hold, or None where they hold none."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    texts = [content.decode(encoding, errors="replace") for encoding in ("utf-8-sig", "gb18030")]
    text = min(texts, key=_unknown)
    return text if _unknown(text) <= max(MOST_UNKNOWN * len(text), 1) else None


def _unknown(text: str) -> int:
    """Return how many characters of a text its encoding did not explain."""
    return len(_CONTROL.findall(text))


def text_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text; a blank line ends a grid, as a page break does in exported documents."""
    blocks: list[Block] = []
    for piece in _TABLE.split(text):
        blocks.extend(markup_blocks(piece) if _TABLE.fullmatch(piece) else _plain_blocks(piece))
    return tuple(blocks)


def _plain_blocks(text: str) -> Iterator[Block]:
    """Yield the lines of a text, and a grid for each run of lines with cells."""
    run: list[list[str]] = []
    for printed in text.splitlines():
        cells = _cells(printed)
        if cells is not None:
            run.append(cells)
            continue
        if _PIPE_RULE.match(printed):
            continue
        yield from _grid(run)
        run = []
        line = clean_line(_MARK.sub("", _TAG.sub("", printed)))
        if line:
            yield Line(line)
    yield from _grid(run)


def _cells(printed: str) -> list[str] | None:
    """Return the cells of a line separated by tabs, or by bars as in Markdown; None where it is prose."""
    if "\t" in printed:
        return [_TAG.sub("", cell) for cell in printed.split("\t")]
    if _PIPE_ROW.match(printed) and not _PIPE_RULE.match(printed):
        return [_MARK.sub("", _TAG.sub("", cell)).replace("\\|", "|") for cell in _PIPE.split(printed.strip())[1:-1]]
    return None


def _grid(run: list[list[str]]) -> Iterator[Grid]:
    """Yield rows collected so far as a grid with rows of one width."""
    if run:
        width = max(len(row) for row in run)
        yield Grid(tuple(tuple(Cell(clean_cell(text)) for text in row + [""] * (width - len(row))) for row in run))


def _is_csv(text: str) -> bool:
    """Tell whether most lines have one and the same number of commas, and none has tabs."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 2 or "\t" in text:
        return False
    widths = Counter(len(row) for row in csv.reader(lines))
    width, count = widths.most_common(1)[0]
    return width > 2 and count >= CSV_LINES * len(lines)


def _csv_blocks(text: str) -> tuple[Block, ...]:
    return tuple(sheet_blocks(list(csv.reader(text.splitlines(keepends=True))), ()))


def _broken_letters(text: str) -> Iterator[Finding]:
    count = text.count("\ufffd")
    if count:
        yield Finding("unread.letters", Severity.WARNING, f"文件里有{count}个字的编码已损坏，没有读出。")
