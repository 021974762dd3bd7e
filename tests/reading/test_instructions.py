"""The fast way to read drawing instructions reads what pdfminer reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pdfplumber
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.pdfinterp import PDFContentParser, PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.psexceptions import PSEOF, PSSyntaxError
from pdfminer.psparser import KWD, PSKeyword

from disclosures.reading.instructions import instructions
from disclosures.reading.interpreter import OPERATORS
from tests.conftest import ROOT

MISTAKE = "a mistake"
SAMPLES = sorted((ROOT / "samples" / "documents").glob("*.pdf"))


def ours(data: bytes) -> list[str]:
    """Return the objects of a content stream in order, up to the last operator."""
    return shown(one for operator, operands in instructions(data) for one in (*operands, operator))


def pdfminers(data: bytes) -> list[str]:
    return shown(_up_to_the_last_operator(data))


def shown(objects: Iterator[Any]) -> list[str]:
    """Return objects as they are written; a mistake that stops the reading is the last of them."""
    found = []
    try:
        found.extend(repr(one) for one in objects)
    except PSSyntaxError:
        return [MISTAKE]
    return found


def _up_to_the_last_operator(data: bytes) -> Iterator[Any]:
    waiting = []
    for one in _objects(data):
        waiting.append(one)
        if isinstance(one, PSKeyword):
            yield from waiting
            waiting.clear()


def _objects(data: bytes) -> Iterator[Any]:
    parser = PDFContentParser([PDFStream({}, data)])
    while True:
        try:
            yield parser.nextobject()[1]
        except PSEOF:
            return


@pytest.mark.parametrize(
    "data",
    [
        b"BT /F1 12 Tf 1 0 0 -1 .5 -.25 Tm (Text) Tj ET",
        b"[(A) -120.5 <4142> 5 (C)] TJ",
        b"/P << /MCID 0 /Lang (zh) /Inner << /A [1 2] >> >> BDC EMC",
        rb"(a\(b\)c \101\7 \n\\) Tj <0a4> Tj (nested (brackets) here) Tj (after) Tj",
        b"% a comment ) ( [\n1 w T* (x) ' 1 2 (y) \" f* B*",
        b"/A#20B#4 gs 1.-2 +3 --4 5- . - 6 w true false null n",
        b"q BI /W 1 /H 1 /BPC 8 /CS /G ID \x80\n EI Q 1 w",
        b"1 2 ] 3 w [ 4 5 > 6 >> w << /A >> 7 w",
        b"\x00\x00q\x00Q 1 w \xb7 2 w",
        b"[ 1 [ 2 3 ] q ] w {1 2} n [ unfinished",
    ],
)
def test_instructions_are_read_as_pdfminer_reads_them(data: bytes) -> None:
    assert ours(data) == pdfminers(data)


@given(st.lists(st.sampled_from([*b"()<>[]{}/%#+-.0159aqTjw \n\x00\x80'\""]), max_size=30).map(bytes))
def test_any_instructions_are_read_as_pdfminer_reads_them(data: bytes) -> None:
    assert ours(data) == pdfminers(data)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_page_of_each_sample_is_read_as_pdfminer_reads_it(path: Any) -> None:
    with pdfplumber.open(path) as document:
        page = document.pages[-1]
        data = b"\n".join(stream_value(one).get_data() for one in page.page_obj.contents)
    assert len(ours(data)) > 10
    assert ours(data) == pdfminers(data)


def test_every_operator_of_pdfminer_is_carried_out() -> None:
    methods = {name for name in vars(PDFPageInterpreter) if name.startswith("do_")}
    assert {method.__name__ for method, _ in OPERATORS.values()} == methods
    for operator, count in ((b"q", 0), (b"w", 1), (b"cm", 6), (b"T*", 0), (b"f*", 0), (b"'", 1), (b'"', 3), (b"Do", 1)):
        assert OPERATORS[KWD(operator)][1] == count
