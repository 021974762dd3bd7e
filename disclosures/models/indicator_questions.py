"""Ask for performance indicators in the field's words: by unit, level, target, result and what was scored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from disclosures.models.filings import Revision, RevisionQuerySet
from disclosures.models.revision_content import ContentQuerySet
from disclosures.models.units import Unit
from disclosures.vocabulary import TargetKind, Verdict, VerdictReason

if TYPE_CHECKING:
    from disclosures.models.performance import PerformanceIndicator, Project

# Targets that say how much.
QUANTIFIED = (TargetKind.NUMBER, TargetKind.PERCENTAGE, TargetKind.RANGE, TargetKind.SEVERAL)


IS_QUANTIFIED = Q(target_kind__in=QUANTIFIED)
HAS_RESULT = ~Q(actual="")
HAS_TARGET = ~Q(target_kind=TargetKind.NONE)
HAS_NAME_AND_LEVEL = ~Q(name_key="") & ~Q(level2="")
REPEATS_ITS_LEVEL = Q(repeats_level=True)
TOLD_LAST_YEAR = Q(told_last_year=True)
COPIES_LAST_YEAR = Q(copies_last_year=True)
MET_EXACTLY = Q(met_exactly=True, verdict=Verdict.MET)
# What was not scored stands last. (The databases put nothing first or last as they please, and cannot be told in an
# index; so it counts there as less than any loss.)
_NOT_SCORED = Value(Decimal(-100_000))
MOST_LOST_FIRST = (
    Coalesce("points_lost", _NOT_SCORED).desc(),
    F("fiscal_year").desc(),
    F("unit_id").asc(),
    F("id").asc(),
)


class IndicatorQuerySet(ContentQuerySet["PerformanceIndicator"]):
    """Questions about performance indicators."""

    def published(self, *, of_term: bool | None = False, listed: bool = True) -> IndicatorQuerySet:
        """Return the indicators of published revisions: as a list, the newest year first, else to be counted.

        Usually those of the year are meant, else those of projects' whole terms; None means both.
        """
        return self._filed_in(Revision.objects.published(), of_term, listed)

    def pinned(self, revisions: Iterable[int], *, of_term: bool = False, listed: bool = True) -> IndicatorQuerySet:
        """Return the indicators of revisions that a link was pinned to, likewise."""
        return self._filed_in(Revision.objects.pinned(revisions), of_term, listed)

    def _filed_in(self, revisions: RevisionQuerySet, of_term: bool | None, listed: bool) -> IndicatorQuerySet:
        asked = self if of_term is None else self.filter(of_term=of_term)
        if not listed:  # counting goes revision by revision, by its index alone
            return asked.filter(revision__in=revisions.order_by().values("pk"))
        # Asked row by row, not joined: the order then comes from the index and the first page from its beginning.
        shown = asked.filter(models.Exists(revisions.filter(pk=models.OuterRef("revision"))))
        return shown.select_related("unit", "project", "revision").order_by("-fiscal_year", "unit_id", "id")

    def of_the_year(self) -> IndicatorQuerySet:
        """Leave out what a form prints for a project's whole term: counted too, it would stand there twice."""
        return self.filter(of_term=False)

    def of_same_form(self, indicator: PerformanceIndicator) -> IndicatorQuerySet:
        """Keep what the indicator's own form prints for the whole term under the same name."""
        same = self.filter(table=indicator.table_id, project=indicator.project_id, name_key=indicator.name_key)
        return same.filter(of_term=True).exclude(pk=indicator.pk).exclude(name_key="")

    def of_revisions(self, revisions: Iterable[Revision | int]) -> IndicatorQuerySet:
        """Keep the indicators of some revisions."""
        return self.filter(revision__in=list(revisions))

    def speaking_of(self, words: str) -> IndicatorQuerySet:
        """Keep the indicators in whose name, target, result or project each of the words occurs."""
        found = self
        for word in words.split():
            said = Q(level3__icontains=word) | Q(target__icontains=word) | Q(actual__icontains=word)
            # A subquery for the project: a join would keep the order from being taken off the index.
            found = found.filter(said | Q(project__in=_projects_named(word)))
        return found

    def of_units(self, words: str) -> IndicatorQuerySet:
        """Keep the indicators of the units that the words name."""
        return self.filter(unit__in=Unit.objects.named_like(words).values("pk"))

    def of_unit(self, unit: Unit | int) -> IndicatorQuerySet:
        """Keep one unit's indicators."""
        return self.filter(unit=unit)

    def in_revisions(self) -> set[int]:
        """Return the revisions that print the indicators."""
        return set(self.order_by().values_list("revision", flat=True).distinct())

    def of_year(self, year: int) -> IndicatorQuerySet:
        """Keep one year's indicators."""
        return self.filter(fiscal_year=year)

    def of_projects(self, words: str) -> IndicatorQuerySet:
        """Keep the indicators of the projects that the words name."""
        return self.filter(project__name__icontains=words)

    def of_entries(self, entries: Iterable[Project]) -> IndicatorQuerySet:
        """Keep the year's indicators of some entries; those of a whole unit stand in its form without a project."""
        listed = list(entries)
        own = Q(project=None, table__in=[one.table_id for one in listed if one.speaks_of_unit])
        return self.of_the_year().filter(Q(project__in=[one.pk for one in listed]) | own)

    def listed_by_entry(self, entries: Iterable[Project]) -> IndicatorQuerySet:
        """Keep the year's indicators of some entries, in the order of the documents."""
        return self.of_entries(entries).select_related("revision__disclosure").order_by("id")

    def at_level1(self, stem: str) -> IndicatorQuerySet:
        """Keep the indicators whose first level begins so: 产出 stands for 产出指标 too."""
        return self.filter(level1__startswith=stem)

    def at_level2(self, stem: str) -> IndicatorQuerySet:
        """Keep the indicators whose second level holds the words."""
        return self.filter(level2__contains=stem)

    def signed(self, operator: str) -> IndicatorQuerySet:
        """Keep the targets that print a sign; ``none`` keeps those that print none."""
        return self.filter(operator="" if operator == "none" else operator)

    def of_kind(self, kind: str) -> IndicatorQuerySet:
        """Keep the targets of one sort of value."""
        return self.filter(target_kind=kind)

    def measured_in(self, measure: str) -> IndicatorQuerySet:
        """Keep the targets in a unit of measure."""
        return self.filter(measure=measure)

    def keyed(self, keys: Iterable[int]) -> IndicatorQuerySet:
        """Keep the indicators with some keys."""
        return self.filter(pk__in=list(keys))

    def to_compare(self) -> IndicatorQuerySet:
        """Fetch what a comparison shows of each, without the long texts, in the order of the documents."""
        said = ("level1", "level2", "level3", "operator", "target", "measure", "actual", "weight", "score")
        concluded = ("name_key", "target_kind", "verdict", "verdict_reason", "points_lost")
        own = ("revision_id", "table_id", "unit_id", "fiscal_year", "page", "as_read", *said, *concluded)
        return self.select_related("project").only(*own, "project__name").order_by("id")

    def with_unit(self) -> IndicatorQuerySet:
        """Fetch with each indicator its unit and its project."""
        return self.select_related("unit", "project")

    def with_filing(self) -> IndicatorQuerySet:
        """Fetch with each indicator its project, its unit and the disclosure that prints it."""
        return self.select_related("unit", "project", "revision__disclosure", "table")

    def without_grids(self) -> IndicatorQuerySet:
        """Leave the tables' grids where they are: a list only names its tables."""
        return self.defer("table__grid")

    def first_missed(self, most: int) -> list[PerformanceIndicator]:
        """Return so many indicators, the missed ones first, else in the documents' order."""
        # Two questions that each end early; one sorted by both would sort them all.
        missed = list(self.judged(Verdict.MISSED).order_by("id")[:most])
        return missed + list(self.exclude(verdict=Verdict.MISSED).order_by("id")[: most - len(missed)])

    def oldest_first(self) -> IndicatorQuerySet:
        """Order by year, the oldest first."""
        return self.order_by("fiscal_year", "unit_id", "id")

    def most_lost_first(self) -> IndicatorQuerySet:
        """Put first what lost the most points; what was not scored stands last."""
        return self.order_by(*MOST_LOST_FIRST)

    def by_unit(self) -> IndicatorQuerySet:
        """Order by the units' names, each unit's newest year first."""
        return self.order_by("unit__name", "unit_id", "-fiscal_year", "id")

    def judged(self, verdict: str) -> IndicatorQuerySet:
        """Keep the indicators with a verdict."""
        return self.filter(verdict=verdict)

    def with_result(self) -> IndicatorQuerySet:
        """Keep the indicators of self-evaluations."""
        return self.filter(HAS_RESULT)

    def quantified(self) -> IndicatorQuerySet:
        """Keep the targets that are numbers."""
        return self.filter(IS_QUANTIFIED)

    def having(self, condition: Q) -> IndicatorQuerySet:
        """Keep the indicators of which something is true."""
        return self.filter(condition)

    def counted(self, conditions: Mapping[str, Q]) -> dict[str, int]:
        """Return of how many indicators each condition is true, in one pass over all."""
        each = {name: models.Count("pk", filter=condition) for name, condition in conditions.items()}
        return self.order_by().aggregate(**each)

    def losing_points(self) -> IndicatorQuerySet:
        """Keep the indicators that were not scored in full."""
        return self.filter(points_lost__gt=0)

    def losing_points_without_reason(self) -> IndicatorQuerySet:
        """Keep the indicators that lost points for no printed reason."""
        return self.losing_points().filter(deviation_reason="")

    def scored_in_full(self) -> IndicatorQuerySet:
        """Keep the indicators with every point."""
        return self.filter(points_lost=0, weight__gt=0)

    def full_though_missed(self) -> IndicatorQuerySet:
        """Keep what has every point although the printed result misses the printed target."""
        return self.scored_in_full().judged(Verdict.MISSED)

    def full_though_unanswered(self) -> IndicatorQuerySet:
        """Keep what has every point although its result does not answer its target."""
        unanswered = (VerdictReason.ANSWERED_IN_WORDS, VerdictReason.OTHER_MEASURE)
        return self.scored_in_full().filter(verdict_reason__in=unanswered)

    def lost_though_met(self) -> IndicatorQuerySet:
        """Keep what lost points although the printed result meets the printed target."""
        return self.losing_points().judged(Verdict.MET)

    def named_as(self, indicator: PerformanceIndicator) -> IndicatorQuerySet:
        """Keep the indicators of one name, wherever and whenever: its own unit's first, each unit's oldest first."""
        same = self.filter(name_key=indicator.name_key).exclude(name_key="")
        own_first = models.Case(models.When(unit=indicator.unit_id, then=0), default=1)
        filed = same.select_related("unit", "project", "revision__disclosure")
        return filed.order_by(own_first, "unit", "fiscal_year", "id")

    def printed_in(self, file: int, page: int | None = None) -> IndicatorQuerySet:
        """Keep the indicators that a file prints, or one page of it."""
        found = self.filter(table__file=file)
        return found if page is None else found.filter(page=page)

    def counted_by_verdict(self) -> dict[str, int]:
        """Return how many indicators have each verdict."""
        return self.counted({verdict: Q(verdict=verdict) for verdict in Verdict.values})

    def counted_by_entry(self, entries: Iterable[Project]) -> dict[tuple[int, str], int]:
        """Return how many indicators some entries have of each verdict."""
        listed = list(entries)
        of_unit = {one.table_id: one.pk for one in listed if one.speaks_of_unit}
        asked = self.of_entries(listed).order_by().values_list("project", "table", "verdict")
        counted = asked.annotate(number=models.Count("pk"))
        return {(entry or of_unit[table], verdict): number for entry, table, verdict, number in counted}

    def points_by_level(self) -> list[tuple[str, str, Any, Any, int]]:
        """Return by level what was to be won and what was lost: level 1, level 2, weights, losses, indicators."""
        scored = self.filter(score__isnull=False, weight__isnull=False).order_by("level1", "level2")
        grouped = scored.values_list("level1", "level2").annotate(
            won_at_most=models.Sum("weight"), lost=models.Sum(F("weight") - F("score")), number=models.Count("pk")
        )
        return list(grouped)


def _projects_named(word: str) -> models.QuerySet[Project, Any]:
    from disclosures.models.performance import Project

    return Project.objects.filter(name__icontains=word).values("pk")
