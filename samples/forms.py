"""Set performance forms: goals and indicators with merged levels, and self-evaluations with their funds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from itertools import groupby

from samples.families import Family
from samples.grids import cell, column_widths
from samples.ledger import Ledger
from samples.prose import Chapter
from samples.sheets import Sample, Says, Sheet

SIGNS = {">=": "≥", "<=": "≤", ">": "＞", "<": "＜", "=": "＝", "qualitative": "定性"}
LEVELS = ("一级指标", "二级指标", "三级指标")
DECLARED = (*LEVELS, "指标值类型", "指标值", "计量单位", "指标解释", "评/扣分标准", "备注")
REVIEWED = (*LEVELS, "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
FUNDS = ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
PROJECT = ("单位代码", "单位（专项）名称", "资金总额", "实施期绩效目标", "年度绩效目标")
WANTED = (*LEVELS, "指标值", "指标值内容", "评（扣分标准）", "度量单位", "指标值类型")
Row = list[str]


def project_list(sample: Sample, ledger: Ledger) -> Chapter:
    """Name the projects with their amounts, one paragraph each."""
    paragraphs = (
        f"{number}.{project['name']}预算{project['total']}万元。" for number, project in enumerate(sample.projects, 1)
    )
    return Chapter("项目支出预算说明", tuple(paragraphs))


def goal(name: str, indicators: list[Says], money: str = "") -> str:
    """Say a goal in words of our own: what it is for, its money, and what it is measured by."""
    named = dict.fromkeys(entry.get("content") or entry.get("level3") or entry["target"] for entry in indicators)
    measured = "".join(f"“{word}”" for word in list(named)[:2])
    return f"{name}：{f'安排{money}，' if money else ''}以{measured}等{len(indicators)}项指标衡量。"


def done(form: Says) -> str:
    """Say how a reviewed project went, by its own figures."""
    _, _, _, executed, _, rate, _ = form["funds"][0]
    return f"全年执行{executed}万元，执行率{rate}，自评得{form['score']}分。"


def section(sheet: Sheet, sample: Sample, family: Family) -> str:
    """Return a form on a page of its own."""
    rows, parts = FORMS[sheet.form["style"]](sheet, sample)
    label = f"<div class=label>{escape(sheet.label)}</div>" if sheet.label else ""
    year = sample.identity["fiscal_year"]
    period = "" if str(year) in sheet.title else f"<div class=period>（{year}年度）</div>"
    style = " ".join(["form once", sheet.form["style"], *(["wide"] if len(parts) > 9 else [])])
    body = "".join(rows)
    above = f"{label}<div class=title>{escape(sheet.title)}</div>{period}{money_line(sheet, sample, family)}"
    grid = f"<table class=figures>{column_widths(parts)}<tbody>{body}</tbody></table>"
    return f'<section class="{style}">{above}{grid}</section>'


def money_line(sheet: Sheet, sample: Sample, family: Family) -> str:
    if not sheet.money_unit:
        return ""
    owner = f"{family.owner.format(who='单位')}{sample.identity['unit']}"
    return f"<div class=unit><span>{escape(owner)}</span><span>金额单位：{sheet.money_unit}</span></div>"


def line(*cells: str) -> str:
    return f"<tr>{''.join(cells)}</tr>"


def heads(*words: str) -> str:
    return line(*(cell(word, "th") for word in words))


def declaration(sheet: Sheet, sample: Sample) -> tuple[list[str], list[int]]:
    """Return the declaration of whole-unit goals: nine columns, levels printed on every row."""
    unit, indicators = sample.identity["unit"], sheet.form["indicators"]
    top = ("部门单位名称", unit), ("部门（单位）职责", f"{unit}规定的职责"), ("年度总体目标", goal(unit, indicators))
    rows = [line(cell(name, "th", colspan=2), cell(text, "td", colspan=7)) for name, text in top]
    rows.append(line(cell("绩效指标", "th", colspan=9)))
    rows.append(heads(*DECLARED))
    rows += [line(*(cell(text, "td") for text in declared(entry))) for entry in indicators]
    return rows, [9, 11, 22, 7, 8, 7, 16, 14, 6]


def declared(entry: Says) -> Row:
    levels = [entry["level1"], entry["level2"], entry["level3"]]
    value = [SIGNS[entry["operator"]], entry["target"], entry.get("unit", "-")]
    return [*levels, *value, entry.get("explanation", ""), f"达到目标值得{entry['weight']}分", ""]


def tasks(sheet: Sheet, sample: Sample) -> tuple[list[str], list[int]]:
    """Return the whole-unit goals with the year's tasks and their amounts."""
    unit, above = sample.identity["unit"], sample.identity["supervising_department"]
    entries = sheet.form["tasks"]
    rows = [
        line(cell("单位名称", "th"), cell(unit, "td", colspan=3), cell("主管部门", "th"), cell(above, "td", colspan=2)),
        line(
            cell("年度主要任务", "th", rowspan=len(entries) + 3),
            cell("任务名称", "th", colspan=2, rowspan=2),
            cell("主要内容", "th", rowspan=2),
            cell("预算金额（万元）", "th", colspan=3),
        ),
        heads("总额", "其中：财政拨款", "其中：其他资金"),
    ]
    rows += [task(entry) for entry in entries]
    total = sheet.form["total"]
    amounts = (cell(text, "td", kind="amount") for text in (total, total, "0"))
    rows.append(line(cell("金额合计", "td", colspan=3), *amounts))
    indicators = sheet.form["indicators"]
    rows.append(line(cell("年度总体目标", "th"), cell(goal(unit, indicators, f"{total}万元"), "td", colspan=6)))
    rows.append(line(cell("年度绩效指标", "th", rowspan=len(indicators) + 1), *target_heads()))
    rows += merged_levels(indicators, lambda entry: [cell(entry["target"], "td", colspan=3)])
    return rows, [9, 11, 13, 34, 11, 11, 11]


