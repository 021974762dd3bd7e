"""Boxes are drawn where the reader saw the cell, however the page is turned or cropped."""

import pypdfium2
import pytest

from disclosures.evidence import Box, Line
from disclosures.reading import UnreadableFile, read
from disclosures.reading.annotating import AROUND, Numbered, annotated, label_box
from tests.reading.drawn import Drawing, pdf

RED = (200, 0, 0)
APPENDIX = pdf(Drawing().text(50, 50, "the list"))
SCALE = 2


def is_red(pixel: tuple[int, ...]) -> bool:
    return pixel[0] > 150 and pixel[1] < 90 and pixel[2] < 90


def red_area(content: bytes, page: int = 0) -> tuple[float, float, float, float]:
    """Return the box in points round all that is red on a page, as the reader sees it."""
    with pypdfium2.PdfDocument(content) as document:
        picture = document[page].render(scale=SCALE).to_pil().convert("RGB")
    points = [(x, y) for y in range(picture.height) for x in range(picture.width) if is_red(picture.getpixel((x, y)))]
    xs, ys = zip(*points, strict=True)
    return min(xs) / SCALE, min(ys) / SCALE, max(xs) / SCALE, max(ys) / SCALE


def place_of(content: bytes, word: str) -> Box:
    line = next(one for one in read(content, "a.pdf").blocks if isinstance(one, Line) and word in one.text)
    assert line.box is not None
    return line.box


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_box_stands_round_the_words_it_is_about(rotate: int) -> None:
    upright = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}[rotate]
    page = Drawing(width=300, height=200, rotate=rotate)
    page.operators.append(f"BT /F1 12 Tf {' '.join(map(str, upright))} 150 100 Tm (wrong total) Tj ET")
    content = pdf(page)
    box = place_of(content, "wrong total")
    drawn = red_area(annotated(content, [Numbered(1, box, "1", RED)], APPENDIX))
    assert drawn == pytest.approx((box.x0, box.top, box.x1, box.bottom), abs=3)


def test_a_cropped_page_keeps_its_boxes_in_place() -> None:
    content = pdf(Drawing(width=400, height=400, crop=(50, 60, 350, 360)).text(150, 150, "wrong total"))
    box = place_of(content, "wrong total")
    drawn = red_area(annotated(content, [Numbered(1, box, "1", RED)], APPENDIX))
    assert drawn == pytest.approx((box.x0, box.top, box.x1, box.bottom), abs=3)


def test_a_label_stands_in_a_cell_and_before_a_line() -> None:
    cell, line = Box(100, 100, 180, 120), Box(100, 100, 500, 112)
    assert label_box(cell, "7").x0 >= cell.x0 - AROUND
    assert label_box(line, "7").x1 <= line.x0
    assert label_box(Box(2, 100, 500, 112), "17,18").x0 == 0


def test_the_numbers_and_the_list_can_be_found_in_the_text() -> None:
    content = pdf(Drawing().text(100, 100, "total"), Drawing())
    result = annotated(content, [Numbered(1, Box(100, 100, 130, 112), "3,17", RED)], APPENDIX)
    with pypdfium2.PdfDocument(result) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    assert len(texts) == 3
    assert "3,17" in texts[0]
    assert "total" in texts[0]
    assert texts[2].strip() == "the list"


def test_a_box_on_a_page_that_is_not_there_is_left_out() -> None:
    result = annotated(pdf(Drawing()), [Numbered(9, Box(1, 1, 2, 2), "1", RED)], APPENDIX)
    with pypdfium2.PdfDocument(result) as document:
        assert len(document) == 2


def test_a_file_that_is_no_pdf_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        annotated(b"nothing", [], APPENDIX)
