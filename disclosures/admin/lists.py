"""Show what is stored, unchangeable; a shared link can be revoked, nothing else here is edited."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, Model, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from disclosures.admin.persons import named, person
from disclosures.admin.titled import TitledList
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
from disclosures.sources.rules import rule_title


class ReadOnlyAdmin(TitledList):
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
    fields = readonly_fields = ("number", "state", "uploader", "uploaded_at", "publisher", "published_at")
    extra = 0
    can_delete = False
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Revision]:
        """Leave out the drafts of units that others answer for."""
        return Revision.objects.visible_to(request.user)

    @admin.display(description="上传人")
    def uploader(self, revision: Revision) -> str:
        """Return who filed a revision."""
        return named(revision.uploaded_by)

    @admin.display(description="发布人")
    def publisher(self, revision: Revision) -> str:
        """Return who published a revision."""
        return named(revision.published_by)

    def has_add_permission(self, request: HttpRequest, obj: Disclosure | None = None) -> bool:
        """Revisions come from uploads."""
        return False


@admin.register(Disclosure)
class DisclosureAdmin(ReadOnlyAdmin):
    """What units published for which year."""

    list_title = "各单位的公开文件"
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

    list_title = "各文件中的报表"
    list_display = ("__str__", "kind", "label", "money_unit", "revision", "declared_empty")
    list_filter = ("kind", "declared_empty")
    search_fields = ("title", "label")
    list_select_related = ("revision__disclosure__unit",)
    exclude = ("grid",)


@admin.register(LineItem)
class LineItemAdmin(ContentAdmin):
    """Printed amounts with their dimensions."""

    list_title = "报表中的数字"
    list_empty = "还没有报表中的数字。"
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

    list_title = "各文件中的项目"
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

    list_title = "各项目的绩效指标"
    list_display = ("level3", "level1", "level2", "target", "actual", "unit", "fiscal_year")
    list_filter = ("operator", "fiscal_year")
    search_fields = ("level3", "unit__name")
    list_select_related = ("unit",)


@admin.register(Figure)
class FigureAdmin(ContentAdmin):
    """Figures stated in prose."""

    list_title = "文字中的数字"
    list_empty = "还没有文字中的数字。"
    list_display = ("topic", "value", "unit", "fiscal_year", "phase", "sentence")
    list_filter = ("unit", "phase")
    search_fields = ("topic", "sentence")


class RuleFilter(admin.SimpleListFilter):
    """Choose findings by the rule's title; doubts of the reading share one."""

    title = "规则"
    parameter_name = "rule"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Offer the rules that found something."""
        titles = {rule_title(code) for code in _codes_found()}
        return [(title, title) for title in sorted(titles)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Finding]) -> QuerySet[Finding]:
        """Keep what these rules found."""
        if self.value() is None:
            return queryset
        return queryset.filter(code__in=[code for code in _codes_found() if rule_title(code) == self.value()])


def _codes_found() -> list[str]:
    return list(Finding.objects.order_by().values_list("code", flat=True).distinct())


@admin.register(Finding)
class FindingAdmin(ContentAdmin):
    """Doubts and broken truths."""

    list_title = "勾稽检查结果"
    list_empty = "还没有勾稽检查结果：文件读取后自动检查。"
    list_display = ("message", "severity", "rule", "revision")
    list_filter = ("severity", RuleFilter)
    search_fields = ("message",)
    list_select_related = ("revision__disclosure__unit",)

    @admin.display(description="规则", ordering="code")
    def rule(self, finding: Finding) -> str:
        """Return the rule by its title, with the code."""
        return format_html('{}<span class="desk-soft desk-under">{}</span>', rule_title(finding.code), finding.code)


@admin.register(SharedComparison)
class SharedComparisonAdmin(ReadOnlyAdmin):
    """Shared links."""

    list_title = "分享链接"
    list_empty = "还没有分享链接。在比较页面选“分享”即可生成。"
    list_display = ("title", person("created_by", "创建人"), "created_at", "expires_at", "revoked_at")
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
