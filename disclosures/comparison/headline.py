"""Say once which printed figure each headline is: the units' pages and the comparison both ask here."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from disclosures.comparison.dimensions import Source
from disclosures.vocabulary import Direction, Fund, Item, Nature, TableKind


class Headline(TextChoices):
    """The figures that everyone asks for first."""

    TOTAL_REVENUE = "total_revenue", _("收入总计")
    TOTAL_EXPENDITURE = "total_expenditure", _("支出总计")
    CURRENT_REVENUE = "current_revenue", _("本年收入合计")
    CURRENT_EXPENDITURE = "current_expenditure", _("本年支出合计")
    APPROPRIATION = "appropriation", _("财政拨款支出")
    GENERAL_PUBLIC = "general_public", _("一般公共预算支出")
    BASIC = "basic", _("基本支出")
    PROJECT = "project", _("项目支出")
    THREE_PUBLIC = "three_public", _("“三公”经费")
    OPERATING_COSTS = "operating_costs", _("机关运行经费")
    PROCUREMENT = "procurement", _("政府采购")


@dataclass(frozen=True, slots=True)
class HeadlineSource:
    """A headline and the places where it may stand, most telling first."""

    headline: Headline
    sources: tuple[Source, ...]


def _summary(direction: Direction, *items: Item) -> tuple[Source, ...]:
    where = {"direction": direction, "function": "", "nature": ""}
    return tuple(Source(TableKind.REVENUE_EXPENDITURE, {**where, "item": item}) for item in items)


def _total(table: TableKind, **where: str) -> tuple[Source, ...]:
    spent = {"direction": Direction.EXPENDITURE, "function": "", "economic": ""}
    items = (Item.CURRENT_YEAR_TOTAL, Item.TOTAL)
    return tuple(Source(table, {**spent, "nature": "", "item": item, **where}) for item in items)


def _by_nature(nature: Nature, item: Item) -> tuple[Source, ...]:
    spent = {"direction": Direction.EXPENDITURE, "function": "", "nature": nature, "fund": Fund.ALL}
    return (
        Source(TableKind.EXPENDITURE, {**spent, "item": Item.TOTAL}),
        Source(TableKind.EXPENDITURE, {**spent, "item": Item.CURRENT_YEAR_TOTAL}),
        Source(TableKind.REVENUE_EXPENDITURE, {**spent, "item": item}),
    )


_THREE_PUBLIC = Source(TableKind.THREE_PUBLIC, {"direction": Direction.EXPENDITURE, "item": Item.THREE_PUBLIC})

HEADLINES: tuple[HeadlineSource, ...] = (
    HeadlineSource(Headline.TOTAL_REVENUE, _summary(Direction.REVENUE, Item.TOTAL)),
    HeadlineSource(Headline.TOTAL_EXPENDITURE, _summary(Direction.EXPENDITURE, Item.TOTAL)),
    HeadlineSource(
        Headline.CURRENT_REVENUE,
        (
            *_summary(Direction.REVENUE, Item.CURRENT_YEAR_TOTAL),
            Source(
                TableKind.REVENUE,
                {"direction": Direction.REVENUE, "function": "", "item": Item.CURRENT_YEAR_TOTAL},
            ),
        ),
    ),
    HeadlineSource(
        Headline.CURRENT_EXPENDITURE,
        (
            *_summary(Direction.EXPENDITURE, Item.CURRENT_YEAR_TOTAL),
            *_total(TableKind.EXPENDITURE, fund=Fund.ALL),
        ),
    ),
    HeadlineSource(Headline.APPROPRIATION, _total(TableKind.APPROPRIATION, fund=Fund.FISCAL)),
    HeadlineSource(Headline.GENERAL_PUBLIC, _total(TableKind.GENERAL_PUBLIC_EXPENDITURE, fund=Fund.GENERAL_PUBLIC)),
    HeadlineSource(Headline.BASIC, _by_nature(Nature.BASIC, Item.BASIC)),
    HeadlineSource(Headline.PROJECT, _by_nature(Nature.PROJECT, Item.PROJECT)),
    HeadlineSource(Headline.THREE_PUBLIC, (_THREE_PUBLIC,)),
    HeadlineSource(
        Headline.OPERATING_COSTS,
        (
            *_total(TableKind.OPERATING_COSTS),
            Source(TableKind.THREE_PUBLIC, {"direction": Direction.EXPENDITURE, "item": Item.OPERATING_COSTS}),
        ),
    ),
    HeadlineSource(
        Headline.PROCUREMENT,
        (Source(TableKind.PROCUREMENT, {"direction": Direction.EXPENDITURE, "item": Item.PROCUREMENT}),),
    ),
)
