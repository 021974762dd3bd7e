"""Read a web page into lines and grids in document order."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from typing import Any

import lxml.html
from lxml import etree

from disclosures.evidence import Block, Finding, Line
from disclosures.reading.cleaning import clean_cell, clean_line
from disclosures.reading.outcome import Progress, Reading
from disclosures.reading.refusal import UnreadableFile
from disclosures.reading.spans import Piece, spanned_grid
from disclosures.vocabulary import Severity

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# Names of encodings of which GB 18030 is the whole.
_CHINESE = {"gb2312", "gbk", "gb18030", "x-gbk"}
_UNSEEN = {"script", "style", "head", "noscript", "template", "select", "button", "iframe"}
# Elements that do not end a line.
_INLINE = {"a", "b", "big", "code", "em", "font", "i", "label", "o:p", "q", "s", "small", "span", "strong", "sub"}
_INLINE |= {"sup", "u"}
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def read_web_page(content: bytes, progress: Progress | None = None) -> Reading:
    """Return the blocks of a web page."""
    text = _decoded(content)
    blocks = tuple(markup_blocks(text))
    if progress:
        progress("reading", 1, 1)
    return Reading(blocks, findings=tuple(_cut_short(text.lower())))


def _cut_short(text: str) -> Iterator[Finding]:
    """Yield a finding where a page was begun and not ended."""
    if "<html" in text and "</html" not in text:
        yield Finding("unread.end", Severity.WARNING, "网页不完整，可能缺少后面的内容，请与原网页核对。")


def read_mail_page(content: bytes, progress: Progress | None = None) -> Reading:
    """Return the blocks of a web page saved with its pictures as one file (MHTML), as Office does on request."""
    for part in email.message_from_bytes(content).walk():
        page = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(page, bytes):
            return read_web_page(page, progress)
    raise UnreadableFile("unknown")


def markup_blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of HTML text."""
    try:
        root = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (etree.ParserError, ValueError) as trouble:
        raise UnreadableFile("damaged") from trouble
    body = root.find("body")
    words: list[str] = []
    yield from _walk(root if body is None else body, words)
    yield from _lines(words)


def _decoded(content: bytes) -> str:
    """Return a page's text by its byte order mark, its declared encoding, or the one that fits."""
    declared = _CHARSET.search(content[:4096])
    name = declared[1].decode("ascii").lower() if declared else ""
    for encoding in ("utf-8-sig", "gb18030" if name in _CHINESE or not name else name, "gb18030"):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("gb18030" if name in _CHINESE else "utf-8", errors="replace")


def _walk(element: Any, words: list[str]) -> Iterator[Block]:
    """Yield the blocks below an element; words wait in ``words`` until a block-level element ends their line."""
    words.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str) and not _is_unseen(child):
            if child.tag == "br":
                words.append("\n")
            elif child.tag in _INLINE:
                yield from _walk(child, words)
            elif child.tag == "table" and not _holds_table(child):
                yield from _lines(words)
                yield from _table(child)
            else:
                yield from _lines(words)
                yield from _walk(child, words)
                yield from _lines(words)
        words.append(child.tail or "")


def _is_unseen(element: Any) -> bool:
    return element.tag in _UNSEEN or bool(_HIDDEN.search(element.get("style", "")))


def _holds_table(table: Any) -> bool:
    """Tell whether a table holds another one: then it lays out the page and is none itself."""
    return next(table.iterdescendants("table"), None) is not None


def _lines(words: list[str]) -> Iterator[Line]:
    """Yield the lines that waiting words make; white space in the source is a single space."""
    text = "".join(word if word == "\n" else re.sub(r"[ \t\r\n]+", " ", word) for word in words)
    words.clear()
    for line in text.split("\n"):
        if cleaned := clean_line(line):
            yield Line(cleaned)


def _table(table: Any) -> Iterator[Block]:
    """Yield a caption as a line, and a table's grid, or its texts as lines where it has a single column."""
    for caption in table.iterchildren("caption"):
        yield from _lines([caption.text_content()])
    rows = [[_piece(cell) for cell in row.iterchildren("td", "th")] for row in table.iter("tr")]
    if all(len(row) <= 1 for row in rows):
        for row in rows:
            yield from _lines([piece.text for piece in row])
        return
    grid = spanned_grid(rows)
    if grid is not None:
        yield grid


def _piece(cell: Any) -> Piece:
    words: list[str] = []
    lines = [block.text for block in (*_walk(cell, words), *_lines(words)) if isinstance(block, Line)]
    return Piece(clean_cell("\n".join(lines)), _span(cell, "rowspan"), _span(cell, "colspan"))


def _span(cell: Any, name: str) -> int:
    value = (cell.get(name) or "").strip()
    return max(int(value), 1) if value.isdigit() else 1
