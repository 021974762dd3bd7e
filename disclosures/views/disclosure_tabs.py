"""Fill the tabs of a disclosure's page; each asks only for what it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosures.changes import changes_since_last
from disclosures.models import Finding, Revision, StatementTable, standing_corrections
from disclosures.sources.findings import shown_findings
from disclosures.sources.rules import rule_title
from disclosures.tables.findings import grouped_findings
from disclosures.tables.money import scale_of
from disclosures.tables.performance import ProjectTable, indicator_tables
from disclosures.tables.printed_grids import printed_pieces, sheets
from disclosures.tables.prose import FigureTable, marked_sections
from disclosures.tables.revisions import RevisionTable
from disclosures.tables.statement_table import StatementTable as RenderedStatement
from disclosures.tables.statements import sides
from disclosures.vocabulary import TableKind

Context = dict[str, Any]

# A table as data, as printed, or both beside each other.
VIEWS = ("data", "grid", "both")


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its name in the address, its label, what it counts, and how it is filled."""

    name: str
    label: str | Promise
    content: str
    context: Callable[[HttpRequest, Revision], Context]


def statements_tab(request: HttpRequest, revision: Revision) -> Context:
    """List the tables, and show the chosen one as data or as printed."""
    listed = list(StatementTable.objects.of_revisions([revision]).with_doubts())
    chosen = chosen_table(listed, request.GET.get("table", ""))
    asked = request.GET.get("view", "")
    view = asked if asked in VIEWS else VIEWS[0]
    context: Context = {"listed": listed, "chosen": chosen, "view": view}
    if chosen and view != "data":
        context["sheets"] = sheets(printed_pieces(chosen.grid, chosen.line_items.places()))
    if chosen and view != "grid":
        scale = scale_of(request)
        items = list(chosen.line_items.all())
        corrected, unread = standing_corrections(items), chosen.pk in Finding.objects.tables_with_unread([revision.pk])
        context["sides"] = [
            RenderedStatement(side, scale, chosen.money_unit, corrected, unread) for side in sides(items)
        ]
    return context


def chosen_table(listed: Sequence[StatementTable], wanted: str) -> StatementTable | None:
    """Return the table that the address names, else the first that has figures."""
    named = [table for table in listed if str(table.pk) == wanted]
    filled = [table for table in listed if not table.declared_empty and table.kind != TableKind.OTHER]
    return next(iter([*named, *filled, *listed]), None)


def indicators_tab(request: HttpRequest, revision: Revision) -> Context:
    """Show the indicators, project by project."""
    return {"groups": indicator_tables(revision.indicators.select_related("project"))}


def projects_tab(request: HttpRequest, revision: Revision) -> Context:
    """Show the projects with their money and score."""
    projects = list(revision.projects.all())
    return {"projects": projects, "table": ProjectTable(projects, scale_of(request))}


def text_tab(request: HttpRequest, revision: Revision) -> Context:
    """Show the text with its figures marked, and the figures as a table."""
    figures = list(revision.figures.all())
    return {
        "sections": marked_sections(revision.sections.all(), figures),
        "figures": FigureTable(figures, scale_of(request)),
    }


def findings_tab(request: HttpRequest, revision: Revision) -> Context:
    """Show the findings, the gravest first, those that corrections solved, and which rules were not checked."""
    found = shown_findings(Finding.objects.of_revisions([revision]).gravest_first())
    unchecked = [(rule_title(one.code), one.reason) for one in revision.unchecked.all()]
    solved = shown_findings(revision.findings.solved().needing_an_answer().gravest_first())
    return {"groups": grouped_findings(found), "solved": solved, "unchecked": unchecked}


def revisions_tab(request: HttpRequest, revision: Revision) -> Context:
    """Show the revisions, and what changed since the last; only staff can open those that are not published."""
    others = revision.disclosure.revisions.visible_to(request.user) | revision.disclosure.revisions.once_published()
    return {"table": RevisionTable(others, request.user), "changes": changes_since_last(revision)}


TABS: Mapping[str, Tab] = {
    tab.name: tab
    for tab in (
        Tab("tables", _("报表"), "tables", statements_tab),
        Tab("indicators", _("绩效指标"), "indicators", indicators_tab),
        Tab("projects", _("项目"), "projects", projects_tab),
        Tab("text", _("文字说明"), "sections", text_tab),
        Tab("findings", _("检查结果"), "findings", findings_tab),
        Tab("revisions", _("版本"), "revisions", revisions_tab),
    )
}


def tab_list(revision: Revision) -> list[tuple[Tab, int | None]]:
    """Return the tabs with the number of what is in them."""
    return [(tab, _number(tab, revision)) for tab in TABS.values()]


def _number(tab: Tab, revision: Revision) -> int | None:
    if tab.name == "revisions":
        return None
    if tab.name == "findings":
        return Finding.objects.of_revisions([revision]).count()
    number: int = getattr(revision, tab.content).count()
    return number
