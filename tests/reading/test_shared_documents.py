"""The documents handed over by the user are read whole, and alike in every format."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from disclosures.amounts import parse_number
from disclosures.evidence import SourceDocument
from tests.read_once import pages_of

SEEDS = ("000", "001", "002", "003")
# A part of a published file's name → how many grids its pages hold, counted beside the pages.
GRIDS = {
    "司法局2026年": 13,
    "财政局（测试问题版本）": 12,
    "万里街道办事处24年": 22,
    "办公室25年": 13,
    "办公室单位25年": 13,
    "规划和自然资源局": 14,
    "部门决算模板": 11,
    "人大办公厅2017": 22,
    "检察院部门预算": 20,
    "2018年度部门预算公开文件": 0,
    "2018年度部门预算公开表": 13,
    "2019年度部门预算.pdf": 0,
    "2019年预算公开表": 12,
    "省法院2017": 18,
    "万里街道2023": 24,
    "社会福利院": 9,
    "上海市财政局25年": 14,
}


def numbers(source: SourceDocument) -> Counter[str]:
    """Return the numbers with decimals in a document's tables."""
    texts = (cell.text for grid in source.grids() for row in grid.rows for cell in row)
    return Counter(text for text in texts if "." in text and parse_number(text) is not None)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_pdf_has_the_same_amounts_as_its_text(shared: Path, seed: str) -> None:
    text = pages_of(next(shared.glob(f"seeds/{seed}_*.txt")))
    assert numbers(pages_of(shared / f"seeds/pdf/{seed}.pdf")) == numbers(text)


@pytest.mark.parametrize("name", ["000.xlsx", "001.html", "002.docx"])
def test_an_office_file_has_the_same_amounts_as_its_pdf(shared: Path, name: str) -> None:
    office = pages_of(shared / "seeds/office" / name)
    assert numbers(office) == numbers(pages_of(shared / f"seeds/pdf/{name[:3]}.pdf"))


@pytest.mark.slow
def test_every_published_pdf_is_read_and_nothing_in_it_is_left_over(shared: Path) -> None:
    paths = sorted(shared.glob("realdocs/*.pdf"))
    assert paths
    assert {path.name: found for path in paths if (found := pages_of(path).findings)} == {}


@pytest.mark.slow
def test_no_table_of_a_published_pdf_is_lost(shared: Path) -> None:
    counts = {
        part: sum(1 for _ in pages_of(path).grids()) for part in GRIDS for path in shared.glob(f"realdocs/*{part}*")
    }
    assert counts == GRIDS
