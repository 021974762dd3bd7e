"""Tell of one figure where it was printed: file, page and box, headings, corrections, and the figures around it."""

from __future__ import annotations

from dataclasses import asdict

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Path, Router, Schema
from ninja.decorators import decorate_view
from pydantic import Field

from disclosures.api.asking import Key
from disclosures.api.errors import ERRORS, Gone, without_parameters
from disclosures.api.filings import FileAnswer, say_file
from disclosures.api.line_items import LineItemAnswer, say_line_items
from disclosures.api.said import whole
from disclosures.models import LineItem
from disclosures.sources.source import Source, source_of_item

router = Router(tags=["数据"])


class NeighboursAnswer(Schema):
    """The printed figures next to one, by number."""

    left: int | None = Field(description="左边一个")
    right: int | None = Field(description="右边一个")
    above: int | None = Field(description="上面一个")
    below: int | None = Field(description="下面一个")


class SourceAnswer(Schema):
    """Where a figure was printed, and how it was read."""

    figure: LineItemAnswer = Field(description="这个数字")
    row_headings: list[str] = Field(description="行的表头，从左到右")
    column_headings: list[str] = Field(description="列的表头，从上到下")
    money_unit: str | None = Field(description="报表印出的金额单位")
    file: FileAnswer = Field(description="原文件")
    picture: str | None = Field(description="页面图片的地址；没有页面的文件为 null")
    revision_number: int = Field(description="第几版")
    parser_version: str = Field(description="解析器版本")
    neighbours: NeighboursAnswer = Field(description="同行、同列的下一个数字")


@router.get("/source/{figure}", response={200: SourceAnswer, **ERRORS}, summary="一个数字的出处")
@decorate_view(without_parameters)
def source(request: HttpRequest, figure: Path[Key]) -> SourceAnswer:
    """一个数字印在哪份文件的哪一页哪一格，程序怎样读，有没有更正。"""
    item = LineItem.objects.visible_to(request.user).with_filing().filter(pk=figure).first()
    if item is None:
        former = get_object_or_404(LineItem.objects.superseded().with_filing(), pk=figure)
        raise Gone(superseded(request, former), "figure")
    return say_source(request, source_of_item(item), item)


def superseded(request: HttpRequest, former: LineItem) -> str:
    """Say where to find what stands now in the place of a figure of a superseded revision."""
    words = {"address": whole(request, "disclosure", former.revision.disclosure_id)}
    return _("这个数字所在的版本已被新版取代，现在的数字见 %(address)s") % words


def say_source(request: HttpRequest, found: Source, item: LineItem) -> SourceAnswer:
    """Return a source as the API tells of it."""
    revision, file = found.revision, item.table.file
    return SourceAnswer(
        figure=say_line_items(request, [item], {revision.pk: revision.disclosure_id})[0],
        row_headings=[heading.text for heading in found.place.row_headings],
        column_headings=[heading.text for heading in found.place.column_headings],
        money_unit=item.table.money_unit or None,
        file=say_file(request, file),
        picture=whole(request, "page_picture", file.pk, found.page) if found.picture else None,
        revision_number=revision.number,
        parser_version=revision.parser_version,
        neighbours=NeighboursAnswer(**asdict(found.neighbours)),
    )
