"""Tell of disclosures, their revisions as far as the visitor may see them, and the tables in a revision."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router, Schema
from ninja.decorators import decorate_view
from pydantic import Field

from disclosures.api.asking import Key, Paged, Year
from disclosures.api.errors import ERRORS, without_parameters
from disclosures.api.paging import Listed, Page, page_of
from disclosures.api.said import UnitNamed, coded, named, whole
from disclosures.models import Disclosure, Finding, Revision, RevisionFile, StatementTable
from disclosures.models.owed import DisclosureQuerySet
from disclosures.vocabulary import DisclosureKind, Scope, TableKind

router = Router(tags=["公开文件"])


class DisclosuresQuestion(Paged):
    """Which disclosures."""

    unit: Key | None = Field(None, description="单位编号")
    year: Year | None = Field(None, description="年度")
    kind: DisclosureKind | None = Field(None, description="类别")
    scope: Scope | None = Field(None, description="口径：部门（含下属单位）或单位本身")

    def narrow(self, found: DisclosureQuerySet) -> DisclosureQuerySet:
        """Keep the disclosures asked for."""
        if self.unit is not None:
            found = found.of_units([self.unit])
        if self.year is not None:
            found = found.of_year(self.year)
        if self.kind is not None:
            found = found.of_kind(self.kind)
        return found if self.scope is None else found.of_scope(self.scope)


class FileAnswer(Schema):
    """One file of a revision, as it was filed."""

    id: int = Field(description="编号")
    name: str = Field(description="名称")
    sha256: str = Field(description="文件内容的 SHA-256")
    media_type: str = Field(description="格式")
    page_count: int | None = Field(description="页数；没有页面的文件为 null")
    address: str = Field(description="原文件的地址")


class RevisionAnswer(Schema):
    """One filing of a disclosure; what it says never changes, a new upload is a new revision."""

    id: int = Field(description="编号")
    number: int = Field(description="第几版")
    state: str = Field(description="published 已发布；负责该单位的财务人员还能看到其他状态")
    parser_version: str = Field(description="解析器版本")
    published_at: datetime | None = Field(description="发布时间")
    files: list[FileAnswer] = Field(description="原文件，可能不止一个")


class DisclosureAnswer(Schema):
    """A budget or accounts of a unit for a year."""

    id: int = Field(description="编号")
    unit: UnitNamed = Field(description="单位")
    fiscal_year: int = Field(description="年度")
    kind: str = coded("类别", DisclosureKind)
    scope: str | None = coded("口径", Scope)
    address: str = Field(description="网页地址")
    revisions: list[RevisionAnswer] = Field(description="版本；公众只见到已发布的")


class TableAnswer(Schema):
    """One table of a revision."""

    id: int = Field(description="编号")
    index: int = Field(description="在文件中的次序，从 0 起")
    kind: str = coded("表种", TableKind)
    title: str = Field(description="标题")
    label: str | None = Field(description="印出的表号")
    money_unit: str | None = Field(description="印出的金额单位")
    pages: list[int] = Field(description="原文页码")
    declared_empty: bool = Field(description="文件声明此表为空")
    has_unread: bool = Field(description="表中有没读出的内容；缺的数字不是零")
    address: str = Field(description="网页地址")


@router.get("/disclosures", response={200: Page[DisclosureAnswer], **ERRORS}, summary="公开文件")
def disclosures(request: HttpRequest, asked: Query[DisclosuresQuestion]) -> Listed[DisclosureAnswer]:
    """按单位、年度、类别、口径列出公开文件和它们的版本。"""
    found = asked.narrow(disclosures_seen(request))
    return page_of(request, found, asked, lambda listed: say_disclosures(request, listed))


@router.get("/disclosures/{disclosure}", response={200: DisclosureAnswer, **ERRORS}, summary="一份公开文件")
@decorate_view(without_parameters)
def disclosure(request: HttpRequest, disclosure: Path[Key]) -> DisclosureAnswer:
    """一份公开文件和它的版本。"""
    return say_disclosures(request, [get_object_or_404(disclosures_seen(request), pk=disclosure)])[0]


@router.get("/revisions/{revision}/tables", response={200: list[TableAnswer], **ERRORS}, summary="一个版本的报表")
@decorate_view(without_parameters)
def tables(request: HttpRequest, revision: Path[Key]) -> list[TableAnswer]:
    """一个版本中的全部报表，依文件中的次序。"""
    shown = get_object_or_404(Revision.objects.visible_to(request.user), pk=revision)
    unread = Finding.objects.tables_with_unread([shown.pk])
    page = whole(request, "disclosure", shown.disclosure_id) + f"?revision={shown.number}&table="
    listed = StatementTable.objects.of_revisions([shown]).in_order().defer("grid")
    return [say_table(one, f"{page}{one.pk}", has_unread=one.pk in unread) for one in listed]


def disclosures_seen(request: HttpRequest) -> DisclosureQuerySet:
    """Return the disclosures of which the visitor may see a revision, with those revisions."""
    return Disclosure.objects.filed_in(Revision.objects.visible_to(request.user))


def say_disclosures(request: HttpRequest, listed: Iterable[Disclosure]) -> list[DisclosureAnswer]:
    """Return disclosures as the API tells of them."""
    return [
        DisclosureAnswer(
            id=one.pk,
            unit=named(one.unit),
            fiscal_year=one.fiscal_year_id,
            kind=one.kind,
            scope=one.scope or None,
            address=whole(request, "disclosure", one.pk),
            revisions=[say_revision(request, revision) for revision in one.revisions.all()],
        )
        for one in listed
    ]


def say_revision(request: HttpRequest, one: Revision) -> RevisionAnswer:
    """Return a revision as the API tells of it."""
    return RevisionAnswer(
        id=one.pk,
        number=one.number,
        state=one.state,
        parser_version=one.parser_version,
        published_at=one.published_at,
        files=[say_file(request, file) for file in one.files.all()],
    )


def say_file(request: HttpRequest, one: RevisionFile) -> FileAnswer:
    """Return a file as the API tells of it."""
    return FileAnswer(
        id=one.pk,
        name=one.name,
        sha256=one.sha256,
        media_type=one.media_type,
        page_count=one.page_count,
        address=whole(request, "file", one.pk),
    )


def say_table(one: StatementTable, address: str, *, has_unread: bool) -> TableAnswer:
    """Return a table as the API tells of it."""
    return TableAnswer(
        id=one.pk,
        index=one.index,
        kind=one.kind,
        title=one.title,
        label=one.label or None,
        money_unit=one.money_unit or None,
        pages=one.pages,
        declared_empty=one.declared_empty,
        has_unread=has_unread,
        address=address,
    )
