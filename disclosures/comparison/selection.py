"""Hold what a comparison is about; its address says all of it, canonically and briefly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.comparison import addresses
from disclosures.comparison.dimensions import OF_PERFORMANCE, Dimension
from disclosures.comparison.measures import Measure
from disclosures.comparison.sort_columns import SortedBy, is_compared, read_sorted_by, say_sorted_by
from disclosures.comparison.stages import COMPARABLE_KINDS, OWN_STAGES, PRINTED, TOLD_IN, Stage
from disclosures.comparison.wording import measure_label, stage_label
from disclosures.vocabulary import DisclosureKind, Fund, Scope

__all__ = ["COMPARABLE_KINDS", "Chart", "Level", "MoneyScale", "Order", "Selection", "Turn"]

MAX_UNITS = 200
_ROW = re.compile(r"[a-z0-9_]{1,40}")
_WORDS = re.compile(r"[\w（）()、 -]{1,40}")
YES = "1"
_YES = re.compile(YES)


class MoneyScale(TextChoices):
    """In what unit money is shown."""

    YUAN = "yuan", gettext_lazy("元")
    TEN_THOUSAND = "wan", gettext_lazy("万元")
    HUNDRED_MILLION = "yi", gettext_lazy("亿元")


class Chart(TextChoices):
    """How the result is drawn; ``auto`` takes what fits."""

    AUTO = "auto", gettext_lazy("自动")
    BARS = "bars", gettext_lazy("分组条形图")
    STACKED = "stacked", gettext_lazy("堆叠条形图")
    SHARES = "shares", gettext_lazy("百分比条形图")
    LINES = "lines", gettext_lazy("折线图")
    DOTS = "dots", gettext_lazy("点图（含中位数）")
    HEAT = "heat", gettext_lazy("热力图")
    TREEMAP = "treemap", gettext_lazy("矩形树图")
    SANKEY = "sankey", gettext_lazy("桑基图（收入到支出）")
    WATERFALL = "waterfall", gettext_lazy("瀑布图（预算到决算）")


class Level(TextChoices):
    """How deep codes are shown: 类, 款 or 项."""

    CLASS = "1", gettext_lazy("类")
    SECTION = "2", gettext_lazy("款")
    ITEM = "3", gettext_lazy("项")


class Order(TextChoices):
    """In what order the rows stand; children stay below their parents."""

    LISTED = "listed", gettext_lazy("按科目")
    LARGEST = "largest", gettext_lazy("从大到小")
    SMALLEST = "smallest", gettext_lazy("从小到大")


class Turn(TextChoices):
    """What stands in the rows of the table."""

    AUTO = "auto", gettext_lazy("自动")
    ITEMS = "items", gettext_lazy("项目为行")
    UNITS = "units", gettext_lazy("单位为行")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is compared, and how it is shown.

    ``scope`` and ``fund`` are None for whatever was published. ``only`` keeps the rows whose code begins with it or
    whose name holds it. ``row`` is the key of the row that a chart of one row draws; the total where none is chosen.
    ``summed`` adds the units up beside them. ``sorted_by`` is the column whose figures the order looks at; without
    one it looks at each row's largest.
    """

    units: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    stages: tuple[Stage, ...] = (Stage.BUDGET,)
    scope: Scope | None = None
    fund: Fund | None = None
    dimension: Dimension = Dimension.HEADLINE
    measure: Measure = Measure.AMOUNT
    level: Level = Level.CLASS
    only: str = ""
    order: Order = Order.LISTED
    sorted_by: SortedBy | None = None
    turn: Turn = Turn.AUTO
    money: MoneyScale = MoneyScale.TEN_THOUSAND
    chart: Chart = Chart.AUTO
    row: str = ""
    summed: bool = False

    @classmethod
    def from_query(cls, query: addresses.Query) -> Selection:
        """Read an address, canonical or as a form sends it; what is not understood falls back to its default."""
        found = cls(
            units=tuple(addresses.ids(query, "units"))[:MAX_UNITS],
            years=tuple(addresses.years(query, "years")),
            stages=addresses.choices(query, "stages", (Stage.BUDGET,)),
            scope=next((one for one in Scope if one.value in query.getlist("scope")[-1:]), None),
            fund=next((one for one in Fund if one.value in query.getlist("fund")[-1:]), None),
            dimension=addresses.choice(query, "by", Dimension.HEADLINE),
            measure=addresses.choice(query, "measure", Measure.AMOUNT),
            level=addresses.choice(query, "level", Level.CLASS),
            only=addresses.last(query, "only", _WORDS).strip(),
            order=addresses.choice(query, "order", Order.LISTED),
            turn=addresses.choice(query, "turn", Turn.AUTO),
            money=addresses.choice(query, "money", MoneyScale.TEN_THOUSAND),
            chart=addresses.choice(query, "chart", Chart.AUTO),
            row=addresses.last(query, "row", _ROW),
            summed=addresses.last(query, "sum", _YES) == YES,
        )
        said = read_sorted_by(addresses.last(query, "sort", addresses.ANYTHING), found.stages[0])
        return replace(found, sorted_by=said)._without_lost_column()

    def to_query(self) -> str:
        """Return the canonical address: only what differs from its default, always in the same order."""
        said = self._without_lost_column()
        return urlencode({name: said._said(field) for name, field in _ADDRESSED.items() if said._differs(field)})

    def changed(self, **changes: Any) -> Selection:
        """Return the selection with some parts changed; ``kind`` stands for that kind's own stage."""
        if "kind" in changes:
            changes["stages"] = (OWN_STAGES[changes.pop("kind")],)
        return replace(self, **changes)

    @property
    def is_complete(self) -> bool:
        """Tell whether there is something to compare."""
        return bool(self.units and self.years)

    @property
    def adds_units(self) -> bool:
        """Tell whether there are sums to show: one unit is its own sum."""
        return self.summed and len(self.units) > 1

    @property
    def kinds(self) -> frozenset[DisclosureKind]:
        """Return the kinds of files that may print what is compared."""
        own = (PRINTED[stage].kind for stage in self.stages)
        told = self.dimension in OF_PERFORMANCE
        return frozenset(kind for one in own for kind in (TOLD_IN[one] if told else (one,)))

    @property
    def years_in_words(self) -> str:
        """Return the years as runs: 2020、2022–2024."""
        return "、".join(run.replace("-", "–") for run in addresses.runs(self.years))

    @property
    def stages_in_words(self) -> str:
        """Return the stages as the dimension calls them."""
        return "、".join(str(stage_label(self.dimension, stage)) for stage in self.stages)

    def sentence(self, unit_names: Sequence[str] | None = None, order: str = "") -> str:
        """Say the selection in words: 2022–2024年 3个单位 功能分类支出 决算 金额.

        ``unit_names`` are those of the units that exist, where they are known; ``order`` says how the rows stand.
        """
        if unit_names is not None and len(unit_names) in (1, 2):
            units = "、".join(unit_names)
        else:
            units = _("%(count)d个单位") % {"count": len(self.units if unit_names is None else unit_names)}
        said = [_("%(years)s年") % {"years": self.years_in_words}, units, self.dimension.label]
        said += [one.label for one in (self.fund, self.scope) if one is not None]
        said += [self.stages_in_words]
        said += [_("“%(words)s”") % {"words": self.only}] if self.only else []
        said += [str(measure_label(self.dimension, self.measure))] if self.measure != Measure.AMOUNT else []
        said += [_("附合计")] if self.adds_units else []
        said += [order] if order else []
        return " ".join(str(part) for part in said)

    def _without_lost_column(self) -> Selection:
        """Return the selection sorted by no column that is not compared, and by none where nothing is sorted."""
        if self.sorted_by is None:
            return self
        shown = is_compared(self.sorted_by, self.units, self.years, self.stages, summed=self.adds_units)
        return self if shown and self.order != Order.LISTED else replace(self, sorted_by=None)

    def _differs(self, field: str) -> bool:
        return bool(getattr(self, field) != _DEFAULTS[field])

    def _said(self, field: str) -> str:
        value = getattr(self, field)
        if field == "years":
            return ".".join(addresses.runs(value))
        if field == "summed":
            return YES
        if field == "sorted_by":
            return say_sorted_by(value, self.stages[0])
        return ".".join(str(part) for part in value) if isinstance(value, tuple) else str(value)


# The address's names, in the order they stand in it.
_ADDRESSED = {
    "units": "units",
    "years": "years",
    "stages": "stages",
    "scope": "scope",
    "fund": "fund",
    "by": "dimension",
    "measure": "measure",
    "level": "level",
    "only": "only",
    "order": "order",
    "sort": "sorted_by",
    "turn": "turn",
    "money": "money",
    "chart": "chart",
    "row": "row",
    "sum": "summed",
}
_DEFAULTS = {field.name: field.default for field in fields(Selection)}
