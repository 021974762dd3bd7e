"""Show what is stored, unchangeable; a shared link can be revoked, nothing else here is edited."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, Model, QuerySet
from django.http import HttpRequest

from disclosures.models import (
    AuditEntry,
    Disclosure,
    Figure,
    Finding,
    LineItem,
    PerformanceIndicator,
    Project,
    Revision,
    SharedComparison,
    StatementTable,
)
from disclosures.models.audit import record
from disclosures.models.responsibility import units_of


class ReadOnlyAdmin(admin.ModelAdmin):
    """Rows that come from documents: looked at here, written by the way from upload to published alone."""

    show_full_result_count = False  # counting millions of line items for a page of a hundred is slow

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody adds a row by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody changes a row by hand."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody deletes a row by hand."""
        return False


class ContentAdmin(ReadOnlyAdmin):
    """What revisions consist of: what is published, and of drafts what a person answers for."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Leave out the drafts of units that others answer for."""
        rows: QuerySet[Any] = super().get_queryset(request)
        if units_of(request.user) is None:
            return rows
        return rows.filter(revision__in=Revision.objects.visible_to(request.user))


class RevisionInline(admin.TabularInline):
    """The revisions of a disclosure, each with a link to its review."""

    model = Revision
    fields = readonly_fields = ("number", "state", "uploaded_by", "uploaded_at", "published_by", "published_at")
    extra = 0
    can_delete = False
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Revision]:
        """Leave out the drafts of units that others answer for."""
        return Revision.objects.visible_to(request.user)

    def has_add_permission(self, request: HttpRequest, obj: Disclosure | None = None) -> bool:
        """Revisions come from uploads."""
        return False


@admin.register(Disclosure)
class DisclosureAdmin(ReadOnlyAdmin):
    """What units published for which year."""

    list_display = ("unit", "fiscal_year", "kind", "scope", "revision_count")
    list_filter = ("kind", "scope", "fiscal_year")
    search_fields = ("unit__name", "unit__aliases__name")
    list_select_related = ("unit", "fiscal_year")
    inlines = (RevisionInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Disclosure]:
        """Count the revisions in the same query."""
        counted: QuerySet[Disclosure] = super().get_queryset(request).annotate(revision_count=Count("revisions"))
        return counted

    @admin.display(description="版本数", ordering="revision_count")
    def revision_count(self, disclosure: Any) -> int:
        """Return how many revisions were filed."""
        return int(disclosure.revision_count)


@admin.register(StatementTable)
class StatementTableAdmin(ContentAdmin):
    """Recognised tables."""

    list_display = ("__str__", "kind", "label", "money_unit", "revision", "declared_empty")
    list_filter = ("kind", "declared_empty")
    search_fields = ("title", "label")
    list_select_related = ("revision__disclosure__unit",)
    exclude = ("grid",)


@admin.register(LineItem)
class LineItemAdmin(ContentAdmin):
    """Printed amounts with their dimensions."""

    list_display = ("heading", "amount", "printed", "unit", "fiscal_year", "table_kind", "function", "economic", "page")
    list_filter = ("kind", "table_kind", "direction", "phase", "fund", "nature", "state")
    search_fields = ("heading", "function", "economic")
    list_select_related = ("unit",)
    ordering = ("pk",)

    @admin.display(description="金额（元）", ordering="amount_fen")
    def amount(self, item: LineItem) -> str | None:
        """Return the amount in yuan with separators; a blank stays a blank."""
        return None if item.amount is None else f"{item.amount:,.2f}"


@admin.register(Project)
class ProjectAdmin(ContentAdmin):
    """Projects."""

    list_display = ("name", "unit", "fiscal_year", "total", "execution_rate", "score")
    search_fields = ("name", "unit__name")
    list_select_related = ("unit",)

    @admin.display(description="资金总额（元）", ordering="total_fen")
    def total(self, project: Project) -> str | None:
        """Return the total in yuan with separators."""
        return None if project.total is None else f"{project.total:,.2f}"


@admin.register(PerformanceIndicator)
class PerformanceIndicatorAdmin(ContentAdmin):
    """Performance indicators."""

    list_display = ("level3", "level1", "level2", "target", "actual", "unit", "fiscal_year")
    list_filter = ("operator", "fiscal_year")
    search_fields = ("level3", "unit__name")
    list_select_related = ("unit",)


@admin.register(Figure)
class FigureAdmin(ContentAdmin):
    """Figures stated in prose."""

    list_display = ("topic", "value", "unit", "fiscal_year", "phase", "sentence")
    list_filter = ("unit", "phase")
    search_fields = ("topic", "sentence")


@admin.register(Finding)
class FindingAdmin(ContentAdmin):
    """Doubts and broken truths."""

    list_display = ("message", "severity", "code", "revision")
    list_filter = ("severity", "code")
    search_fields = ("message",)
    list_select_related = ("revision__disclosure__unit",)


@admin.register(SharedComparison)
class SharedComparisonAdmin(ReadOnlyAdmin):
    """Shared links."""

    list_display = ("title", "created_by", "created_at", "expires_at", "revoked_at")
    search_fields = ("title", "note")
    actions = ("revoke",)

    def has_revoke_permission(self, request: HttpRequest) -> bool:
        """Whoever may change shared links may revoke them."""
        return request.user.has_perm("disclosures.change_sharedcomparison")

    @admin.action(description="撤销所选分享链接", permissions=["revoke"])
    def revoke(self, request: HttpRequest, links: QuerySet[SharedComparison]) -> None:
        """Close links for good."""
        still_open = list(links.filter(revoked_at__isnull=True))
        for link in still_open:
            link.revoke()
            record(request.user, AuditEntry.Action.REVOKED, link, before={"open": True}, after={"open": False})
        messages.success(request, f"已撤销 {len(still_open)} 个分享链接，打开这些链接的人将看到“已撤销”。")
