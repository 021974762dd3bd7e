"""Read the money unit that a table prints in its caption, its title or its header."""

from __future__ import annotations

import re
from collections.abc import Iterable

from disclosures.amounts import MoneyUnit
from disclosures.evidence import Grid

_NAME = r"(?:人民币)?(亿元|百万元|万元|千元|百元|元(?![\u4e00-\u9fff])|元(?=部门|单位|编制|公开|填报)|万(?=元?$))"
# A character before 单位 makes it the owner's caption (编制单位：…), not that of the money.
_REMARK = r"(?:[（(][^（）()]{1,12}[)）]|[、，,/][^\s:：、]{1,3}(?![\u4e00-\u9fff]))*"  # 元（列至角分）; 万元、%
CAPTION = re.compile(rf"[（(]?(?:金额|货币|计量)?(?<![制算报开管])单位(?:[:：]|为|是)?{_NAME}{_REMARK}[)）]?")
BRACKETED = re.compile(r"[（(](?:单位[:：]?)?(?:人民币)?(亿元|百万元|万元|千元|百元|元)[)）]")
_LONGEST_HEADER = 24  # a cell with more characters is a sentence; a unit in it is that of its own amounts


def named(text: str) -> MoneyUnit | None:
    """Return the money unit that a caption such as 金额单位：万元 names."""
    found = CAPTION.search(re.sub(r"\s+", "", text))
    return _unit(found.group(1)) if found else None


def bracketed(text: str) -> MoneyUnit | None:
    """Return the money unit of a heading such as 预算数（万元）."""
    found = BRACKETED.search(re.sub(r"\s+", "", text))
    return _unit(found.group(1)) if found else None


def unit_in_grids(grids: Iterable[Grid]) -> MoneyUnit | None:
    """Return the one unit that headings inside the grids print; None where there is none or more than one."""
    found = {
        unit
        for grid in grids
        for row in grid.rows
        for cell in row
        if cell.text and len(cell.text) <= _LONGEST_HEADER and (unit := named(cell.text) or bracketed(cell.text))
    }
    return found.pop() if len(found) == 1 else None


def _unit(name: str) -> MoneyUnit | None:
    return MoneyUnit.named("万元" if name == "万" else name)
