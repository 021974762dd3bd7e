"""Give away what the checks found, with every cell and sentence that a finding is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from disclosures.api.asking import Within
from disclosures.api.errors import ERRORS
from disclosures.api.paging import Listed, Page, page_of
from disclosures.api.said import Box, coded, whole
from disclosures.models import Finding, FindingMark
from disclosures.models.findings import FindingQuerySet
from disclosures.sources.findings import ShownFinding, ShownPlace, shown_findings
from disclosures.vocabulary import Severity

router = Router(tags=["检查"])


class FindingsQuestion(Within):
    """Which findings."""

    severity: Severity | None = Field(None, description="程度：error 错误、warning 疑点、hint 提示")
    rule: str | None = Field(None, max_length=60, pattern=r"^[\w.]+$", description="规则代码（见检查规则目录）")

    def findings(self, revisions: Sequence[int]) -> FindingQuerySet:
        """Return the findings asked for."""
        found = Finding.objects.of_revisions(revisions).gravest_first().defer("table__grid")
        if self.severity is not None:
            found = found.of_severity(self.severity)
        return found if self.rule is None else found.by_rule(self.rule)


class PlaceAnswer(Schema):
    """A cell or sentence that a finding is about."""

    label: str = Field(description="印在这里的是什么")
    printed: str = Field(description="原文")
    page: int | None = Field(description="原文页码")
    bbox: Box
    source: str = Field(description="出处")


class FindingReply(Schema):
    """What the office answered to a finding."""

    answer: str = coded("处理", FindingMark.Answer)
    note: str = Field(description="说明")


class FindingAnswer(Schema):
    """A truth that a document itself breaks, or something to look at; numbers as text in the printed unit."""

    id: int = Field(description="编号")
    disclosure: int = Field(description="公开文件编号")
    revision: int = Field(description="版本编号")
    table: int | None = Field(description="报表编号")
    code: str = Field(description="规则代码")
    title: str = Field(description="规则")
    severity: str = coded("程度", Severity)
    message: str = Field(description="说明")
    formula: str | None = Field(description="算式")
    expected: str | None = Field(description="应为")
    actual: str | None = Field(description="实为")
    difference: str | None = Field(description="相差")
    tolerance: str | None = Field(description="容差")
    pages: list[int] = Field(description="原文页码")
    places: list[PlaceAnswer] = Field(description="涉及的单元格与句子")
    reply: FindingReply | None = Field(description="单位的处理；没有处理为 null")
    address: str = Field(description="网页地址")


@router.get("/findings", response={200: Page[FindingAnswer], **ERRORS}, summary="检查结果")
def findings(request: HttpRequest, asked: Query[FindingsQuestion]) -> Listed[FindingAnswer]:
    """勾稽检查的结果：哪一条规则、相差多少、涉及哪些单元格和句子。"""
    filed = asked.revisions(request.user)
    return page_of(request, asked.findings(list(filed)), asked, lambda rows: say_findings(request, rows, filed))


def say_findings(request: HttpRequest, rows: Sequence[Finding], filed: dict[int, int]) -> list[FindingAnswer]:
    """Return findings as the API tells of them."""
    return [
        say_finding(request, row, shown, filed[row.revision_id])
        for row, shown in zip(rows, shown_findings(rows), strict=True)
    ]


def say_finding(request: HttpRequest, row: Finding, shown: ShownFinding, disclosure: int) -> FindingAnswer:
    """Return one finding as the API tells of it."""
    texts = ("formula", "expected", "actual", "difference", "tolerance")
    return FindingAnswer(
        id=row.pk,
        disclosure=disclosure,
        revision=row.revision_id,
        table=row.table_id,
        code=row.code,
        title=shown.title,
        severity=row.severity,
        message=row.message,
        **{name: getattr(shown, name) or None for name in texts},
        pages=list(shown.pages),
        places=[say_place(request, place) for place in shown.places],
        reply=say_reply(shown.mark),
        address=whole(request, "finding", row.pk),
    )


def say_place(request: HttpRequest, place: ShownPlace) -> PlaceAnswer:
    """Return a place of a finding."""
    return PlaceAnswer(
        label=place.label,
        printed=place.printed,
        page=place.page,
        bbox=list(astuple(place.box)) if place.box else None,
        source=request.build_absolute_uri(place.address),
    )


def say_reply(mark: FindingMark | None) -> FindingReply | None:
    """Return what the office answered."""
    return FindingReply(answer=mark.answer, note=mark.note) if mark else None
