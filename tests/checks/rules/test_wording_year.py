"""wording.year: 文中年度与封面一致."""

from __future__ import annotations

from disclosures.checks.document import Document
from disclosures.recognition.statements import Identity
from disclosures.vocabulary import DisclosureKind
from tests.checks.literal import document, is_sound, is_unchecked, wrong

RULE = "wording.year"


def given(sentence: str) -> Document:
    return document(prose=[sentence])


def test_it_holds() -> None:
    assert is_sound(RULE, given("经费10万元，与2023年预算数持平。"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("经费10万元，与2021年预算数持平。"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("本项目自2019年起实施。"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["与2021年预算数持平。"], identity=Identity()))


def test_accounts_may_be_set_against_the_budget_of_their_own_year() -> None:
    accounts = Identity(fiscal_year=2024, kind=DisclosureKind.FINAL_ACCOUNTS)
    assert is_sound(RULE, document(prose=["公务接待费2万元，与2024年度预算相比减少1万元。"], identity=accounts))
    assert wrong(RULE, document(prose=["公务接待费2万元，与2024年度决算相比减少1万元。"], identity=accounts))
