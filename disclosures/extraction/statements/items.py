"""Say what a row is by its name: a source, a sort of spending, a total; with what the group it stands in adds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from disclosures.codes import functional_class
from disclosures.extraction.statements.words import (
    CARRY_OVERS,
    FUNDS,
    NATURE_ROWS,
    PUBLIC_EXPENSES,
    PURCHASES,
    SOURCES,
    TOTALS,
    Meaning,
    is_total,
    plain,
    said,
    said_by_all,
)
from disclosures.vocabulary import Direction, Item, Nature

_CHINESE = "[一二三四五六七八九十]+"
_ORDINAL = re.compile(rf"({_CHINESE}、)|([(（]{_CHINESE}[)）])|(\d+[.、．])|([(（]\d+[)）])")


@dataclass(frozen=True, slots=True)
class Group:
    """The group that rows stand in: spending of one nature, or a carry-over told by fund.

    ``ordinal`` is the style of ordinal that opened it; a row with the same style closes it.
    """

    nature: Nature | None = None
    carried_in: bool = False
    ordinal: int | None = None


def ordinal_style(label: str) -> int | None:
    """Return which style of ordinal a label begins with (一、 （一） 1. (1)), None where it has none."""
    found = _ORDINAL.match(label)
    return found.lastindex if found else None


def by_nature(labels: Sequence[str]) -> bool:
    """Tell whether the rows of a block are sorts of spending (基本支出, 工资福利支出), not functional classes."""
    found = [said_by_all(label, NATURE_ROWS) for label in labels]
    natures = any(meaning is not None and meaning.item in (Item.BASIC, Item.PROJECT) for meaning in found)
    return natures or any(plain(label) == "工资福利支出" for label in labels)


def classes_are_numbered(labels: Sequence[str]) -> bool:
    """Tell whether the functional classes of a block carry 一、二、: then a class name without one is no class."""
    return any(ordinal_style(label) == 1 and functional_class(label) for label in labels)


def group_at(group: Group, label: str) -> Group:
    """Return the group that a row stands in: a total, or an ordinal like the one that opened a group, closes it."""
    style = ordinal_style(label)
    # Sub-rows of a carry-over may be numbered 一、二、 under a heading without a number: those close nothing.
    closes = style is not None and style == group.ordinal
    return Group() if closes or is_total(label) else group


def group_below(group: Group, label: str, meaning: Meaning) -> Group:
    """Return the group that a row leaves to the rows below it: its own where it opens one."""
    if meaning.item is Item.CARRIED_IN and meaning.fund is None:
        return Group(carried_in=True, ordinal=ordinal_style(label))
    if meaning.item in (Item.BASIC, Item.PROJECT):
        return Group(meaning.nature, ordinal=ordinal_style(label))
    return group


def revenue_row(label: str, group: Group) -> Meaning:
    """Return what a row of revenue is: a total, a carry-over (of one fund within its group), or a source."""
    if total := said_by_all(label, TOTALS):
        return replace(total, direction=Direction.REVENUE)
    if carried := said(label, CARRY_OVERS):
        return replace(carried, direction=Direction.BALANCE)
    if group.carried_in and (fund := said(label, FUNDS)):
        return replace(fund, item=Item.CARRIED_IN, direction=Direction.BALANCE)
    return said(label, SOURCES) or Meaning()


def spending_row(label: str, group: Group) -> Meaning:
    """Return what a row of spending without a code is: a total, a carry-over, a sort of spending or its detail."""
    if total := said_by_all(label, TOTALS):
        return total
    if carried := said(label, CARRY_OVERS):
        return replace(carried, direction=Direction.BALANCE)
    return said_by_all(label, NATURE_ROWS) or Meaning(nature=group.nature)


def public_row(label: str, total: Item) -> Meaning:
    """Return which of the public expenses a row is; ``total`` is what this statement's 合计 holds."""
    if is_total(label):
        return Meaning(total)
    purchase = said_by_all(label, PURCHASES) if "采购" in label else None
    return purchase or said(label, PUBLIC_EXPENSES) or Meaning()


def purchase_row(label: str) -> Meaning:
    """Return which sort of purchase a row is; what is bought below those has no word."""
    if is_total(label):
        return Meaning(Item.PROCUREMENT)
    return said_by_all(label, PURCHASES) or Meaning()
