"""Read the header of an indicator table: which column holds what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from disclosures.extraction.performance.indicator_levels import SECTION_LABELS
from disclosures.extraction.performance.printed_rows import PrintedRow


class Role(Enum):
    """What a column of an indicator table, of a list of projects or of a form's funds holds."""

    CODE = "code"
    PROJECT = "project"
    AMOUNT = "amount"
    CONTENT = "content"
    TERM_GOAL = "term goal"
    ANNUAL_GOAL = "annual goal"
    LEVEL1 = "level 1"
    LEVEL2 = "level 2"
    LEVEL3 = "level 3"
    NAME = "name"
    OPERATOR = "operator"
    TARGET = "target"
    TERM_TARGET = "target of another time than the year"
    UNIT = "unit"
    EXPLANATION = "explanation"
    RULE = "rule"
    ACTUAL = "actual"
    WEIGHT = "weight"
    GROUP_WEIGHT = "weight of a whole level"
    SCORE = "score"
    REASON = "reason"
    REMARK = "remark"
    APPROVED = "approved"
    REVISED = "revised"
    EXECUTED = "executed"
    RATE = "rate"
    UNKNOWN = "unknown"


PROJECT_ROLES = frozenset(
    {Role.CODE, Role.PROJECT, Role.AMOUNT, Role.CONTENT, Role.TERM_GOAL, Role.ANNUAL_GOAL, Role.APPROVED}
)

# Header words without spaces, tried in order against the whole text of a header cell.
_WORDS: tuple[tuple[str, Role], ...] = (
    (r"一级(?:绩效)?指标(?:名称)?", Role.LEVEL1),
    (r"二级(?:绩效)?指标(?:名称)?", Role.LEVEL2),
    (r"三级(?:绩效)?指标(?:名称)?|四级指标", Role.LEVEL3),
    (r"(?:绩效)?指标名称|(?:绩效)?指标内容|具体指标", Role.NAME),
    (r"(?:绩效)?指标(?:值类型?|性质|方向|符号)|(?:运算|计算|比较|关系)?符号|运算符|比较符", Role.OPERATOR),
    (r"(?:实施(?:周)?期|中期|长期|三年|总体?)(?:绩效)?(?:指标值|目标值|指标)", Role.TERM_TARGET),
    (r"(?:半年|上半年)(?:\(.{1,3}\))?(?:指标值|目标值)", Role.TERM_TARGET),
    (
        r"(?:年度|年初|全年|计划|预期|本年|当年|项目|年度\(?/?项目\)?|\d{4}年(?:度)?)?(?:绩效)?(?:指标值|目标值)"
        r"|绩效标准|计划完成值|预期(?:当年)?实现值|标准值|预期值|计划值",
        Role.TARGET,
    ),
    (r"(?:计量|度量|指标|绩效度量|指标值|数量)单(?:位)?", Role.UNIT),
    (r"(?:绩效)?指标(?:解释|说明|描述|内涵|含义|值内容|值说明|定义)", Role.EXPLANATION),
    (r"指标(?:解释|说明)(?:及|和).{2,8}|绩效指标说明", Role.EXPLANATION),
    (r"评/?\(?/?扣分标准\)?|评分(?:标准|规则|办法|细则)|评价标准|计分(?:方法|标准|规则)|扣分标准|得分规则", Role.RULE),
    (r"(?:全年|年度|实际|全年实际|自评)?完成(?:值|情况|指标值)", Role.ACTUAL),
    (r"(?:全年)?实际(?:完成)?(?:值|情况|指标值)|执行情况", Role.ACTUAL),
    (r"(?:指标|标准|绩效指标)?(?:分值|权重)(?:权重|分值)?|权重分?|标准分|满分|分数", Role.WEIGHT),
    (r"(?:自评|实际|评价|指标|自评总|综合)?(?:得分|评分)|自评分", Role.SCORE),
    (r".{0,6}(?:偏差|未完成|未达标).{0,24}|(?:存在问题|原因)(?:分析)?.{0,12}|改进措施|原因说明", Role.REASON),
    (
        r"备注|数据来源|.*佐证.*|指标(?:来源|属性|方向性)|评价(?:方式|方法)|指标值?设定依据|序号|赋分说明|历史参考值|是否.*",
        Role.REMARK,
    ),
    (r"(?:单位|项目|部门|预算单位)(?:代码|编码)|编码|代码", Role.CODE),
    (r"(?:项目|单位\(专项\)|专项|任务|单位\(项目\)|项目支出|单位/项目)(?:资金)?名称", Role.PROJECT),
    (
        r"(?:年度|当年|全年|资金|项目|预算)?(?:资金|预算|预算资金|项目资金)?(?:总额|总计|总金额|金额|安排数)",
        Role.AMOUNT,
    ),
    (r"(?:项目)?(?:预算数|年度预算)|\d{4}年(?:度)?预算(?:数|金额)?", Role.AMOUNT),
    (r"(?:主要|任务|工作|项目|主要工作|重点工作)内容|(?:项目|任务)(?:概况|描述)", Role.CONTENT),
    (r"(?:实施期|中期|长期|项目|总体|中长期)(?:绩效|总)?(?:总体)?目标", Role.TERM_GOAL),
    (r"(?:项目)?(?:年度|本年|当年)?(?:总体)?(?:绩效)?目标", Role.ANNUAL_GOAL),
    (r"(?:单位|部门|预算单位|主管部门|实施单位|项目单位)(?:名称)?", Role.REMARK),
)
# What a longer heading is about, where none of the above is the whole of it.
_MENTIONS: tuple[tuple[str, Role], ...] = (
    (r"(?:偏差|原因|改进|措施)", Role.REASON),
    (r"(?:指标值|目标值|预期值)", Role.TARGET),
    (r"(?:完成值|完成情况|实际值)", Role.ACTUAL),
    (r"(?:评分|计分|扣分)(?:标准|规则|办法)", Role.RULE),
    (r"(?:分值|权重)", Role.WEIGHT),
    (r"得分", Role.SCORE),
)
_LONGEST_HEADING = 20
_LABELLED = frozenset({Role.LEVEL1, Role.LEVEL2, Role.LEVEL3})
_MEASURED = frozenset({Role.TARGET, Role.TERM_TARGET, Role.WEIGHT, Role.OPERATOR, Role.UNIT, Role.ACTUAL})


