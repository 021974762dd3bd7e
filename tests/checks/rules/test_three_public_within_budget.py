"""three_public.within_budget: “三公”决算不大于预算."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import ACCOUNTS, PUBLIC, Item, Phase, document, fact, is_sound, is_unchecked, table, wrong

RULE = "three_public.within_budget"


def given(printed: str) -> Document:
    return document(
        fact("3.00", item=Item.RECEPTION),
        fact(printed, item=Item.RECEPTION, phase=Phase.OUTTURN),
        tables=[table(PUBLIC)],
        identity=ACCOUNTS,
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("0.33"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("3.20"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("3.00"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(fact("3.00", item=Item.RECEPTION), tables=[table(PUBLIC)], identity=ACCOUNTS))
