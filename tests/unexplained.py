"""Generate budgets of one unit over the years with a column, a table and a money unit that only it can explain."""

from __future__ import annotations

from tests.layouts.notation import Document, Printed
from tests.layouts.printing import text

UNIT = "青河市水务局"
# The headings above the column that nobody knows, as a budget of 2024 prints them.
COLUMN = ("库区收益", "2024年返还")

_REVENUE = """
    科目编码 | 科目名称 | 合计 | 财政拨款收入 | 库区收益
    ^ | ^ | ^ | ^ | {year}年返还
    =. | . | i:total | i:appropriation | ?
    合计 | < | {total}.00 | 20.00 | {returned}.00
    213 | 农林水支出 | {total}.00 | 20.00 | {returned}.00 # 213
"""
_RESERVOIRS = """
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    =. | . | ? | ? | ?
    213 | 农林水支出 | 9.00 | 4.00 | 5.00 # 213
"""
_SPENDING = """
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    =. | . | + | n:basic | n:project
    213 | 农林水支出 | 300 | 200 | 100 # 213
"""


def unexplained(year: int = 2024, unit: str = UNIT, *, reservoirs: bool = False, without_unit: bool = False) -> bytes:
    """Return a budget with a column of revenue that nobody knows, and on demand two more such tables."""
    returned = 10 + year - 2024
    words = {"year": year, "returned": returned, "total": 20 + returned}
    tables = [Printed("revenue", (f"{year}年收入总表", "单位：万元"), _REVENUE.format(**words))]
    if reservoirs:
        tables.append(Printed("other", (f"{year}年水库情况表", "单位：万元"), _RESERVOIRS))
    if without_unit:
        tables.append(Printed("expenditure", (f"{year}年支出总表",), _SPENDING))
    return text(Document("unexplained", (f"{unit}{year}年单位预算",), year, tuple(tables)))
