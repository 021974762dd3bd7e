"""Read the block of a form that holds its money."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from disclosures.amounts import MoneyUnit, parse_amount, parse_number
from disclosures.extraction.performance.indicator_columns import Column, Columns, Role, plain_heading
from disclosures.extraction.performance.printed_rows import PrintedRow

_FUND_HEADINGS: tuple[tuple[str, Role], ...] = (
    (r"(?:年初|年度|当年)?预算(?:数|安排数|安排)?|年初|预算批复数|年初(?:设定)?预算(?:数|金额|安排)?", Role.APPROVED),
    (r"(?:全年|调整(?:后)?|年度调整)预算(?:数|金额)?|全年|预算调整数|调整数", Role.REVISED),
    (r"(?:全年)?(?:执行数|支出数|实际支出(?:数)?|决算数|实际执行数|执行金额|实际完成数?)", Role.EXECUTED),
    (r"(?:预算)?执行率", Role.RATE),
    (r"(?:执行率)?(?:分值|权重)", Role.WEIGHT),
    (r"(?:执行率|自评)?得分", Role.SCORE),
)
_UNIT = re.compile(r"\((?:单位:|金额单位:)?(亿元|百万元|万元|千元|元)\)|单位:(亿元|百万元|万元|千元|元)$")
_UNITED = re.compile(r"^([\d,，.]+)(亿元|百万元|万元|千元|元)$")
_TOTALS = re.compile(
    r"(?:年度|当年|全年|项目|实施期|中期|项目预算|总|预算)?(?:预算|资金|项目资金|项目投资|投资|资金申请)(?:总额|总计|合计|金额)"
    r"|(?:年度)?总金额|预算数"
)
_FUND_BLOCK = re.compile(r"(?:项目|年度|预算)?资金(?:安排|来源|情况|构成)?")
_FUND_PARTS = re.compile(
    r"其中[:：]?.*|(?:上年|当年)?(?:结转|财政|其他|单位|自有|中央|省级|市级|县级).{0,8}(?:资金|拨款|补助)?"
)


@dataclass(frozen=True, slots=True)
class Money:
    """Read the amounts of one form; without a unit there is no amount, whatever is printed."""

    unit: MoneyUnit | None

    def amount(self, text: str | None) -> Decimal | None:
        """Return a printed amount in yuan; a unit right behind the number (500万元) comes first."""
        number, own = _united(text or "")
        unit = own or self.unit
        return None if unit is None else parse_amount(number, unit)


def unit_in(texts: Iterable[str]) -> MoneyUnit | None:
    """Return the money unit that headings state: 项目资金（万元）, 单位：元."""
    found = (_UNIT.search(plain_heading(text)) for text in texts)
    return next((MoneyUnit.named(match[1] or match[2]) for match in found if match), None)


def is_figure(text: str) -> bool:
    """Tell whether a text is a number, a percentage or an amount with its unit."""
    return parse_number(_united(text)[0].rstrip("%％")) is not None


def _united(text: str) -> tuple[str, MoneyUnit | None]:
    found = _UNITED.match(text)
    return (found[1], MoneyUnit.named(found[2])) if found else (text, None)


def is_funds(row: PrintedRow) -> bool:
    """Tell whether a row heads the funds or holds them."""
    if len({role for text in row.texts if (role := fund_heading(text)) is not None}) >= 2:
        return True
    headed = any(is_fund_total(text) for text in row.texts[:3]) or _FUND_BLOCK.fullmatch(_label(row.texts[0]))
    return bool(headed) and any(_holds_figure(text) for text in row.texts)


def is_fund_total(text: str) -> bool:
    """Tell whether a text labels the whole of the funds, with or without the amount behind a colon."""
    return _TOTALS.fullmatch(_label(text)) is not None


def _label(text: str) -> str:
    return re.sub(r"\(.*?\)", "", plain_heading(text).partition(":")[0])


def _holds_figure(text: str) -> bool:
    return is_figure(text) or is_figure(text.replace("：", ":").partition(":")[2])


def fund_heading(text: str) -> Role | None:
    """Return what a column of the funds block holds."""
    return next((role for form, role in _FUND_HEADINGS if re.fullmatch(form, _label(text))), None)


def fund_columns(rows: list[PrintedRow]) -> Columns:
    """Return the columns of the funds block; a heading may be printed over two rows (年初｜预算数)."""
    parts: dict[int, str] = {}
    for row in rows:
        for cell in row.cells:
            if not is_figure(cell.text) and not _is_fund_label(cell.text):
                parts[cell.column] = parts.get(cell.column, "") + cell.text
        if any(is_figure(text) for text in row.texts):
            break
    named = ((column, fund_heading(text)) for column, text in sorted(parts.items()))
    return Columns(tuple(Column(role, column) for column, role in named if role is not None))


def _is_fund_label(text: str) -> bool:
    return is_fund_total(text) or _FUND_PARTS.fullmatch(plain_heading(text)) is not None


def labelled_amounts(rows: list[PrintedRow]) -> Iterator[tuple[str, str]]:
    """Yield the label and the text of every amount that stands right beside its label, or behind its colon."""
    for row in rows:
        for label, value in zip(row.texts, (*row.texts[1:], ""), strict=True):
            name, _, inline = label.replace("：", ":").partition(":")
            amount = inline or value
            if is_figure(amount):
                yield _label(name), amount
