"""Show the audit log, which nobody can change: who changed what and when, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse

from disclosures.admin.audit_words import COMMAND_LINE, Told, kind_of, model_of, told, who_did
from disclosures.admin.lists import ReadOnlyAdmin
from disclosures.models import AuditEntry

# Stands for no person in the log's address.
NOBODY = "-"


class SubjectFilter(admin.SimpleListFilter):
    """Choose by what was changed."""

    title = "对象"
    parameter_name = "subject_type"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Offer what the log is about, by name."""
        kinds = AuditEntry.objects.order_by().values_list("subject_type", flat=True).distinct()
        return sorted(((kind, kind_of(kind)) for kind in kinds), key=lambda choice: choice[1])

    def queryset(self, request: HttpRequest, queryset: QuerySet[AuditEntry]) -> QuerySet[AuditEntry]:
        """Keep the entries about these."""
        return queryset.filter(subject_type=self.value()) if self.value() else queryset


class ActorFilter(admin.SimpleListFilter):
    """Choose by who changed something."""

    title = "操作人"
    parameter_name = "person"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Offer everybody in the log; what no person did came from the command line."""
        people = AuditEntry.objects.order_by().values_list("person", flat=True).distinct()
        latest = (AuditEntry.objects.filter(person=person).select_related("user").first() for person in people)
        return [(entry.person or NOBODY, _in_one_line(entry)) for entry in latest if entry]

    def queryset(self, request: HttpRequest, queryset: QuerySet[AuditEntry]) -> QuerySet[AuditEntry]:
        """Keep what this person did."""
        if self.value() is None:
            return queryset
        return queryset.filter(person="" if self.value() == NOBODY else self.value())


class ToldEntries(ChangeList):
    """A page of the log, with each entry in words."""

    told: list[Told]

    def get_results(self, request: HttpRequest) -> None:
        """Put the page's entries into words."""
        super().get_results(request)
        entries = list(self.result_list)
        addresses = _addresses(entries, request)
        self.told = [told(entry, addresses.get((entry.subject_type, entry.subject_id), "")) for entry in entries]


@admin.register(AuditEntry)
class AuditEntryAdmin(ReadOnlyAdmin):
    """Who changed what and when."""

    list_title = "操作日志"
    list_empty = "还没有操作记录。"
    list_display = ("at", "who", "action", "subject", "changes")
    list_filter = ("action", SubjectFilter, ActorFilter)
    search_fields = ("person", "subject")
    search_help_text = "按账号或对象的名称查找。"
    date_hierarchy = "at"
    fields = readonly_fields = ("at", "who", "action", "kind", "subject", "changes")
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[AuditEntry]:
        """Fetch the people and their groups with the entries."""
        entries: QuerySet[AuditEntry] = super().get_queryset(request)
        return entries.select_related("user").prefetch_related("user__groups")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """Show the list in words."""
        return ToldEntries

    @admin.display(description="操作人")
    def who(self, entry: AuditEntry) -> str:
        """Return the person with their account."""
        return _in_one_line(entry)

    @admin.display(description="对象类别")
    def kind(self, entry: AuditEntry) -> str:
        """Return what sort of thing was changed."""
        return kind_of(entry.subject_type)

    @admin.display(description="变更")
    def changes(self, entry: AuditEntry) -> str:
        """Return each field before and after."""
        return render_to_string("admin/disclosures/auditentry/changes.html", {"entry": told(entry)})


def _in_one_line(entry: AuditEntry) -> str:
    who, account = who_did(entry)
    return f"{who}（{account}）" if account and who != COMMAND_LINE else who


def _addresses(entries: Iterable[AuditEntry], request: HttpRequest) -> dict[tuple[str, str], str]:
    """Return the pages of the things that are still there and that the reader may see, in one query for each sort."""
    keys: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        keys[entry.subject_type].add(entry.subject_id)
    return {
        (kind, str(pk)): reverse(f"admin:{model._meta.app_label}_{kind}_change", args=[pk])
        for kind, wanted in keys.items()
        if (model := model_of(kind)) and admin.site.is_registered(model)
        for pk in _seen(model, wanted, request)
    }


def _seen(model: Any, wanted: set[str], request: HttpRequest) -> Iterable[Any]:
    shown = admin.site.get_model_admin(model)
    if not shown.has_view_permission(request):
        return ()
    numbers = [int(key) for key in wanted if key.isdecimal()]
    return shown.get_queryset(request).order_by().filter(pk__in=numbers).values_list("pk", flat=True)
