"""Give away line items: one printed amount each, with its dimensions, its place and its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from disclosures.api.asking import Code, Key, Within, Year
from disclosures.api.corrections import CorrectionAnswer, corrections_of
from disclosures.api.errors import ERRORS
from disclosures.api.paging import Listed, Page, page_of
from disclosures.api.said import Box, Money, UnitNamed, box, coded, each_whole, money, named
from disclosures.models import Correction, LineItem, StatementTable, Unit
from disclosures.models.statements import LineItemQuerySet
from disclosures.vocabulary import Direction, DisclosureKind, FactState, Fund, Item, Nature, Phase, Scope, TableKind

router = Router(tags=["数据"])


class LineItemsQuestion(Within):
    """Which line items of which revisions."""

    table: Key | None = Field(None, description="报表编号（见 /revisions/…/tables）")
    table_kind: TableKind | None = Field(None, description="表种")
    fiscal_year: Year | None = Field(None, description="数字所属的年度；上年数一栏的年度是上年")
    direction: Direction | None = Field(None, description="收支")
    phase: Phase | None = Field(None, description="阶段：年初预算、调整预算、决算")
    fund: Fund | None = Field(None, description="资金")
    nature: Nature | None = Field(None, description="支出性质")
    function: Code | None = Field(None, description="功能科目编码，3、5 或 7 位", examples=["2080505"])
    economic: Code | None = Field(None, description="经济科目编码；3 开头为部门、5 开头为政府经济分类")
    item: Item | None = Field(None, description="没有编码的行或列是什么，如 total、three_public")
    state: FactState | None = Field(None, description="printed 有数字（含 0.00），blank 空白，unread 未读出")

    def line_items(self, revisions: Sequence[int]) -> LineItemQuerySet:
        """Return the line items asked for."""
        said = {name: value for name in DIMENSIONS if (value := getattr(self, name)) is not None}
        return LineItem.objects.of_revisions(revisions).where({name: [value] for name, value in said.items()})


DIMENSIONS = tuple(LineItemsQuestion.__annotations__)


class LineItemAnswer(Schema):
    """One printed amount, or a blank cell; what does not apply is null."""

    id: int = Field(description="编号")
    unit: UnitNamed = Field(description="单位")
    disclosure: int = Field(description="公开文件编号")
    revision: int = Field(description="版本编号")
    kind: str = coded("公开文件的类别", DisclosureKind)
    scope: str | None = coded("口径", Scope)
    disclosure_year: int = Field(description="公开文件的年度")
    table: int = Field(description="报表编号")
    table_kind: str = coded("表种", TableKind)
    table_title: str = Field(description="表名")
    fiscal_year: int = Field(description="数字所属的年度")
    direction: str = coded("收支", Direction)
    phase: str | None = coded("阶段", Phase)
    fund: str = coded("资金", Fund)
    nature: str | None = coded("支出性质（合计为 null）", Nature)
    function: str | None = Field(description="功能科目编码")
    name_function: str | None = Field(description="只印名称的功能科目，按名称对应的编码")
    economic: str | None = Field(description="经济科目编码")
    item: str | None = coded("没有编码的行或列是什么", Item)
    heading: str | None = Field(description="印出的行名（有更正的为更正后的）")
    column: str | None = Field(description="栏目：表头自上而下")
    state: str = Field(description="printed 有数字（含 0.00）；blank 空白")
    amount: Money
    amount_read: Money = Field(description="程序读到的金额；与 amount 不同处见 corrections")
    printed: str = Field(description="原文")
    page: int | None = Field(description="原文页码")
    bbox: Box
    corrections: list[CorrectionAnswer] = Field(description="仍有效的更正")
    source: str = Field(description="出处：显示原文那一页那一格的网页")


@router.get("/line-items", response={200: Page[LineItemAnswer], **ERRORS}, summary="报表中的数字")
def line_items(request: HttpRequest, asked: Query[LineItemsQuestion]) -> Listed[LineItemAnswer]:
    """报表中印出的每个金额（和空格），可按科目、资金、性质、阶段等筛选。"""
    filed = asked.revisions(request.user)
    return page_of(request, asked.line_items(list(filed)), asked, lambda rows: say_line_items(request, rows, filed))


def say_line_items(request: HttpRequest, rows: Sequence[LineItem], filed: dict[int, int]) -> list[LineItemAnswer]:
    """Return line items as the API tells of them, whatever their number with the same few queries."""
    source = each_whole(request, "source")
    titles = StatementTable.objects.titles(row.table_id for row in rows)
    units = {key: named(unit) for key, unit in Unit.objects.in_bulk({row.unit_id for row in rows}).items()}
    corrections = corrections_of(rows)
    return [
        LineItemAnswer(
            **dimensions(row),
            **counting(row, corrections.get(row.pk, [])),
            unit=units[row.unit_id],
            disclosure=filed[row.revision_id],
            table_title=titles[row.table_id],
            source=source(row.pk),
        )
        for row in rows
    ]


def dimensions(row: LineItem) -> dict[str, Any]:
    """Return what a line item is of and where it is printed."""
    may_not_apply = ("scope", "phase", "nature", "function", "name_function", "economic", "item", "column")
    always = ("disclosure_year", "fiscal_year", "table_kind", "kind", "direction", "fund", "printed", "page")
    return {
        "id": row.pk,
        "revision": row.revision_id,
        "table": row.table_id,
        "bbox": box(row.box),
        **{name: getattr(row, name) or None for name in may_not_apply},
        **{name: getattr(row, name) for name in always},
    }


def _state(row: LineItem, amount: object, corrected: Mapping[str, object]) -> FactState:
    """Return whether a cell holds a number; one that was not read is blank only where a person says so."""
    if amount is not None:
        return FactState.PRINTED
    unread = row.state == FactState.UNREAD and Correction.Field.AMOUNT not in corrected
    return FactState.UNREAD if unread else FactState.BLANK


def counting(row: LineItem, corrections: list[CorrectionAnswer]) -> dict[str, Any]:
    """Return the amount and the name that count: the corrected ones, else those that were read."""
    by_field = {one.field: one.value for one in corrections}
    read = money(row.amount)
    amount = by_field.get(Correction.Field.AMOUNT, read) or None
    return {
        "amount": amount,
        "amount_read": read,
        "state": _state(row, amount, by_field).value,
        "heading": by_field.get(Correction.Field.HEADING, row.heading) or None,
        "corrections": corrections,
    }
