"""Set lists in Chinese as PDF pages without a font file: readers take their own Song font, and find the words in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

# A4 in points, and what is left free round it.
WIDTH, HEIGHT, MARGIN = 595, 842, 56
LEADING = 1.55
# Readers know this name as "a Song font of mine"; letters and digits get a fixed width, whichever font that is.
FONT_NAME, ENCODING = "STSong-Light", "UniGB-UTF16-H"
NARROW, WIDE = 0.55, 1.0
# No line begins with these.
NOT_FIRST = frozenset("，。；：、？！）》”’】％%)")

Colour = tuple[float, float, float]
BLACK: Colour = (0.1, 0.15, 0.2)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a list: its text, size, colour, indent, and the space above it."""

    text: str
    size: float = 10.5
    colour: Colour = BLACK
    indent: float = 0
    above: float = 0


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    passage: Passage
    height: float


def list_pages(passages: Iterable[Passage]) -> bytes:
    """Return the passages as a PDF of A4 pages."""
    return _file([_content(page) for page in _pages(_lines(passages))])


def broken(text: str, size: float, width: float) -> list[str]:
    """Return a text in lines that fit a width; what must not begin a line hangs over the margin."""
    lines, line, used = [], "", 0.0
    for char in text:
        step = size * char_width(char)
        if used + step > width and char not in NOT_FIRST and line:
            lines.append(line)
            line, used = "", 0.0
        line, used = line + char, used + step
    return [*lines, line]


def char_width(char: str) -> float:
    """Return a character's width as a share of its size."""
    return NARROW if char.isascii() else WIDE


def _lines(passages: Iterable[Passage]) -> Iterator[_Line]:
    for passage in passages:
        width = WIDTH - 2 * MARGIN - passage.indent
        for number, text in enumerate(broken(passage.text, passage.size, width)):
            yield _Line(text, passage, passage.size * LEADING + (0 if number else passage.above))


def _pages(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    page: list[_Line] = []
    left = float(HEIGHT - 2 * MARGIN)
    for line in lines:
        if line.height > left and page:
            yield page
            page, left = [], float(HEIGHT - 2 * MARGIN)
        page.append(line)
        left -= line.height
    yield page


def _content(lines: Sequence[_Line]) -> bytes:
    """Return the drawing operators of a page."""
    said, y = [], float(HEIGHT - MARGIN)
    for line in lines:
        y -= line.height
        passage = line.passage
        colour = " ".join(f"{part:.2f}" for part in passage.colour)
        letters = line.text.encode("utf-16-be", "replace").hex()
        said.append(f"BT {colour} rg /F {passage.size} Tf {MARGIN + passage.indent} {y:.1f} Td <{letters}> Tj ET")
    return "\n".join(said).encode()


def _file(contents: Sequence[bytes]) -> bytes:
    """Return a PDF file: catalogue, pages, font, then a page and its content each."""
    first = 6
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(contents)}/Kids[{kids}]>>".encode(),
        f"<</Type/Font/Subtype/Type0/BaseFont/{FONT_NAME}/Encoding/{ENCODING}/DescendantFonts[4 0 R]>>".encode(),
        f"<</Type/Font/Subtype/CIDFontType0/BaseFont/{FONT_NAME}/DW 1000/W[1 95 {1000 * NARROW:.0f}]"
        "/FontDescriptor 5 0 R/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>".encode(),
        f"<</Type/FontDescriptor/FontName/{FONT_NAME}/Flags 6/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880"
        "/StemV 93/FontBBox[-25 -254 1000 880]>>".encode(),
    ]
    for number, content in enumerate(contents):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {first + 2 * number + 1} 0 R>>".encode()
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    return _numbered(objects)


def _numbered(objects: Sequence[bytes]) -> bytes:
    """Return a file of numbered objects with the table of their places."""
    written, places = b"%PDF-1.5\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return b"%sxref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        written, size, table, size, len(written),
    )  # fmt: skip
