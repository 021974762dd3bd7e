"""One project with its indicators, printed on the performance forms of the ministry and of many provinces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tests.layouts.notation import Document, Printed


@dataclass(frozen=True, slots=True)
class Wanted:
    """An indicator: its levels, what it asks for, what it is worth, what was reached."""

    level1: str
    level2: str
    name: str
    sign: str
    number: str
    unit: str
    weight: str
    actual: str
    score: str

    @property
    def target(self) -> str:
        """Return the target in one cell, as forms without columns for sign and unit print it."""
        return f"{self.sign}{self.number}{self.unit}" if self.number else "逐步提升"


INDICATORS = (
    Wanted("产出指标", "数量指标", "检测样品数量", "≥", "1200", "批次", "15", "1350", "15"),
    Wanted("产出指标", "数量指标", "培训人数", "≥", "80", "人", "10", "76", "9.5"),
    Wanted("产出指标", "质量指标", "检测合格率", "≥", "98", "%", "15", "98.6", "15"),
    Wanted("产出指标", "时效指标", "任务完成时间", "≤", "12", "月", "10", "12", "10"),
    Wanted("成本指标", "经济成本指标", "项目总成本", "≤", "350", "万元", "10", "341.2", "10"),
    Wanted("效益指标", "社会效益指标", "食品安全水平", "", "", "", "20", "", "18"),
    Wanted("满意度指标", "服务对象满意度指标", "群众满意度", "≥", "90", "%", "10", "93", "10"),
)
NAME, CODE, UNIT = "食品安全抽检项目", "43010021Y000000612345", "某县市场监督管理局"
GOAL = "完成年度抽检任务，检测合格率稳步提高。"
DONE = "全年抽检任务已完成，培训按计划开展。"

# 年初预算, 全年预算, 全年执行; rate and score of the execution.
APPROVED, REVISED, EXECUTED, RATE, RATE_SCORE, TOTAL_SCORE = "350.00", "360.00", "341.20", "94.78", "9.48", "96.98"

Row = Sequence[str]


def _table(rows: Sequence[Row]) -> str:
    width = max(map(len, rows))
    return "\n".join(" | ".join([*row, *["<"] * (width - len(row))]) for row in rows)


def _merged(rows: list[list[str]], columns: int) -> list[list[str]]:
    """Mark cells that repeat the one above as merged with it, each only below a merged one to its left."""
    marked = [list(row) for row in rows]
    for (above, row), mark in zip(pairwise(rows), marked[1:], strict=True):
        for column in range(columns):
            if row[column] != above[column]:
                break
            mark[column] = "^"
    return marked


def _levels(wanted: Wanted) -> list[str]:
    return [wanted.level1, wanted.level2, wanted.name]


def _actual(wanted: Wanted) -> str:
    return f"{wanted.actual}{wanted.unit}" if wanted.actual else "效果明显"


def central_target() -> str:
    """Return the form of central departments: funds beside the goal, weights of 90 points."""
    rows = [[*_levels(w), w.target, w.weight] for w in INDICATORS]
    return _table(
        [
            ["项目名称", "<", NAME, "<", "<", "<"],
            ["主管部门及代码", "<", "[321]某省市场监督管理局", "<", "实施单位", UNIT],
            ["项目资金（万元）", "<", "年度资金总额：", "<", APPROVED, "执行率分值（10）"],
            ["^", "<", "其中：财政拨款", "<", APPROVED, "^"],
            ["^", "<", "上年结转资金", "<", "", "^"],
            ["年度总体目标", GOAL, "<", "<", "<", "<"],
            ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "分值权重（90）"],
            *(["^", *row] for row in _merged(rows, 2)),
        ]
    )


def integrated_list() -> str:
    """Return the list of integrated budget management: sign, value and unit in columns of their own."""
    rows = [
        [NAME, APPROVED, GOAL, *_levels(w), w.sign or "定性", w.number or "逐步提升", w.unit, w.weight]
        for w in INDICATORS
    ]  # fmt: skip
    header = [
        "项目名称",
        "年度预算",
        "绩效目标",
        "一级指标",
        "二级指标",
        "三级指标",
        "指标性质",
        "指标值",
        "度量单位",
        "权重",
    ]
    return _table([header, *_merged(rows, 5)])


def henan_list() -> str:
    """Return the list with codes and the funds told apart over two header rows."""
    rows = [["105001", NAME, APPROVED, APPROVED, "", GOAL, *_levels(w), w.target] for w in INDICATORS]
    first = ["单位编码（项目编码）", "项目名称", "项目金额", "<", "<", "绩效目标", "绩效指标", "<", "<", "<"]
    second = ["^", "^", "资金总额", "财政性资金", "其他资金", "^", "一级指标", "二级指标", "三级指标", "指标值"]
    return _table([first, second, *_merged(rows, 8)])


def yunnan_list() -> str:
    """Return the list whose first row only names the unit."""
    rows = [
        [NAME, GOAL, *_levels(w), w.sign or "定性", w.number or "逐步提升", w.unit, "定量指标", "见说明"]
        for w in INDICATORS
    ]
    header = [
        "项目名称",
        "项目年度绩效目标",
        "一级指标",
        "二级指标",
        "三级指标",
        "指标性质",
        "指标值",
        "度量单位",
        "指标属性",
        "指标内容",
    ]
    return _table([header, *_merged(rows, 4)])


def term_and_year() -> str:
    """Return the form with the goals of the whole term and of the year side by side."""
    rows = [[*_levels(w), w.target, w.level2, w.name, w.target] for w in INDICATORS]
    body = _merged(rows, 2)
    for (above, row), mark in zip(pairwise(rows), body[1:], strict=True):
        mark[4] = "^" if row[:2] == above[:2] else mark[4]
    return _table(
        [
            ["项目名称", "<", NAME, "<", "<", "<", "<", "<"],
            ["主管部门", "<", "某省市场监督管理局", "<", "实施单位", UNIT, "<", "<"],
            ["项目资金（万元）", "<", "实施期资金总额：", "700.00", "年度资金总额：", APPROVED, "<", "<"],
            ["^", "<", "其中：财政拨款", "700.00", "其中：财政拨款", APPROVED, "<", "<"],
            ["总体目标", "实施期目标", "<", "<", "年度目标", "<", "<", "<"],
            ["^", GOAL, "<", "<", GOAL, "<", "<", "<"],
            ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"],
            *(["^", *row] for row in body),
        ]
    )


def hebei_target() -> str:
    """Return the form with a description and the ground of each value."""
    rows = [[*_levels(w), f"反映{w.name}", w.target, "历史数据"] for w in INDICATORS]
    return _table(
        [
            ["项目名称", NAME, "<", "<", "<", "<"],
            ["预算规模及资金用途", "预算数", APPROVED, "其中：财政资金", APPROVED, "其他资金"],
            ["绩效目标", GOAL, "<", "<", "<", "<"],
            ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据"],
            *_merged(rows, 2),
        ]
    )


def ministry_review() -> str:
    """Return the self-evaluation form of the ministry: 10 points for execution, 90 for indicators."""
    rows = [[*_levels(w), w.target, _actual(w), w.weight, w.score, ""] for w in INDICATORS]
    return _table(
        [
            ["项目名称", "<", NAME, "<", "<", "<", "<", "<", "<"],
            ["主管部门", "<", "某省市场监督管理局", "<", "<", "实施单位", UNIT, "<", "<"],
            ["项目资金（万元）", "<", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
            ["^", "<", "年度资金总额", APPROVED, REVISED, EXECUTED, "10", f"{RATE}%", RATE_SCORE],
            ["^", "<", "其中：当年财政拨款", APPROVED, REVISED, EXECUTED, "—", f"{RATE}%", "—"],
            ["^", "<", "上年结转资金", "", "", "", "—", "", "—"],
            ["^", "<", "其他资金", "", "", "", "—", "", "—"],
            ["年度总体目标", "预期目标", "<", "<", "<", "实际完成情况", "<", "<", "<"],
            ["^", GOAL, "<", "<", "<", DONE, "<", "<", "<"],
            [
                "绩效指标",
                "一级指标",
                "二级指标",
                "三级指标",
                "年度指标值",
                "实际完成值",
                "分值",
                "得分",
                "偏差原因分析及改进措施",
            ],
            *(["^", *row] for row in _merged(rows, 2)),
            ["总分", "<", "<", "<", "<", "<", "100", TOTAL_SCORE, ""],
        ]
    )


def chongqing_review() -> str:
    """Return the flat form: names, units and kinds of indicators in columns, weights in percent."""
    rows = [
        [
            *_levels(w),
            w.unit,
            w.sign or "定性",
            w.number or "逐步提升",
            w.actual or "效果明显",
            w.weight,
            w.score,
            "否",
            "",
        ]
        for w in INDICATORS
    ]
    header = [
        "一级指标",
        "二级指标",
        "三级指标",
        "计量单位",
        "指标性质",
        "年初指标值",
        "全年完成值",
        "指标权重",
        "得分",
        "是否核心指标",
        "说明",
    ]
    return _table(
        [
            ["项目名称", NAME, "<", "<", "项目编码", CODE, "<", "自评总分（分）", TOTAL_SCORE, "<", "<"],
            ["主管部门", "某省市场监督管理局", "<", "<", "财政归口处室", "行政处"],
            [
                "项目资金（万元）",
                "年初预算数",
                "<",
                "全年（调整）预算数",
                "<",
                "全年执行数",
                "<",
                "执行率（%）",
                "执行率权重",
                "执行率得分（分）",
                "<",
            ],
            ["年度总金额", APPROVED, "<", REVISED, "<", EXECUTED, "<", RATE, "10", RATE_SCORE, "<"],
            ["其中：财政拨款", APPROVED, "<", REVISED, "<", EXECUTED, "<", "", "", "", "<"],
            header,
            *_merged(rows, 2),
        ]
    )


@dataclass(frozen=True, slots=True)
class Form:
    """A form in use somewhere: its kind, its title, how it is printed, what it does not print."""

    name: str
    kind: str
    title: str
    printed: Callable[[], str]
    weighted: bool = True
    funded: bool = True

    @property
    def document(self) -> Document:
        """Return the form as a file of its own, as bureaus attach it."""
        table = Printed(self.kind, (self.title, "（2024年度）", "金额单位：万元"), self.printed())
        return Document(self.name, (f"{UNIT}2024年部门预算绩效",), 2024, (table,))


TARGETS = (
    Form("central departments", "performance_project", "项目支出绩效目标表", central_target),
    Form("integrated budget management", "performance_project", "部门预算项目绩效目标表", integrated_list),
    Form("henan", "performance_project", "预算项目支出绩效目标表", henan_list, weighted=False),
    Form("yunnan", "performance_project", "项目支出绩效目标表", yunnan_list, weighted=False, funded=False),
    Form("hebei", "performance_project", "部门预算项目绩效目标", hebei_target, weighted=False),
)
REVIEWS = (
    Form("ministry", "review_project", "项目支出绩效自评表", ministry_review),
    Form("chongqing", "review_project", "2024年度项目支出绩效自评表", chongqing_review),
)
TERM = Form(
    "whole term beside the year", "performance_project", "项目支出绩效目标申报表", term_and_year, weighted=False
)
