"""Every published figure of the demo opens where it is printed: read again at its mark, the page says the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from django.db.models import QuerySet
from django.test import Client

from disclosures.evidence import Box
from disclosures.ingest import ingest, publish
from disclosures.ingest.printed_values import printed_value
from disclosures.ingest.publication import EVERYTHING
from disclosures.models import Correction, Figure, LineItem, PerformanceIndicator, Project, Revision
from disclosures.models.corrections import Subject
from disclosures.reading.cleaning import clean_line
from disclosures.sources.addresses import source_address
from disclosures.sources.pictures import AROUND
from tests.conftest import ROOT
from tests.read_once import reading_of

DOCUMENTS = sorted((ROOT / "samples" / "documents").glob("*.pdf"))
MARK = re.compile(r'<rect class="mark mark-cell"[^>]*x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)"')
# Every so many figures of a kind are asked for as a visitor would; where they are marked is asked of all.
ASKED_FOR = 40


class Pages:
    """The pages of a PDF, read by pdfium alone: another program than the one that the parser reads with."""

    def __init__(self, content: bytes) -> None:
        self.document = pypdfium2.PdfDocument(content)
        self.texts: dict[int, tuple[pypdfium2.PdfTextPage, float]] = {}

    def text_at(self, page: int | None, box: Iterable[float] | None) -> str:
        """Return what a page says inside a box; nothing where there is none."""
        if page is None or box is None:
            return ""
        if page not in self.texts:
            opened = self.document[page - 1]
            self.texts[page] = opened.get_textpage(), opened.get_height()
        text, height = self.texts[page]
        left, top, right, bottom = box
        return without_spaces(text.get_text_bounded(left, height - bottom, right, height - top))


def without_spaces(text: str) -> str:
    return re.sub(r"\s", "", clean_line(text))


def amount_says_the_same(item: LineItem, there: str) -> bool:
    return there == without_spaces(item.printed)


def name_is_there(project: Project, there: str) -> bool:
    return without_spaces(project.name) in there


def every_field_is_there(indicator: PerformanceIndicator, there: str) -> bool:
    texts = (indicator.level3, indicator.target, indicator.actual)
    numbers = (plain(number) for number in (indicator.weight, indicator.score))
    return all(without_spaces(text) in there for text in (*texts, *numbers))


def number_is_there(figure: Figure, there: str) -> bool:
    return without_spaces(printed_value(figure, Correction.Field.VALUE)) in there


def plain(number: Decimal | None) -> str:
    return "" if number is None else f"{number.normalize():f}"


# What is published, by the word for it, and how one sees that a page says it.
KINDS: Mapping[str, tuple[Callable[[Revision], QuerySet[Any]], Callable[[Any, str], bool]]] = {
    "amounts": (lambda filed: filed.line_items.printed().with_filing(), amount_says_the_same),
    "projects": (lambda filed: filed.projects.select_related("table"), name_is_there),
    "indicators": (lambda filed: filed.indicators.all(), every_field_is_there),
    "figures in the text": (lambda filed: filed.figures.all(), number_is_there),
}


@pytest.fixture
def db(undone: None) -> None:
    """No test files anything: they look at what the module has filed."""


@pytest.fixture(scope="module", params=DOCUMENTS, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> Path:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def filed_once(module_db: None, sample: Path) -> int:
    content, read = sample.read_bytes(), reading_of(sample)
    return publish(ingest(read, content=content, uploaded_by=None), by=None, despite=EVERYTHING).pk


@pytest.fixture
def filed(db: None, filed_once: int) -> Revision:
    return Revision.objects.get(pk=filed_once)


def test_the_samples_are_there() -> None:
    assert len(DOCUMENTS) > 10


def test_the_page_says_at_its_mark_what_was_published(
    filed: Revision, sample: Path, record_property: Callable[[str, object], None]
) -> None:
    pages, rows = Pages(sample.read_bytes()), 0
    for kind, (published, is_there) in KINDS.items():
        asked = list(published(filed))
        missed = [one for one in asked if not is_there(one, pages.text_at(one.page, one.box))]
        record_property(kind, f"{len(asked) - len(missed)}/{len(asked)}")
        assert missed == [], kind
        rows += len(asked)
    assert rows > 0


def test_a_blank_cell_is_blank_on_the_page(filed: Revision, sample: Path) -> None:
    pages = Pages(sample.read_bytes())
    blank = filed.line_items.filter(state="blank")
    assert [item for item in blank if re.search(r"\d", pages.text_at(item.page, item.box))] == []


def test_the_view_of_a_source_marks_that_place(filed: Revision, reader: Client) -> None:
    for published, _is_there in KINDS.values():
        asked = list(published(filed).values_list("pk", flat=True))[::ASKED_FOR]
        for one in published(filed).filter(pk__in=asked):
            assert marked_at(reader, one) == pytest.approx(one.box, abs=0.02), one


def marked_at(reader: Client, subject: Subject) -> list[float]:
    page = reader.get(source_address(subject))
    found = MARK.search(page.content.decode())
    assert found, subject
    x, y, width, height = map(float, found.groups())
    return Box(x + AROUND, y + AROUND, x + width - AROUND, y + height - AROUND).as_list()
