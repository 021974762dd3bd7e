"""Every quantified target of the final accounts that the user handed over is judged, and what is odd is listed."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from disclosures.performance.marking import mark
from disclosures.vocabulary import TargetKind, Verdict, VerdictReason

QUANTIFIED = (TargetKind.NUMBER, TargetKind.PERCENTAGE, TargetKind.RANGE)


@pytest.fixture(scope="module")
def indicators(shared: Path) -> list[SimpleNamespace]:
    """The verified indicators of the document, marked."""
    said = json.loads((shared / "golden" / "seed-002.json").read_text("utf-8"))["indicators"]
    texts = ("level1", "level2", "level3", "operator", "target", "actual", "deviation_reason")
    marked = []
    for one in said:
        row = SimpleNamespace(**{name: one[name] or "" for name in texts}, measure=one["unit"] or "")
        row.weight, row.score = (None if one[name] is None else float(one[name]) for name in ("weight", "score"))
        mark(row)
        marked.append(row)
    return marked


def full(one: SimpleNamespace) -> bool:
    return one.weight is not None and one.points_lost == 0


def test_every_number_that_was_answered_by_a_number_is_judged(indicators: list[SimpleNamespace]) -> None:
    open_ones = [one for one in indicators if one.target_kind in QUANTIFIED and one.verdict == Verdict.UNJUDGED]
    reasons = {one.verdict_reason for one in open_ones}
    assert reasons == {VerdictReason.ANSWERED_IN_WORDS, VerdictReason.OTHER_MEASURE}
    # 21 are answered in words; 期 against 件, and 个人工 against 人, count different things.
    assert len(open_ones) == 23
    assert len([one for one in indicators if one.target_kind in QUANTIFIED]) == 172


def test_what_was_scored_in_full_although_missed_is_listed(indicators: list[SimpleNamespace]) -> None:
    missed = [(one.target, one.actual) for one in indicators if full(one) and one.verdict == Verdict.MISSED]
    assert [target for target, _actual in missed] == [
        ">150次",
        "183万元",
        "2023年1月~2024年7月",
        "2023年1月~2023年12月",
        "合同签订后2个月内完成工可编制",
        "合同签订至工可批复不超过6个月",
        "131.38万元",
        "176万元",
    ]


def test_what_lost_points_for_no_reason_is_listed(indicators: list[SimpleNamespace]) -> None:
    silent = [one for one in indicators if one.points_lost and not one.deviation_reason]
    assert [(one.target, one.weight, one.score) for one in silent] == [
        ("30万元", 0.75, 0.6),
        ("25万元", 0.75, 0.7),
        ("100%", 2.0, 0.0),
        ("符合实施方案要求，通过系统测评及专家验收", 3.0, 2.0),
        ("≥99%", 2.0, 0.0),
    ]


def test_full_points_for_an_answer_to_another_question_are_listed(indicators: list[SimpleNamespace]) -> None:
    unanswered = [one for one in indicators if full(one) and one.verdict_reason == VerdictReason.ANSWERED_IN_WORDS]
    answers = [(one.target, one.actual) for one in unanswered]
    assert ("100%", "按合同规定期限开展服务") in answers
    assert ("2022年5月~2023年5月", "按合同规定期限开展服务") in answers
