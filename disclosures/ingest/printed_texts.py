"""Keep the lines of a file as read, and give them back to the rules with the tables that they stand around."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from disclosures.evidence import Block, Box, Finding, Grid, Line, SourceDocument
from disclosures.extraction.prose.privacy import without_personal_data
from disclosures.ingest.storable import storable_box, storable_text
from disclosures.models import PrintedText, Revision, RevisionFile
from disclosures.pipeline import ReadDisclosure
from disclosures.recognition.statements import StatementTable
from disclosures.vocabulary import Severity

# A line: its text without personal data (prose is read so, too), page, box and font size.
# A grid, which its table keeps whole: its page and number of rows.
StoredBlock = list[Any]


def printed_text(revision: Revision, file: RevisionFile, read: ReadDisclosure) -> PrintedText:
    """Return the row for a file's lines."""
    at = {id(block): place for place, block in enumerate(read.source.blocks)}
    return PrintedText(
        revision=revision,
        file=file,
        blocks=[_stored(block) for block in read.source.blocks],
        tables=[[_places(table.captions, at), _places(table.notes, at)] for table in read.tables],
        troubles=[[finding.code, list(finding.pages)] for finding in read.source.findings],
    )


def as_source(kept: PrintedText) -> SourceDocument:
    """Return the file as reading gave it, but for the cells of its grids."""
    file = kept.file
    troubles = (Finding(code, Severity.WARNING, "", tuple(pages)) for code, pages in kept.troubles)
    blocks = tuple(_block(*stored) for stored in kept.blocks)
    return SourceDocument(file.name, file.sha256, file.media_type, file.page_count, blocks, tuple(troubles))


def with_lines(tables: Iterable[StatementTable], kept: PrintedText, source: SourceDocument) -> Iterator[StatementTable]:
    """Yield a file's tables with the very lines that stand above and below each."""
    for table, (captions, notes) in zip(tables, kept.tables, strict=True):
        yield replace(table, captions=_lines(captions, source), notes=_lines(notes, source))


def _stored(block: Block) -> StoredBlock:
    if isinstance(block, Grid):
        return [None, block.page, len(block.rows)]
    return [without_personal_data(storable_text(block.text)), block.page, storable_box(block.box), block.size]


def _block(text: str | None, page: int | None, *more: Any) -> Block:
    if text is None:
        return Grid(rows=((),) * more[0], page=page)
    box, size = more
    return Line(text, page, Box(*box) if box else None, size)


def _places(lines: Sequence[Line], at: dict[int, int]) -> list[int | StoredBlock]:
    """Return where lines stand among the blocks; one that recognition made itself is kept whole."""
    return [at[id(line)] if id(line) in at else _stored(line) for line in lines]


def _lines(places: Iterable[int | StoredBlock], source: SourceDocument) -> tuple[Line, ...]:
    blocks = (source.blocks[place] if isinstance(place, int) else _block(*place) for place in places)
    return tuple(block for block in blocks if isinstance(block, Line))
