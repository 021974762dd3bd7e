"""Narrow the findings of everything published by unit, year, rule, severity and answer."""

from __future__ import annotations

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from disclosures.models import Finding, FindingMark
from disclosures.models.findings import UNANSWERED, FindingQuerySet
from disclosures.sources.rules import rule_title
from disclosures.vocabulary import Severity

STATES = [(UNANSWERED, _("未处理")), *FindingMark.Answer.choices]


def rules_that_found_something() -> list[tuple[str, str]]:
    """Return the codes with the titles of the rules that found something in what is published."""
    return [(code, rule_title(code)) for code in Finding.objects.published().codes()]


class FindingFilter(django_filters.FilterSet):
    """Narrow the findings."""

    unit = django_filters.CharFilter(method="about_unit", label=_("单位"))
    year = django_filters.NumberFilter(field_name="revision__disclosure__fiscal_year", label=_("年度"))
    rule = django_filters.ChoiceFilter(choices=(), method="by_rule", label=_("规则"), empty_label=_("所有规则"))
    severity = django_filters.ChoiceFilter(choices=Severity.choices, label=_("程度"), empty_label=_("错误和疑点"))
    state = django_filters.ChoiceFilter(choices=STATES, method="answered_as", label=_("处理"), empty_label=_("全部"))

    class Meta:
        model = Finding
        fields = ("unit", "year", "rule", "severity", "state")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["rule"].extra["choices"] = rules_that_found_something()

    def about_unit(self, findings: FindingQuerySet, name: str, words: str) -> FindingQuerySet:
        """Keep the findings about the units that the words name."""
        return findings.about_units(words)

    def by_rule(self, findings: FindingQuerySet, name: str, code: str) -> FindingQuerySet:
        """Keep what one rule found."""
        return findings.by_rule(code)

    def answered_as(self, findings: FindingQuerySet, name: str, state: str) -> FindingQuerySet:
        """Keep the findings that were answered in one way, or not at all."""
        return findings.answered_as(state)

    def filter_queryset(self, queryset: FindingQuerySet) -> FindingQuerySet:
        """Leave hints out unless they, or what one rule found, are asked for: they need no answer."""
        chosen: FindingQuerySet = super().filter_queryset(queryset)
        said: dict[str, Any] = self.form.cleaned_data
        return chosen if said.get("severity") or said.get("rule") else chosen.needing_an_answer()
