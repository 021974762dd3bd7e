"""What units owe for each year: disclosures that one expects to exist, filed or not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from disclosures.models.units import Unit
from disclosures.vocabulary import DisclosureKind, Scope

if TYPE_CHECKING:
    from disclosures.models.filings import RevisionQuerySet


class FiscalYearQuerySet(models.QuerySet["FiscalYear"]):
    """Questions about years."""

    def published(self, *kinds: DisclosureKind) -> list[int]:
        """Return the years that anyone has published a disclosure of one of the kinds for, newest first."""
        filed = Disclosure.objects.filter(fiscal_year=models.OuterRef("pk"), kind__in=kinds)
        return list(self.filter(models.Exists(filed.filter(revisions__state="published"))).values_list("pk", flat=True))


class FiscalYear(models.Model):
    """A budget year (calendar year in China); its number is its key, so no join is needed to read it."""

    year = models.PositiveSmallIntegerField(_("年度"), primary_key=True)

    objects = FiscalYearQuerySet.as_manager()

    class Meta:
        verbose_name = _("年度")
        verbose_name_plural = _("年度")
        ordering: ClassVar = ["-year"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(year__gte=1990, year__lte=2100), name="year_is_plausible")
        ]

    def __str__(self) -> str:
        return str(self.year)


class DisclosureQuerySet(models.QuerySet["Disclosure"]):
    """Questions about disclosures."""

    def filed_in(self, revisions: RevisionQuerySet) -> DisclosureQuerySet:
        """Keep the disclosures that some revisions are of, with these revisions, their files and the unit."""
        found = self.filter(models.Exists(revisions.filter(disclosure=models.OuterRef("pk"))))
        shown = models.Prefetch("revisions", revisions.prefetch_related("files"))
        return found.select_related("unit").prefetch_related(shown)

    def of_units(self, units: Iterable[Unit | int]) -> DisclosureQuerySet:
        """Keep the disclosures of some units."""
        return self.filter(unit__in=list(units))

    def of_year(self, year: int) -> DisclosureQuerySet:
        """Keep the disclosures for a year."""
        return self.filter(fiscal_year=year)

    def of_kind(self, kind: DisclosureKind) -> DisclosureQuerySet:
        """Keep the disclosures of a kind."""
        return self.filter(kind=kind)

    def of_scope(self, scope: Scope) -> DisclosureQuerySet:
        """Keep the disclosures of a scope."""
        return self.filter(scope=scope)


class Disclosure(models.Model):
    """One disclosure that a unit owes or has published for a year."""

    unit = models.ForeignKey(Unit, verbose_name=_("单位"), on_delete=models.PROTECT, related_name="disclosures")
    fiscal_year = models.ForeignKey(
        FiscalYear, verbose_name=_("年度"), on_delete=models.PROTECT, related_name="disclosures"
    )
    kind = models.CharField(_("类别"), max_length=24, choices=DisclosureKind.choices)
    scope = models.CharField(_("口径"), max_length=12, choices=Scope.choices, blank=True)

    objects = DisclosureQuerySet.as_manager()

    class Meta:
        verbose_name = _("公开文件")
        verbose_name_plural = _("公开文件")
        ordering: ClassVar = ["-fiscal_year", "unit", "kind"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["unit", "fiscal_year", "kind", "scope"], name="disclosure_once"),
            models.CheckConstraint(condition=models.Q(kind__in=DisclosureKind.values), name="disclosure_kind_known"),
            models.CheckConstraint(condition=models.Q(scope__in=["", *Scope.values]), name="disclosure_scope_known"),
        ]

    def __str__(self) -> str:
        words = {"unit": self.unit, "year": self.fiscal_year_id, "kind": self.get_kind_display()}
        return gettext("%(unit)s %(year)s年%(kind)s") % words
