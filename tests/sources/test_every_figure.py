"""Every published figure of the samples stands where its source says: read again at its box, the page says the same."""

import re
from pathlib import Path

import pypdfium2
import pytest

from disclosures.evidence import Box
from disclosures.pipeline import ReadDisclosure, read_disclosure
from disclosures.reading.cleaning import clean_line
from disclosures.vocabulary import FactState
from tests.conftest import ROOT

DOCUMENTS = sorted((ROOT / "samples" / "documents").glob("*.pdf"))


class Pages:
    """The pages of a PDF, read by pdfium alone: another program than the one that the parser reads with."""

    def __init__(self, path: Path) -> None:
        self.document = pypdfium2.PdfDocument(path.read_bytes())
        self.texts: dict[int, tuple[pypdfium2.PdfTextPage, float]] = {}

    def text_at(self, page: int | None, box: Box | None) -> str:
        assert page is not None
        assert box is not None
        if page not in self.texts:
            opened = self.document[page - 1]
            self.texts[page] = opened.get_textpage(), opened.get_height()
        text, height = self.texts[page]
        return without_spaces(text.get_text_bounded(box.x0, height - box.bottom, box.x1, height - box.top))


def without_spaces(text: str) -> str:
    return re.sub(r"\s", "", clean_line(text))


@pytest.fixture(scope="module", params=DOCUMENTS, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> tuple[ReadDisclosure, Pages]:
    path: Path = request.param
    return read_disclosure(path.read_bytes(), path.name), Pages(path)


def test_the_samples_are_there() -> None:
    assert len(DOCUMENTS) > 10


def test_the_page_says_at_its_box_what_was_read_of_every_amount(sample: tuple[ReadDisclosure, Pages]) -> None:
    read, pages = sample
    printed = [fact for fact in read.facts if fact.state == FactState.PRINTED]
    assert printed or read.indicators
    found = [(fact.page, fact.printed, pages.text_at(fact.page, fact.box)) for fact in printed]
    assert [one for one in found if one[2] != without_spaces(one[1])] == []


def test_a_blank_cell_is_blank_on_the_page(sample: tuple[ReadDisclosure, Pages]) -> None:
    read, pages = sample
    blank = [fact for fact in read.facts if fact.state == FactState.BLANK]
    found = [(fact.page, fact.heading, pages.text_at(fact.page, fact.box)) for fact in blank]
    assert [one for one in found if re.search(r"\d", one[2])] == []


def test_a_figure_of_the_text_stands_in_the_lines_that_are_marked(sample: tuple[ReadDisclosure, Pages]) -> None:
    read, pages = sample
    found = [(figure.page, figure.sentence, pages.text_at(figure.page, figure.box)) for figure in read.figures]
    assert [one for one in found if not set(re.findall(r"[\d,.]*\d", one[2])) & numbers(one[1])] == []


def numbers(sentence: str) -> set[str]:
    return set(re.findall(r"[\d,.]*\d", without_spaces(sentence)))


def test_an_indicators_name_stands_in_the_row_that_is_marked(sample: tuple[ReadDisclosure, Pages]) -> None:
    read, pages = sample
    named = [one for one in read.indicators if one.level3]
    found = [(one.page, one.level3 or "", pages.text_at(one.page, one.box)) for one in named]
    assert [one for one in found if without_spaces(one[1]) not in one[2]] == []
