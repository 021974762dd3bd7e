"""Say once which printed figure each headline is: the units' pages and the comparison both ask here."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from disclosures.comparison.dimensions import Source, source
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


def _summary(direction: Direction, item: Item) -> Source:
    return source(TableKind.REVENUE_EXPENDITURE, direction=direction, function="", nature="", item=item)


def _total(table: TableKind, **where: str) -> tuple[Source, ...]:
    """Return the total row of a table, 本年 before all."""
    return tuple(
        source(table, direction=Direction.EXPENDITURE, function="", economic="", item=item, **{"nature": "", **where})
        for item in (Item.CURRENT_YEAR_TOTAL, Item.TOTAL)
    )


def _of_nature(nature: Nature, item: Item) -> tuple[Source, ...]:
    spent = {"direction": Direction.EXPENDITURE, "function": "", "nature": nature, "fund": Fund.ALL}
    return (
        *_total(TableKind.EXPENDITURE, nature=nature, fund=Fund.ALL),
        source(TableKind.REVENUE_EXPENDITURE, item=item, **spent),
    )


def _item(table: TableKind, item: Item) -> Source:
    return source(table, direction=Direction.EXPENDITURE, item=item)


HEADLINES: tuple[HeadlineSource, ...] = (
    HeadlineSource(Headline.TOTAL_REVENUE, (_summary(Direction.REVENUE, Item.TOTAL),)),
    HeadlineSource(Headline.TOTAL_EXPENDITURE, (_summary(Direction.EXPENDITURE, Item.TOTAL),)),
    HeadlineSource(
        Headline.CURRENT_REVENUE,
        (
            _summary(Direction.REVENUE, Item.CURRENT_YEAR_TOTAL),
            source(TableKind.REVENUE, direction=Direction.REVENUE, function="", item=Item.CURRENT_YEAR_TOTAL),
        ),
    ),
    HeadlineSource(
        Headline.CURRENT_EXPENDITURE,
        (
            _summary(Direction.EXPENDITURE, Item.CURRENT_YEAR_TOTAL),
            *_total(TableKind.EXPENDITURE, fund=Fund.ALL),
        ),
    ),
    HeadlineSource(Headline.APPROPRIATION, _total(TableKind.APPROPRIATION, fund=Fund.FISCAL)),
    HeadlineSource(Headline.GENERAL_PUBLIC, _total(TableKind.GENERAL_PUBLIC_EXPENDITURE, fund=Fund.GENERAL_PUBLIC)),
    HeadlineSource(Headline.BASIC, _of_nature(Nature.BASIC, Item.BASIC)),
    HeadlineSource(Headline.PROJECT, _of_nature(Nature.PROJECT, Item.PROJECT)),
    HeadlineSource(Headline.THREE_PUBLIC, (_item(TableKind.THREE_PUBLIC, Item.THREE_PUBLIC),)),
    HeadlineSource(
        Headline.OPERATING_COSTS,
        (*_total(TableKind.OPERATING_COSTS), _item(TableKind.THREE_PUBLIC, Item.OPERATING_COSTS)),
    ),
    HeadlineSource(Headline.PROCUREMENT, (_item(TableKind.PROCUREMENT, Item.PROCUREMENT),)),
)
