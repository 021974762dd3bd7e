"""assets.vehicle_count: 车辆数前后一致."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_sound, is_unchecked, wrong

RULE = "assets.vehicle_count"


def given(printed: str, said: str) -> Document:
    return document(prose=[printed, f"截至2023年12月底，共有车辆{said}辆。"])


def test_it_holds() -> None:
    assert is_sound(RULE, given("公务用车保有量为1辆。", "1"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("公务用车保有量为1辆。", "2"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("公务用车保有量为0辆。", "0"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["公务用车保有量为1辆。"]))
