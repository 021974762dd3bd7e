"""Keep units and the other names that documents print for them."""

from __future__ import annotations

from typing import ClassVar

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from disclosures.admin.audited import AuditedAdmin
from disclosures.forms import AliasFormSet
from disclosures.models import Unit, UnitAlias
from disclosures.models.responsibility import units_of


class UnitAliasInline(admin.TabularInline):
    """The aliases of a unit."""

    model = UnitAlias
    formset = AliasFormSet
    extra = 1
    verbose_name_plural = "别名（曾用名、简称；识别文件时按别名归入本单位）"


@admin.register(Unit)
class UnitAdmin(AuditedAdmin):
    """Units, found by name, alias or code."""

    list_title = "单位与别名"
    list_empty = "还没有单位。"
    list_display = ("name", "region", "code", "supervising_department", "type", "disclosure_count")
    list_filter = ("type", "region")
    search_fields = ("name", "aliases__name", "code", "region")
    list_select_related = ("supervising_department",)
    autocomplete_fields: ClassVar = ["supervising_department"]
    inlines = (UnitAliasInline,)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Whoever answers for some units alone adds none by hand: those below them come with their documents."""
        return super().has_add_permission(request) and units_of(request.user) is None

    def has_change_permission(self, request: HttpRequest, obj: Unit | None = None) -> bool:
        """Let people change what they answer for."""
        own = units_of(request.user)
        return super().has_change_permission(request, obj) and (own is None or obj is None or obj.pk in own)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Unit]:
        """Count each unit's disclosures in the same query."""
        counted: QuerySet[Unit] = super().get_queryset(request).annotate(disclosure_count=Count("disclosures"))
        return counted

    @admin.display(description="公开文件数", ordering="disclosure_count")
    def disclosure_count(self, unit: Unit) -> int:
        """Return how many disclosures the unit has."""
        count: int = unit.disclosure_count  # type: ignore[attr-defined]
        return count
