"""Know the labels of the first and second level of performance indicators, wherever they stand in a row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

_WIDTHS = str.maketrans("（）０１２３４５６７８９", "()0123456789")
_CAPTION = re.compile(r"(?:\((?:权重)?|(?=\d+(?:\.\d+)?分$))(\d+(?:\.\d+)?)(?:分|%)?\)?$")
_CAPTION_TAIL = re.compile(r"^\(?(?:\d+(?:\.\d+)?)?分?\)$")
_ORDINAL = re.compile(r"^(?:\d+[.、]|[一二三四五六七八九十]、|\([一二三四五六七八九十\d]+\))")


class Group(Enum):
    """What a label of the first level asks about."""

    OUTPUT = "产出"
    BENEFIT = "效益"
    SATISFACTION = "满意度"
    COST = "成本"
    MANAGEMENT = "管理"


_FIRST: dict[str, Group] = {
    "产出": Group.OUTPUT,
    "项目产出": Group.OUTPUT,
    "履职产出": Group.OUTPUT,
    "效益": Group.BENEFIT,
    "项目效益": Group.BENEFIT,
    "效果": Group.BENEFIT,
    "履职效果": Group.BENEFIT,
    "履职效益": Group.BENEFIT,
    "影响力": Group.BENEFIT,
    "满意度": Group.SATISFACTION,
    "成本": Group.COST,
    "运行成本": Group.COST,
    "投入": Group.MANAGEMENT,
    "过程": Group.MANAGEMENT,
    "投入和管理": Group.MANAGEMENT,
    "投入与管理": Group.MANAGEMENT,
    "投入管理": Group.MANAGEMENT,
    "管理": Group.MANAGEMENT,
    "管理效率": Group.MANAGEMENT,
    "部门管理": Group.MANAGEMENT,
    "预算执行": Group.MANAGEMENT,
}
_SECOND: dict[str, Group] = {
    "数量": Group.OUTPUT,
    "质量": Group.OUTPUT,
    "时效": Group.OUTPUT,
    "产出数量": Group.OUTPUT,
    "产出质量": Group.OUTPUT,
    "产出时效": Group.OUTPUT,
    "产出成本": Group.OUTPUT,
    "成本": Group.OUTPUT,
    "经济效益": Group.BENEFIT,
    "社会效益": Group.BENEFIT,
    "生态效益": Group.BENEFIT,
    "环境效益": Group.BENEFIT,
    "生态环境": Group.BENEFIT,
    "生态环境效益": Group.BENEFIT,
    "政治效益": Group.BENEFIT,
    "可持续影响": Group.BENEFIT,
    "可持续发展": Group.BENEFIT,
    "可持续性影响": Group.BENEFIT,
    "服务对象满意度": Group.SATISFACTION,
    "服务对象": Group.SATISFACTION,
    "受益对象满意度": Group.SATISFACTION,
    "社会公众满意度": Group.SATISFACTION,
    "社会公众或服务对象满意度": Group.SATISFACTION,
    "社会公益或服务对象满意度": Group.SATISFACTION,
    "服务对象或项目受益人满意度": Group.SATISFACTION,
    "服务对象及项目受益人满意度": Group.SATISFACTION,
    "经济成本": Group.COST,
    "社会成本": Group.COST,
    "生态环境成本": Group.COST,
    "生态成本": Group.COST,
    "环境成本": Group.COST,
}
_LABELS = tuple(f"{name}{ending}" for name in {**_FIRST, **_SECOND} for ending in ("指标", "目标", ""))
# One character in common with a label is no sign that a cell begins with it.
_SHORTEST_HEAD = 2

# Words that stand beside a block of the form and are no data of its rows.
SECTION_LABELS = frozenset(
    {
        "绩效指标",
        "年度绩效指标",
        "长期绩效指标",
        "中期绩效指标",
        "实施期绩效指标",
        "本年绩效指标",
        "年度指标",
        "项目绩效指标",
        "整体绩效指标",
        "部门整体绩效指标",
        "指标",
        "绩效",
        "绩效目标",
        "年度绩效目标",
        "年度总体目标",
        "年度主要任务",
        "年度重点任务",
        "主要任务",
        "重点工作任务",
    }
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed without its caption, with the points that the caption gives to its group."""

    text: str
    caption: Decimal | None = None


def read_label(printed: str) -> Label:
    """Take a caption such as ``(50分)`` off a label."""
    plain = re.sub(r"\s+", "", printed).rstrip("：:")
    found = _CAPTION.search(plain.translate(_WIDTHS))
    if found is None:
        return Label(plain)
    return Label(plain[: found.start()], Decimal(found[1]))


def first_level(printed: str) -> Group | None:
    """Return the group of a first-level label, or None for any other text."""
    return _FIRST.get(_stem(printed))


def second_level(printed: str) -> Group | None:
    """Return the group that a second-level label belongs to, or None for any other text."""
    return _SECOND.get(_stem(printed))


def is_label(printed: str) -> bool:
    """Tell whether a text is a label of the first or second level."""
    return first_level(printed) is not None or second_level(printed) is not None


def is_caption_tail(printed: str) -> bool:
    """Tell whether a cell is only the end of a caption that a page break cut off (``分)``)."""
    return _CAPTION_TAIL.match(re.sub(r"\s+", "", printed).translate(_WIDTHS)) is not None


def split_by_tail(cell: str, tail: str) -> tuple[str, str] | None:
    """Complete the label that a cell begins with, given its tail from the next page.

    Returns the label and what of the cell stood behind the label's head: ``服务对用户满意`` with the tail
    ``象满意度指标`` is the label ``服务对象满意度指标`` and the text ``用户满意``.
    """
    head, rest = re.sub(r"\s+", "", cell), re.sub(r"\s+", "", tail)
    if is_label(rest) or is_caption_tail(rest):
        return None
    if is_label(head + rest):
        return head + rest, ""
    if is_label(head):
        return None
    for label in _LABELS:
        begin = label.removesuffix(rest)
        if _SHORTEST_HEAD <= len(begin) < len(label) and head.startswith(begin):
            return label, head[len(begin) :]
    return None


def _stem(printed: str) -> str:
    text = _ORDINAL.sub("", read_label(printed).text.translate(_WIDTHS))
    return text.removesuffix("指标").removesuffix("目标").removesuffix("类")
