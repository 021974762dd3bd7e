"""Say once what can be compared, and which printed table each answer is taken from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Source:
    """Where an answer may stand: a kind of table, and the values its cells must have ("" for none)."""

    table: TableKind
    where: Mapping[str, str]


# The field of a line item that names the row of a comparison.
ROW_FIELDS: Mapping[Dimension, str] = {
    Dimension.FUNCTIONAL: "function",
    Dimension.DEPARTMENTAL_ECONOMIC: "economic",
    Dimension.GOVERNMENT_ECONOMIC: "economic",
    Dimension.REVENUE_SOURCE: "item",
    Dimension.THREE_PUBLIC: "item",
}

_EXPENDITURE = {"direction": Direction.EXPENDITURE}
_BASIC = {**_EXPENDITURE, "nature": Nature.BASIC}

# In order of preference: for each unit and year the first source that has figures gives the whole column,
# so that no column mixes tables. A later source covers less money and is labelled where it was used.
SOURCES: Mapping[Dimension, tuple[Source, ...]] = {
    Dimension.FUNCTIONAL: (
        Source(TableKind.EXPENDITURE, {**_EXPENDITURE, "nature": "", "fund": Fund.ALL}),
        Source(TableKind.REVENUE_EXPENDITURE, {**_EXPENDITURE, "nature": "", "fund": Fund.ALL}),
        Source(TableKind.APPROPRIATION_EXPENDITURE, {**_EXPENDITURE, "nature": "", "fund": Fund.FISCAL}),
        Source(TableKind.GENERAL_PUBLIC_EXPENDITURE, {**_EXPENDITURE, "nature": "", "fund": Fund.GENERAL_PUBLIC}),
    ),
    Dimension.DEPARTMENTAL_ECONOMIC: (
        Source(TableKind.BASIC_EXPENDITURE_DEPARTMENTAL, {**_BASIC, "fund": Fund.GENERAL_PUBLIC}),
        Source(TableKind.GENERAL_PUBLIC_ECONOMIC, {**_BASIC, "fund": Fund.GENERAL_PUBLIC}),
        Source(TableKind.BASIC_EXPENDITURE_DEPARTMENTAL, {**_BASIC, "fund": Fund.FISCAL}),
        Source(TableKind.BASIC_EXPENDITURE_DEPARTMENTAL, {**_BASIC, "fund": Fund.ALL}),
    ),
    Dimension.GOVERNMENT_ECONOMIC: (
        Source(TableKind.BASIC_EXPENDITURE_GOVERNMENT, {**_BASIC, "fund": Fund.GENERAL_PUBLIC}),
        Source(TableKind.BASIC_EXPENDITURE_GOVERNMENT, {**_BASIC, "fund": Fund.FISCAL}),
        Source(TableKind.BASIC_EXPENDITURE_GOVERNMENT, {**_BASIC, "fund": Fund.ALL}),
    ),
    Dimension.REVENUE_SOURCE: (
        Source(TableKind.REVENUE, {"direction": Direction.REVENUE, "function": ""}),
        Source(TableKind.REVENUE_EXPENDITURE, {"direction": Direction.REVENUE, "function": ""}),
    ),
    Dimension.THREE_PUBLIC: (Source(TableKind.THREE_PUBLIC, dict(_EXPENDITURE)),),
}

TOTAL = "total"

# Rows in which an item stands for the whole of its column, most telling first.
TOTAL_ITEMS: Mapping[Dimension, tuple[Item, ...]] = {
    Dimension.FUNCTIONAL: (Item.CURRENT_YEAR_TOTAL, Item.TOTAL),
    Dimension.DEPARTMENTAL_ECONOMIC: (Item.TOTAL,),
    Dimension.GOVERNMENT_ECONOMIC: (Item.TOTAL,),
    Dimension.REVENUE_SOURCE: (Item.CURRENT_YEAR_TOTAL, Item.TOTAL),
    Dimension.THREE_PUBLIC: (Item.THREE_PUBLIC,),
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
LISTED_ITEMS: Mapping[Dimension, Mapping[Item, Item | None]] = {
    Dimension.REVENUE_SOURCE: REVENUE_ITEMS,
    Dimension.THREE_PUBLIC: THREE_PUBLIC_ITEMS,
}