def task(entry: Says) -> str:
    amounts = (cell(text, "td", kind="amount") for text in (entry["total"], entry["total"], "0"))
    return line(cell(entry["name"], "td", colspan=2), cell(f"{entry['name']}的年度支出", "td"), *amounts)


def target_heads() -> Iterator[str]:
    yield from (cell(word, "th") for word in LEVELS)
    yield cell("目标值", "th", colspan=3)


def merged_levels(entries: list[Says], rest: Callable[[Says], Row], captions: bool = False) -> list[str]:
    """Return a line for each indicator: level 1 and 2 stand once and run down over their rows."""
    rows = []
    for level1, group in groupby(entries, key=lambda entry: entry["level1"]):
        ones = list(group)
        caption = f"（{points(ones)}分）" if captions else ""
        for level2, same in groupby(ones, key=lambda entry: entry.get("level2")):
            twos = list(same)
            for entry in twos:
                cells = [cell(level1 + caption, "td", kind="centre", rowspan=len(ones))] if entry is ones[0] else []
                cells += [cell(level2 or "", "td", kind="centre", rowspan=len(twos))] if entry is twos[0] else []
                rows.append(line(*cells, cell(entry.get("level3", ""), "td"), *rest(entry)))
    return rows


def points(entries: list[Says]) -> str:
    return f"{sum(float(entry.get('weight') or 0) for entry in entries):g}"


def review(sheet: Sheet, sample: Sample) -> tuple[list[str], list[int]]:
    """Return a self-evaluation: funds with their execution, goals, indicators with actual values and scores."""
    form, unit = sheet.form, sample.identity["unit"]
    name, indicators = form["project"], form["indicators"]
    above = sample.identity["supervising_department"] or unit
    rows = [
        line(cell("项目支出名称", "th"), cell(name, "td", colspan=8)),
        line(cell("主管部门", "th"), cell(above, "td", colspan=3), cell("实施单位", "th"), cell(unit, "td", colspan=4)),
        line(cell("项目资金（万元）", "th", rowspan=len(form["funds"]) + 1), *fund_heads()),
        *(fund(entry) for entry in form["funds"]),
        line(
            cell("年度总体目标", "th", rowspan=2),
            cell("预期目标", "th", colspan=4),
            cell("实际完成情况", "th", colspan=4),
        ),
        line(
            cell(goal(name, indicators, f"{form['funds'][0][2]}万元"), "td", colspan=4),
            cell(done(form), "td", colspan=4),
        ),
    ]
    words = (cell(word, "th") for word in REVIEWED)
    rows.append(line(cell("绩效指标", "th", rowspan=len(indicators) + 1), *words))
    rows += merged_levels(indicators, reviewed, captions=True)
    score = (cell(text, "td", kind="centre") for text in (form["total_weight"], form["score"], ""))
    rows.append(line(cell("总分", "td", kind="total", colspan=6), *score))
    return rows, [8, 10, 12, 21, 16, 15, 8, 11, 12]


