"""Review a draft, put its identity right, publish or discard it; have what is published read again."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from disclosures.admin.access import RightsOnly, own_revision, signed_in
from disclosures.admin.affected_shares import affected_shares
from disclosures.admin.doubt_desk import DoubtDesk
from disclosures.admin.lists import ReadOnlyAdmin
from disclosures.admin.meaning_desk import MeaningDesk
from disclosures.admin.persons import person
from disclosures.admin.recognition import identity_form
from disclosures.admin.remembered import remembered_at
from disclosures.admin.review import review_of
from disclosures.admin.withdrawal_desk import WithdrawalDesk
from disclosures.changes import changes_since_last
from disclosures.ingest import (
    NotPossible,
    discard,
    grids_as_stored,
    merge_drafts,
    publish,
    why_not_to_publish,
)
from disclosures.models import Revision, RevisionFile, StatementTable
from disclosures.tasks import correct, reread

# Shown in the browser's own viewer; anything else could carry a script and is only ever downloaded.
SHOWN_INLINE = "application/pdf"


@admin.register(Revision)
class RevisionAdmin(DoubtDesk, MeaningDesk, WithdrawalDesk, ReadOnlyAdmin):
    """Revisions; a click leads to the review."""

    list_title = "草稿与各版本"
    list_display = (
        "__str__",
        "state",
        person("uploaded_by", "上传人"),
        "uploaded_at",
        person("published_by", "发布人"),
        "published_at",
    )
    list_filter = ("state", "disclosure__kind", "disclosure__fiscal_year")
    search_fields = ("disclosure__unit__name", "disclosure__unit__aliases__name", "files__name")
    list_select_related = ("disclosure__unit", "uploaded_by", "published_by")
    actions = ("publish_selected", "withdraw_selected")
    ordering = ("-uploaded_at",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Revision]:
        """Show what a person answers for."""
        return Revision.objects.handled_by(request.user)

    def get_urls(self) -> list[URLPattern]:
        """Put the review's pages before the admin's own."""
        may_view = RightsOnly(self.admin_site, "disclosures.view_revision")
        may_change = RightsOnly(self.admin_site, "disclosures.change_revision")
        may_publish = RightsOnly(self.admin_site, "disclosures.publish_revision")
        named = "disclosures_revision_{}".format
        own = [
            path("<int:pk>/review/", may_view(self.review), name=named("review")),
            path("<int:pk>/review/table/<int:index>/", may_view(self.table), name=named("table")),
            path("<int:pk>/file/<int:file>/", may_view(self.file), name=named("file")),
            path("<int:pk>/correct/", may_change(require_POST(self.correct)), name=named("correct")),
            path("<int:pk>/merge/<int:into>/", may_change(require_POST(self.merge)), name=named("merge")),
            path("<int:pk>/discard/", may_change(require_POST(self.discard)), name=named("discard")),
            path("<int:pk>/publish/", may_publish(require_POST(self.publish)), name=named("publish")),
            path("<int:pk>/reread/", may_change(require_POST(self.reread)), name=named("reread")),
            path("<int:pk>/change/", may_view(lambda request, pk: redirect(named_review(pk)))),
        ]
        return [*own, *super().get_urls()]

    def review(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show what was read and what is doubtful."""
        revision = own_revision(request, pk)
        return self._review_page(request, revision, identity_form(revision.recognised, None, revision.disclosure.unit))

    def table(self, request: HttpRequest, pk: int, index: int) -> HttpResponse:
        """Show one table as printed."""
        table = get_object_or_404(StatementTable, revision=own_revision(request, pk), index=index)
        context = {"table": table, "grids": grids_as_stored(table.grid)}
        return render(request, "admin/disclosures/revision/grid.html", context)

    def file(self, request: HttpRequest, pk: int, file: int) -> FileResponse:
        """Hand out a file as it was uploaded."""
        stored = get_object_or_404(RevisionFile, revision=own_revision(request, pk), pk=file)
        inline = stored.media_type == SHOWN_INLINE
        kind = SHOWN_INLINE if inline else "application/octet-stream"
        return FileResponse(stored.file.open(), as_attachment=not inline, filename=stored.name, content_type=kind)

    def correct(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Put a draft's identity right; its file is read again with it."""
        revision = own_revision(request, pk, Revision.State.DRAFT)
        form = identity_form(revision.recognised, request.POST, revision.disclosure.unit)
        if not form.is_valid():
            return self._review_page(request, revision, form)
        correct(revision, form.identity(), by=signed_in(request))
        messages.success(request, "已按更正排队重新读取，完成后本页自动更新。")
        return redirect(named_review(pk))

    def merge(self, request: HttpRequest, pk: int, into: int) -> HttpResponse:
        """Make two drafts of one disclosure one revision."""
        part, whole = (own_revision(request, each, Revision.State.DRAFT) for each in (pk, into))
        if part.disclosure_id != whole.disclosure_id:
            raise Http404
        merged = merge_drafts(part, into=whole, by=signed_in(request))
        messages.success(request, f"已合并为 {merged}，共 {merged.files.count()} 个文件。")
        return redirect(named_review(into))

    def discard(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Remove a draft and its file."""
        revision = own_revision(request, pk, Revision.State.DRAFT)
        discard(revision, by=signed_in(request))
        messages.success(request, f"已放弃草稿 {revision}，文件已删除，可以重新上传。")
        return redirect("admin:disclosures_job_upload")

    def publish(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Publish one revision."""
        self._publish(request, own_revision(request, pk))
        return redirect(named_review(pk))

    def reread(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Have a published revision read again; where anything reads otherwise, it becomes a draft."""
        revision = own_revision(request, pk, Revision.State.PUBLISHED)
        if reread(revision, by=signed_in(request)):
            messages.success(request, _("已排队重新读取，完成后本页自动更新。"))
        else:
            messages.warning(request, _("这份文件正在重新读取，请稍候。"))
        return redirect(named_review(pk))

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Tell whether someone may publish."""
        return request.user.has_perm("disclosures.publish_revision")

    @admin.action(description="发布所选版本", permissions=["publish"])
    def publish_selected(self, request: HttpRequest, revisions: QuerySet[Revision]) -> None:
        """Publish several; one that cannot be published does not hold up the others."""
        for revision in revisions.order_by("disclosure", "number"):
            self._publish(request, revision)

    def _publish(self, request: HttpRequest, revision: Revision) -> None:
        try:
            done = publish(revision, by=signed_in(request))
        except NotPossible as reason:
            messages.warning(request, str(reason))
            return
        messages.success(request, f"已发布 {done}。")

    def _review_page(self, request: HttpRequest, revision: Revision, form: Any) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.model._meta,
            "title": str(revision),
            "review": review_of(revision),
            "form": form,
            "rights": self._rights(request, signed_in(request)),
            "why_not": why_not_to_publish(revision, signed_in(request)),
            "changes": changes_since_last(revision),
            "remembered": remembered_at(revision),
            "shares": affected_shares(revision),
        }
        return render(request, "admin/disclosures/revision/review.html", context)

    def _rights(self, request: HttpRequest, user: User) -> dict[str, bool]:
        return {
            "answer": user.has_perm("disclosures.add_findingmark"),
            "assign": user.has_perm("disclosures.add_assignedmeaning"),
            "change": user.has_perm("disclosures.change_revision"),
            "publish": self.has_publish_permission(request),
            "withdraw": self.has_withdraw_permission(request),
        }


def named_review(revision: int) -> str:
    """Return the address of a review."""
    return reverse("admin:disclosures_revision_review", args=[revision])
