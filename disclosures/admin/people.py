"""Keep accounts, groups and who answers for which units."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.http import HttpRequest

from disclosures.admin.audited import AuditedAdmin
from disclosures.models import Responsibility

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

    list_title = "账号"
    inlines = (ResponsibilityInline,)

    def get_inlines(self, request: HttpRequest, obj: User | None) -> tuple[Any, ...]:
        """Ask for the units once the account is there."""
        return self.inlines if obj else ()


@admin.register(Group)
class AuditedGroupAdmin(AuditedAdmin, GroupAdmin):
    """Groups and their rights."""

    list_title = "用户组与权限"
