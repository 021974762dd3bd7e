"""A result is met, missed or not to be judged, and the judgement says why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosures.judgement.judging import PrintedIndicator, judge
from disclosures.vocabulary import TargetKind, Verdict, VerdictReason

MET, MISSED, UNJUDGED = Verdict.MET, Verdict.MISSED, Verdict.UNJUDGED
Why = VerdictReason

SIGNED = [
    (">=", "≥95%", "96%", MET),
    (">=", "≥95%", "94.9%", MISSED),
    (">", ">150次", "150次", MISSED),
    ("<", "小于3个", "0个", MET),
    ("<=", "≤5%", "0", MET),
    ("<=", "1小时内", "1小时内", MET),
    (">=", "≥1千人次", "1500人次", MET),
    (">", ">9万件", "207357件", MET),
    (">", ">13万", "18万", MET),
    (">=", "≥60%", "≥60.2%", MET),
    (">=", "3次及以上", "全年4次", MET),
    ("<=", "不超过预算（79.76万元）", "74.86万元", MET),
    (">=", "≥1,200.5亩", "1200亩", MISSED),
]


@pytest.mark.parametrize(("sign", "target", "actual", "verdict"), SIGNED)
def test_a_printed_sign_decides(sign: str, target: str, actual: str, verdict: Verdict) -> None:
    found = judge(
        PrintedIndicator(levels="产出指标 数量指标", name="数量", operator=sign, target=target, actual=actual)
    )
    assert (found.verdict, found.reason) == (verdict, Why.BY_SIGN)


BARE = [
    ("产出指标 数量指标", "报告", "7份", "9份", MET, Why.BY_NUMBER),
    ("产出指标 数量指标", "测评系统数", "8个", "4个", MISSED, Why.BY_NUMBER),
    ("产出指标 成本指标", "服务费", "30万元", "合同签订价29.5万元", MET, Why.BY_CEILING),
    ("产出指标 成本指标", "服务费", "30万元", "31万元", MISSED, Why.BY_CEILING),
    ("产出指标 成本指标", "完成投资", "183万元", "支付139.72万元，支付率76.35%", MISSED, Why.BY_NUMBER),
    ("成本指标 经济成本指标", "会议费", "10万元", "合同价为10万元，支付8万元", MET, Why.BY_CEILING),
    ("产出指标 时效指标", "响应时间", "30分钟", "20分钟", MET, Why.BY_CEILING),
    ("产出指标 数量指标", "质保期运维", "9个月", "12个月", MET, Why.BY_NUMBER),
    ("产出指标 质量指标", "事故发生率", "2%", "3%", MISSED, Why.BY_CEILING),
    ("产出指标 质量指标", "投诉处理率", "95%", "96%", MET, Why.BY_NUMBER),
    ("产出指标 质量指标", "全国排名", "前10名", "第一名", MET, Why.BY_RANK),
    ("产出指标 质量指标", "全国排名", "前3名", "第4名", MISSED, Why.BY_RANK),
    ("产出指标 时效指标", "回应", "5-7个工作日", "7个工作日内", MET, Why.IN_RANGE),
    ("产出指标 时效指标", "回应", "5-7个工作日", "9个工作日", MISSED, Why.IN_RANGE),
]


@pytest.mark.parametrize(("levels", "name", "target", "actual", "verdict", "reason"), BARE)
def test_a_bare_number_is_a_floor_but_for_costs_limits_and_harm(
    levels: str, name: str, target: str, actual: str, verdict: Verdict, reason: VerdictReason
) -> None:
    found = judge(PrintedIndicator(levels=levels, name=name, target=target, actual=actual))
    assert (found.verdict, found.reason) == (verdict, reason)


WORDS = [
    ("已覆盖", "已覆盖", MET, Why.SAME_WORDS),
    ("两周", "两周内", MET, Why.SAME_WORDS),
    ("有效提升", "未完成", MISSED, Why.SAID_UNDONE),
    ("≥99%", "该项目因需求取消故未执行", MISSED, Why.SAID_UNDONE),
    ("不超过6个月", "工作中途暂停，后重新启动。", UNJUDGED, Why.PAUSED),
    ("举办2期", "推迟到下年", UNJUDGED, Why.PAUSED),
    ("举办2期", "推迟后未开展", MISSED, Why.SAID_UNDONE),
    ("举办2期", "暂停一月后举办2期", MET, Why.BY_NUMBER),
    ("运行正常", "全年未暂停", UNJUDGED, Why.QUALITATIVE),
    ("取消证明事项", "取消证明事项并公示", UNJUDGED, Why.QUALITATIVE),
    ("合同签订后2个月内完成编制", "完成初稿编制", MISSED, Why.PARTLY_DONE),
    ("2023年1月~2023年12月", "2022年8月~2023年8月", MISSED, Why.PERIOD),
    ("2023年1月~2023年8月", "2022年8月~2023年8月", MET, Why.PERIOD),
    ("优良", "良好", UNJUDGED, Why.QUALITATIVE),
    ("100%", "按合同规定期限开展服务", UNJUDGED, Why.ANSWERED_IN_WORDS),
    ("≥150期", "179件", UNJUDGED, Why.OTHER_MEASURE),
    ("10万元", "第一批8万元，第二批3万元，追加12万元", UNJUDGED, Why.SEVERAL_NUMBERS),
    ("检查31个道口，报送12份报表", "检查30个道口", UNJUDGED, Why.SEVERAL_TARGETS),
    ("44.29", "按计划完成", MET, Why.SAID_DONE),
    ("≤3天", "严格按需求响应时间进行响应。", MET, Why.SAID_DONE),
    ("24小时内", "基本上均在规定时间内出具意见", UNJUDGED, Why.ANSWERED_IN_WORDS),
    ("3个月", "按计划完成一部分", MISSED, Why.PARTLY_DONE),
    ("20万元", "完成支付", UNJUDGED, Why.ANSWERED_IN_WORDS),
    ("完成1个子项目建设", "完成边坡子项目建设", MET, Why.ONE_NAMED),
    ("完成1个子项目建设", "完成子项目建设", UNJUDGED, Why.ANSWERED_IN_WORDS),
    ("完成2个子项目建设", "完成边坡子项目建设", UNJUDGED, Why.ANSWERED_IN_WORDS),
    ("4个人工", "现场3人，远程1人", MET, Why.BY_SUM),
    ("10人", "计划6人，完成4人", MISSED, Why.BY_NUMBER),
    ("投资936万元，通车5.8公里", "按计划完成", MET, Why.SAID_DONE),
    ("投资936万元，通车5.8公里", "已通车", UNJUDGED, Why.ANSWERED_IN_WORDS),
    ("95%", "", UNJUDGED, Why.NO_ACTUAL),
    ("", "95%", UNJUDGED, Why.NO_TARGET),
]


@pytest.mark.parametrize(("target", "actual", "verdict", "reason"), WORDS)
def test_words_are_judged_only_where_they_say_so(
    target: str, actual: str, verdict: Verdict, reason: VerdictReason
) -> None:
    found = judge(PrintedIndicator(levels="产出指标 数量指标", name="事项", target=target, actual=actual))
    assert (found.verdict, found.reason) == (verdict, reason)


RANKS = [("前十名", "前十名", Why.SAME_WORDS), ("前10名", "第10名", Why.BY_RANK)]


@pytest.mark.parametrize(("target", "actual", "reason"), RANKS)
def test_a_rank_is_met_by_itself_and_by_what_is_better(target: str, actual: str, reason: VerdictReason) -> None:
    found = judge(PrintedIndicator(operator="<=", target=target, actual=actual))
    assert (found.verdict, found.reason) == (MET, reason)


PIECES = st.sampled_from(
    ["≥", "<", "前", "名", "第", "十", "2023年", "1月", "~", "-", "1,000", "5", "万", "元", "%", "未完成", " "]
)
PRINTED = st.lists(PIECES, max_size=6).map("".join) | st.text(max_size=12)


@given(target=PRINTED, actual=PRINTED, measure=PRINTED, operator=st.sampled_from(["", ">=", "<", "qualitative", "x"]))
def test_whatever_is_printed_is_judged_or_said_to_be_no_case_for_judging(
    target: str, actual: str, measure: str, operator: str
) -> None:
    found = judge(PrintedIndicator(operator=operator, target=target, actual=actual, measure=measure))
    assert found.verdict in Verdict
    assert found.verdict == UNJUDGED or (target.strip() and actual.strip())


KINDS = [
    ("≥95%", "", TargetKind.PERCENTAGE),
    ("≥100.00(%)", "", TargetKind.PERCENTAGE),
    ("95", "%", TargetKind.PERCENTAGE),
    ("16147套", "", TargetKind.NUMBER),
    ("26万", "万", TargetKind.NUMBER),
    ("5-7个工作日", "", TargetKind.RANGE),
    ("一般问题1天内，重大问题3天内", "", TargetKind.SEVERAL),
    ("2023年12月", "", TargetKind.DATE),
    ("国防公路等级持续上升", "", TargetKind.QUALITATIVE),
    ("提供7*24小时服务", "", TargetKind.QUALITATIVE),
    (" ", "", TargetKind.NONE),
]


@pytest.mark.parametrize(("target", "measure", "kind"), KINDS)
def test_a_target_has_a_kind(target: str, measure: str, kind: TargetKind) -> None:
    assert judge(PrintedIndicator(target=target, measure=measure)).kind == kind


def test_the_very_number_of_the_target_is_told_apart() -> None:
    exact = judge(PrintedIndicator(operator=">=", target="≥98%", actual="98%"))
    assert exact.exactly
    assert not judge(PrintedIndicator(operator=">=", target="≥98%", actual="99%")).exactly


def test_a_unit_in_its_own_column_is_not_counted_twice() -> None:
    assert judge(PrintedIndicator(target="26万", measure="万", actual="26万元")).verdict == MET


def test_what_people_think_is_not_done_by_plan() -> None:
    found = judge(PrintedIndicator(name="用户满意度", target="≥95%", actual="按计划完成"))
    assert found.reason == Why.ANSWERED_IN_WORDS
