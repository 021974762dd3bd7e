"""Keep accounts, groups and who answers for which units; and show the audit log, which nobody can change."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.http import HttpRequest

from disclosures.admin.audited import AuditedAdmin
from disclosures.admin.lists import ReadOnlyAdmin
from disclosures.models import AuditEntry, Responsibility

admin.site.unregister(User)
admin.site.unregister(Group)


class ResponsibilityInline(admin.TabularInline):
    """The units that a person answers for."""

    model = Responsibility
    extra = 1
    autocomplete_fields: ClassVar = ["unit"]


@admin.register(User)
class AuditedUserAdmin(AuditedAdmin, UserAdmin):
    """Accounts, each with the units that the person answers for."""

    inlines = (ResponsibilityInline,)

    def get_inlines(self, request: HttpRequest, obj: User | None) -> tuple[Any, ...]:
        """Ask for the units once the account is there."""
        return self.inlines if obj else ()


@admin.register(Group)
class AuditedGroupAdmin(AuditedAdmin, GroupAdmin):
    """Groups and their rights."""


@admin.register(AuditEntry)
class AuditEntryAdmin(ReadOnlyAdmin):
    """Who changed what and when."""

    list_display = ("at", "person", "action", "subject", "change")
    list_filter = ("action", "subject_type", "person")
    search_fields = ("person", "subject")
    date_hierarchy = "at"
    fields = readonly_fields = ("at", "person", "action", "subject_type", "subject_id", "subject", "change")
    actions = None

    @admin.display(description="变更")
    def change(self, entry: AuditEntry) -> str:
        """Return what was before and after in one line."""
        before, after = (json.dumps(values, ensure_ascii=False) for values in (entry.before, entry.after))
        return f"{before} → {after}" if entry.before else after
