"""Let a clerk say what an unknown table or column means; it is remembered and the unit's drafts are read again."""

from __future__ import annotations

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from disclosures.admin.access import RightsOnly, own_revision, signed_in
from disclosures.admin.doubts import doubt_of
from disclosures.admin.meaning_forms import ColumnForm, TableForm
from disclosures.extraction.statements.shown_cells import first_values
from disclosures.ingest.remembered import asks_for_a_meaning, assign, drafts_concerned, standing_like, unsaid
from disclosures.ingest.stored_documents import stored_table
from disclosures.models import AssignedMeaning, Finding, Revision, StatementTable
from disclosures.sources.addresses import Addresses
from disclosures.tasks import read_anew

# So many rows tell what a column is about.
SHOWN_VALUES = 8


class MeaningDesk(admin.ModelAdmin):
    """The pages on which tables and columns are given a meaning."""

    def get_urls(self) -> list[URLPattern]:
        """Put the pages before the admin's own."""
        may_assign = RightsOnly(self.admin_site, "disclosures.add_assignedmeaning")
        named = "disclosures_revision_{}".format
        own = [
            path("<int:pk>/doubts/<int:finding>/meaning/", may_assign(self.meaning), name=named("meaning")),
            path("<int:pk>/tables/<int:index>/meaning/", may_assign(self.table_meaning), name=named("table_meaning")),
        ]
        return [*own, *super().get_urls()]

    def meaning(self, request: HttpRequest, pk: int, finding: int) -> HttpResponse:
        """Ask what the table or column of a doubt means."""
        revision = own_revision(request, pk, Revision.State.DRAFT)
        doubt = get_object_or_404(Finding.objects.select_related("table__file"), revision=revision, pk=finding)
        if doubt.table is None or not asks_for_a_meaning(doubt):
            raise Http404
        return self._meaning(request, revision, doubt.table, doubt)

    def table_meaning(self, request: HttpRequest, pk: int, index: int) -> HttpResponse:
        """Ask what a table means that nobody doubts."""
        revision = own_revision(request, pk, Revision.State.DRAFT)
        table = get_object_or_404(StatementTable.objects.select_related("file"), revision=revision, index=index)
        return self._meaning(request, revision, table, Finding(revision=revision, table=table, pages=table.pages))

    def _meaning(self, request: HttpRequest, revision: Revision, table: StatementTable, doubt: Finding) -> HttpResponse:
        table.revision = revision
        meaning = unsaid(table, doubt.column)
        kind = ColumnForm if doubt.column else TableForm
        answer = request.POST if request.method == "POST" else None
        form = kind(answer, table=table, standing=standing_like(meaning))
        if form.is_valid():
            return self._assigned(request, revision, form.fill(meaning))
        context = {
            **self.admin_site.each_context(request),
            "is_nav_sidebar_enabled": False,  # the page and the question need its room
            "opts": self.model._meta,
            "title": _("指定含义：%(what)s") % {"what": meaning.printed},
            "revision": revision,
            "table": table,
            "doubt": doubt_of(doubt),
            "meaning": meaning,
            "values": first_values(stored_table(table), tuple(doubt.column), SHOWN_VALUES) if doubt.column else (),
            "form": form,
            "addresses": Addresses(),
        }
        return render(request, "admin/disclosures/revision/meaning.html", context)

    def _assigned(self, request: HttpRequest, revision: Revision, meaning: AssignedMeaning) -> HttpResponse:
        by = signed_in(request)
        said = assign(meaning, by=by)
        for draft in drafts_concerned(said):
            read_anew(draft, by=by)
        words = _("已记住：%(what)s → %(means)s。正在重新读取；%(unit)s以后年度的文件自动照此读取。")
        messages.success(request, words % {"what": said.printed, "means": said.words, "unit": said.unit})
        return redirect(reverse("admin:disclosures_revision_doubts", args=[revision.pk]))
