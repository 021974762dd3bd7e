"""Scans are read where the extra is installed, marked as recognised, and refused with advice where it is not."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image

from disclosures.evidence import Grid, SourceDocument
from disclosures.reading import UnreadableFile, ocr, read
from tests.conftest import ROOT
from tests.reading.drawn import Drawing, pdf

SAMPLE = ROOT / "samples" / "documents" / "上海市财政局2025年预算公开.pdf"
DOTS_A_POINT = 200 / 72
PICTURE = "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q"

installed = pytest.mark.skipif(not ocr.is_installed(), reason="requirements-ocr.txt is not installed")
missing = pytest.mark.skipif(ocr.is_installed(), reason="requirements-ocr.txt is installed")


def page_of(words: str) -> int:
    """Return the first page of the sample that prints some words."""
    document = pypdfium2.PdfDocument(SAMPLE)
    return next(index for index in range(len(document)) if words in document[index].get_textpage().get_text_range())


def picture(number: int) -> Image.Image:
    drawn = pypdfium2.PdfDocument(SAMPLE)[number].render(scale=DOTS_A_POINT)
    return drawn.to_pil().convert("L")


def saved(form: str, *pages: Image.Image) -> bytes:
    output = io.BytesIO()
    more = {"save_all": True, "append_images": pages[1:]} if len(pages) > 1 else {}
    pages[0].save(output, form, **more)
    return output.getvalue()


def texts(source: SourceDocument) -> list[list[list[str]]]:
    return [grid.texts() for grid in source.grids()]


def printed(number: int) -> list[Grid]:
    """Return the tables of a page as they are read from its text."""
    return [grid for grid in read(SAMPLE.read_bytes(), "sample.pdf").grids() if grid.page == number + 1]


@missing
@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
def test_without_the_extra_a_picture_is_refused_with_advice(form: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(saved(form, Image.new("L", (100, 100), 255)), "scan")
    assert refused.value.code == "unreadable.scanned"
    assert "请管理员启用文字识别" in refused.value.message
    assert "requirements" not in refused.value.message


@installed
@pytest.mark.parametrize("form", ["PDF", "PNG", "TIFF"])
def test_a_scanned_page_gives_the_cells_of_its_text(form: str) -> None:
    number = page_of("功能分类科目编码")
    source = read(saved(form, picture(number)), "scan")
    assert texts(source) == [grid.texts() for grid in printed(number)]
    assert [(finding.code, finding.pages) for finding in source.findings] == [("unread.ocr", (1,))]


@installed
def test_cells_of_a_scanned_page_know_where_they_stand() -> None:
    number = page_of("功能分类科目编码")
    content = io.BytesIO()
    picture(number).save(content, "PDF", resolution=200)
    scanned = next(read(content.getvalue(), "scan.pdf").grids()).box
    expected = printed(number)[0].box
    assert scanned is not None
    assert expected is not None
    assert scanned.as_list() == pytest.approx(expected.as_list(), abs=2)


@installed
def test_each_page_of_a_picture_file_is_marked_as_recognised() -> None:
    pages = [picture(number) for number in (page_of("功能分类科目编码"), page_of("功能分类科目编码") + 1)]
    source = read(saved("TIFF", *pages), "scan.tiff")
    assert source.page_count == 2
    assert [finding.pages for finding in source.findings if finding.code == "unread.ocr"] == [(1,), (2,)]


@installed
def test_a_damaged_picture_is_refused() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(saved("PNG", Image.new("L", (300, 300), 255))[:60], "scan.png")
    assert refused.value.code == "unreadable.damaged"


def test_the_unseen_text_over_a_scan_is_marked_as_recognised() -> None:
    page = Drawing().text(50, 100, "1,234.50")
    page.operators.insert(0, "3 Tr")
    page.operators.append(PICTURE)
    source = read(pdf(page), "scan.pdf")
    assert [line.text for line in source.lines()] == ["1,234.50"]
    assert [finding.code for finding in source.findings] == ["unread.ocr"]


def test_text_beside_a_picture_is_read_as_it_is() -> None:
    page = Drawing().text(50, 100, "1,234.50")
    page.operators.append(PICTURE)
    assert read(pdf(page), "text.pdf").findings == ()
