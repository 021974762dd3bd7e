"""Say how the disclosures of each place are laid out: order, orientation, titles, what repeats on a new page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The look of one place's disclosures.

    ``continued`` says what stands on a table's later pages: nothing (``bare``), its header (``header``),
    or title, unit and header (``titled``). ``parts`` are the kinds of chapters in their order.
    """

    parts: tuple[str, ...]
    owner: str
    continued: str = "bare"
    landscape: bool = False
    stacked: bool = False
    label: str = "before"
    empty_note: str = "注：{who}{year}年没有使用{fund}安排的支出，故本表为空表。"


# Tables with more columns than this stand on a landscape page.
PORTRAIT_COLUMNS = 9

FAMILIES = {
    "shanghai": Family(
        parts=("duties", "structure", "glossary", "budget", "items", "tables", "other", "forms"),
        owner="编制{who}：",
        landscape=True,
    ),
    "shanghai_accounts": Family(
        parts=("duties", "structure", "tables", "totals", "items", "three_public", "other", "glossary"),
        owner="编制{who}：",
        empty_note="说明：{who}{year}年度没有{fund}收入和支出，故本表无数据。",
    ),
    "jiangsu": Family(
        parts=("duties", "structure", "tables", "budget", "items", "other", "glossary"),
        owner="部门：",
        stacked=True,
        label="prefix",
        empty_note="注：本部门无相关收支项目，故本表无数据。",
    ),
    "hunan": Family(
        parts=("duties", "structure", "tables", "totals", "items", "three_public", "other", "glossary", "forms"),
        owner="部门：",
        label="right",
        empty_note="说明：{who}{year}年度没有{fund}收入和支出，故本表无数据。",
    ),
    "shenzhen": Family(
        parts=("duties", "structure", "budget", "items", "projects", "other", "glossary", "tables", "forms"),
        owner="部门名称：",
        continued="titled",
        empty_note="注：{who}没有{fund}收支，故本表无数据。",
    ),
    "hengyang": Family(
        parts=("duties", "structure", "budget", "items", "other", "glossary", "tables", "forms"),
        owner="部门：",
        continued="titled",
    ),
    "hengyang_goals": Family(parts=("forms",), owner="单位：", landscape=True),
}
