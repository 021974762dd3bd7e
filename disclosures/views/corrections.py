"""Correct a figure in its source view, take a correction back, and list them all for everyone."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_tables2 import RequestConfig

from disclosures.forms import CorrectionForm
from disclosures.ingest.corrections import correct_amount, correct_heading, may_correct, take_back
from disclosures.models import Correction, LineItem
from disclosures.sources.source import printed_unit
from disclosures.tables.corrections import CorrectionTable
from disclosures.views.access import browsing_required
from disclosures.views.sources import item_page, visible_item

CORRECTIONS_A_PAGE = 50


@require_POST
@login_required
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a line item; what is wrong with the form is said beside it."""
    item = visible_item(request, pk)
    _refuse_others(request, item)
    form = CorrectionForm(request.POST, unit=printed_unit(item))
    if not form.is_valid():
        return item_page(request, item, form)
    _store(item, form, _person(request))
    messages.success(request, _("已更正。原文和原读数保留，更正会写入公开的更正记录。"))
    return redirect("disclosures:source", item.pk)


@require_POST
@login_required
def revert_correction(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a correction back."""
    correction = get_object_or_404(Correction.objects.select_related("line_item"), pk=pk)
    _refuse_others(request, correction.line_item)
    take_back(correction, by=_person(request))
    messages.success(request, _("更正已撤销，恢复为读出的内容。"))
    return redirect("disclosures:source", correction.line_item_id)


@browsing_required
def ledger(request: HttpRequest) -> HttpResponse:
    """List the corrections of everything published, taken back or not, the newest first."""
    table = CorrectionTable(Correction.objects.published().for_ledger())
    RequestConfig(request, paginate={"per_page": CORRECTIONS_A_PAGE}).configure(table)
    return render(request, "disclosures/corrections.html", {"table": table})


def _store(item: LineItem, form: CorrectionForm, by: User) -> Correction:
    said: dict[str, Any] = form.cleaned_data
    why: dict[str, Any] = {"cause": Correction.Cause(said["cause"]), "reason": said["reason"], "by": by}
    if said["field"] == Correction.Field.HEADING:
        return correct_heading(item, said["value"], **why)
    return correct_amount(item, form.amount, **why)


def _refuse_others(request: HttpRequest, item: LineItem) -> None:
    if not may_correct(request.user, item):
        raise PermissionDenied


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
