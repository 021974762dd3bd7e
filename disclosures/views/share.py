"""Share a comparison by a link that needs no account, keep it in hand, and take it back."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from disclosures.comparison import Comparison, Selection, compare
from disclosures.comparison.differences import differences
from disclosures.comparison.display import shows_money
from disclosures.comparison.selection import MoneyScale
from disclosures.comparison.shared import address_below, as_read, pins_of
from disclosures.comparison.titles import title_of, title_of_itself
from disclosures.exports import FORMATS
from disclosures.forms import ShareForm
from disclosures.models import AuditEntry, Revision, SharedComparison
from disclosures.models.audit import record
from disclosures.permissions import is_owner
from disclosures.sources.addresses import Addresses
from disclosures.views.comparison import address_of, shown
from disclosures.views.performance_share import shared_list
from disclosures.views.share_start import start_share
from disclosures.views.shared_access import as_asked, while_open
from disclosures.views.shared_lists import revisions_of
from disclosures.views.shared_pages import kept_page


@require_POST
@login_required
def create_share(request: HttpRequest) -> HttpResponse:
    """Make a link to the comparison that the form names; without a title its sentence stands for one."""
    selection = Selection.from_query(QueryDict(request.POST.get("query", "")))
    if not selection.is_complete:
        messages.error(request, _("请先选择单位和年度，再生成分享链接。"))
        return redirect(address_of(selection))
    title = title_of_itself(compare(selection))
    return start_share(request, SharedComparison(title=title, query=selection.to_query()))


@never_cache
@while_open
def share(request: HttpRequest, link: SharedComparison) -> HttpResponse:
    """Show what a link shares to anyone; visits by others than its owner are counted."""
    if is_visit(request, link):
        link.count_view()
    if link.about != SharedComparison.About.COMPARISON:
        return shared_list(request, link)
    return kept_page(request, link, "page", lambda: drawn_page(request, link))


def is_visit(request: HttpRequest, link: SharedComparison) -> bool:
    """Tell whether somebody comes to a link: who turns what it shows is there already, and a HEAD reads nothing."""
    return request.method == "GET" and not is_owner(request, link) and not as_asked(request)


def drawn_page(request: HttpRequest, link: SharedComparison) -> HttpResponse:
    """Draw the page of a shared comparison; its owner manages it there."""
    context = shared_context(request, link) | {"is_owner": is_owner(request, link), "form": ShareForm(instance=link)}
    return render(request, "disclosures/share.html", context)


def shared_context(request: HttpRequest, link: SharedComparison) -> dict[str, Any]:
    """Return what a shared page shows, in the unit and the order that the visitor chose."""
    selection = as_read(link, request.GET)
    result = compare(selection, pins_of(link))
    ordered = _ordered(link, result.selection)
    today = compare(selection) if link.pinned_at else result
    address = request.build_absolute_uri(link.get_absolute_url())
    return shown(result, Addresses(link.slug), partial(address_below, link)) | {
        "share": link,
        "title": title_of(link, result),
        "scales": MoneyScale if shows_money(selection) else (),
        "formats": FORMATS,
        "ordered": ordered,
        "order_query": f"?{urlencode(ordered)}" if ordered else "",
        "address": address,
        "address_as_read": urljoin(address, address_below(link, result.selection)),
        "changed": differences(result, today) if link.pinned_at else [],
        "is_superseded": today.revisions != result.revisions,
        "renewed_at": None if link.pinned_at else renewed_at(link, result),
    }


def _ordered(link: SharedComparison, selection: Selection) -> dict[str, str]:
    """Return how an address asks for the order that the visitor chose; files and other units of money keep to it."""
    asked = dict(parse_qsl(address_below(link, selection).removeprefix("?")))
    return {name: asked[name] for name in ("order", "sort") if name in asked}


def renewed_at(link: SharedComparison, result: Comparison) -> Any:
    """Return when a live link's figures were last published anew since it was made."""
    latest = Revision.objects.pinned(result.revisions).last_published_at()
    return latest if latest and latest > link.created_at else None


@login_required
def shares(request: HttpRequest) -> HttpResponse:
    """List one's own links."""
    return render(request, "disclosures/shares.html", {"shares": SharedComparison.objects.of(request.user)})


@require_POST
@login_required
def change_share(request: HttpRequest, slug: str) -> HttpResponse:
    """Change one's own link: title, note, expiry, password, and whether it is held to today's revisions."""
    link = get_object_or_404(SharedComparison.objects.of(request.user), slug=slug)
    form = ShareForm(request.POST, instance=link)
    if form.is_valid():
        form.save(pins=revisions_of(link))
        record(request.user, AuditEntry.Action.CHANGED, link, after={"fields": form.changed_data})
        messages.success(request, _("已保存链接的设置。"))
    else:
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    return redirect(link)


@require_POST
@login_required
def revoke_share(request: HttpRequest, slug: str) -> HttpResponse:
    """Close one's own link for good."""
    link = get_object_or_404(SharedComparison.objects.of(request.user), slug=slug)
    link.revoke()
    record(request.user, AuditEntry.Action.REVOKED, link, before={"open": True}, after={"open": False})
    messages.success(request, _("链接已撤销，任何人都不能再打开。"))
    return redirect("disclosures:shares")
