"""Give away what a shared link shows, under the link's own rules: to anyone, while it is open, with its password."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from ninja import Router
from ninja.decorators import decorate_view

from disclosures.api.comparison import ComparisonAnswer, written
from disclosures.api.errors import ERRORS, Gone, PasswordNeeded, without_parameters
from disclosures.api.said import each_whole
from disclosures.comparison.shared import result_of
from disclosures.comparison.titles import title_of
from disclosures.models import SharedComparison
from disclosures.permissions import may_enter

router = Router(tags=["比较"])


@router.get("/shares/{slug:slug}", response={200: ComparisonAnswer, **ERRORS}, summary="分享链接中的比较", auth=None)
@decorate_view(without_parameters, never_cache)
def share(request: HttpRequest, slug: str) -> HttpResponse:
    """分享链接 /s/<slug>/ 显示的比较，形式与 /comparison 相同；不需要登录。"""
    link = get_object_or_404(SharedComparison, slug=slug)
    address = request.build_absolute_uri(link.get_absolute_url())
    if not link.is_open:
        raise Gone(_("这个分享链接已过期或被撤销，请向分享人索取新的链接。"))
    if link.password and not may_enter(request, link):
        raise PasswordNeeded(_("请先打开 %(address)s 输入密码，再用同一会话请求。") % {"address": address})
    if link.about != SharedComparison.About.COMPARISON:
        raise Http404
    result = result_of(link)
    return written(result, title_of(link, result), each_whole(request, "shared_source", link.slug))
