"""pdfium reads a page where pdfminer finds no letters, and damaged files anew."""

from __future__ import annotations

import pytest

from disclosures.reading import read
from disclosures.reading.letters import rows
from disclosures.reading.pdfium import pdfium_letters, rewritten
from tests.reading.drawn import Drawing, pdf


@pytest.mark.parametrize("turn", [0, 180])
def test_both_readers_find_the_same_words_at_the_same_place(turn: int) -> None:
    content = pdf(Drawing().text(50, 50, "another page"), Drawing(rotate=turn).text(100, 200, "Total 1,234.50"))
    (line,) = (line for line in read(content, "drawn.pdf").lines() if line.page == 2)
    letters = pdfium_letters(content, 2)
    assert line.box is not None
    assert min(letter.x0 for letter in letters) == pytest.approx(line.box.x0, abs=2)
    assert min(letter.top for letter in letters) == pytest.approx(line.box.top, abs=4)
    assert sorted(letter.text for letter in letters) == sorted(line.text.replace(" ", ""))


def test_words_come_out_in_lines() -> None:
    letters = pdfium_letters(pdf(Drawing().text(100, 200, "First").text(100, 220, "Second")), 1)
    assert [row.text for row in rows(letters)] == ["First", "Second"]


def test_a_file_that_pdfium_cannot_open_has_no_letters() -> None:
    assert pdfium_letters(b"%PDF-1.4 nothing", 1) == []
    assert rewritten(b"%PDF-1.4 nothing") is None


def test_a_file_with_a_wrong_table_of_objects_is_written_anew() -> None:
    content = pdf(Drawing().text(100, 200, "Kept"))
    mended = rewritten(content.replace(b"startxref\n", b"startxref\n99"))
    assert mended is not None
    assert [line.text for line in read(mended, "mended.pdf").lines()] == ["Kept"]
