"""performance.deviation: 文字说明的偏差见于自评表."""

from __future__ import annotations

from decimal import Decimal

from disclosures.checks.document import Document
from disclosures.extraction.readings import Project
from tests.checks.literal import ACCOUNTS, TableKind, document, indicator, is_sound, is_unchecked, table, wrong

RULE = "performance.deviation"


def given(said: str, *projects: Project) -> Document:
    one = indicator("测评数", "5", "0", target_number=Decimal(8), actual_number=Decimal(4), target="8个", actual="4个")
    return document(
        prose=[said],
        tables=[table(TableKind.REVIEW_PROJECT)],
        indicators=[one],
        projects=projects,
        identity=ACCOUNTS,
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("测评系统数目标值为8个，实际完成4个，原因为周期调整。"))


def test_it_is_broken() -> None:
    [finding] = wrong(RULE, given("培训工作目标100人，实际完成0人，原因为推迟。"))
    assert "100人，实际完成0人" in finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("测评系统数为8个以上，实际完成值为4个。"))


def test_it_says_when_it_is_not_checked() -> None:
    unformed = Project(name="农村客运补贴资金", executed=Decimal(1))
    assert is_unchecked(RULE, given("农村客运补贴与奖励中报警处理2万件以上，实际完成1.8万件。", unformed))
    assert is_unchecked(RULE, given("农村客运补贴资金中目标100人，实际完成0人。", unformed))
