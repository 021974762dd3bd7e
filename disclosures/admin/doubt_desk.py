"""Settle the doubts of a draft one after another: the page beside the grid, and a key for every step."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from disclosures.admin.access import RightsOnly, own_revision, signed_in
from disclosures.admin.doubts import doubt_of, open_findings
from disclosures.amounts import parse_amount, parse_number
from disclosures.ingest.corrections import correct_amount, may_correct
from disclosures.ingest.finding_marks import answer_finding
from disclosures.models import Correction, Finding, FindingMark, LineItem, Revision
from disclosures.sources.addresses import Addresses
from disclosures.sources.source import printed_unit


class NotUnderstood(Exception):
    """What the clerk typed cannot be taken down; the message says why."""


class DoubtDesk(admin.ModelAdmin):
    """The pages on which a draft's doubts are settled."""

    def get_urls(self) -> list[URLPattern]:
        """Put the desk before the admin's own pages."""
        may_answer = RightsOnly(self.admin_site, "disclosures.add_findingmark")
        own = [
            path("<int:pk>/doubts/", may_answer(self.doubts), name="disclosures_revision_doubts"),
            path(
                "<int:pk>/doubts/<int:finding>/",
                may_answer(require_POST(self.answer)),
                name="disclosures_revision_answer",
            ),
        ]
        return [*own, *super().get_urls()]

    def doubts(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show one doubt, and the list of all that are open."""
        revision = own_revision(request, pk, Revision.State.DRAFT)
        findings = open_findings(revision)
        at = _position(findings, request.GET.get("at", ""))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.model._meta,
            "title": f"核对疑点：{revision}",
            "revision": revision,
            "findings": findings,
            "doubt": doubt_of(findings[at]) if findings else None,
            "previous": findings[at - 1] if at > 0 else None,
            "next": findings[at + 1] if at + 1 < len(findings) else None,
            "number": at + 1,
            "addresses": Addresses(),
        }
        return render(request, "admin/disclosures/revision/desk.html", context)

    def answer(self, request: HttpRequest, pk: int, finding: int) -> HttpResponse:
        """Take down what the clerk says to a doubt, and go on to the next."""
        revision = own_revision(request, pk, Revision.State.DRAFT)
        findings = open_findings(revision)
        doubt = get_object_or_404(Finding, revision=revision, pk=finding)
        following = _following(findings, doubt)
        try:
            note = _settle(request, doubt, signed_in(request))
        except NotUnderstood as trouble:
            messages.error(request, str(trouble))
            following = doubt
        else:
            answer_finding(doubt, FindingMark.Answer.ACCEPTED, note=note, by=signed_in(request))
        address = reverse("admin:disclosures_revision_doubts", args=[pk])
        return redirect(f"{address}?at={following.pk}" if following else address)


def _settle(request: HttpRequest, doubt: Finding, by: User) -> str:
    """Correct the cell where one was named; return what was done, for the doubt's answer."""
    step = request.POST.get("step", "accept")
    if step not in ("correct", "blank"):
        return request.POST.get("note", "").strip()
    items = LineItem.objects.select_related("table", "revision").filter(revision=doubt.revision_id)
    item = get_object_or_404(items, pk=request.POST.get("item"))
    if not may_correct(by, item):
        raise NotUnderstood("您没有更正数字的权限。")
    why: dict[str, Any] = {"cause": Correction.Cause.READING_ERROR, "reason": f"核对疑点：{doubt.message}", "by": by}
    if step == "blank":
        return f"已更正：{correct_amount(item, None, **why)}（空白）"
    value = request.POST.get("value", "").strip()
    if parse_number(value) is None:
        raise NotUnderstood(f"“{value}”不是金额。请填写数字；原文此格确为空白的，请按 B。")
    return f"已更正：{correct_amount(item, parse_amount(value, printed_unit(item)), **why)}"


def _position(findings: list[Finding], wanted: str) -> int:
    return next((number for number, one in enumerate(findings) if str(one.pk) == wanted), 0)


def _following(findings: list[Finding], doubt: Finding) -> Finding | None:
    """Return the doubt after this one; after the last, the first that is left."""
    at = _position(findings, str(doubt.pk))
    return next(iter([*findings[at + 1 :], *findings[:at]]), None)
