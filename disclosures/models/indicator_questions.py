"""Ask for performance indicators in the field's words: by unit, level, target, result and what was scored."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q

from disclosures.models.filings import Revision
from disclosures.models.revision_content import ContentQuerySet
from disclosures.models.units import Unit
from disclosures.vocabulary import TargetKind, Verdict, VerdictReason

if TYPE_CHECKING:
    from disclosures.models.performance import PerformanceIndicator, Project

# Targets that a number can meet or miss.
QUANTIFIED = (TargetKind.NUMBER, TargetKind.PERCENTAGE, TargetKind.RANGE)


class IndicatorQuerySet(ContentQuerySet["PerformanceIndicator"]):
    """Questions about performance indicators."""

    def published(self) -> IndicatorQuerySet:
        """Return the indicators of published revisions, the newest year first, with unit and project."""
        # Asked row by row, not joined: the order then comes from the index and the first page from its beginning.
        filed = Revision.objects.published().filter(pk=models.OuterRef("revision"))
        shown = self.filter(models.Exists(filed))
        return shown.select_related("unit", "project", "revision").order_by("-fiscal_year", "unit_id", "id")

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

    def of_projects_listed(self, projects: Iterable[Project | int]) -> IndicatorQuerySet:
        """Keep the indicators of some entries of projects, in the order of the documents."""
        return self.filter(project__in=list(projects)).select_related("revision__disclosure").order_by("id")

    def of_series(self, series: int) -> IndicatorQuerySet:
        """Keep the indicators of one project over the years."""
        return self.filter(project__match__series=series)

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

    def with_filing(self) -> IndicatorQuerySet:
        """Fetch with each indicator its project, its unit and the disclosure that prints it."""
        return self.select_related("unit", "project", "revision__disclosure", "table")

    def missed_first(self) -> IndicatorQuerySet:
        """Put what was missed first, else keep the documents' order."""
        return self.order_by(models.Case(models.When(verdict=Verdict.MISSED, then=0), default=1), "id")

    def judged(self, verdict: str) -> IndicatorQuerySet:
        """Keep the indicators with a verdict."""
        return self.filter(verdict=verdict)

    def with_result(self) -> IndicatorQuerySet:
        """Keep the indicators of self-evaluations."""
        return self.exclude(actual="")

    def quantified(self) -> IndicatorQuerySet:
        """Keep the targets that are numbers."""
        return self.filter(target_kind__in=QUANTIFIED)

    def repeating_their_level(self) -> IndicatorQuerySet:
        """Keep the indicators whose name says no more than the level above."""
        return self.filter(repeats_level=True)

    def met_exactly_at_target(self) -> IndicatorQuerySet:
        """Keep the results that are the very number of the target."""
        return self.filter(met_exactly=True, verdict=Verdict.MET)

    def copying_last_year(self) -> IndicatorQuerySet:
        """Keep the targets that the unit's year before printed word for word."""
        before = self.model.objects.filter(
            unit=models.OuterRef("unit"),
            fiscal_year=models.OuterRef("fiscal_year") - 1,
            name_key=models.OuterRef("name_key"),
            target=models.OuterRef("target"),
            revision__state=Revision.State.PUBLISHED,
        )
        return self.exclude(name_key="").exclude(target="").filter(models.Exists(before))

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
        """Keep the indicators of the same name and unit of measure, wherever and whenever, oldest first."""
        same = self.filter(name_key=indicator.name_key).exclude(name_key="")
        return same.select_related("unit", "project", "revision__disclosure").order_by("unit", "fiscal_year", "id")

    def printed_in(self, file: int, page: int | None = None) -> IndicatorQuerySet:
        """Keep the indicators that a file prints, or one page of it."""
        found = self.filter(table__file=file)
        return found if page is None else found.filter(page=page)

    def counted_by_verdict(self) -> dict[str, int]:
        """Return how many indicators have each verdict."""
        counted = self.order_by().values_list("verdict").annotate(number=models.Count("pk"))
        return dict(counted)

    def counted_by_project(self, projects: Iterable[Project | int]) -> dict[tuple[int, str], int]:
        """Return how many indicators some entries of projects have of each verdict."""
        of_projects = self.filter(project__in=list(projects)).order_by()
        counted = of_projects.values_list("project", "verdict").annotate(number=models.Count("pk"))
        return {(project, verdict): number for project, verdict, number in counted}

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
