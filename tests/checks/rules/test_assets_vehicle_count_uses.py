"""assets.vehicle_count_uses: 车辆总数等于各用途之和."""

from __future__ import annotations

from disclosures.checks.document import Document
from tests.checks.literal import document, is_sound, is_unchecked, wrong

RULE = "assets.vehicle_count_uses"


def given(said: str) -> Document:
    return document(prose=[f"共有车辆3辆，其中：执法执勤用车{said}辆；没有大型设备。"])


def test_it_holds() -> None:
    assert is_sound(RULE, given("3辆、其他用车0"))


def test_it_is_broken() -> None:
    [finding, *_] = wrong(RULE, given("2辆、其他用车0"))
    assert finding.message
    assert finding.places


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given("1辆、其他用车2"))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["没有车辆。"]))
