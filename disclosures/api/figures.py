"""Give away the figures that the documents' sentences state."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from disclosures.api.asking import Within, Year
from disclosures.api.corrections import CorrectionAnswer
from disclosures.api.errors import ERRORS
from disclosures.api.paging import Listed, Page, page_of
from disclosures.api.printed import printed
from disclosures.api.said import Box, coded
from disclosures.models import Figure
from disclosures.models.prose import FigureQuerySet
from disclosures.vocabulary import Direction, FigureUnit, Phase

router = Router(tags=["数据"])


class FiguresQuestion(Within):
    """Which figures of the text."""

    topic: str | None = Field(None, max_length=100, pattern=r"^[^\x00]*$", description="主题", examples=["reception"])
    fiscal_year: Year | None = Field(None, description="数字所属的年度")

    def figures(self, revisions: Sequence[int]) -> FigureQuerySet:
        """Return the figures asked for."""
        found = Figure.objects.of_revisions(revisions)
        if self.topic is not None:
            found = found.on_topics([self.topic])
        return found if self.fiscal_year is None else found.of_year(self.fiscal_year)


class FigureAnswer(Schema):
    """An amount, count or share that a sentence states."""

    id: int = Field(description="编号")
    disclosure: int = Field(description="公开文件编号")
    revision: int = Field(description="版本编号")
    topic: str = Field(description="主题；function:2080505 是科目，change_percent:… 是增减幅度，share:… 是比重")
    value: str = Field(description="精确的十进制文本；减少为负数")
    value_unit: str = coded("单位", FigureUnit)
    fiscal_year: int | None = Field(description="年度")
    phase: str | None = coded("阶段", Phase)
    direction: str | None = coded("收支", Direction)
    sentence: str = Field(description="原句")
    page: int | None = Field(description="原文页码")
    bbox: Box
    corrections: list[CorrectionAnswer] = Field(description="仍有效的更正")
    source: str = Field(description="出处")


@router.get("/figures", response={200: Page[FigureAnswer], **ERRORS}, summary="文字中的数字")
def figures(request: HttpRequest, asked: Query[FiguresQuestion]) -> Listed[FigureAnswer]:
    """文字说明中的金额、个数和百分比，各带原句。"""
    filed = asked.revisions(request.user)
    return page_of(request, asked.figures(list(filed)), asked, lambda rows: say_figures(request, rows, filed))


def say_figures(request: HttpRequest, rows: Sequence[Figure], filed: dict[int, int]) -> list[FigureAnswer]:
    """Return figures as the API tells of them."""
    return [
        FigureAnswer(
            **told,
            topic=row.topic,
            value=row.value,
            value_unit=row.unit,
            phase=row.phase or None,
            direction=row.direction or None,
            sentence=row.sentence,
        )
        for row, told in printed(request, "figure", rows, filed)
    ]
