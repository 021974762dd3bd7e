"""Gather what documents say of one project year by year: what was planned, what was spent, what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from disclosures.models import PerformanceIndicator, Project
from disclosures.models.performance import ProjectQuerySet
from disclosures.performance.corrected import as_corrected
from disclosures.vocabulary import DisclosureKind, Verdict

RESULTS = (DisclosureKind.FINAL_ACCOUNTS, DisclosureKind.PERFORMANCE_REVIEW)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a project with the entry that prints it, and in which field; none where it was computed."""

    value: Decimal | None = None
    entry: Project | None = None
    computed: bool = False
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectYear:
    """All entries about a project in one year, and what they say together."""

    year: int
    entries: tuple[Project, ...]
    indicators: tuple[PerformanceIndicator, ...] = ()

    @property
    def approved(self) -> Figure:
        """Return the budget at the start of the year: the accounts' own, else the sum that the budget prints."""
        printed = self._first("approved", self._results()) or self._first("approved", self.entries)
        return printed or self._first("total", self.entries) or Figure()

    @property
    def revised(self) -> Figure:
        """Return the full-year budget."""
        return self._first("revised", self.entries) or Figure()

    @property
    def executed(self) -> Figure:
        """Return what was spent."""
        return self._first("executed", self.entries) or Figure()

    @property
    def rate(self) -> Figure:
        """Return the execution rate in percent as printed, else computed from the amounts."""
        return self._first("execution_rate", self.entries) or self._computed_rate()

    @property
    def score(self) -> Figure:
        """Return the self-evaluation's total score."""
        return self._first("score", self.entries) or Figure()

    @property
    def goal(self) -> str:
        """Return the year's goal, else what the money is for; the longest printing is the whole one."""
        for name in ("annual_goal", "content", "term_goal"):
            if said := max((getattr(entry, name) for entry in self.entries), key=len, default=""):
                return str(said)
        return ""

    @property
    def speaks_of_unit(self) -> bool:
        """Tell whether only the whole unit's own form is among the entries."""
        return all(entry.speaks_of_unit for entry in self.entries)

    @property
    def is_evaluated(self) -> bool:
        """Tell whether a self-evaluation is among the entries."""
        return self.score.value is not None

    def counted(self, verdict: Verdict) -> int:
        """Return how many indicators have a verdict."""
        return sum(one.verdict == verdict for one in self.indicators)

    @property
    def met(self) -> int:
        """Return how many indicators were met."""
        return self.counted(Verdict.MET)

    @property
    def missed(self) -> int:
        """Return how many indicators were missed."""
        return self.counted(Verdict.MISSED)

    def _results(self) -> list[Project]:
        return [entry for entry in self.entries if entry.revision.disclosure.kind in RESULTS]

    def _computed_rate(self) -> Figure:
        budget, spent = self.revised.value or self.approved.value, self.executed
        if not budget or spent.value is None:
            return Figure()
        rate = (spent.value * 100 / budget).quantize(Decimal("0.01"), ROUND_HALF_UP)
        return Figure(rate, spent.entry, computed=True)

    @staticmethod
    def _first(name: str, entries: Iterable[Project]) -> Figure | None:
        return next(
            (Figure(getattr(one, name), one, field=name) for one in entries if getattr(one, name) is not None), None
        )


def project_years(
    series: Iterable[int],
    *,
    entries: ProjectQuerySet | None = None,
    at: datetime | None = None,
    with_indicators: bool = False,
) -> Mapping[int, Sequence[ProjectYear]]:
    """Return the years of some projects, oldest first, of the entries given or of all that are published.

    ``at`` says of which moment the corrections are.
    """
    found = as_corrected((Project.objects.published() if entries is None else entries).of_series(series), at)
    indicators = _indicators(found) if with_indicators else {}
    by_year: dict[int, dict[int, list[Project]]] = defaultdict(lambda: defaultdict(list))
    for entry in found:
        by_year[entry.match.series_id][entry.fiscal_year].append(entry)
    return {
        one: [
            ProjectYear(
                year=year,
                entries=tuple(entries),
                indicators=tuple(indicator for entry in entries for indicator in indicators.get(entry.pk, ())),
            )
            for year, entries in sorted(years.items())
        ]
        for one, years in by_year.items()
    }


def _indicators(entries: Sequence[Project]) -> Mapping[int, Sequence[PerformanceIndicator]]:
    of_unit = {entry.table_id: entry.pk for entry in entries if entry.speaks_of_unit}
    by_entry: dict[int, list[PerformanceIndicator]] = defaultdict(list)
    for one in PerformanceIndicator.objects.listed_by_entry(entries):
        by_entry[one.project_id or of_unit[one.table_id]].append(one)
    return by_entry
