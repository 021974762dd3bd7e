"""assets.vehicle_costs: 有运行费就有车辆."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import PUBLIC, Item, document, fact, is_sound, is_unchecked, table, wrong

RULE = "assets.vehicle_costs"


def given(printed: str, said: str) -> Document:
    return document(
        fact(printed, item=Item.VEHICLE_OPERATION),
        tables=[table(PUBLIC)],
        prose=[f"截至2023年12月底，共有车辆{said}辆。"],
    )


def test_it_holds() -> None:
    assert is_sound(RULE, given("3.60", "1"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("3.60", "0"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("0.00", "0"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["共有车辆1辆。"]))
