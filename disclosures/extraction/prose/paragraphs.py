"""Join printed lines into paragraphs over line and page breaks, each with its page, boxes and headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise

from disclosures.evidence import Box, Grid, Line, SourceDocument
from disclosures.extraction.prose.linebreaks import find_edges, goes_on
from disclosures.extraction.prose.outline import (
    UNNUMBERED,
    Heading,
    below,
    completes_part,
    heading_of,
    lead_of,
    ordinal_of,
    without_contents,
)
from disclosures.extraction.prose.privacy import without_personal_data
from disclosures.recognition.headings import Role, compact, role_of
from disclosures.recognition.statements import StatementTable

_MARKDOWN = re.compile(r"^(?:#+\s*|[-*]\s+)|\*\*")
_STOP = re.compile(r"[。；;：:！？，,]")

# The longest name of a department above a table, with its caption.
LONGEST_OWNER = 40
# A line that stands at the same height on this many pages is a running head or foot.
RUNNING = 3


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without spaces; ``lines`` are its printed lines with the offset each starts at."""

    text: str
    readable: str
    lines: tuple[tuple[int, Line], ...]
    headings: tuple[Heading, ...] = ()
    heading: Heading | None = None

    @property
    def page(self) -> int | None:
        """Return the page that it begins on."""
        return self.lines[0][1].page

    def line_at(self, offset: int) -> Line:
        """Return the printed line that holds the character at an offset."""
        return next(line for start, line in reversed(self.lines) if start <= offset)

    def line_over(self, offset: int, end: int) -> Line:
        """Return the printed line that holds some characters; where they go on, with their other lines on its page."""
        first = self.line_at(offset)
        more = [line for start, line in self.lines if offset < start < end and line.page == first.page]
        boxes = [line.box for line in more if line.box is not None]
        return replace(first, box=reduce(Box.union, boxes, first.box)) if boxes and first.box else first


def find_paragraphs(source: SourceDocument, tables: tuple[StatementTable, ...]) -> tuple[Paragraph, ...]:
    """Return the prose of a document in order; what belongs to tables and the contents page are left out."""
    return tuple(_with_headings(_joined(_prose(source, tables))))


def _with_headings(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield paragraphs with the headings above them; the opening words of a numbered one stand above those below."""
    path: tuple[Heading, ...] = ()
    for paragraph in paragraphs:
        heading = heading_of(paragraph.lines[0][1].text if len(paragraph.lines) == 1 else paragraph.text)
        if heading is None and completes_part(path, paragraph.text):
            heading = Heading(UNNUMBERED, paragraph.text)
        lead = heading or lead_of(paragraph.text)
        if lead is None:
            yield replace(paragraph, headings=path)
        else:
            path = below(path, lead)
            yield replace(paragraph, headings=path[:-1], heading=path[-1] if heading else None)


def _prose(source: SourceDocument, tables: tuple[StatementTable, ...]) -> Iterator[Line | None]:
    """Yield the lines of prose, and None where a table stands between them."""
    claimed = {id(line) for table in tables for line in (*table.captions, *table.notes)}
    running = _running(source)
    kept = {id(line) for line in without_contents(source.lines())}
    for block, after in pairwise((*source.blocks, None)):
        if isinstance(block, Grid) or id(block) in claimed:
            yield None
        elif isinstance(block, Line) and id(block) in kept and (block.text, _height(block)) not in running:
            tabular = isinstance(after, Grid) or id(after) in claimed
            yield None if tabular and _is_caption(block.text) else block


def _is_caption(text: str) -> bool:
    """Tell whether a line above a table only names its owner: no heading and no sentence."""
    short = len(text) <= LONGEST_OWNER
    return short and heading_of(text) is None and ordinal_of(compact(text)) is None and _STOP.search(text) is None


def _running(source: SourceDocument) -> set[tuple[str, int | None]]:
    """Return text and height of the lines that recur on page after page."""
    placed = {(line.text, _height(line), line.page) for line in source.lines() if line.box is not None}
    counted = Counter((text, height) for text, height, _ in placed)
    return {place for place, count in counted.items() if count >= RUNNING}


def _height(line: Line) -> int | None:
    return None if line.box is None else round(line.box.top)


def _joined(lines: Iterable[Line | None]) -> Iterator[Paragraph]:
    """Yield the paragraphs that lines make up."""
    known = [line for line in lines if line is None or role_of(line.text) is not Role.PAGE_NUMBER]
    edges = find_edges(line for line in known if line is not None)
    pending: list[Line] = []
    for line in known:
        if line is not None and pending and goes_on(pending[-1], line, edges):
            pending.append(line)
            continue
        if pending:
            yield _closed(pending)
        pending = [line] if line is not None and role_of(line.text) is Role.PROSE else []
    if pending:
        yield _closed(pending)


def _closed(lines: list[Line]) -> Paragraph:
    starts: list[tuple[int, Line]] = []
    text = readable = ""
    for line in lines:
        printed = without_personal_data(_MARKDOWN.sub("", line.text)).strip()
        starts.append((len(text), line))
        text += re.sub(r"\s+", "", printed)
        readable += printed
    return Paragraph(text, readable, tuple(starts))
