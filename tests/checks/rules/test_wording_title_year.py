"""wording.title_year: 表题写有本年度."""

from __future__ import annotations

from tests.checks.literal import EXPENDITURE, PUBLIC, REVENUE, SUMMARY, document, is_sound, is_unchecked, table, wrong

RULE = "wording.title_year"


def test_it_holds() -> None:
    assert is_sound(RULE, document(tables=[table(SUMMARY), table(REVENUE, 1), table(EXPENDITURE, 2)]))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(
        RULE,
        document(
            tables=[
                table(SUMMARY),
                table(REVENUE, 1),
                table(EXPENDITURE, 2),
                table(PUBLIC, 3, title="“三公”经费支出表"),
            ]
        ),
    )
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, document(tables=[table(SUMMARY, title="收支总表"), table(REVENUE, 1, title="收入总表")]))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document())
