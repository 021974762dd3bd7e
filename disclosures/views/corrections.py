"""Correct what was read in its source view, take a correction back, and list them all for everyone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_tables2 import RequestConfig

from disclosures.exports.corrections import corrections_csv, corrections_workbook
from disclosures.ingest.corrections import correct as store_correction
from disclosures.ingest.corrections import may_correct, take_back
from disclosures.models import Correction, LineItem
from disclosures.models.corrections import Subject
from disclosures.sources.addresses import source_address
from disclosures.sources.corrections import shown_corrections
from disclosures.tables.corrections import CorrectionFilter, CorrectionTable
from disclosures.views.correction_form import CorrectionForm
from disclosures.views.downloads import CSV, XLSX, download
from disclosures.views.sources import correction_form, item_page, text_page, visible_item, visible_text

CORRECTIONS_A_PAGE = 50
# A workbook of more rows than this takes minutes to write.
MOST_ROWS = 5000
WRITERS: Mapping[str, tuple[Callable[..., bytes], str]] = {
    "csv": (corrections_csv, CSV),
    "xlsx": (corrections_workbook, XLSX),
}


@require_POST
@login_required
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a figure of a table."""
    return _correct(request, visible_item(request, pk))


@require_POST
@login_required
def correct_text(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Correct a project, an indicator or a figure of the text."""
    return _correct(request, visible_text(request, kind, pk))


@require_POST
@login_required
def revert_correction(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a correction back."""
    correction = get_object_or_404(Correction.objects.with_subjects(), pk=pk)
    _refuse_others(request, correction.subject)
    take_back(correction, by=_person(request))
    messages.success(request, _("更正已撤销，恢复为读出的内容。"))
    return redirect(source_address(correction.subject))


def ledger(request: HttpRequest) -> HttpResponse:
    """List to everyone the corrections of what is or was published, taken back or not, the newest first.

    The public sees in which office something was corrected, the staff who did it.
    """
    found = _asked(request)
    table = CorrectionTable(found.qs, names=request.user.is_staff)
    RequestConfig(request, paginate={"per_page": CORRECTIONS_A_PAGE}).configure(table)
    return render(request, "disclosures/corrections.html", {"filter": found, "table": table})


def ledger_download(request: HttpRequest, extension: str) -> HttpResponse:
    """Give the listed corrections away as a sheet, one row each."""
    if extension not in WRITERS:
        raise Http404
    write, media_type = WRITERS[extension]
    names = request.user.is_staff
    listed = shown_corrections(_asked(request).qs[:MOST_ROWS], names=names)
    content = write(listed, request.build_absolute_uri, names=names)
    return download(content, f"{_('更正记录')}.{extension}", media_type)


def _asked(request: HttpRequest) -> CorrectionFilter:
    return CorrectionFilter(request.GET, Correction.objects.made_public().with_subjects())


def _correct(request: HttpRequest, subject: Subject) -> HttpResponse:
    """Store what the form says; what is wrong with it is said beside it."""
    _refuse_others(request, subject)
    form = correction_form(subject, request.POST)
    if not form.is_valid():
        return item_page(request, subject, form) if isinstance(subject, LineItem) else text_page(request, subject, form)
    _store(subject, form, _person(request))
    messages.success(request, _("已更正。原文和原读数保留，更正会写入公开的更正记录。"))
    return redirect(source_address(subject))


def _store(subject: Subject, form: CorrectionForm, by: User) -> None:
    said = form.cleaned_data
    field, cause = Correction.Field(said["field"]), Correction.Cause(said["cause"])
    store_correction(subject, field, form.corrected, cause=cause, reason=said["reason"], by=by)


def _refuse_others(request: HttpRequest, subject: Subject) -> None:
    if not may_correct(request.user, subject):
        raise PermissionDenied


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