def fund_heads() -> Iterator[str]:
    yield cell("", "th", colspan=2)
    yield from (cell(word, "th") for word in FUNDS)


def fund(entry: Row) -> str:
    name, *values = entry
    return line(cell(name, "td", colspan=2), *(cell(value, "td", kind="centre") for value in values))


def reviewed(entry: Says) -> Row:
    values = (entry.get(name, "") for name in ("target", "actual", "weight", "score"))
    return [*(cell(value, "td", kind="centre") for value in values), cell(entry.get("deviation_reason", ""), "td")]


def goals(sheet: Sheet, sample: Sample) -> tuple[list[str], list[int]]:
    """Return the goals of several projects: one wide table with a project's name, amount and goals run down."""
    code, unit = sample.identity["unit_code"], sample.identity["unit"]
    form = sheet.form
    projects = form["projects"]
    rows = [
        line(
            *(cell(word, "th", rowspan=2) for word in PROJECT),
            cell("绩效指标", "th", colspan=8),
        ),
        heads(*WANTED),
        line(
            *(cell(text, "td") for text in ("", "合计：", form["total"], "单位数：1", f"项目个数：{len(projects)}")),
            *(cell("", "td") for _ in range(8)),
        ),
        line(*(cell(text, "td") for text in (code, unit, form["total"])), *(cell("", "td") for _ in range(10))),
    ]
    for project in projects:
        entries = [entry for entry in form["indicators"] if entry["project"] == project["name"]]
        wish = goal(project["name"], entries, f"{project['total']}万元")
        mine = [code, project["name"], project["total"], wish, wish]
        first = "".join(cell(text, "td", rowspan=len(entries)) for text in mine)
        lines = merged_levels(entries, wanted)
        rows += [lines[0].replace("<tr>", f"<tr>{first}", 1), *lines[1:]]
    return rows, [8, 13, 8, 16, 16, 10, 12, 14, 14, 16, 9, 7, 8]


def project(sheet: Sheet, sample: Sample) -> tuple[list[str], list[int]]:
    """Return the goals of one project: what it is, its funds in yuan, goals and three levels of indicators."""
    form, unit, year = sheet.form, sample.identity["unit"], sample.identity["fiscal_year"]
    indicators = form["indicators"]
    wish = goal(form["project"], indicators, f"{form['total']}元")
    rows = [
        pairs(("项目名称", form["project"]), ("项目性质", form["nature"]), ("项目类别", form["category"])),
        pairs(("主管部门", unit), ("实施单位", unit), ("计划日期", f"{year}-01-01至{year}-12-31")),
        line(cell("项目资金（元）", "th", colspan=2), *asked(form)),
        line(
            cell("项目绩效目标", "th", rowspan=2),
            cell("项目总目标", "th", colspan=3),
            cell("年度总体目标", "th", colspan=3),
        ),
        line(cell(wish, "td", colspan=3), cell(wish, "td", colspan=3)),
        line(
            cell("绩效指标", "th", rowspan=len(indicators) + 1),
            *(cell(word, "th") for word in LEVELS),
            cell("年度指标值", "th", colspan=3),
        ),
    ]
    rows += merged_levels(indicators, lambda entry: [cell(entry["target"], "td", colspan=3)])
    return rows, [10, 12, 15, 27, 12, 12, 14]


def pairs(first: tuple[str, str], *others: tuple[str, str]) -> str:
    name, value = first
    cells = [cell(name, "th", colspan=2), cell(value, "td")]
    for name, value in others:
        cells += [cell(name, "th"), cell(value, "td")]
    return line(*cells)


def asked(form: Says) -> Iterator[str]:
    yield cell("项目资金总额", "th")
    yield cell(form["total"], "td", kind="amount")
    yield cell("年度资金申请总额", "th", colspan=2)
    yield cell(form["approved"], "td", kind="amount")


def wanted(entry: Says) -> Row:
    return [cell(text, "td") for text in (entry["target"], entry["content"], f"{entry['weight']}分", "", "")]


FORMS: dict[str, Callable[[Sheet, Sample], tuple[list[str], list[int]]]] = {
    "declaration": declaration,
    "tasks": tasks,
    "review": review,
    "goals": goals,
    "project": project,
}
