"""Check a file before it is published: for everyone with an account, and without storing it as a disclosure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from disclosures.exports.findings import annotated_pdf, findings_workbook
from disclosures.forms import PrecheckForm
from disclosures.precheck import KEPT_MINUTES, CheckedFile, check_file, keep, kept, kept_content
from disclosures.reading import UnreadableFile
from disclosures.reading.picture import page_picture, page_size
from disclosures.sources.findings import ShownFinding, gravest_first, shown_reading
from disclosures.sources.numbered_pages import numbered_pages, page_sizes
from disclosures.sources.rules import rule_title
from disclosures.tables.findings import grouped_findings
from disclosures.views.downloads import PDF, XLSX, download
from disclosures.vocabulary import DisclosureKind


@login_required
@never_cache
def check(request: HttpRequest) -> HttpResponse:
    """Take a file and check it; why it cannot be read is said beside the form."""
    form = PrecheckForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["document"]
        content = file.read()
        checked = check_file(content, file.name)
        if isinstance(checked, CheckedFile):
            return redirect("disclosures:checked", keep(_session(request), content, checked))
        form.add_error("document", checked.message)
    return render(request, "disclosures/precheck/upload.html", {"form": form, "minutes": KEPT_MINUTES})


@login_required
@never_cache
def checked(request: HttpRequest, token: str) -> HttpResponse:
    """Show what the rules say of a file."""
    result = _kept(request, token)
    shown = _shown(result, token)
    context = {
        "result": result,
        "kind": DisclosureKind(result.kind).label if result.kind else "",
        "token": token,
        "groups": grouped_findings(shown),
        "unchecked": [(rule_title(one.code), one.reason) for one in result.unchecked],
        "minutes": KEPT_MINUTES,
    }
    return render(request, "disclosures/precheck/result.html", context)


@login_required
@never_cache
def checked_page(request: HttpRequest, token: str, page: int) -> HttpResponse:
    """Show a page of a checked file with what was found on it."""
    result = _kept(request, token)
    on_page = [one for one in _shown(result, token) if page in one.pages]
    content = kept_content(_session(request), token)
    drawn = numbered_pages(
        ((one.number, place) for one in on_page for place in one.places if place.page == page),
        page_sizes(page_size, content),
        lambda number: reverse("disclosures:checked_picture", args=[token, number]),
    )
    context = {"result": result, "token": token, "page": page, "pages": drawn, "findings": on_page}
    return render(request, "disclosures/precheck/page.html", context)


@login_required
@never_cache
def checked_picture(request: HttpRequest, token: str, page: int) -> HttpResponse:
    """Draw a page of a checked file."""
    _kept(request, token)
    try:
        return HttpResponse(page_picture(kept_content(_session(request), token), page), content_type="image/png")
    except UnreadableFile as trouble:
        raise Http404 from trouble


@login_required
@never_cache
def checked_download(request: HttpRequest, token: str, extension: str) -> HttpResponse:
    """Give the result away in a format."""
    result = _kept(request, token)
    if extension not in FORMATS or (extension == "pdf" and not result.is_pdf):
        raise Http404
    media_type, write = FORMATS[extension]
    content = write(result, _shown(result, token), kept_content(_session(request), token))
    name = f"{PurePath(result.name).stem}-{_('检查结果')}.{extension}"
    return download(content, name, media_type)


def _as_workbook(result: CheckedFile, shown: list[ShownFinding], original: bytes) -> bytes:
    return findings_workbook(shown, result.unchecked)


def _as_pdf(result: CheckedFile, shown: list[ShownFinding], original: bytes) -> bytes:
    return annotated_pdf(original, f"{result.name}：检查结果", shown, result.unchecked)


FORMATS: Mapping[str, tuple[str, Callable[[CheckedFile, list[ShownFinding], bytes], bytes]]] = {
    "xlsx": (XLSX, _as_workbook),
    "pdf": (PDF, _as_pdf),
}


def _kept(request: HttpRequest, token: str) -> CheckedFile:
    result = kept(_session(request), token)
    if result is None:
        raise Http404(_("检查结果只保留 %(minutes)s 分钟，请重新检查。") % {"minutes": KEPT_MINUTES})
    return result


def _session(request: HttpRequest) -> str:
    return request.session.session_key or ""


def _shown(result: CheckedFile, token: str) -> list[ShownFinding]:
    def address(page: int) -> str:
        return reverse("disclosures:checked_page", args=[token, page]) if result.is_pdf else ""

    return shown_reading(gravest_first(result.findings), result.tables, address)
