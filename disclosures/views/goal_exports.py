"""Download a list of indicators or projects in any format, whole: a list too long for a workbook says so."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _

from disclosures.comparison.shared import pins_of
from disclosures.exports.goal_lists import LIST_FORMATS, MOST_ROWS, GoalList, TooLong
from disclosures.exports.goal_records import (
    GoalAddress,
    IndicatorRecord,
    ProjectRecord,
    indicator_records,
    project_records,
)
from disclosures.models import SharedComparison
from disclosures.tables.indicators import asked_indicators, source_address
from disclosures.tables.projects import asked_projects
from disclosures.views.access import browsing_required

About = SharedComparison.About
# What an address says besides the question: a file has every page of the list, in the list's own order.
NOT_ASKED = ("page", "sort", "money")


@browsing_required
def indicator_export(request: HttpRequest, extension: str) -> HttpResponseBase:
    """Give away the indicators that the address asks for."""
    return sent(request, goal_list(request, About.INDICATORS, asked(request.GET)), extension)


@browsing_required
def project_export(request: HttpRequest, extension: str) -> HttpResponseBase:
    """Give away the projects that the address asks for, every figure of every year."""
    return sent(request, goal_list(request, About.PROJECTS, asked(request.GET)), extension)


def shared_goal_list(request: HttpRequest, link: SharedComparison, extension: str) -> HttpResponseBase:
    """Give away what a link lists, with sources that open inside the link."""
    return sent(request, goal_list(request, About(link.about), asked(QueryDict(link.query)), link), extension)


def asked(query: QueryDict) -> QueryDict:
    """Return an address without what is no question."""
    kept = query.copy()
    for name in NOT_ASKED:
        kept.pop(name, None)
    return kept


def goal_list(
    request: HttpRequest, about: SharedComparison.About, query: QueryDict, link: SharedComparison | None = None
) -> GoalList:
    """Return the list that an address or a link asks for, every value with the whole address of its source."""
    pins = pins_of(link) if link else None
    held, at = (pins.revisions, pins.at) if pins else (None, None)
    share = link.slug if link else ""

    def address(kind: str, pk: int) -> str:
        return request.build_absolute_uri(source_address(kind, pk, share))

    records: Iterable[IndicatorRecord | ProjectRecord]
    if about == About.INDICATORS:
        found = asked_indicators(query, held)
        records = indicator_records(found.qs, quick(address), at)
        known = asked_indicators(query, held, listed=False).qs.count()
    else:
        found = asked_projects(query, held)
        records = project_records(found.qs, quick(address), at)
        known = found.qs.count()
    title = link.title if link else title_of(about, found.chosen)
    return GoalList(
        name=str(about.value),
        title=title,
        query=query.urlencode(),
        notes=_notes(link),
        records=records,
        at_least=known,
    )


def quick(address: GoalAddress) -> GoalAddress:
    """Return what names the same addresses without the router: a list has thousands, which differ by a number."""
    at_zero: dict[str, str] = {}

    def named(kind: str, pk: int) -> str:
        if kind not in at_zero:
            at_zero[kind] = address(kind, 0)
        return f"{at_zero[kind].removesuffix('0/')}{pk}/"

    return named


def title_of(about: SharedComparison.About, chosen: Iterable[tuple[str, str]]) -> str:
    """Name a list by what was asked for."""
    said = "，".join(f"{label} {value}" for label, value in chosen)
    return (f"{about.label}：{said}" if said else _("全部%(what)s") % {"what": about.label})[:200]


def _notes(link: SharedComparison | None) -> list[tuple[str, str]]:
    moment = f"{localtime(now()):%Y-%m-%d %H:%M}"
    state = _("各单位当前已发布的版本")
    if link and link.pinned_at:
        state = _("%(moment)s 已发布的版本") % {"moment": f"{localtime(link.pinned_at):%Y-%m-%d %H:%M}"}
    return [
        (_("生成时间"), moment),
        (_("数据"), state),
        (_("空值"), _("没有数字的格是空白，不是 0，也不参加合计。")),
        (_("金额"), _("金额单位为元。")),
        (
            _("判断"),
            _("按原文印出的指标值和完成值比较；指标值未印符号的，成本、时限和负向指标按“不超过”，其他按“不低于”。"),
        ),
    ]


def sent(request: HttpRequest, given: GoalList, extension: str) -> HttpResponseBase:
    """Return a list in a format; what is longer than a workbook is made for is never cut, but refused with a way on."""
    if extension not in LIST_FORMATS:
        raise Http404(extension)
    chosen = LIST_FORMATS[extension]
    try:
        content = chosen.write(given)
        response = _response(content, chosen.media_type, whole=extension == "xlsx")
    except TooLong:
        at = request.get_full_path()
        others = {other: at.replace(f"export.{extension}", f"export.{other}", 1) for other in ("csv", "json")}
        context = {"most": MOST_ROWS} | others
        return render(request, "disclosures/performance/too_long.html", context, status=413)
    disposition = "inline" if extension == "json" else "attachment"
    name = quote(f"{given.title}.{extension}", safe="")
    response["Content-Disposition"] = f"{disposition}; filename*=UTF-8''{name}"
    return response


def _response(content: Iterable[bytes], media_type: str, *, whole: bool) -> HttpResponseBase:
    if whole:
        return HttpResponse(b"".join(content), content_type=media_type)
    return StreamingHttpResponse(content, content_type=media_type)
