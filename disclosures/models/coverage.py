"""Say what is published of each unit year by year, and what the checks found in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from disclosures.models.filings import Disclosure, Revision
from disclosures.models.finding_marks import unanswered
from disclosures.models.units import Unit
from disclosures.vocabulary import DisclosureKind, Severity

BOARD_KINDS = (DisclosureKind.BUDGET, DisclosureKind.FINAL_ACCOUNTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one disclosure stands: published or still in hand, with the doubts about what is published."""

    kind: DisclosureKind
    year: int
    disclosure: int | None = None
    published: bool = False
    errors: int = 0
    warnings: int = 0

    @property
    def findings(self) -> int:
        """Return how many doubts need an answer; hints need none."""
        return self.errors + self.warnings


@dataclass(frozen=True, slots=True)
class Coverage:
    """One unit's line of the board: for each year the standing of each kind."""

    unit: Unit
    years: Sequence[tuple[int, Sequence[Standing]]]


def coverage(units: Iterable[Unit], years: Sequence[int]) -> list[Coverage]:
    """Return the board's lines; where a kind was filed twice for a year, the published one stands for it."""
    listed = list(units)
    known = _standings([unit.pk for unit in listed], years)
    return [
        Coverage(
            unit,
            [
                (
                    year,
                    [known.get((unit.pk, year, kind)) or Standing(kind=kind, year=year) for kind in BOARD_KINDS],
                )
                for year in years
            ],
        )
        for unit in listed
    ]


def years_filed() -> list[int]:
    """Return the years that anything is published of, newest first."""
    found = Revision.objects.published().order_by("-disclosure__fiscal_year_id")
    return list(found.values_list("disclosure__fiscal_year", flat=True).distinct())


def _standings(units: Iterable[int], years: Iterable[int]) -> Mapping[tuple[int, int, str], Standing]:
    published = Q(revisions__state=Revision.State.PUBLISHED)

    def doubts(severity: Severity) -> Count:
        return Count("revisions__findings", filter=published & unanswered("pk", "revisions__findings", severity))

    found = (
        Disclosure.objects.filter(unit__in=units, fiscal_year__in=years, kind__in=BOARD_KINDS)
        .annotate(
            published=Count("revisions", filter=published),
            errors=doubts(Severity.ERROR),
            warnings=doubts(Severity.WARNING),
        )
        .order_by("published", "-scope")
        .values_list("unit_id", "fiscal_year_id", "kind", "pk", "published", "errors", "warnings")
    )
    return {
        (unit, year, kind): Standing(
            kind=DisclosureKind(kind),
            year=year,
            disclosure=key,
            published=published > 0,
            errors=errors,
            warnings=warnings,
        )
        for unit, year, kind, key, published, errors, warnings in found
    }
