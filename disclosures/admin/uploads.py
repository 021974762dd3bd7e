"""The desk's first page: take files in, show how far each is, and have their identities confirmed in one table."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from disclosures.admin.access import RightsOnly, own_job, signed_in
from disclosures.admin.confirmation import confirm_rows
from disclosures.admin.desk import desk_of, rows_of
from disclosures.admin.lists import ReadOnlyAdmin
from disclosures.admin.outcomes import Outcome, review_address, take
from disclosures.admin.persons import PersonFilter, person
from disclosures.admin.recognition import identity_form, shown_fields
from disclosures.forms import UploadForm
from disclosures.ingest import Upload, drop
from disclosures.ingest.archives import BadArchive, Damaged, is_archive, unpack
from disclosures.ingest.uploads import refuse
from disclosures.models import Job
from disclosures.tasks import NotNow, cancel, confirm, retry

DESK = "admin:disclosures_job_upload"


@admin.register(Job)
class JobAdmin(ReadOnlyAdmin):
    """Uploads and what became of them."""

    list_title = "上传记录"
    list_empty = "还没有上传过文件。"
    list_display = ("name", "stage", "revision", "message", person("uploaded_by", "上传人"), "created_at")
    list_filter = ("stage", ("uploaded_by", PersonFilter))
    search_fields = ("name", "message")
    list_select_related = ("revision__disclosure__unit", "uploaded_by")
    exclude = ("recognised", "corrections", "sha256", "file", "lease", "task", "bundle")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Job]:
        """Show what a person answers for."""
        return Job.objects.handled_by(request.user)

    def get_urls(self) -> list[URLPattern]:
        """Put the desk's pages before the admin's own."""
        may_upload = RightsOnly(self.admin_site, "disclosures.add_job")
        named = "disclosures_job_{}".format
        own = [
            path("upload/", may_upload(self.upload), name=named("upload")),
            path("upload/one/", may_upload(require_POST(self.upload_one)), name=named("upload_one")),
            path("upload/progress/", may_upload(self.progress), name=named("progress")),
            path("upload/confirm/", may_upload(require_POST(self.confirm)), name=named("confirm")),
            path("add/", may_upload(lambda request: redirect(DESK))),
            path("<int:pk>/complete/", may_upload(self.complete), name=named("complete")),
            path("<int:pk>/drop/", may_upload(require_POST(self.drop)), name=named("drop")),
            path("<int:pk>/cancel/", may_upload(require_POST(self.cancel)), name=named("cancel")),
            path("<int:pk>/retry/", may_upload(require_POST(self.retry)), name=named("retry")),
        ]
        return [*own, *super().get_urls()]

    def upload(self, request: HttpRequest) -> HttpResponse:
        """Show the desk; a browser without scripts sends its files here, others one by one to ``upload_one``."""
        form = UploadForm(request.POST or None, request.FILES or None)
        outcomes: list[Outcome] = []
        if request.method == "POST" and form.is_valid():
            outcomes = [
                outcome for file in form.cleaned_data["documents"] for outcome in self._take(request, file, form)
            ]
        desk = desk_of(signed_in(request))
        return self._page(request, "upload", "上传公开文件", form=form, outcomes=outcomes, desk=desk)

    def upload_one(self, request: HttpRequest) -> HttpResponse:
        """Take one file and answer with its row; a ZIP answers with as many as it holds."""
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            trouble = "；".join(str(error) for errors in form.errors.values() for error in errors)
            return HttpResponseBadRequest(trouble, content_type="text/plain; charset=utf-8")
        outcomes = list(self._take(request, form.cleaned_data["documents"][0], form))
        rows = rows_of([outcome.job for outcome in outcomes])
        return render(request, "admin/disclosures/job/rows.html", {"rows": rows})

    def progress(self, request: HttpRequest) -> HttpResponse:
        """Answer htmx with how far the unfinished that the page shows are, and with the rows of those done since."""
        desk = desk_of(signed_in(request))
        seen = set(request.GET.get("seen", "").split(","))
        shown = [row for row in desk.rows if str(row.job.pk) in seen]
        moving = [row for row in shown if row.job.is_unfinished]
        changed = [row for row in shown if not row.job.is_unfinished]
        context = {"desk": desk, "changed": changed, "moving": moving}
        return render(request, "admin/disclosures/job/progress.html", context)

    def confirm(self, request: HttpRequest) -> HttpResponse:
        """Take down what the clerk confirmed or corrected in the table."""
        chosen = [own_job(request, int(pk)) for pk in request.POST.getlist("chosen") if pk.isdecimal()]
        if not chosen:
            messages.warning(request, "没有选中任何文件。请勾选后再确认。")
        confirmed = confirm_rows(chosen, request.POST, by=signed_in(request))
        if confirmed.summary:
            messages.success(request, confirmed.summary)
        for trouble in confirmed.troubles:
            messages.error(request, trouble)
        return redirect(DESK)

    def complete(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask at length for a waiting file's identity, with the known units that may be meant."""
        job = own_job(request, pk)
        if job.revision_id is not None:
            return redirect(review_address(job.revision_id))
        job = get_object_or_404(Job.objects.waiting_for_identity().with_revision(), pk=job.pk)
        form = identity_form(job.recognised, request.POST or None)
        if request.method == "POST" and form.is_valid():
            confirm(job, form.identity(), by=signed_in(request))
            messages.success(request, f"{job.name} 已按您填写的信息排队读取。")
            return redirect(DESK)
        title = f"补充信息：{job.name}"
        return self._page(request, "complete", title, job=job, form=form, fields=shown_fields(job.recognised))

    def drop(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Give up a file that is no draft."""
        job = own_job(request, pk)
        if job.revision_id is not None or job.is_unfinished:
            messages.error(request, f"{job.name}：{job.get_stage_display()}，不能移除。")
        else:
            drop(job, by=signed_in(request))
            messages.success(request, f"已移除 {job.name}。")
        return redirect(DESK)

    def cancel(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Stop the reading of a file."""
        return self._step(request, cancel, pk, "已取消读取")

    def retry(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Read a failed or cancelled file anew."""
        return self._step(request, retry, pk, "已重新排队")

    def _step(self, request: HttpRequest, step: Callable[..., Job], pk: int, word: str) -> HttpResponse:
        try:
            done = step(own_job(request, pk), by=signed_in(request))
        except NotNow as reason:
            messages.warning(request, str(reason))
        else:
            messages.success(request, f"{word}：{done.name}。")
        return redirect(DESK)

    def _take(self, request: HttpRequest, file: UploadedFile[bytes], form: UploadForm) -> Iterator[Outcome]:
        """Take one file, or all that a ZIP holds."""
        user, name = signed_in(request), file.name or ""
        if not is_archive(file):
            file.seek(0)
            yield take(Upload(file.read(), name, form.cleaned_data["folder"]), user)
            return
        bundle = secrets.token_hex(8) if form.cleaned_data["together"] else ""
        try:
            for member in unpack(file, bundle):
                yield _refused(member, user) if isinstance(member, Damaged) else take(member, user)
        except BadArchive as trouble:
            yield Outcome(refuse(name, str(trouble), uploaded_by=user))

    def _page(self, request: HttpRequest, template: str, title: str, **context: Any) -> HttpResponse:
        whole = {**self.admin_site.each_context(request), "opts": self.model._meta, "title": title, **context}
        return render(request, f"admin/disclosures/job/{template}.html", whole)


def _refused(member: Damaged, user: User) -> Outcome:
    return Outcome(refuse(member.name, member.message, folder=member.folder, uploaded_by=user))
