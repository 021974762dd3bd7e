"""The rules on whole published documents: no false error, and every known defect that a rule can see."""

from __future__ import annotations

from collections import Counter

import pytest

from disclosures.evidence import Finding
from disclosures.vocabulary import Severity
from tests.conftest import SHARED
from tests.read_once import reading_of

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared 不在 / the published documents are not here")

# Errors by rule, each gone through by hand and true of its document; what is not here has none.
REVIEWED = Counter(
    {
        "performance.base_data": 1,
        "performance.carried": 1,
        "performance.form": 1,
        "performance.funds": 1,
        "performance.project_amount": 1,
        "performance.target_score": 2,
        "prose.approved_part": 1,
        "prose.change_percent": 1,
        "prose.table_amount": 1,
    }
)
ERRORS: dict[str, Counter[str]] = {
    "seeds/001*.txt": Counter({"completeness.missing_table": 1}),
    "seeds/pdf/001.pdf": Counter({"completeness.missing_table": 1}),
    "seeds/002*.txt": REVIEWED,
    "seeds/pdf/002.pdf": REVIEWED,
    "seeds/pdf/003.pdf": Counter({"performance.weights": 1}),
    "seeds/003*.txt": Counter({"performance.weights": 1}),
    "realdocs/*测试问题*.pdf": Counter(
        {"completeness.missing_table": 1, "prose.table_amount": 1, "prose.share": 1, "prose.budget_words": 3}
    ),
    "realdocs/*万里街道办事处24年*.pdf": Counter({"prose.table_amount": 1, "completeness.declared_empty": 1}),
    "realdocs/*司法局2026年单位预算.pdf": Counter(
        {
            "arithmetic.children": 2,
            "arithmetic.natures": 2,
            "tables.people": 2,
            "prose.table_amount": 2,
            "prose.change_percent": 2,
        }
    ),
    "realdocs/*规划和自然资源局*.pdf": Counter({"prose.table_amount": 1, "prose.people_amount": 1}),
    "realdocs/*人民检察院*.pdf": Counter({"prose.change_percent": 3}),
    "realdocs/*高级人民法院*.pdf": Counter({"prose.change_percent": 1}),
    "realdocs/*万里街道2023*.pdf": Counter(
        {"prose.table_amount": 1, "prose.change_percent": 2, "prose.change_amount": 1}
    ),
    "realdocs/*社会福利院*.pdf": Counter({"prose.table_amount": 1}),
}
SOUND = (
    "seeds/000*.txt",
    "seeds/pdf/000.pdf",
    "realdocs/*人大办公厅*.pdf",
    "realdocs/*财政局25年预算.pdf",
    "realdocs/*人民政府办公室25年*.pdf",
    "realdocs/*人民政府办公室单位25年*.pdf",
    "realdocs/*省委办公厅*预算公开表.pdf",
    "realdocs/*政协办公厅*预算公开表.pdf",
)


def findings(pattern: str) -> tuple[Finding, ...]:
    [path] = SHARED.glob(pattern)
    return reading_of(path).findings


def codes(pattern: str, severity: Severity) -> Counter[str]:
    return Counter(one.code for one in findings(pattern) if one.severity == severity)


@pytest.mark.parametrize("pattern", ERRORS)
def test_errors_are_those_that_are_true_of_the_document(pattern: str) -> None:
    assert codes(pattern, Severity.ERROR) == ERRORS[pattern]


@pytest.mark.parametrize("pattern", SOUND)
def test_sound_documents_have_no_error(pattern: str) -> None:
    assert codes(pattern, Severity.ERROR) == Counter()


def test_the_bureaus_own_sheet_is_found_in_its_unit_budget() -> None:
    pattern = "realdocs/*司法局2026年单位预算.pdf"
    warned = codes(pattern, Severity.WARNING)
    assert warned["wording.template"] == 1
    assert warned["wording.reason_cut"] == 1
    assert warned["wording.scope"] == 2
    assert warned["codes.outdated"] == 1
    gaps = {abs(one.difference or 0) for one in findings(pattern) if one.code == "arithmetic.natures"}
    assert gaps == {64840547}


def test_wording_that_inspectors_write_up_is_found() -> None:
    planning = codes("realdocs/*规划和自然资源局*.pdf", Severity.WARNING)
    assert planning["prose.item_name"] == 4
    assert planning["wording.percent_sign"] == planning["wording.template"] == planning["wording.unit_name"] == 1
    finance = codes("realdocs/*测试问题*.pdf", Severity.WARNING)
    assert finance["wording.year"] == 2
    assert finance["wording.template"] == finance["prose.listed_kinds"] == finance["completeness.empty_table"] == 1
    street = codes("realdocs/*万里街道办事处24年*.pdf", Severity.WARNING)
    assert street["wording.government_level"] == street["prose.reason_way"] == 1
    assert street["prose.reason_item"] == 2
    assert street["prose.bracket_parts"] == 1
    assert codes("realdocs/*万里街道办事处24年*.pdf", Severity.HINT)["completeness.stray_page"] == 2


def test_what_the_second_seed_says_twice_is_found() -> None:
    warned = codes("seeds/001*.txt", Severity.WARNING)
    assert warned["prose.two_changes"] == warned["prose.prior_projects"] == 1
    assert warned["completeness.contents"] == 2


@pytest.mark.parametrize("pattern", ["seeds/002*.txt", "seeds/pdf/002.pdf"])
def test_what_the_reviews_of_the_third_seed_contradict_is_found(pattern: str) -> None:
    warned = codes(pattern, Severity.WARNING)
    assert warned["performance.full_score"] == 5
    assert warned["performance.deviation"] == 2
    assert warned["performance.result"] == warned["performance.whole_amount"] == warned["performance.score_scale"] == 1


def test_what_was_set_right_in_reading_is_told_as_a_doubt() -> None:
    warned = codes("seeds/003*.txt", Severity.WARNING)
    assert warned["repaired.exchanged"] == warned["repaired.repeated_row"] == 1


def test_an_amount_of_the_code_above_is_a_doubt_about_the_name() -> None:
    assert codes("realdocs/*人大办公厅*.pdf", Severity.WARNING)["prose.table_amount"] == 1


def test_the_checks_and_the_pages_have_one_judge() -> None:
    found = [one for one in findings("seeds/pdf/002.pdf") if one.code == "performance.target_score"]
    full_though_missed = [one for one in found if "没有达到指标值，却得了满分" in one.message]
    assert len(full_though_missed) == 7
    assert [one.severity for one in full_though_missed].count(Severity.ERROR) == 1
