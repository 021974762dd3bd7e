"""three_public.receptions: 有接待费就写明批次、人次."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import ACCOUNTS, PUBLIC, Item, Phase, document, fact, is_sound, is_unchecked, table, wrong

RULE = "three_public.receptions"


def given(printed: str, sentence: str) -> Document:
    return document(
        fact(printed, item=Item.RECEPTION, phase=Phase.OUTTURN),
        tables=[table(PUBLIC)],
        prose=[sentence],
        identity=ACCOUNTS,
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("0.33", "公务接待2批次、26人次。"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("0.33", "公务接待费厉行节约。"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("0.00", "没有公务接待。"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["公务接待2批次。"], identity=ACCOUNTS))
