"""Every quantified target of the final accounts that the user handed over is judged, and what is odd is listed."""

import json
from collections import Counter
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


OPEN = {
    # The answer is of another kind: a prize for points, no complaint for satisfaction, a term for a share.
    ("300分", "被省政府评为优秀单位"): 2,
    ("100%", "按合同规定期限开展服务"): 1,
    ("≥90", "服务期内未出现相关投诉记录"): 1,
    ("大于95%", "服务期内未出现相关投诉记录"): 2,
    ("95%以上", "未出现投诉现象"): 1,
    # It was paid, but the answer does not say how much.
    ("274.42万元", "完成支付"): 1,
    ("20万元", "完成支付"): 1,
    ("19.598万元", "已完成支付"): 1,
    # It was paused and begun again; when it was done is not said.
    ("合同签订至工可批复不超过6个月", "应上级领导要求，编制工作中途暂停，经上级领导审议后重新启动编制工作。"): 1,
    # How long the time of service was is not said.
    ("连续无故障运行时间不低于180天", "服务期内未出现故障"): 1,
    # “Basically” is not all of them.
    ("24小时内出具审查意见", "基本上均在规定时间内出具审查意见"): 1,
    # Papers are not issues.
    ("≥150期", "179件"): 1,
}


def test_every_number_is_judged_unless_its_answer_cannot_tell(indicators: list[SimpleNamespace]) -> None:
    quantified = [one for one in indicators if one.target_kind in QUANTIFIED]
    open_ones = [one for one in quantified if one.verdict == Verdict.UNJUDGED]
    assert len(quantified) == 172
    assert Counter((one.target, one.actual) for one in open_ones) == OPEN
    assert {one.verdict_reason for one in open_ones} == {
        VerdictReason.ANSWERED_IN_WORDS,
        VerdictReason.OTHER_MEASURE,
        VerdictReason.PAUSED,
    }


def test_what_was_scored_in_full_although_missed_is_listed(indicators: list[SimpleNamespace]) -> None:
    missed = [(one.target, one.actual) for one in indicators if full(one) and one.verdict == Verdict.MISSED]
    assert [target for target, _actual in missed] == [
        ">150次",
        "183万元",
        "2023年1月~2024年7月",
        "2023年1月~2023年12月",
        "合同签订后2个月内完成工可编制",
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
