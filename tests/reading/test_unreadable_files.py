"""What cannot be read is refused with a stable code and a Chinese sentence that says what to do."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from disclosures.reading import MAX_BYTES, UnreadableFile, files, kinds, pdf, read
from tests.reading import drawn
from tests.reading.office import WORD, WORKBOOK, saved
from tests.reading.test_web_pages import PAGE

FILES = Path(__file__).parent / "files"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TABLE = drawn.pdf(drawn.Drawing().lattice((50, 100, 200), (50, 80, 110)).text(55, 60, "201").text(120, 60, "1.00"))


def package(*names: str) -> bytes:
    """Return a zip archive with members of these names."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for name in names:
            opened.writestr(name, "content")
    return archive.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "unreadable.empty"),
        (b"\xef\xbb\xbf \r\n", "unreadable.empty"),
        (b"\x00" * 100, "unreadable.empty"),
        (package(), "unreadable.empty"),
        (drawn.pdf(drawn.Drawing()), "unreadable.empty"),
        (b"<html><body></body></html>", "unreadable.empty"),
        (b"<html>" + b"<div>" * 50_000 + b"deep", "unreadable.empty"),
        (b"%PDF-1.7\nnothing", "unreadable.damaged"),
        (TABLE[:200], "unreadable.damaged"),
        (b"PK\x03\x04 and no more", "unreadable.damaged"),
        (package("xl/workbook.xml"), "unreadable.damaged"),
        (package("word/document.xml"), "unreadable.damaged"),
        (COMPOUND + "Workbook".encode("utf-16-le"), "unreadable.damaged"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "unreadable.encrypted"),
        ((FILES / "locked.pdf").read_bytes(), "unreadable.encrypted"),
        (b"Rar!\x1a\x07", "unreadable.type"),
        (package("表.xlsx"), "unreadable.type"),
        (package("OFD.xml"), "unreadable.type"),
        (package("ppt/presentation.xml"), "unreadable.type"),
        (COMPOUND + b"\x00" * 512, "unreadable.type"),
        (bytes(range(1, 32)) * 20, "unreadable.type"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_for_what_it_is(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(content, "upload")
    assert refused.value.code == code
    assert re.search("请|。$", refused.value.message)
    assert "{" not in refused.value.message


def test_a_name_does_not_decide_how_a_file_is_read() -> None:
    assert read(TABLE, "table.xlsx").media_type == "application/pdf"
    assert read("甲\t乙".encode(), "text.pdf").media_type == "text/plain"


def test_a_picture_on_every_page_is_a_scan() -> None:
    page = drawn.Drawing()
    page.operators.append("q 500 0 0 700 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q")
    with pytest.raises(UnreadableFile) as refused:
        read(drawn.pdf(page), "scan.pdf")
    assert refused.value.code == "unreadable.scanned"


def test_a_picture_among_pages_of_text_is_a_finding() -> None:
    page = drawn.Drawing()
    page.operators.append("q 500 0 0 700 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q")
    source = read(drawn.pdf(drawn.Drawing().text(50, 50, "Text"), page), "mixed.pdf")
    assert [(finding.code, finding.pages) for finding in source.findings] == [("unread.page", (2,))]


def test_a_file_locked_against_changes_only_is_read() -> None:
    assert [line.text for line in read((FILES / "owner_locked.pdf").read_bytes(), "x").lines()] == ["Locked"]


def test_a_file_too_large_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 100)
    with pytest.raises(UnreadableFile) as refused:
        read(TABLE, "large.pdf")
    assert refused.value.code == "unreadable.too_large"
    assert MAX_BYTES >= 50 * 1024 * 1024


def test_a_file_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    with pytest.raises(UnreadableFile) as refused:
        read(drawn.pdf(drawn.Drawing(), drawn.Drawing()), "long.pdf")
    assert refused.value.code == "unreadable.too_many_pages"
    assert "2 页" in refused.value.message


def test_a_package_that_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "LARGE", 1024 * 1024)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("xl/workbook.xml", b"\x00" * 4 * 1024 * 1024)
    with pytest.raises(UnreadableFile) as refused:
        read(archive.getvalue(), "bomb.xlsx")
    assert refused.value.code == "unreadable.too_large"


def test_a_workbook_with_a_cell_at_the_end_of_the_world_is_refused() -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD1048576"] = "here", "there"
    with pytest.raises(UnreadableFile) as refused:
        read(saved(book), "wide.xlsx")
    assert refused.value.code == "unreadable.too_large"


@pytest.mark.parametrize(
    "page",
    [
        b"<html><table><tr><td colspan=999999999>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
        b"<html><table><tr><td rowspan=999999999>a</td><td>b</td></tr></table>",
    ],
)
def test_a_page_made_to_fill_the_memory_does_not(page: bytes) -> None:
    assert read(page, "page").blocks


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def flip(content: bytes, chance: random.Random) -> bytes:
    flipped = bytearray(content)
    for _ in range(chance.choice((1, 5, 50))):
        flipped[chance.randrange(len(flipped))] = chance.randrange(256)
    return bytes(flipped)


@pytest.mark.parametrize("damage", [cut, flip])
@pytest.mark.parametrize("content", [TABLE, WORKBOOK, WORD, PAGE], ids=["pdf", "xlsx", "docx", "html"])
def test_a_damaged_file_is_read_or_refused_and_never_breaks_the_reader(
    content: bytes, damage: Callable[[bytes, random.Random], bytes]
) -> None:
    outcomes = [outcome(damage(content, random.Random(seed))) for seed in range(40)]
    assert {code for code in outcomes if code and not code.startswith("unreadable.")} == set()


def outcome(content: bytes) -> str | None:
    """Return the code that a file is refused with, or None where it is read."""
    try:
        return None if read(content, "damaged").blocks else "empty"
    except UnreadableFile as refused:
        return refused.code


def test_a_pdf_without_its_end_is_read_with_a_finding() -> None:
    source = read(TABLE[: TABLE.rindex(b"startxref")], "cut.pdf")
    assert [grid.texts() for grid in source.grids()] == [[["201", "1.00"], ["", ""]]]
    assert [finding.code for finding in source.findings] == ["unread.end"]
