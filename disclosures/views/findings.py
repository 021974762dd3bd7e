"""The board of findings over everything published, one finding with its pages, and the answers to it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from disclosures.exports.findings import BOARD_COLUMNS, findings_workbook
from disclosures.forms import AnswerForm
from disclosures.ingest.finding_marks import answer_finding, may_answer, take_back_answer
from disclosures.models import Finding, FindingMark
from disclosures.sources.findings import shown_findings
from disclosures.sources.numbered_pages import pages_of_finding
from disclosures.tables.finding_filter import FindingFilter
from disclosures.views.access import browsing_required
from disclosures.views.downloads import XLSX, download

FINDINGS_A_PAGE = 25
# A workbook of more rows than this takes minutes to write; narrowed by unit or year there are never as many.
MOST_ROWS = 5000


@browsing_required
def findings(request: HttpRequest) -> HttpResponse:
    """List what was found in everything published, the gravest first."""
    found = FindingFilter(request.GET, Finding.objects.published().gravest_first())
    page = Paginator(found.qs, FINDINGS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filter": found,
        "page": page,
        "numbers": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "findings": shown_findings(page.object_list),
    }
    return render(request, "disclosures/findings/board.html", context)


@browsing_required
def findings_download(request: HttpRequest) -> HttpResponse:
    """Give the listed findings away as a workbook, one row each."""
    found = FindingFilter(request.GET, Finding.objects.published().gravest_first())
    content = findings_workbook(shown_findings(found.qs[:MOST_ROWS]), columns=BOARD_COLUMNS)
    return download(content, f"{_('检查结果')}.xlsx", XLSX)


@browsing_required
def finding(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one finding with all its places on their pages."""
    return _page(request, _visible(request, pk))


@require_POST
@login_required
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer a finding; what is wrong with the form is said beside it."""
    subject = _answerable(request, pk)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, subject, form)
    said = form.cleaned_data
    answer_finding(subject, FindingMark.Answer(said["answer"]), note=said["note"], by=_person(request))
    messages.success(request, _("已记下。重新上传后，只要数字不变，这条处理一直有效。"))
    return redirect("disclosures:finding", subject.pk)


@require_POST
@login_required
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the answer to a finding back."""
    subject = _answerable(request, pk)
    take_back_answer(subject, by=_person(request))
    messages.success(request, _("处理已撤销，恢复为未处理。"))
    return redirect("disclosures:finding", subject.pk)


def _page(request: HttpRequest, subject: Finding, form: AnswerForm | None = None) -> HttpResponse:
    shown = shown_findings([subject])[0]
    filed = subject.revision.disclosure
    context: dict[str, Any] = {
        "shown": shown,
        "disclosure": filed,
        "pages": pages_of_finding(subject, shown.places, _picture),
        "answers": FindingMark.objects.to(filed.pk, subject.fingerprint),
    }
    if may_answer(request.user, subject):
        context["form"] = form or AnswerForm()
    return render(request, "disclosures/findings/finding_page.html", context)


def _picture(file: int, page: int) -> str:
    return reverse("disclosures:page_picture", args=[file, page])


def _visible(request: HttpRequest, pk: int) -> Finding:
    return get_object_or_404(Finding.objects.visible_to(request.user).gravest_first(), pk=pk)


def _answerable(request: HttpRequest, pk: int) -> Finding:
    subject = _visible(request, pk)
    if not may_answer(request.user, subject):
        raise PermissionDenied
    return subject


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
