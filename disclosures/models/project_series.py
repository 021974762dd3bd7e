"""Follow a project over the years: a series holds every entry that is about it, and says how sure that is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, Max, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from disclosures.models.filings import Revision
from disclosures.models.performance import Project, ProjectQuerySet
from disclosures.models.units import Unit

_ENTRY = "matches__project__"
_PUBLISHED = Q(matches__project__revision__state=Revision.State.PUBLISHED)
# Below this share of its budget a project's execution is slow; from the next on it is nearly all spent.
SLOW_RATE, FULL_RATE = 80, 95


class ProjectSeriesQuerySet(models.QuerySet["ProjectSeries"]):
    """Questions about projects over the years, as published or as a link was pinned."""

    pins: tuple[int, ...] | None = None
    drafts: tuple[int, ...] = ()

    def _clone(self) -> ProjectSeriesQuerySet:
        """Keep the pins through every further question."""
        copy: ProjectSeriesQuerySet = super()._clone()  # type: ignore[misc]
        copy.pins, copy.drafts = self.pins, self.drafts
        return copy

    def published(self) -> ProjectSeriesQuerySet:
        """Keep the projects that a published revision names."""
        return self._where().select_related("unit")

    def pinned(self, revisions: Iterable[int]) -> ProjectSeriesQuerySet:
        """Keep the projects that the revisions of a pinned link name; what is asked next is asked of these."""
        held = self.all()
        held.pins = tuple(revisions)
        return held.published()

    def as_if_published(self, draft: Revision) -> ProjectSeriesQuerySet:
        """Keep the projects that are published already, or would be with a draft."""
        held = self.all()
        held.drafts = (draft.pk,)
        return held.published()

    def told_in(self, revisions: Iterable[Revision]) -> ProjectSeriesQuerySet:
        """Keep the projects that some revisions name."""
        named = Project.objects.of_revisions(revisions).filter(match__series=OuterRef("pk"))
        return self.filter(Exists(named))

    def entries(self) -> ProjectQuerySet:
        """Return the entries that the public, or the readers of a pinned link, see."""
        if self.drafts:
            return Project.objects.filter(Q(revision__in=self.drafts) | Q(revision__state=Revision.State.PUBLISHED))
        return Project.objects.published() if self.pins is None else Project.objects.pinned(self.pins)

    def by_newest_year(self, *, descending: bool) -> ProjectSeriesQuerySet:
        """Order by the newest year that something is published of."""
        return self._by_greatest(f"{_ENTRY}fiscal_year", descending)

    def by_budget(self, *, descending: bool) -> ProjectSeriesQuerySet:
        """Order by the largest budget of a year."""
        budget = Coalesce(f"{_ENTRY}revised_fen", f"{_ENTRY}approved_fen", f"{_ENTRY}total_fen")
        return self._by_greatest(budget, descending)

    def by_execution(self, *, descending: bool) -> ProjectSeriesQuerySet:
        """Order by the largest sum spent in a year."""
        return self._by_greatest(f"{_ENTRY}executed_fen", descending)

    def by_score(self, *, descending: bool) -> ProjectSeriesQuerySet:
        """Order by the best score of a year."""
        return self._by_greatest(f"{_ENTRY}score", descending)

    def _by_greatest(self, what: Any, descending: bool) -> ProjectSeriesQuerySet:
        """Order by the greatest of something over the published entries; projects without it stand last."""
        seen = _PUBLISHED
        if self.pins is not None:
            seen = Q(matches__project__revision__in=Revision.objects.pinned(self.pins))
        measured = self.annotate(greatest=Max(what, filter=seen))
        order = F("greatest").desc(nulls_last=True) if descending else F("greatest").asc(nulls_last=True)
        return measured.order_by(order, "unit", "name", "id")

    def of_unit(self, unit: Unit | int) -> ProjectSeriesQuerySet:
        """Keep one unit's projects."""
        return self.filter(unit=unit)

    def of_units(self, words: str) -> ProjectSeriesQuerySet:
        """Keep the projects of the units that the words name."""
        return self.filter(unit__in=Unit.objects.named_like(words).values("pk"))

    def speaking_of(self, words: str) -> ProjectSeriesQuerySet:
        """Keep the projects in whose names, goals or codes each of the words occurs."""
        found = self
        for word in words.split():
            said = Q(name__icontains=word) | Q(annual_goal__icontains=word) | Q(content__icontains=word) | Q(code=word)
            found = found.filter(pk__in=self.entries().filter(said).values("match__series"))
        return found

    def in_year(self, year: int) -> ProjectSeriesQuerySet:
        """Keep the projects that something published says of a year."""
        return self._where(fiscal_year=year)

    def of_projects(self) -> ProjectSeriesQuerySet:
        """Keep what some entry names as a project, not only the form of the whole unit."""
        return self.filter(Exists(self.entries().of_projects().filter(match__series=OuterRef("pk"))))

    def of_whole_units(self) -> ProjectSeriesQuerySet:
        """Keep what only the forms of whole units name."""
        return self.exclude(Exists(self.entries().of_projects().filter(match__series=OuterRef("pk"))))

    def evaluated(self) -> ProjectSeriesQuerySet:
        """Keep the projects with a self-evaluation."""
        return self._where(score__isnull=False)

    def only_planned(self) -> ProjectSeriesQuerySet:
        """Keep the projects without a self-evaluation."""
        scored = self.entries().filter(match__series=OuterRef("pk"), score__isnull=False)
        return self.exclude(Exists(scored))

    def executed_slowly(self) -> ProjectSeriesQuerySet:
        """Keep the projects that once spent less than four fifths of their budget."""
        return self._where(execution_rate__lt=SLOW_RATE)

    def executed_mostly(self) -> ProjectSeriesQuerySet:
        """Keep the projects that once spent most of their budget."""
        return self._where(execution_rate__gte=SLOW_RATE, execution_rate__lt=FULL_RATE)

    def executed_fully(self) -> ProjectSeriesQuerySet:
        """Keep the projects that once spent nearly all of their budget."""
        return self._where(execution_rate__gte=FULL_RATE)

    def emptied(self) -> ProjectSeriesQuerySet:
        """Keep the series that no entry is left in."""
        return self.filter(matches__isnull=True)

    def _where(self, **conditions: object) -> ProjectSeriesQuerySet:
        return self.filter(Exists(self.entries().filter(match__series=OuterRef("pk"), **conditions)))


