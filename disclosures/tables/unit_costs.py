"""Narrow the costs for each vehicle, visit and guest by unit, year and kind of disclosure."""

from __future__ import annotations

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from disclosures.models import Unit
from disclosures.models.filings import RevisionQuerySet
from disclosures.models.units import UnitQuerySet
from disclosures.tables.chosen import UNKNOWN_YEAR, chosen_in_words, understood
from disclosures.vocabulary import DisclosureKind

KINDS = [(kind.value, kind.label) for kind in (DisclosureKind.BUDGET, DisclosureKind.FINAL_ACCOUNTS)]


class UnitCostFilter(django_filters.FilterSet):
    """Narrow the units by their names, and what each shows by year and kind."""

    unit = django_filters.CharFilter(method="named", label=_("单位"))
    year = django_filters.NumberFilter(method="later", label=_("年度"), error_messages={"invalid": UNKNOWN_YEAR})
    kind = django_filters.ChoiceFilter(method="later", choices=KINDS, label=_("类别"), empty_label=_("全部"))

    class Meta:
        model = Unit
        fields = ()

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """Return what is chosen, as label and value in words."""
        return chosen_in_words(self)

    def named(self, units: UnitQuerySet, name: str, value: str) -> UnitQuerySet:
        """Keep the units that the words name."""
        return units.named_like(value)

    def later(self, units: UnitQuerySet, name: str, value: Any) -> UnitQuerySet:
        """Keep all: years and kinds narrow what the units published."""
        return units

    def of_years(self, filed: RevisionQuerySet) -> RevisionQuerySet:
        """Keep the filings of the year and the kind asked for."""
        said = understood(self)
        if said.get("year") is not None:
            filed = filed.for_years([int(said["year"])])
        return filed.of_kind(DisclosureKind(said["kind"])) if said.get("kind") else filed
