"""A page becomes a picture as the reader sees it: turned, cropped, and never larger than can be handled."""

import io

import pytest
from PIL import Image

from disclosures.reading import UnreadableFile
from disclosures.reading.picture import MAX_PIXELS, page_picture, page_size
from tests.reading.drawn import Drawing, pdf


def picture(content: bytes, number: int = 1) -> Image.Image:
    return Image.open(io.BytesIO(page_picture(content, number))).convert("L")


def dark_at(drawn: Image.Image, x: float, top: float) -> bool:
    """Tell whether anything is printed within a point of a place, given in points."""
    box = drawn.crop((round(2 * x) - 2, round(2 * top) - 2, round(2 * x) + 3, round(2 * top) + 3))
    return box.getextrema()[0] < 128


def test_what_is_printed_at_a_place_is_drawn_there() -> None:
    drawn = picture(pdf(Drawing().rule(100, 200, 300, 200)))
    assert drawn.size == (1190, 1684)
    assert dark_at(drawn, 200, 200)
    assert not dark_at(drawn, 200, 210)


def test_a_turned_page_is_drawn_upright() -> None:
    turned = pdf(Drawing(rotate=90).rule(100, 200, 300, 200))
    assert (page_size(turned, 1).width, page_size(turned, 1).height) == (842, 595)
    assert dark_at(picture(turned), 842 - 200, 200)


def test_places_are_counted_from_the_corner_of_the_part_that_is_shown() -> None:
    cropped = pdf(Drawing(crop=(50, 42, 545, 742)).rule(100, 200, 300, 200))
    assert (page_size(cropped, 1).width, page_size(cropped, 1).height) == (495, 700)
    assert dark_at(picture(cropped), 200 - 50, 200 - 100)


def test_a_poster_is_drawn_coarser() -> None:
    drawn = picture(pdf(Drawing(width=5000, height=8000)))
    assert drawn.width * drawn.height <= MAX_PIXELS * 1.01


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_page_that_is_not_there_is_refused(number: int) -> None:
    with pytest.raises(UnreadableFile):
        page_picture(pdf(Drawing()), number)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        page_size(b"no PDF", 1)
