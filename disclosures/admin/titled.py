"""Give each list of the desk its own title, and words for when it is empty."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise


class TitledList(admin.ModelAdmin):
    """An admin whose list is called by what is in it; without a title, by the name of its rows."""

    list_title: str | Promise = ""
    list_empty: str | Promise = ""

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Show the list under its title."""
        title = self.list_title or self.opts.verbose_name_plural
        empty = self.list_empty or f"还没有{self.opts.verbose_name}。"
        return super().changelist_view(request, {"title": title, "empty": empty, **(extra_context or {})})
