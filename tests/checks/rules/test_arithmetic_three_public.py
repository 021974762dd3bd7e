"""arithmetic.three_public: “三公”经费合计等于三项之和."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import PUBLIC, Item, document, fact, is_rounding, is_sound, is_unchecked, items, table, wrong

RULE = "arithmetic.three_public"


def given(printed: str) -> Document:
    return document(
        items(
            {Item.THREE_PUBLIC: printed, Item.OVERSEAS_TRAVEL: "0.00", Item.VEHICLES: "5.00", Item.RECEPTION: "1.00"}
        ),
        tables=[table(PUBLIC)],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("6.00"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("7.00"))
    assert finding.message
    assert finding.places


def test_rounding_is_a_hint() -> None:
    assert is_rounding(RULE, given("6.01"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(fact("6.00", item=Item.THREE_PUBLIC), tables=[table(PUBLIC)]))
