"""Hold what a comparison is about; its address says all of it, canonically and briefly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol
from urllib.parse import urlencode

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.measures import Measure
from disclosures.vocabulary import DisclosureKind, Phase

MAX_UNITS = 200
MAX_YEARS = 20
_ROW = re.compile(r"[a-z0-9_]{1,40}")
_YEAR_RANGE = re.compile(r"(\d{4})(?:-(\d{4}))?")


class MoneyScale(TextChoices):
    """In what unit money is shown."""

    YUAN = "yuan", gettext_lazy("元")
    TEN_THOUSAND = "wan", gettext_lazy("万元")
    HUNDRED_MILLION = "yi", gettext_lazy("亿元")


class Chart(TextChoices):
    """How the result is drawn; ``auto`` takes what fits."""

    AUTO = "auto", gettext_lazy("自动")
    BARS = "bars", gettext_lazy("分组条形图")
    LINES = "lines", gettext_lazy("折线图")


class Level(TextChoices):
    """How deep codes are shown: 类, 款 or 项."""

    CLASS = "1", gettext_lazy("类")
    SECTION = "2", gettext_lazy("款")
    ITEM = "3", gettext_lazy("项")


class Query(Protocol):
    """What Django's QueryDict offers and a comparison's address needs."""

    def getlist(self, key: str) -> Sequence[Any]: ...


# Which phase a disclosure of a kind prints first.
DEFAULT_PHASES: Mapping[DisclosureKind, Phase] = {
    DisclosureKind.BUDGET: Phase.APPROVED,
    DisclosureKind.FINAL_ACCOUNTS: Phase.OUTTURN,
}
COMPARABLE_KINDS = tuple(DEFAULT_PHASES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is compared: units (ids), years, kind and phase, dimension, measure, and how it is shown.

    ``row`` is the key of the row that a chart over years is drawn of; the total where none is chosen.
    """

    units: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    kind: DisclosureKind = DisclosureKind.BUDGET
    phase: Phase = Phase.APPROVED
    dimension: Dimension = Dimension.HEADLINE
    measure: Measure = Measure.AMOUNT
    level: Level = Level.CLASS
    money: MoneyScale = MoneyScale.TEN_THOUSAND
    chart: Chart = Chart.AUTO
    row: str = ""

    @classmethod
    def from_query(cls, query: Query) -> Selection:
        """Read an address, canonical or as a form sends it; what is not understood falls back to its default."""
        kind = _choice(query, "kind", DisclosureKind, DisclosureKind.BUDGET)
        kind = kind if kind in DEFAULT_PHASES else DisclosureKind.BUDGET
        return cls(
            units=tuple(dict.fromkeys(_numbers(query.getlist("units"))))[:MAX_UNITS],
            years=tuple(sorted(set(_years(query.getlist("years")))))[:MAX_YEARS],
            kind=kind,
            phase=_choice(query, "phase", Phase, DEFAULT_PHASES[kind]),
            dimension=_choice(query, "by", Dimension, Dimension.HEADLINE),
            measure=_choice(query, "measure", Measure, Measure.AMOUNT),
            level=_choice(query, "level", Level, Level.CLASS),
            money=_choice(query, "money", MoneyScale, MoneyScale.TEN_THOUSAND),
            chart=_choice(query, "chart", Chart, Chart.AUTO),
            row=next((key for key in query.getlist("row")[-1:] if _ROW.fullmatch(key)), ""),
        )

    def to_query(self) -> str:
        """Return the canonical address: only what differs from its default, always in the same order."""
        said = {
            "units": ".".join(map(str, self.units)),
            "years": ".".join(_runs(self.years)),
            "kind": "" if self.kind == DisclosureKind.BUDGET else self.kind.value,
            "phase": "" if self.phase == DEFAULT_PHASES[self.kind] else self.phase.value,
            "by": "" if self.dimension == Dimension.HEADLINE else self.dimension.value,
            "measure": "" if self.measure == Measure.AMOUNT else self.measure.value,
            "level": "" if self.level == Level.CLASS else self.level.value,
            "money": "" if self.money == MoneyScale.TEN_THOUSAND else self.money.value,
            "chart": "" if self.chart == Chart.AUTO else self.chart.value,
            "row": self.row,
        }
        return urlencode({key: value for key, value in said.items() if value})

    def changed(self, **changes: Any) -> Selection:
        """Return the selection with some parts changed; a changed kind takes that kind's first phase."""
        if "kind" in changes and "phase" not in changes:
            changes["phase"] = DEFAULT_PHASES[changes["kind"]]
        return replace(self, **changes)

    @property
    def is_complete(self) -> bool:
        """Tell whether there is something to compare."""
        return bool(self.units and self.years)

    @property
    def years_in_words(self) -> str:
        """Return the years as runs: 2020、2022–2024."""
        return "、".join(run.replace("-", "–") for run in _runs(self.years))

    def sentence(self, unit_names: Sequence[str] = ()) -> str:
        """Say the selection in words: 2022–2024年 3个单位 功能分类支出 决算 金额."""
        if len(unit_names) in (1, 2):
            units = "、".join(unit_names)
        else:
            units = _("%(count)d个单位") % {"count": len(self.units)}
        parts = [_("%(years)s年") % {"years": self.years_in_words}, units, self.dimension.label, self._kind_in_words()]
        if self.measure != Measure.AMOUNT:
            parts.append(self.measure.label)
        return " ".join(str(part) for part in parts)

    def _kind_in_words(self) -> str:
        if self.phase == DEFAULT_PHASES[self.kind]:
            return str(self.kind.label)
        return f"{self.kind.label}（{self.phase.label}）"


def _choice(query: Query, key: str, choices: type[Any], default: Any) -> Any:
    values = query.getlist(key)
    return choices(values[-1]) if values and values[-1] in choices.values else default


def _numbers(values: Iterable[str]) -> list[int]:
    """Read ``3.7.12`` or repeated values; ids are kept within what a database key can be."""
    return [int(part) for value in values for part in re.split(r"[.,]", value) if re.fullmatch(r"[1-9]\d{0,17}", part)]


def _years(values: Iterable[str]) -> list[int]:
    years: list[int] = []
    for value in values:
        for part in re.split(r"[.,]", value):
            if match := _YEAR_RANGE.fullmatch(part):
                first, last = int(match[1]), int(match[2] or match[1])
                years.extend(range(first, min(last, first + MAX_YEARS - 1) + 1))
    return [year for year in years if 1990 <= year <= 2100]


def _runs(years: Sequence[int]) -> list[str]:
    """Return sorted years as runs: 2020, 2022–2024 → ``2020``, ``2022-2024``."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