class ProjectSeries(models.Model):
    """One project of a unit, whatever documents and years name it."""

    unit = models.ForeignKey(Unit, verbose_name=_("单位"), on_delete=models.CASCADE, related_name="project_series")
    name = models.TextField(_("项目名称"))

    objects = ProjectSeriesQuerySet.as_manager()

    class Meta:
        verbose_name = _("项目系列")
        verbose_name_plural = _("项目系列")
        ordering: ClassVar = ["unit", "name", "id"]

    def __str__(self) -> str:
        return self.name


class ProjectMatchQuerySet(models.QuerySet["ProjectMatch"]):
    """Questions about which entry belongs to which project."""

    def of_unit(self, unit: Unit | int) -> ProjectMatchQuerySet:
        """Keep a unit's matches, the newest year last, with what they match."""
        found = self.filter(series__unit=unit).select_related("project", "project__revision", "series")
        return found.order_by("project__fiscal_year", "project__id")

    def in_series(self, series: ProjectSeries) -> ProjectMatchQuerySet:
        """Keep the matches of one project."""
        return self.filter(series=series)

    def with_entries(self) -> ProjectMatchQuerySet:
        """Fetch with each match its entry and its series."""
        return self.select_related("project", "series")

    def freshness(self) -> Any:
        """Return when a person last joined or parted projects."""
        return self.order_by().aggregate(Max("decided_at"))["decided_at__max"]

    def chosen(self, matches: Iterable[ProjectMatch]) -> ProjectMatchQuerySet:
        """Keep the matches listed."""
        return self.filter(pk__in=[match.pk for match in matches])


class ProjectMatch(models.Model):
    """Says that an entry of a revision is about a project, and on what ground."""

    class Basis(models.TextChoices):
        """How sure it is."""

        FIRST = "first", _("首次出现")
        CODE = "code", _("项目代码相同（确定）")
        NAME = "name", _("单位和名称相同（很可能）")
        PERSON = "person", _("人工确认")

    project = models.OneToOneField(Project, verbose_name=_("项目"), on_delete=models.CASCADE, related_name="match")
    series = models.ForeignKey(
        ProjectSeries, verbose_name=_("项目系列"), on_delete=models.CASCADE, related_name="matches"
    )
    basis = models.CharField(_("依据"), max_length=8, choices=Basis.choices)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("确认人"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(_("确认时间"), null=True)

    objects = ProjectMatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("项目归并")
        verbose_name_plural = _("项目归并")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(basis__in=["first", "code", "name", "person"]), name="match_basis_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.project} → {self.series}"
