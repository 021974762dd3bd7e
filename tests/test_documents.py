"""Whole documents: the samples of the demo and small cases, read as uploaded, state what was put into them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from disclosures.contract import contract
from samples.expected import expected
from samples.sheets import Sample, samples
from tests import stated
from tests.conftest import ROOT
from tests.read_once import reading_of

CASES = ROOT / "tests" / "documents"
SAMPLES = [pytest.param(sample, id=sample.slug) for sample in samples()]
SMALL = [pytest.param(path.parent, id=path.parent.name) for path in sorted(CASES.glob("*/expected.json"))]

every_sample = pytest.mark.parametrize("sample", SAMPLES)
every_case = pytest.mark.parametrize("case", SMALL)


@cache
def read(path: Path) -> dict[str, Any]:
    return contract(reading_of(path))


def read_sample(sample: Sample) -> dict[str, Any]:
    return read(ROOT / "samples" / "documents" / f"{sample.name}.pdf")


def wanted(case: Path) -> dict[str, Any]:
    return json.loads((case / "expected.json").read_text("utf-8"))  # type: ignore[no-any-return]


def read_case(case: Path) -> dict[str, Any]:
    (source,) = case.glob("source.*")
    return read(source)


@every_sample
def test_a_sample_is_known_as_its_units_disclosure(sample: Sample) -> None:
    assert stated.identity(read_sample(sample)) == stated.identity(expected(sample))


@every_sample
def test_a_sample_has_its_tables_in_order(sample: Sample) -> None:
    assert stated.tables(read_sample(sample)) == stated.tables(expected(sample))


@every_sample
def test_a_sample_states_exactly_its_facts(sample: Sample) -> None:
    assert stated.facts(read_sample(sample)) == stated.facts(expected(sample))


@every_sample
def test_a_sample_states_exactly_its_projects_and_indicators(sample: Sample) -> None:
    said, should = read_sample(sample), expected(sample)
    assert stated.projects(said) == stated.projects(should)
    assert stated.indicators(said) == stated.indicators(should)


@every_sample
def test_every_figure_in_a_samples_text_is_read(sample: Sample) -> None:
    missed = stated.figures(expected(sample)) - stated.figures(read_sample(sample))
    assert sorted(map(str, missed)) == []


@every_case
def test_a_small_case_states_exactly_what_is_expected(case: Path) -> None:
    said, should = read_case(case), wanted(case)
    assert stated.facts(said) == stated.facts(should)
    assert stated.tables(said) == stated.tables(should)
    assert stated.identity(said) == stated.identity(should)
    assert stated.indicators(said) == stated.indicators(should)


@every_case
def test_a_small_case_raises_exactly_the_doubts_that_are_expected(case: Path) -> None:
    codes = {finding["code"] for finding in read_case(case)["findings"]}
    # One table is never a complete disclosure.
    raised = {code for code in codes if not code.startswith("completeness.")}
    assert raised == {finding["code"] for finding in wanted(case)["findings"]}
