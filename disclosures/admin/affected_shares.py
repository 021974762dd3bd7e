"""Find the shared comparisons and lists that change with a revision: exactly those that show something of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from disclosures.comparison import Selection
from disclosures.comparison.dimensions import Dimension, sources_for
from disclosures.comparison.measures import DEFINITIONS
from disclosures.comparison.stages import BUDGET_STAGES, PRINTED, TOLD_IN, Stage
from disclosures.models import Disclosure, LineItem, PerformanceIndicator, Project, ProjectSeries, Revision
from disclosures.models import SharedComparison as Link
from disclosures.tables.indicators import OF_TERM, IndicatorFilter
from disclosures.tables.projects import ProjectFilter


@dataclass(frozen=True, slots=True)
class AffectedShare:
    """An open link that shows something of a revision."""

    title: str
    address: str


def affected_shares(revision: Revision) -> list[AffectedShare]:
    """Return the open links that show a revision, or the one whose place it would take; one pinned stays as it is."""
    links = Link.objects.open().filter(pinned_at__isnull=True)
    return [AffectedShare(link.title, link.get_absolute_url()) for link in links if _shows(link, revision)]


def _shows(link: Link, revision: Revision) -> bool:
    return _SHOWS[Link.About(link.about)](QueryDict(link.query), revision)


def _held(revision: Revision) -> list[Revision]:
    """Return the revision with the one of its disclosure that the public sees."""
    return [revision, *revision.disclosure.revisions.published().exclude(pk=revision.pk)]


def _lists_indicators(asked: QueryDict, revision: Revision) -> bool:
    rows = PerformanceIndicator.objects.of_revisions(_held(revision)).filter(of_term=asked.get("term") == OF_TERM)
    return bool(IndicatorFilter(asked, rows).qs.exists())


def _lists_projects(asked: QueryDict, revision: Revision) -> bool:
    rows = ProjectSeries.objects.as_if_published(revision).told_in(_held(revision))
    return bool(ProjectFilter(asked, rows).qs.exists())


def _compares(asked: QueryDict, revision: Revision) -> bool:
    selection, filed = Selection.from_query(asked), revision.disclosure
    return (
        filed.unit_id in selection.units
        and filed.fiscal_year_id in _years(selection)
        and selection.scope in (None, filed.scope)
        and _HOLDS.get(selection.dimension, _holds_amounts)(selection, filed, _held(revision))
    )


def _years(selection: Selection) -> set[int]:
    """Return the years that are compared, and those that their changes are counted from."""
    before = "before" in DEFINITIONS[selection.measure].uses
    return {year - back for year in selection.years for back in ((0, 1) if before else (0,))}


def _stages(selection: Selection, filed: Disclosure) -> list[Stage]:
    """Return the stages compared, and those that execution is measured by, that a kind of disclosure prints."""
    budgets = BUDGET_STAGES if "budget" in DEFINITIONS[selection.measure].uses else ()
    return [stage for stage in (*selection.stages, *budgets) if PRINTED[stage].kind == filed.kind]


def _holds_amounts(selection: Selection, filed: Disclosure, held: Sequence[Revision]) -> bool:
    phases = {PRINTED[stage].phase for stage in _stages(selection, filed)}
    amounts = LineItem.objects.of_revisions(held).filter(phase__in=phases)
    tables = {source.table for source in sources_for(selection.dimension, selection.fund)}
    return (amounts.filter(table_kind__in=tables) if tables else amounts).exists()


def _holds_projects(selection: Selection, filed: Disclosure, held: Sequence[Revision]) -> bool:
    return _tells(selection, filed) and Project.objects.of_revisions(held).exists()


def _holds_indicators(selection: Selection, filed: Disclosure, held: Sequence[Revision]) -> bool:
    return _tells(selection, filed) and PerformanceIndicator.objects.of_revisions(held).exists()


def _holds_either(selection: Selection, filed: Disclosure, held: Sequence[Revision]) -> bool:
    return _holds_projects(selection, filed, held) or _holds_indicators(selection, filed, held)


def _tells(selection: Selection, filed: Disclosure) -> bool:
    """Tell whether a kind of disclosure says what is compared, in its own tables or in forms published apart."""
    return any(filed.kind in TOLD_IN[PRINTED[stage].kind] for stage in selection.stages)


_SHOWS: Mapping[Link.About, Callable[[QueryDict, Revision], bool]] = {
    Link.About.COMPARISON: _compares,
    Link.About.INDICATORS: _lists_indicators,
    Link.About.PROJECTS: _lists_projects,
}
# What a comparison takes its rows from; all others from the amounts in the statements.
_HOLDS: Mapping[Dimension, Callable[[Selection, Disclosure, Sequence[Revision]], bool]] = {
    Dimension.PROJECTS: _holds_projects,
    Dimension.INDICATORS: _holds_indicators,
    Dimension.PERFORMANCE: _holds_either,
}
