"""Share a comparison by a link that needs no account, and take it back."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from disclosures.comparison import Selection, compare
from disclosures.comparison.selection import MoneyScale
from disclosures.models import SharedComparison
from disclosures.views.comparison import address_of, shown


@require_POST
@login_required
def create_share(request: HttpRequest) -> HttpResponse:
    """Make a link to the comparison that the form names; without a title the sentence is the title."""
    selection = Selection.from_query(QueryDict(request.POST.get("query", "")))
    if not selection.is_complete:
        messages.error(request, _("请先选择单位和年度，再生成分享链接。"))
        return redirect(address_of(selection))
    title = request.POST.get("title", "").strip() or shown(compare(selection))["sentence"]
    share = SharedComparison.objects.create(title=title[:200], query=selection.to_query(), created_by=request.user)
    return redirect(share)


@never_cache
def share(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a shared comparison to anyone; a revoked or expired link says so and shows nothing."""
    link = get_object_or_404(SharedComparison, slug=slug)
    if not link.is_open:
        return render(request, "disclosures/share_closed.html", {"share": link}, status=410)
    selection = Selection.from_query(QueryDict(link.query))
    if (money := request.GET.get("money", "")) in MoneyScale.values:
        selection = replace(selection, money=MoneyScale(money))
    context = shown(compare(selection)) | {
        "share": link,
        "scales": MoneyScale,
        "is_owner": request.user.is_authenticated and link.created_by_id == request.user.pk,
        "address": request.build_absolute_uri(link.get_absolute_url()),
    }
    return render(request, "disclosures/share.html", context)


@login_required
def shares(request: HttpRequest) -> HttpResponse:
    """List one's own links."""
    return render(request, "disclosures/shares.html", {"shares": SharedComparison.objects.of(request.user)})


@require_POST
@login_required
def rename_share(request: HttpRequest, slug: str) -> HttpResponse:
    """Give one's own link another title and note."""
    link = get_object_or_404(SharedComparison.objects.of(request.user), slug=slug)
    link.title = request.POST.get("title", "").strip()[:200] or link.title
    link.note = request.POST.get("note", "").strip()
    link.save(update_fields=["title", "note"])
    messages.success(request, _("已保存标题和说明。"))
    return redirect(link)


@require_POST
@login_required
def revoke_share(request: HttpRequest, slug: str) -> HttpResponse:
    """Close one's own link for good."""
    get_object_or_404(SharedComparison.objects.of(request.user), slug=slug).revoke()
    messages.success(request, _("链接已撤销，任何人都不能再打开。"))
    return redirect("disclosures:shares")
