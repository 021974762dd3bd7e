"""Give away projects and performance indicators, as the documents' tables and sentences print them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from disclosures.api.asking import Within, Words
from disclosures.api.corrections import CorrectionAnswer
from disclosures.api.errors import ERRORS
from disclosures.api.paging import Listed, Page, page_of
from disclosures.api.printed import printed
from disclosures.api.said import Box, Money, Number, UnitNamed, coded, money, named, number
from disclosures.models import PerformanceIndicator, Project
from disclosures.models.indicator_questions import IndicatorQuerySet
from disclosures.models.performance import ProjectQuerySet
from disclosures.vocabulary import Operator, Verdict, VerdictReason

router = Router(tags=["绩效"])


class ProjectsQuestion(Within):
    """Which projects."""

    search: Words | None = Field(None, description="项目名称中的字词")

    def projects(self, revisions: Sequence[int]) -> ProjectQuerySet:
        """Return the projects asked for."""
        return Project.objects.of_revisions(revisions).named_like(self.search or "").with_unit()


class IndicatorsQuestion(Within):
    """Which indicators."""

    search: Words | None = Field(None, description="指标、指标值、完成值或项目中的字词")
    verdict: Verdict | None = Field(None, description="判断：met 达到、missed 未达到、unjudged 无法判断")

    def indicators(self, revisions: Sequence[int]) -> IndicatorQuerySet:
        """Return the indicators asked for."""
        found = PerformanceIndicator.objects.of_revisions(revisions).speaking_of(self.search or "").with_unit()
        return found if self.verdict is None else found.judged(self.verdict)


class ProjectAnswer(Schema):
    """A project as one table or passage names it."""

    id: int = Field(description="编号")
    unit: UnitNamed = Field(description="单位")
    disclosure: int = Field(description="公开文件编号")
    revision: int = Field(description="版本编号")
    table: int | None = Field(description="报表；文字中提到的项目为 null")
    fiscal_year: int = Field(description="年度")
    name: str = Field(description="名称")
    code: str | None = Field(description="项目代码")
    total: Money = Field(description="资金总额（元）")
    approved: Money = Field(description="年初预算（元）")
    revised: Money = Field(description="全年预算（元）")
    executed: Money = Field(description="全年执行（元）")
    execution_rate: Number = Field(description="印出的执行率，%")
    score: Number = Field(description="得分")
    term_goal: str | None = Field(description="实施期目标")
    annual_goal: str | None = Field(description="年度目标")
    content: str | None = Field(description="主要内容")
    page: int | None = Field(description="原文页码")
    bbox: Box
    corrections: list[CorrectionAnswer] = Field(description="仍有效的更正")
    source: str = Field(description="出处")


class IndicatorAnswer(Schema):
    """One indicator; texts as printed, numbers where there is exactly one."""

    id: int = Field(description="编号")
    unit: UnitNamed = Field(description="单位")
    disclosure: int = Field(description="公开文件编号")
    revision: int = Field(description="版本编号")
    table: int = Field(description="报表编号")
    fiscal_year: int = Field(description="年度")
    project: int | None = Field(description="项目（见 /projects）；整体绩效为 null")
    project_name: str | None = Field(description="项目名称")
    of_term: bool = Field(description="是否实施期（中期）指标；年度指标为 false，统计时不重复计算")
    level1: str | None = Field(description="一级指标")
    level2: str | None = Field(description="二级指标")
    level3: str | None = Field(description="指标名称")
    operator: str | None = coded("指标值前的符号", Operator)
    target: str | None = Field(description="指标值，原文")
    target_number: Number = Field(description="指标值中的数字；不止一个数字则为 null")
    measure: str | None = Field(description="计量单位")
    actual: str | None = Field(description="完成值，原文")
    actual_number: Number = Field(description="完成值中的数字；不止一个数字则为 null")
    weight: Number = Field(description="分值")
    score: Number = Field(description="得分")
    explanation: str | None = Field(description="指标解释")
    scoring_rule: str | None = Field(description="评分标准")
    deviation_reason: str | None = Field(description="偏差原因")
    verdict: str = coded("判断", Verdict)
    verdict_reason: str = coded("判断的理由", VerdictReason)
    page: int | None = Field(description="原文页码")
    bbox: Box
    corrections: list[CorrectionAnswer] = Field(description="仍有效的更正")
    source: str = Field(description="出处")


@router.get("/projects", response={200: Page[ProjectAnswer], **ERRORS}, summary="项目")
def projects(request: HttpRequest, asked: Query[ProjectsQuestion]) -> Listed[ProjectAnswer]:
    """文件中列出的项目：资金、执行率、得分和目标。"""
    filed = asked.revisions(request.user)
    return page_of(request, asked.projects(list(filed)), asked, lambda rows: say_projects(request, rows, filed))


@router.get("/indicators", response={200: Page[IndicatorAnswer], **ERRORS}, summary="绩效指标")
def indicators(request: HttpRequest, asked: Query[IndicatorsQuestion]) -> Listed[IndicatorAnswer]:
    """绩效目标表和自评表中的指标。"""
    filed = asked.revisions(request.user)
    return page_of(request, asked.indicators(list(filed)), asked, lambda rows: say_indicators(request, rows, filed))


def say_projects(request: HttpRequest, rows: Sequence[Project], filed: dict[int, int]) -> list[ProjectAnswer]:
    """Return projects as the API tells of them."""
    return [
        ProjectAnswer(
            **(told | _texts(row, PROJECT_TEXTS)),
            unit=named(row.unit),
            table=row.table_id,
            name=row.name,
            total=money(row.total),
            approved=money(row.approved),
            revised=money(row.revised),
            executed=money(row.executed),
            execution_rate=number(row.execution_rate),
            score=number(row.score),
        )
        for row, told in printed(request, "project", rows, filed)
    ]


def say_indicators(
    request: HttpRequest, rows: Sequence[PerformanceIndicator], filed: dict[int, int]
) -> list[IndicatorAnswer]:
    """Return indicators as the API tells of them."""
    return [
        IndicatorAnswer(
            **(told | _texts(row, INDICATOR_TEXTS)),
            unit=named(row.unit),
            table=row.table_id,
            project=row.project_id,
            project_name=row.project.name if row.project else None,
            of_term=row.of_term,
            target_number=number(row.target_number),
            actual_number=number(row.actual_number),
            weight=number(row.weight),
            score=number(row.score),
            verdict=row.verdict,
            verdict_reason=row.verdict_reason,
        )
        for row, told in printed(request, "indicator", rows, filed)
    ]


def _texts(row: Project | PerformanceIndicator, names: Sequence[str]) -> dict[str, Any]:
    """Return printed texts; an empty one is not there."""
    return {name: getattr(row, name) or None for name in names}


PROJECT_TEXTS = ("code", "term_goal", "annual_goal", "content")
INDICATOR_TEXTS = (
    *("level1", "level2", "level3", "operator", "target", "measure", "actual"),
    *("explanation", "scoring_rule", "deviation_reason"),
)