@dataclass(frozen=True, slots=True)
class Column:
    """One column with a meaning, at its place in the header."""

    role: Role
    column: int
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of an indicator table from left to right."""

    columns: tuple[Column, ...]

    def has(self, role: Role) -> bool:
        """Tell whether the table has such a column."""
        return any(column.role is role for column in self.columns)


def plain_heading(text: str) -> str:
    """Return a header text without spaces and with half-width brackets."""
    return re.sub(r"\s+", "", text).translate(str.maketrans("（）：／", "():/")).rstrip(":")


def role_of(text: str) -> Role | None:
    """Return what a column under this header holds; a remark in brackets and a column letter do not matter."""
    plain = plain_heading(text)
    for shorter in (plain, re.sub(r"(?:\([^()]*\)|[A-Z])+$", "", plain)):
        found = next((role for form, role in _WORDS if re.fullmatch(form, shorter)), None)
        if found is not None:
            return found
    if len(plain) > _LONGEST_HEADING or re.search(r"\d|[，。；]", plain):
        return None
    return next((role for form, role in _MENTIONS if re.search(form, plain)), None)


def is_indicator_header(row: PrintedRow) -> bool:
    """Tell whether a row names the columns of indicators: two levels, or one (or a name) beside a measure."""
    roles = {role_of(text) for text in row.texts}
    levels, measures = roles & _LABELLED, roles & _MEASURED
    return len(levels) >= 2 or bool(levels and measures) or (Role.NAME in roles and len(measures) >= 2)


def is_header_part(row: PrintedRow) -> bool:
    """Tell whether a row above the header names further columns (those of the projects in a list)."""
    plain = [plain_heading(text) for text in row.texts]
    roles = [role_of(text) for text in plain]
    named = [role for role in roles if role in PROJECT_ROLES]
    return len(named) >= 2 and all(r is not None or p in SECTION_LABELS for r, p in zip(roles, plain, strict=True))


def read_columns(header: PrintedRow, above: PrintedRow | None) -> Columns:
    """Map the columns of a header by their words; ``above`` is a first header row over it."""
    cells = list(header.cells)
    if above is not None:
        taken = {cell.column for cell in cells}
        cells = [*(cell for cell in above.cells if cell.column not in taken), *cells]
    named = [
        Column(role_of(cell.text) or Role.UNKNOWN, cell.column, cell.text)
        for cell in sorted(cells, key=lambda cell: cell.column)
        if role_of(cell.text) is not None or plain_heading(cell.text) not in SECTION_LABELS
    ]
    return Columns(tuple(_meant(named)))


def _meant(named: list[Column]) -> list[Column]:
    """Decide the headings whose meaning depends on the others: 单位 behind the levels is no office.

    指标内容 is the indicator's name where there is no third level, and its explanation where there is; a
    target of the whole term or of half a year is the target where there is none for the year; a weight beside
    一级指标 or 二级指标 is that of the whole group where another weight follows.
    """
    roles = [column.role for column in named]
    third, yearly, last_weight = Role.LEVEL3 in roles, Role.TARGET in roles, _last(roles, Role.WEIGHT)
    meant: list[Column] = []
    for index, column in enumerate(named):
        role = column.role
        if role is Role.NAME:
            role = Role.EXPLANATION if third else Role.LEVEL3
        elif role is Role.TERM_TARGET and not yearly:
            role = Role.TARGET
        elif plain_heading(column.heading) == "单位" and set(roles[:index]) & _LABELLED:
            role = Role.UNIT
        elif role is Role.WEIGHT and index < last_weight:
            role = Role.GROUP_WEIGHT
        meant.append(Column(role, column.column, column.heading))
    return meant


def _last(roles: list[Role], role: Role) -> int:
    return max((index for index, found in enumerate(roles) if found is role), default=-1)


def side_by_side(columns: Columns) -> tuple[Columns, Columns] | None:
    """Return the left and the right half where a table prints two blocks of indicators beside each other.

    The second block (年度 beside 中期) may share the first level of the left one.
    """
    roles = [column.role for column in columns.columns]
    second = _last(roles, Role.LEVEL3)
    if roles.count(Role.LEVEL3) != 2 or roles.count(Role.TARGET) + roles.count(Role.TERM_TARGET) != 2:
        return None
    while second > 0 and roles[second - 1] in _LABELLED:
        second -= 1
    shared = tuple(column for column in columns.columns[:second] if column.role is Role.LEVEL1)
    right = columns.columns[second:]
    if any(column.role is Role.LEVEL1 for column in right):
        shared = ()
    return Columns(columns.columns[:second]), Columns((*shared, *right))
