"""Name a table's kind by the words of its title, and where these leave it open, by its header and codes."""

from __future__ import annotations

import re
from collections.abc import Callable

from disclosures.evidence import Grid
from disclosures.recognition.headers import PROJECT_NAME, Rule, code_lists, header_words, kind_of_header
from disclosures.vocabulary import TableKind

# Slips of the pen and other words for the same thing, put right before the words are looked at.
_SAME = (
    (re.compile(r"[“”\"'‘’＂\s]"), ""),
    (re.compile(r"[固国]有资本"), "国有资本"),
    (re.compile(r"(?<!财)政拨款"), "财政拨款"),
    (re.compile(r"(预算|决算|支出|收入)\1"), r"\1"),
    (re.compile(r"收入(?:预算|决算)?(?:[、和与及]|)支出"), "收支"),
    (re.compile(r"公共财政预算"), "一般公共预算"),
)
# The owner's name before the table's own: 某市政府采购中心部门收支总表 is no procurement table.
_OWNER = re.compile(
    r"^(?:(?!预算|决算|收支|收入|支出|拨款|绩效)[\u4e00-\u9fffA-Za-z×○（）()、]){2,30}?"
    r"(?:局|厅|委|委员会|院|中心|办公室|办公厅|办事处|政府|学校|大学|学院|部|处|所|站|会|队|馆|园)(?:部门|单位)?"
    r"(?=部门|单位|一般公共|财政拨款|政府性基金|国有资本|收支|收入|支出|基本支出|项目支出|三公|整体|政府采购|机关运行)"
)
_YEAR = re.compile(r"20\d\d年?度?")

_RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"绩效.*基础数据|基础数据表", TableKind.REVIEW_BASE_DATA),
        (r"绩效.*监控", TableKind.OTHER),
        (r"自评|绩效评价", TableKind.REVIEW_OVERALL),
        (r"绩效", TableKind.PERFORMANCE_OVERALL),
        (r"三公|因公出国", TableKind.THREE_PUBLIC),
        (r"机关运行经费", TableKind.OPERATING_COSTS),
        (r"^[^（(]*政府采购[（(]", TableKind.PROCUREMENT),
        (r"购买服务|转移支付|债务|国有资产|新增资产|资产配置|人员情况|基本情况|机构运行", TableKind.OTHER),
        # Statements of one sort of money or of one economic class: their totals are not those of the whole.
        (r"工资福利支出|商品和服务支出|对个人和家庭|资本性支出|住房改革|经费拨款|非税收入", TableKind.OTHER),
        (r"专户|专项资金|支出分类|分类汇总|单位构成|目录|清单", TableKind.OTHER),
        (r"政府采购|采购预算|采购支出", TableKind.PROCUREMENT),
        (r"一般公共预算.*政府性基金.*(?:总表|收支)", TableKind.APPROPRIATION),
        (r"国有资本|国资预算", TableKind.STATE_CAPITAL),
        (r"政府性?基金", TableKind.GOVERNMENT_FUNDS),
        (r"^(?!.*(?:一般公共|财政拨款)).*基本支出(?:预算|决算)?总表", TableKind.BASIC_EXPENDITURE_SUMMARY),
        (r"基本支出.*政府(?:预算)?(?:支出)?经济", TableKind.BASIC_EXPENDITURE_GOVERNMENT),
        (r"基本支出", TableKind.BASIC_EXPENDITURE_DEPARTMENTAL),
        (r"项目支出|项目预算|专项支出|专项业务经费", TableKind.PROJECT_EXPENDITURE),
        (r"(?:财政|预算)拨款.*收支|一般公共预算.*收支", TableKind.APPROPRIATION),
        (r"财政拨款(?:预算|决算)?(?:总表|情况表|总体情况表)", TableKind.APPROPRIATION),
        (r"一般公共预算.*经济分类", TableKind.GENERAL_PUBLIC_ECONOMIC),
        (r"一般公共预算.*支出", TableKind.GENERAL_PUBLIC_EXPENDITURE),
        (r"财政拨款.*支出", TableKind.APPROPRIATION_EXPENDITURE),
        (r"经济分类|一般公共预算|财政拨款", TableKind.OTHER),
        (r"收支", TableKind.REVENUE_EXPENDITURE),
        (r"收入", TableKind.REVENUE),
        (r"支出", TableKind.EXPENDITURE),
    )
)


def kind_of(title: str | None, grid: Grid) -> TableKind:
    """Return the kind of a table by its title, and by its header where the title does not tell."""
    named = kind_of_title(title) if title else None
    if title is None or named is None:
        return kind_of_header(grid)
    return _TIES[named](title, grid) if named in _TIES else named


def kind_of_title(title: str) -> TableKind | None:
    """Return the kind that a title's words name, None where they name none."""
    text = title
    for pattern, same in _SAME:
        text = pattern.sub(same, text)
    text = _OWNER.sub("", _YEAR.sub("", text))
    return next((kind for pattern, kind in _RULES if pattern.search(text)), None)


def _review(title: str, grid: Grid) -> TableKind:
    return TableKind.REVIEW_PROJECT if _of_project(title, grid) else TableKind.REVIEW_OVERALL


def _performance(title: str, grid: Grid) -> TableKind:
    return TableKind.PERFORMANCE_PROJECT if _of_project(title, grid) else TableKind.PERFORMANCE_OVERALL


def _of_project(title: str, grid: Grid) -> bool:
    """Tell whether a form is of a project: by its title, and where this does not tell, by its first rows."""
    if re.search(r"整体|总体", title):
        return False
    return re.search(r"项目|专项|政策", title) is not None or PROJECT_NAME.search(header_words(grid)) is not None


def _basic(title: str, grid: Grid) -> TableKind:
    """Departmental and government codes tell the two basic-expenditure tables apart where the titles are equal."""
    lists = code_lists(grid)
    government = lists[TableKind.BASIC_EXPENDITURE_GOVERNMENT] > lists[TableKind.BASIC_EXPENDITURE_DEPARTMENTAL]
    return TableKind.BASIC_EXPENDITURE_GOVERNMENT if government else TableKind.BASIC_EXPENDITURE_DEPARTMENTAL


def _general_public(title: str, grid: Grid) -> TableKind:
    by_economic = "功能" not in title and _is_economic(grid)
    return TableKind.GENERAL_PUBLIC_ECONOMIC if by_economic else TableKind.GENERAL_PUBLIC_EXPENDITURE


def _appropriation_expenditure(title: str, grid: Grid) -> TableKind:
    return TableKind.OTHER if _is_economic(grid) else TableKind.APPROPRIATION_EXPENDITURE


def _is_economic(grid: Grid) -> bool:
    """Tell whether a table goes by departmental economic codes rather than by functional ones."""
    lists = code_lists(grid)
    return lists[TableKind.BASIC_EXPENDITURE_DEPARTMENTAL] > lists[TableKind.EXPENDITURE]


_TIES: dict[TableKind, Callable[[str, Grid], TableKind]] = {
    TableKind.REVIEW_OVERALL: _review,
    TableKind.PERFORMANCE_OVERALL: _performance,
    TableKind.BASIC_EXPENDITURE_DEPARTMENTAL: _basic,
    TableKind.GENERAL_PUBLIC_EXPENDITURE: _general_public,
    TableKind.APPROPRIATION_EXPENDITURE: _appropriation_expenditure,
}
