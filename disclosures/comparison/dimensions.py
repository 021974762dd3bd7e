"""Say once what can be compared, and which printed table each answer is taken from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from disclosures.vocabulary import Direction, Fund, Item, Nature, TableKind


class Dimension(TextChoices):
    """By what the amounts are broken down."""

    HEADLINE = "headline", _("主要指标")
    FUNCTIONAL = "functional", _("功能分类支出")
    DEPARTMENTAL_ECONOMIC = "departmental", _("部门预算经济分类（基本支出）")
    GOVERNMENT_ECONOMIC = "government", _("政府预算经济分类（基本支出）")
    REVENUE_SOURCE = "revenue", _("收入来源")
    THREE_PUBLIC = "three_public", _("“三公”经费")
    NATURE = "nature", _("基本支出与项目支出")
    PROCUREMENT = "procurement", _("政府采购")
    OPERATING_COSTS = "operating_costs", _("机关运行经费")
    PROJECTS = "projects", _("项目")
    INDICATORS = "indicators", _("绩效指标")
    PERFORMANCE = "performance", _("绩效概况")


# Their rows are no line items of statements: ``comparison.performance`` answers them.
OF_PERFORMANCE = (Dimension.PROJECTS, Dimension.INDICATORS, Dimension.PERFORMANCE)


@dataclass(frozen=True, slots=True)
class Source:
    """Where an answer may stand: a kind of table, and the values its cells may have ("" for none)."""

    table: TableKind
    where: Mapping[str, tuple[str, ...]]


def source(table: TableKind, **where: str | tuple[str, ...]) -> Source:
    """Return a source; a single value may be given as it is."""
    return Source(table, {name: value if isinstance(value, tuple) else (value,) for name, value in where.items()})


# The field of a line item that names the row of a comparison.
ROW_FIELDS: Mapping[Dimension, str] = {
    Dimension.FUNCTIONAL: "function",
    Dimension.DEPARTMENTAL_ECONOMIC: "economic",
    Dimension.GOVERNMENT_ECONOMIC: "economic",
    Dimension.REVENUE_SOURCE: "item",
    Dimension.THREE_PUBLIC: "item",
    Dimension.NATURE: "nature",
    Dimension.PROCUREMENT: "item",
    Dimension.OPERATING_COSTS: "economic",
}


def _spent(table: TableKind, **where: str | tuple[str, ...]) -> Source:
    return source(table, direction=Direction.EXPENDITURE, **where)


def _basic(table: TableKind) -> tuple[Source, ...]:
    """Return a basic-expenditure table's total column, by fund as tables of unlike scope have it."""
    funds = (Fund.GENERAL_PUBLIC, Fund.FISCAL, Fund.ALL)
    return tuple(_spent(table, nature=Nature.BASIC, fund=fund) for fund in funds)


_TOTAL_ROW: Mapping[str, str | tuple[str, ...]] = {
    "function": "",
    "economic": "",
    "item": (Item.TOTAL, Item.CURRENT_YEAR_TOTAL),
}

# In order of preference: for each unit, year and stage the first source that has figures gives the whole column,
# so that no column mixes tables. A later source covers other money and is labelled where it was used.
SOURCES: Mapping[Dimension, tuple[Source, ...]] = {
    Dimension.FUNCTIONAL: (
        _spent(TableKind.EXPENDITURE, nature="", economic="", fund=Fund.ALL),
        _spent(TableKind.REVENUE_EXPENDITURE, nature="", economic="", fund=Fund.ALL),
        _spent(TableKind.APPROPRIATION_EXPENDITURE, nature="", economic="", fund=Fund.FISCAL),
        _spent(TableKind.APPROPRIATION, nature="", economic="", fund=Fund.FISCAL),
        _spent(TableKind.GENERAL_PUBLIC_EXPENDITURE, nature="", economic="", fund=Fund.GENERAL_PUBLIC),
    ),
    Dimension.NATURE: (
        _spent(TableKind.EXPENDITURE, fund=Fund.ALL, **_TOTAL_ROW),
        _spent(TableKind.REVENUE_EXPENDITURE, fund=Fund.ALL, function="", item=(Item.TOTAL, Item.BASIC, Item.PROJECT)),
        _spent(TableKind.GENERAL_PUBLIC_EXPENDITURE, fund=Fund.GENERAL_PUBLIC, **_TOTAL_ROW),
    ),
    Dimension.DEPARTMENTAL_ECONOMIC: (
        _basic(TableKind.BASIC_EXPENDITURE_DEPARTMENTAL)[0],
        _spent(TableKind.GENERAL_PUBLIC_ECONOMIC, nature=Nature.BASIC, fund=Fund.GENERAL_PUBLIC),
        *_basic(TableKind.BASIC_EXPENDITURE_DEPARTMENTAL)[1:],
    ),
    Dimension.GOVERNMENT_ECONOMIC: _basic(TableKind.BASIC_EXPENDITURE_GOVERNMENT),
    Dimension.REVENUE_SOURCE: (
        source(TableKind.REVENUE, direction=Direction.REVENUE, function=""),
        source(TableKind.REVENUE_EXPENDITURE, direction=Direction.REVENUE, function=""),
    ),
    Dimension.THREE_PUBLIC: (_spent(TableKind.THREE_PUBLIC),),
    Dimension.PROCUREMENT: (_spent(TableKind.PROCUREMENT),),
    Dimension.OPERATING_COSTS: (_spent(TableKind.OPERATING_COSTS),),
}

