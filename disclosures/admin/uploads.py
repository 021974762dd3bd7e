"""The upload page, and the page that asks for what a file does not say of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from disclosures.admin.access import RightsOnly, signed_in
from disclosures.admin.lists import ReadOnlyAdmin
from disclosures.admin.recognition import identity_form, shown_fields
from disclosures.forms import UploadForm
from disclosures.ingest import AlreadyFiled, AlreadyWaiting, IncompleteIdentity, complete, drop, receive
from disclosures.models import Job
from disclosures.reading import UnreadableFile

RECENT = 15


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one uploaded file, and where to go on."""

    name: str
    level: str
    message: str
    address: str = ""
    next_step: str = ""


def take(upload: UploadedFile, user: User) -> Outcome:
    """Read and store one file; whatever is wrong with it concerns this file alone."""
    name = upload.name or ""
    try:
        job = receive(upload, name, uploaded_by=user)
    except AlreadyFiled as known:
        return Outcome(name, "warning", str(known), review_address(known.revision.pk), "查看")
    except AlreadyWaiting as waiting:
        return Outcome(name, "warning", str(waiting), completion_address(waiting.job), "补充")
    return outcome_of(job)


def outcome_of(job: Job) -> Outcome:
    """Say in words how far an upload has come."""
    if job.revision is not None:
        found = f"已识别为 {job.revision}，{job.revision.get_state_display()}。"
        return Outcome(job.name, "success", found, review_address(job.revision.pk), "核对")
    if job.stage == Job.Stage.NEEDS_IDENTITY:
        return Outcome(job.name, "warning", job.message, completion_address(job), "补充")
    return Outcome(job.name, "error", job.message)


def review_address(revision: int) -> str:
    """Return the address of a revision's review."""
    return reverse("admin:disclosures_revision_review", args=[revision])


def completion_address(job: Job) -> str:
    """Return the address that asks for a waiting file's identity."""
    return reverse("admin:disclosures_job_complete", args=[job.pk])


@admin.register(Job)
class JobAdmin(ReadOnlyAdmin):
    """Uploads and what became of them."""

    list_display = ("name", "stage", "revision", "message", "uploaded_by", "created_at")
    list_filter = ("stage", "uploaded_by")
    search_fields = ("name", "message")
    list_select_related = ("revision__disclosure__unit", "uploaded_by")
    exclude = ("recognised", "sha256", "file")

    def get_urls(self) -> list[URLPattern]:
        """Put the desk's pages before the admin's own."""
        may_upload = RightsOnly(self.admin_site, "disclosures.add_job")
        own = [
            path("upload/", may_upload(self.upload), name="disclosures_job_upload"),
            path("upload/one/", may_upload(require_POST(self.upload_one)), name="disclosures_job_upload_one"),
            path("add/", may_upload(lambda request: redirect("admin:disclosures_job_upload"))),
            path("<int:pk>/complete/", may_upload(self.complete), name="disclosures_job_complete"),
            path("<int:pk>/drop/", may_upload(require_POST(self.drop)), name="disclosures_job_drop"),
        ]
        return [*own, *super().get_urls()]

    def upload(self, request: HttpRequest) -> HttpResponse:
        """Take several files; a browser with scripts sends them one by one to ``upload_one`` instead."""
        form = UploadForm(request.POST or None, request.FILES or None)
        outcomes: list[Outcome] = []
        if request.method == "POST" and form.is_valid():
            outcomes = [take(file, signed_in(request)) for file in form.cleaned_data["documents"]]
        recent = Job.objects.select_related("revision__disclosure__unit")[:RECENT]
        context = {"form": form, "outcomes": outcomes, "recent": [(job, outcome_of(job)) for job in recent]}
        return self._page(request, "upload", "上传公开文件", **context)

    def upload_one(self, request: HttpRequest) -> HttpResponse:
        """Take one file and answer with its row."""
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            trouble = "；".join(str(error) for error in form.errors["documents"])
            return HttpResponseBadRequest(trouble, content_type="text/plain; charset=utf-8")
        outcome = take(form.cleaned_data["documents"][0], signed_in(request))
        return render(request, "admin/disclosures/job/outcome.html", {"outcome": outcome})

    def complete(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask for a waiting file's identity, and read it again with the answer."""
        job = get_object_or_404(Job, pk=pk)
        if job.revision_id is not None:
            return redirect(review_address(job.revision_id))
        job = get_object_or_404(Job, pk=pk, stage=Job.Stage.NEEDS_IDENTITY)
        form = identity_form(job.recognised, request.POST or None)
        if request.method == "POST" and form.is_valid() and (done := self._complete(request, job, form.identity())):
            return done
        return self._page(
            request, "complete", f"补充信息：{job.name}", job=job, form=form, fields=shown_fields(job.recognised)
        )

    def drop(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Give up a waiting file."""
        job = get_object_or_404(Job, pk=pk, stage=Job.Stage.NEEDS_IDENTITY)
        drop(job)
        messages.success(request, f"已放弃 {job.name}，文件已删除。")
        return redirect("admin:disclosures_job_upload")

    def _complete(self, request: HttpRequest, job: Job, corrections: Any) -> HttpResponse | None:
        try:
            revision = complete(job, corrections=corrections, by=signed_in(request))
        except AlreadyFiled as known:
            drop(job)
            messages.warning(request, str(known))
            return redirect(review_address(known.revision.pk))
        except (IncompleteIdentity, UnreadableFile) as trouble:
            messages.error(request, str(trouble))
            return None
        self.log_addition(request, revision, "上传并补充信息")
        return redirect(review_address(revision.pk))

    def _page(self, request: HttpRequest, template: str, title: str, **context: Any) -> HttpResponse:
        whole = {**self.admin_site.each_context(request), "opts": self.model._meta, "title": title, **context}
        return render(request, f"admin/disclosures/job/{template}.html", whole)
