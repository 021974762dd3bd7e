"""Files that are broken, or made to break the reader, end in time and within memory: read in part, or refused."""

from __future__ import annotations

import io
import random
import time
import tracemalloc
import zlib
from collections.abc import Callable

import pypdfium2
import pytest

from disclosures.evidence import SourceDocument
from disclosures.reading import UnreadableFile, read
from tests.conftest import ROOT
from tests.reading import drawn

SAMPLE = ROOT / "samples" / "documents" / "中共江苏省委办公厅2018年预算公开.pdf"
# A damaged file of two pages may take this long on a busy machine.
SECONDS = 10
# What reading a page that is made to fill the memory may take.
MEGABYTES = 120


def excerpt(pages: list[int]) -> bytes:
    """Return some pages of a sample as a PDF of their own."""
    short = pypdfium2.PdfDocument.new()
    short.import_pages(pypdfium2.PdfDocument(SAMPLE), pages)
    output = io.BytesIO()
    short.save(output)
    return output.getvalue()


def cut(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) :]


def flip(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 10, 200))):
        content[chance.randrange(len(content))] = chance.randrange(256)


def lose(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content))
    del content[start : start + chance.randrange(1, 500)]


def double(content: bytearray, chance: random.Random) -> None:
    start, at = chance.randrange(len(content)), chance.randrange(len(content))
    content[at:at] = content[start : start + chance.randrange(1, 5000)]


@pytest.mark.parametrize("damage", [cut, flip, lose, double])
def test_a_damaged_disclosure_is_read_or_refused_in_time(damage: Callable[[bytearray, random.Random], None]) -> None:
    whole = excerpt([5, 6])
    for seed in range(10):
        content = bytearray(whole)
        damage(content, random.Random(seed))
        start = time.monotonic()
        assert is_read_or_refused(bytes(content))
        assert time.monotonic() - start < SECONDS


def is_read_or_refused(content: bytes) -> bool:
    try:
        return bool(read(content, "damaged.pdf").blocks)
    except UnreadableFile as refused:
        return refused.code.startswith("unreadable.")


def test_no_amount_of_a_damaged_page_is_read_without_a_finding() -> None:
    whole = excerpt([5])
    amounts = amounts_of(read(whole, "whole.pdf"))
    for seed in range(20):
        content = bytearray(whole)
        flip(content, random.Random(seed))
        try:
            source = read(bytes(content), "damaged.pdf")
        except UnreadableFile:
            continue
        assert amounts_of(source) <= amounts or source.findings


def amounts_of(source: SourceDocument) -> set[str]:
    return {cell.text for grid in source.grids() for row in grid.rows for cell in row if "." in cell.text}


def test_ten_thousand_pages_are_refused_before_they_are_read() -> None:
    start = time.monotonic()
    with pytest.raises(UnreadableFile) as refused:
        read(drawn.pdf(*[drawn.Drawing()] * 10_000), "long.pdf")
    assert refused.value.code == "unreadable.too_many_pages"
    assert time.monotonic() - start < SECONDS


def page_with(stream: bytes, resources: str = "", more: bytes = b"") -> bytes:
    """Return a PDF of one page with a compressed stream of instructions, and more objects from number 5 on."""
    return b"".join(
        (
            b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
            b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
            f"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 << /Type /Font "
            f"/Subtype /Type1 /BaseFont /Helvetica >> >> {resources} >> /Contents 4 0 R >>\nendobj\n".encode(),
            f"4 0 obj\n<< /Filter /FlateDecode /Length {len(stream)} >>\nstream\n".encode(),
            stream,
            b"\nendstream\nendobj\n",
            more,
            b"trailer\n<< /Root 1 0 R >>\n%%EOF\n",
        )
    )


TEXT = b"BT /F1 12 Tf 50 700 Td (Readable) Tj ET "
FORM = "/XObject << /Form 5 0 R >>"


def form(stream: bytes) -> bytes:
    head = (
        f"5 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << {FORM} >> /Filter /FlateDecode "
    )
    return f"{head}/Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream\nendobj\n"


def endless() -> bytes:
    """Return a stream of 100 kB that inflates to 100 MB."""
    deflating = zlib.compressobj(9)
    return b"".join(deflating.compress(b" " * 1024 * 1024) for _ in range(100)) + deflating.flush()


def endless_page() -> bytes:
    return page_with(endless())


def endless_form() -> bytes:
    return page_with(zlib.compress(TEXT + b"/Form Do"), FORM, form(endless()))


@pytest.mark.parametrize("made", [endless_page, endless_form], ids=["page", "form"])
def test_instructions_that_inflate_without_end_are_not_read(made: Callable[[], bytes]) -> None:
    content = made()
    tracemalloc.start()
    with pytest.raises(UnreadableFile):
        read(content, "bomb.pdf")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MEGABYTES * 1024 * 1024


@pytest.mark.parametrize(
    "instructions",
    [
        b"[" * 200_000,
        b"(" * 200_000,
        b"<<" * 200_000,
        b"q " * 200_000,
        b"1 " * 200_000,
        b"BI " * 20_000,
        b"/Form Do " * 2_000,
    ],
    ids=["arrays", "texts", "dictionaries", "states", "operands", "pictures", "a form that draws itself"],
)
def test_instructions_without_sense_end_in_time(instructions: bytes) -> None:
    start = time.monotonic()
    itself = form(zlib.compress(b"/Form Do"))
    source = read(page_with(zlib.compress(TEXT + instructions), FORM, itself), "senseless.pdf")
    assert [line.text for line in source.lines()] == ["Readable"]
    assert time.monotonic() - start < SECONDS