# Tables that hold one budget's money alone: asked when that budget is chosen.
_BY_FUND: Mapping[tuple[Dimension, Fund], tuple[Source, ...]] = {
    (Dimension.FUNCTIONAL, fund): tuple(
        _spent(table, nature="", economic="", fund=fund)
        for table in (own, TableKind.APPROPRIATION, TableKind.EXPENDITURE)
    )
    for fund, own in (
        (Fund.GENERAL_PUBLIC, TableKind.GENERAL_PUBLIC_EXPENDITURE),
        (Fund.GOVERNMENT_FUNDS, TableKind.GOVERNMENT_FUNDS),
        (Fund.STATE_CAPITAL, TableKind.STATE_CAPITAL),
    )
}


def sources_for(dimension: Dimension, fund: Fund | None) -> tuple[Source, ...]:
    """Return the places that answer a dimension, of one fund where one is chosen."""
    known = SOURCES.get(dimension, ())
    if fund is None:
        return known
    own = [one for one in known if fund in one.where.get("fund", (fund,))]
    apart = [one for one in _BY_FUND.get((dimension, fund), ()) if one not in own]
    return tuple(replace(one, where={**one.where, "fund": (fund,)}) for one in (*apart, *own))


TOTAL = "total"

# Rows in which an item stands for the whole of its column, most telling first.
TOTAL_ITEMS: Mapping[Dimension, tuple[Item, ...]] = {
    Dimension.FUNCTIONAL: (Item.CURRENT_YEAR_TOTAL, Item.TOTAL),
    Dimension.DEPARTMENTAL_ECONOMIC: (Item.TOTAL,),
    Dimension.GOVERNMENT_ECONOMIC: (Item.TOTAL,),
    Dimension.REVENUE_SOURCE: (Item.CURRENT_YEAR_TOTAL, Item.TOTAL),
    Dimension.THREE_PUBLIC: (Item.THREE_PUBLIC,),
    Dimension.NATURE: (Item.TOTAL, Item.CURRENT_YEAR_TOTAL),
    Dimension.PROCUREMENT: (Item.PROCUREMENT,),
    Dimension.OPERATING_COSTS: (Item.TOTAL, Item.OPERATING_COSTS),
}

# Items listed as rows, in reading order, with the item each is a part of.
REVENUE_ITEMS: Mapping[Item, Item | None] = {
    Item.APPROPRIATION: None,
    Item.GENERAL_PUBLIC: Item.APPROPRIATION,
    Item.GENERAL_PUBLIC_REGULAR: Item.GENERAL_PUBLIC,
    Item.GENERAL_PUBLIC_NONTAX: Item.GENERAL_PUBLIC,
    Item.GOVERNMENT_FUNDS: Item.APPROPRIATION,
    Item.STATE_CAPITAL: Item.APPROPRIATION,
    Item.SPECIAL_ACCOUNT: None,
    Item.SUPERIOR_GRANTS: None,
    Item.SUPERIOR_DEPARTMENT_GRANTS: None,
    Item.SERVICE_REVENUE: None,
    Item.BUSINESS_REVENUE: None,
    Item.SUBORDINATE_REMITTANCES: None,
    Item.OWN_FUNDS: None,
    Item.OTHER_REVENUE: None,
}
THREE_PUBLIC_ITEMS: Mapping[Item, Item | None] = {
    Item.OVERSEAS_TRAVEL: None,
    Item.VEHICLES: None,
    Item.VEHICLE_PURCHASE: Item.VEHICLES,
    Item.VEHICLE_OPERATION: Item.VEHICLES,
    Item.RECEPTION: None,
}
PROCUREMENT_ITEMS: Mapping[Item, Item | None] = {
    Item.PROCUREMENT_GOODS: None,
    Item.PROCUREMENT_WORKS: None,
    Item.PROCUREMENT_SERVICES: None,
}
NATURES: Mapping[Nature, Nature | None] = {
    Nature.BASIC: None,
    Nature.PERSONNEL: Nature.BASIC,
    Nature.OPERATING: Nature.BASIC,
    Nature.PROJECT: None,
    Nature.TO_SUPERIOR: None,
    Nature.BUSINESS: None,
    Nature.TO_SUBORDINATE: None,
}
LISTED: Mapping[Dimension, Mapping[Item, Item | None] | Mapping[Nature, Nature | None]] = {
    Dimension.REVENUE_SOURCE: REVENUE_ITEMS,
    Dimension.THREE_PUBLIC: THREE_PUBLIC_ITEMS,
    Dimension.PROCUREMENT: PROCUREMENT_ITEMS,
    Dimension.NATURE: NATURES,
}
