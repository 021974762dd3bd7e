"""Give away comparisons: asked for by the address of their page, answered by the writer of their download."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, get_type_hints
from urllib.parse import parse_qsl

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import Query, Router, Schema
from pydantic import Field, create_model

from disclosures.api.asking import Question
from disclosures.api.errors import ERRORS, Refused
from disclosures.api.said import Number, each_whole
from disclosures.comparison import Comparison, Selection, compare
from disclosures.comparison.choices import fitting
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.measures import Measure
from disclosures.comparison.selection import MAX_UNITS, Chart, Level, MoneyScale, Order, Turn
from disclosures.comparison.sentence import sentence_of
from disclosures.comparison.wording import measures_of
from disclosures.exports import FORMATS
from disclosures.exports.records import HEADINGS, Record, SourceAddress
from disclosures.exports.sums import SumRecord
from disclosures.models import Unit
from disclosures.vocabulary import Fund, Scope

router = Router(tags=["比较"])


class ComparisonQuestion(Question):
    """What is compared: exactly the address of the page /compare/."""

    units: str = Field("", description=f"单位编号，用点号连接，最多 {MAX_UNITS} 个", examples=["1.2.3"])
    years: str = Field("", description="年度，可写成 2021.2023-2024 的样子，最多 20 年", examples=["2022-2024"])
    stages: str = Field(
        "budget",
        description="阶段，用点号连接：budget、accounts-budget、accounts-revised、outturn",
        examples=["budget.outturn"],
    )
    scope: Scope | None = Field(None, description="口径")
    fund: Fund | None = Field(None, description="资金")
    by: Dimension = Field(Dimension.HEADLINE, description="按什么列出")
    measure: Measure = Field(Measure.AMOUNT, description="指标；cells 中的 value 就是它的值")
    level: Level = Field(Level.CLASS, description="科目到哪一级：1 类、2 款、3 项")
    only: str = Field("", description="只要编码以此开头或名称含有此词的行")
    order: Order = Field(Order.LISTED, description="行的次序：按科目，或按数值从大到小、从小到大；缺数的总在最后")
    sort: str = Field(
        "",
        description="按哪一列排序：单位编号.年度（多个阶段时可加 .阶段）、sum.年度（各单位合计），"
        "单位为行时为一个科目的编码；不填则按各行中最大的数",
        examples=["3.2024"],
    )
    turn: Turn = Field(Turn.AUTO, description="网页表格以什么为行；单位为行并排序时，各行的数按同样的次序")
    money: MoneyScale = Field(MoneyScale.TEN_THOUSAND, description="网页上的金额单位；这里的金额一律为元")
    chart: Chart = Field(Chart.AUTO, description="网页上的图；不影响数据")
    row: str = Field("", description="网页上画哪一行；不影响数据")
    sum: Literal["1"] | None = Field(None, description="1：另加各单位合计")

    def selection(self, request: HttpRequest) -> Selection:
        """Return the selection, if it is understood to the last letter; the page would pass over the rest."""
        selection = Selection.from_query(request.GET)
        understood = dict(parse_qsl(selection.to_query()))
        for name, value in request.GET.items():
            if value and value != understood.get(name, str(type(self).model_fields[name].default)):
                raise Refused(str(_HOW.get(name, NOT_UNDERSTOOD)) % {"name": name, "value": value}, name)
        if not selection.is_complete:
            missing = "years" if selection.units else "units"
            raise Refused(_("请用 units 和 years 说明比较哪些单位的哪些年度，如 units=1.2&years=2023-2024。"), missing)
        if fitting(selection) != selection:
            words = {"by": selection.dimension, "measures": "、".join(measures_of(selection.dimension))}
            raise Refused(_("by=%(by)s 时 measure 只能是 %(measures)s。") % words, "measure")
        return selection


NOT_UNDERSTOOD = gettext_lazy("参数 %(name)s 的值“%(value)s”看不懂。")
_HOW: Mapping[str, Promise] = {
    "units": gettext_lazy("参数 units 应为单位编号，用点号连接，不重复，最多 200 个，如 1.2.3。"),
    "years": gettext_lazy("参数 years 应为 1990 至 2100 间的年度，从小到大，连续的写成 2022-2024，最多 20 年。"),
    "stages": gettext_lazy(
        "参数 stages 只能是 budget、accounts-budget、accounts-revised、outturn，依此次序用点号连接。"
    ),
    "sort": gettext_lazy(
        "参数 sort 应为所比较的一列，如 3.2024、3.2024.outturn（首个阶段不写）、sum.2024 或科目编码，"
        "并用 order 说明方向。"
    ),
}

# How the writer says exact decimals; all else is as it is.
_WRITTEN: Mapping[Any, Any] = {Decimal | None: Number}


class NoteAnswer(Schema):
    """What limits the comparability of a column."""

    unit: str = Field(description="单位")
    year: int = Field(description="年度")
    stage: str = Field(description="阶段")
    note: str = Field(description="说明")


SUM_MEMBERS = HEADINGS | {
    "given": "有数的单位数",
    "of": "全部单位数",
    "missing": "没有加入的单位和原因",
    "notes": "说明",
    "sources": "所加各数的出处",
}


def _described(name: str, about: str, record: type, headings: Mapping[str, str]) -> type[Schema]:
    """Return the form of the writer's records, so that a new member there is one here."""
    members = {
        member: (_WRITTEN.get(hint, hint), Field(description=headings.get(member)))
        for member, hint in get_type_hints(record).items()
    }
    made: type[Schema] = create_model(name, __base__=Schema, __doc__=about, **members)  # type: ignore[call-overload]
    return made


CellAnswer = _described(
    "CellAnswer", "One cell; what is absent is null, and its state and reason say why.", Record, HEADINGS
)
SumAnswer = _described("SumAnswer", "One sum over the units; it says which are missing.", SumRecord, SUM_MEMBERS)


class ComparisonAnswer(Schema):
    """A comparison, cell by cell, row after row; nothing is left out."""

    title: str = Field(description="标题")
    selection: str = Field(description="比较的规范地址，接在 /compare/? 之后即为网页")
    notes: list[NoteAnswer] = Field(description="可比性说明")
    cells: list[CellAnswer] = Field(description="单元格，一行接一行")  # type: ignore[valid-type]  # made above
    sums: list[SumAnswer] = Field([], description="各单位合计，sum=1 时才有")  # type: ignore[valid-type]


@router.get("/comparison", response={200: ComparisonAnswer, **ERRORS}, summary="比较")
def comparison(request: HttpRequest, asked: Query[ComparisonQuestion]) -> HttpResponse:
    """任意单位、年度、阶段的比较：地址与网页 /compare/ 的完全一样，数字也一样。"""
    selection = asked.selection(request)
    _refuse_unknown_units(selection)
    result = compare(selection)
    if result.selection != selection:
        raise Refused(str(_HOW["sort"]), "sort")
    return written(result, sentence_of(result), each_whole(request, "source"))


def written(result: Comparison, title: str, address: SourceAddress) -> HttpResponse:
    """Return a comparison as its download writes it."""
    writer = FORMATS["json"]
    return HttpResponse(writer.write(result, title, address), content_type=writer.media_type)


def _refuse_unknown_units(selection: Selection) -> None:
    missing = sorted(set(selection.units) - set(Unit.objects.in_bulk(selection.units)))
    if missing:
        raise Refused(_("没有编号为 %(keys)s 的单位。") % {"keys": "、".join(map(str, missing))}, "units")
