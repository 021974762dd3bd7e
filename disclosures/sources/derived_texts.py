"""Say from which projects and indicators a figure of a comparison was computed, or which of them it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import repeat

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.measures import DEFINITIONS, Measure
from disclosures.comparison.performance.projects import MEASURED_BY, amount_of
from disclosures.comparison.result import Cell, Column, Comparison, TextSource
from disclosures.models import PerformanceIndicator, Project
from disclosures.performance.printed import printed_result, printed_target

Words = str | Promise
# What an indicator is in the formula of a computed figure, in the order of the formula.
_ROLES: Mapping[Measure, tuple[Words, ...]] = {
    Measure.CHANGE: (gettext_lazy("本年"), gettext_lazy("上年")),
    Measure.COMPLETION: (gettext_lazy("指标值和完成值"),),
    Measure.VERDICT: (gettext_lazy("指标值和完成值"),),
}
COUNTED = gettext_lazy("计入")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPart:
    """A project or an indicator with what it gives: an amount in yuan, or words."""

    role: Words
    kind: str
    subject: Project | PerformanceIndicator
    said: str = ""
    amount: Decimal | None = None

    @property
    def name(self) -> str:
        """Return whose it is: an indicator stands beside its project."""
        if isinstance(self.subject, Project) or self.subject.project is None:
            return str(self.subject)
        return f"{self.subject} · {self.subject.project}"


def text_parts(result: Comparison, columns: Sequence[tuple[Column, Cell]]) -> Iterator[TextPart]:
    """Yield the projects and indicators of some cells, each by its word in the formula."""
    named = [
        (role, source, column)
        for column, cell in columns
        for role, source in zip(_roles(result), cell.texts, strict=False)
    ]
    found = _found(source for _role, source, _column in named)
    for number, (role, source, column) in enumerate(named):
        if (subject := found.get(source)) is None:
            continue
        if isinstance(subject, Project):
            amount = _amount(result, subject, column, is_first=not number or named[number - 1][2] != column)
            yield TextPart(role=role, kind=source.kind, subject=subject, amount=amount)
        else:
            yield TextPart(role=role, kind=source.kind, subject=subject, said=_said(subject))


def _roles(result: Comparison) -> Iterable[Words]:
    selection = result.selection
    if selection.dimension == Dimension.PERFORMANCE:
        return repeat(COUNTED)
    if selection.dimension == Dimension.PROJECTS:
        return DEFINITIONS[selection.measure].uses.values()
    return _ROLES.get(selection.measure, (gettext_lazy("指标"),))


def _found(sources: Iterable[TextSource]) -> Mapping[TextSource, Project | PerformanceIndicator]:
    """Return the rows that some sources name, each kind by one query."""
    wanted = set(sources)
    projects = Project.objects.with_source().in_bulk([one.pk for one in wanted if one.kind == "project"])
    indicators = PerformanceIndicator.objects.with_filing().in_bulk(
        [one.pk for one in wanted if one.kind == "indicator"]
    )
    return {
        **{TextSource("project", pk): row for pk, row in projects.items()},
        **{TextSource("indicator", pk): row for pk, row in indicators.items()},
    }


def _amount(result: Comparison, entry: Project, column: Column, *, is_first: bool) -> Decimal | None:
    """Return the amount that the formula takes of an entry; what execution is measured by is its budget."""
    if result.selection.dimension == Dimension.PERFORMANCE:
        return None
    if result.selection.measure == Measure.EXECUTION and not is_first:
        return next((amount for stage in MEASURED_BY if (amount := amount_of(entry, stage)) is not None), None)
    return amount_of(entry, column.stage)


def _said(indicator: PerformanceIndicator) -> str:
    target, reached = printed_target(indicator), printed_result(indicator)
    return _("%(target)s，完成 %(reached)s") % {"target": target, "reached": reached} if reached else target
