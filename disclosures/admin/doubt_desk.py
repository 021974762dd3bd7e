"""Settle the doubts of a draft one after another: the page beside the grid, and a key for every step."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from disclosures.admin.access import RightsOnly, own_revision, signed_in
from disclosures.admin.doubt_answers import Stored, store, stored_before, undo, value_in_words
from disclosures.admin.doubt_values import NotSure, NotUnderstood
from disclosures.admin.doubts import doubt_of, open_findings
from disclosures.ingest.publication import matter_of
from disclosures.models import Correction, Finding, Job, Revision
from disclosures.sources.addresses import Addresses

# What a page answers that shows again, with the trouble beside it, what was typed.
NOT_TAKEN_DOWN = 422


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed for a cell and not taken down, and why; ``asks`` whether it is to be said again."""

    key: str
    value: str
    trouble: str
    asks: bool


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
        return self._desk(request, revision, findings, at, None)

    def answer(self, request: HttpRequest, pk: int, finding: int) -> HttpResponse:
        """Take down what the clerk says to a doubt, and go on to the next; or take it back again."""
        revision = own_revision(request, pk, Revision.State.DRAFT)
        findings = open_findings(revision)
        doubt = get_object_or_404(Finding, revision=revision, pk=finding)
        if request.POST.get("step") == "undo":
            earlier = undo(doubt, request.POST, by=signed_in(request))
            messages.success(request, _undone(earlier))
            return redirect(_address(revision, _again(open_findings(revision), doubt)))
        try:
            stored = store(doubt, request.POST, by=signed_in(request))
        except NotUnderstood as trouble:
            if doubt not in findings:  # answered in the meantime, in another window
                messages.error(request, str(trouble))
                return redirect(_address(revision, None))
            return self._desk(request, revision, findings, _position(findings, str(doubt.pk)), _typed(request, trouble))
        left = open_findings(revision)
        _say_what_was_solved(request, findings, left, doubt)
        return redirect(_address(revision, _following(findings, doubt, left), stored))

    def _desk(
        self, request: HttpRequest, revision: Revision, findings: list[Finding], at: int, typed: Typed | None
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "is_nav_sidebar_enabled": False,  # the page and the grid need its room
            "opts": self.model._meta,
            "title": f"核对疑点：{revision}",
            "revision": revision,
            "here": _address(revision, None),
            "findings": findings,
            "doubt": doubt_of(findings[at]) if findings else None,
            "typed": typed,
            "stored": stored_before(revision, request.GET),
            "previous": findings[at - 1] if at > 0 else None,
            "next": findings[at + 1] if at + 1 < len(findings) else None,
            "number": at + 1,
            "reading": revision.jobs.unfinished().first(),
            "failed": revision.jobs.filter(stage=Job.Stage.FAILED).first(),
            "may_assign": request.user.has_perm("disclosures.add_assignedmeaning"),
            "addresses": Addresses(),
        }
        status = NOT_TAKEN_DOWN if typed else None
        return render(request, "admin/disclosures/revision/desk.html", context, status=status)


def _typed(request: HttpRequest, trouble: NotUnderstood) -> Typed:
    said = request.POST
    return Typed(said.get("item", ""), said.get("value", "").strip(), str(trouble), isinstance(trouble, NotSure))


def _address(revision: Revision, at: Finding | None, stored: Stored | None = None) -> str:
    address = reverse("admin:disclosures_revision_doubts", args=[revision.pk])
    query = "&".join(part for part in (f"at={at.pk}" if at else "", stored.query if stored else "") if part)
    return f"{address}?{query}" if query else address


def _undone(earlier: Correction | None) -> str:
    if earlier is None:
        return "已撤销，恢复为原来的内容。"
    return f"已撤销，恢复为此前的更正：{value_in_words(earlier)}。"


def _say_what_was_solved(request: HttpRequest, before: list[Finding], now: list[Finding], doubt: Finding) -> None:
    """Say what a correction did beside settling its own doubt: the sums are checked again with it."""
    solved = len({one.pk for one in before} - {one.pk for one in now} - {doubt.pk})
    found = len({one.pk for one in now} - {one.pk for one in before})
    if solved:
        messages.success(request, f"更正后重新检查：另有 {solved} 处随之解决。")
    if found:
        messages.warning(request, f"更正后重新检查：新出现 {found} 处，请继续核对。")


def _position(findings: list[Finding], wanted: str) -> int:
    return next((number for number, one in enumerate(findings) if str(one.pk) == wanted), 0)


def _again(findings: list[Finding], doubt: Finding) -> Finding | None:
    """Return a doubt that was taken up again: checking anew may have put another in its place."""
    return next((one for one in findings if one.fingerprint == doubt.fingerprint), None)


def _following(findings: list[Finding], doubt: Finding, left: list[Finding]) -> Finding | None:
    """Return the next that blocks publishing among those that are left, else the one after; after the last, the first.

    Checking anew may have brought up what blocks: it comes before a doubt that does not.
    """
    after = [*findings[_position(findings, str(doubt.pk)) + 1 :], *left]
    open_ones = [one for one in after if one in left and one != doubt]
    return next((one for one in open_ones if matter_of(one)), next(iter(open_ones), None))
