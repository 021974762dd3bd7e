"""Projects and performance indicators: what the money was for, and what was to come of it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from disclosures.amounts import from_fen
from disclosures.models.correctable import Correctable
from disclosures.models.filings import Revision
from disclosures.models.indicator_questions import MOST_LOST_FIRST, IndicatorQuerySet
from disclosures.models.revision_content import ContentQuerySet
from disclosures.models.statements import StatementTable
from disclosures.models.units import Unit
from disclosures.vocabulary import Operator, TableKind, TargetKind, Verdict, VerdictReason

_OVERALL = (TableKind.PERFORMANCE_OVERALL, TableKind.REVIEW_OVERALL)
# What the form about the whole unit lists beside its tasks, by what the money is, is no project.
NO_PROJECTS = ("基本支出", "项目支出", "合计", "总计", "小计")


class ProjectQuerySet(ContentQuerySet["Project"]):
    """Questions about projects in the field's words."""

    def published(self) -> ProjectQuerySet:
        """Keep the projects that published revisions name."""
        return self.filter(revision__state=Revision.State.PUBLISHED)

    def pinned(self, revisions: Iterable[int]) -> ProjectQuerySet:
        """Keep the projects that revisions name which a link was pinned to."""
        return self.filter(revision__in=Revision.objects.pinned(revisions))

    def of_revisions(self, revisions: Iterable[Revision | int]) -> ProjectQuerySet:
        """Keep the projects of some revisions."""
        return self.filter(revision__in=list(revisions))

    def of_projects(self) -> ProjectQuerySet:
        """Leave out what speaks of the whole unit: its own form, and the sums listed there."""
        whole = self._marked().filter(models.Q(alone_in_form=True) | models.Q(name__in=NO_PROJECTS))
        return self.exclude(pk__in=whole.filter(table__kind__in=_OVERALL).values("pk"))

    def _marked(self) -> ProjectQuerySet:
        """Say of each entry whether it is the only one of a form about the whole unit, and so the unit itself."""
        others = Project._base_manager.filter(table=models.OuterRef("table")).exclude(pk=models.OuterRef("pk"))
        alone = models.Q(table__kind__in=_OVERALL) & ~models.Exists(others)
        return self.annotate(alone_in_form=models.ExpressionWrapper(alone, models.BooleanField()))

    def of_series(self, series: Iterable[int]) -> ProjectQuerySet:
        """Keep what is said of some projects over the years, oldest first; tables before prose."""
        asked = self._marked().filter(match__series__in=list(series))
        found = asked.select_related("revision__disclosure", "table", "match")
        return found.order_by("fiscal_year", models.F("table").asc(nulls_last=True), "id")

    def named_like(self, words: str) -> ProjectQuerySet:
        """Keep the projects in whose name each of the words occurs."""
        found = self
        for word in words.split():
            found = found.filter(name__icontains=word)
        return found

    def with_unit(self) -> ProjectQuerySet:
        """Fetch with each project its unit."""
        return self.select_related("unit")

    def keyed(self, keys: Iterable[int]) -> ProjectQuerySet:
        """Keep the projects with some keys."""
        return self.filter(pk__in=list(keys))

    def with_source(self) -> ProjectQuerySet:
        """Fetch with each project the disclosure and the table that name it."""
        return self.select_related("revision__disclosure", "table", "unit")

    def to_compare(self) -> ProjectQuerySet:
        """Fetch what a comparison shows of each project, without the long texts, in the order of the documents."""
        amounts = ("total_fen", "approved_fen", "revised_fen", "executed_fen")
        own = ("revision_id", "unit_id", "fiscal_year", "name", "page", "as_read", *amounts)
        others = ("table__kind", "match__project_id", "match__series__name", "match__series__unit_id")
        return self.select_related("table", "match__series").only(*own, *others).order_by("id")

    def of_unit(self, unit: Unit | int) -> ProjectQuerySet:
        """Keep one unit's projects."""
        return self.filter(unit=unit)

    def in_revisions(self) -> set[int]:
        """Return the revisions that name the projects."""
        return set(self.order_by().values_list("revision", flat=True).distinct())

    def printed_in(self, file: int, page: int | None = None) -> ProjectQuerySet:
        """Keep the projects that a file's tables or text name, or those on one page of it."""
        found = self.filter(models.Q(table__file=file) | models.Q(table=None, revision__files=file))
        return found if page is None else found.filter(page=page)

    def of_whole_unit(self) -> ProjectQuerySet:
        """Keep what the forms about the whole unit say."""
        return self.filter(table__kind__in=_OVERALL)


class Project(Correctable):
    """A project as one table or passage names it; amounts in fen."""

    revision = models.ForeignKey(Revision, verbose_name=_("版本"), on_delete=models.CASCADE, related_name="projects")
    table = models.ForeignKey(
        StatementTable, verbose_name=_("报表"), null=True, on_delete=models.CASCADE, related_name="projects"
    )
    unit = models.ForeignKey(Unit, verbose_name=_("单位"), on_delete=models.PROTECT, related_name="projects")
    fiscal_year = models.PositiveSmallIntegerField(_("年度"))
    name = models.TextField(_("项目名称"))
    code = models.TextField(_("项目代码"), blank=True)
    total_fen = models.BigIntegerField(_("资金总额（分）"), null=True)
    approved_fen = models.BigIntegerField(_("年初预算（分）"), null=True)
    revised_fen = models.BigIntegerField(_("全年预算（分）"), null=True)
    executed_fen = models.BigIntegerField(_("全年执行（分）"), null=True)
    execution_rate = models.DecimalField(_("执行率（%）"), max_digits=9, decimal_places=4, null=True)
    score = models.DecimalField(_("得分"), max_digits=9, decimal_places=4, null=True)
    term_goal = models.TextField(_("实施期目标"), blank=True)
    annual_goal = models.TextField(_("年度目标"), blank=True)
    content = models.TextField(_("主要内容"), blank=True)
    page = models.PositiveIntegerField(_("页码"), null=True)
    box = models.JSONField(_("位置"), null=True)

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("项目")
        verbose_name_plural = _("项目")
        ordering: ClassVar = ["revision", "id"]

    def __str__(self) -> str:
        return self.name

    @property
    def speaks_of_unit(self) -> bool:
        """Tell whether it is the whole unit's own form, as far as that was asked for with the entry."""
        return bool(getattr(self, "alone_in_form", False))

    @property
    def total(self) -> Decimal | None:
        """Return the project's total in yuan."""
        return from_fen(self.total_fen)

    @property
    def approved(self) -> Decimal | None:
        """Return the budget at the start of the year in yuan."""
        return from_fen(self.approved_fen)

    @property
    def revised(self) -> Decimal | None:
        """Return the full-year budget in yuan."""
        return from_fen(self.revised_fen)

    @property
    def executed(self) -> Decimal | None:
        """Return what was spent, in yuan."""
        return from_fen(self.executed_fen)


class PerformanceIndicator(Correctable):
    """One indicator of a project or of the whole unit; texts as printed, numbers where there is exactly one."""

    revision = models.ForeignKey(Revision, verbose_name=_("版本"), on_delete=models.CASCADE, related_name="indicators")
    table = models.ForeignKey(
        StatementTable, verbose_name=_("报表"), on_delete=models.CASCADE, related_name="indicators"
    )
    unit = models.ForeignKey(Unit, verbose_name=_("单位"), on_delete=models.PROTECT, related_name="indicators")
    fiscal_year = models.PositiveSmallIntegerField(_("年度"))
    project = models.ForeignKey(
        Project, verbose_name=_("项目"), null=True, on_delete=models.CASCADE, related_name="indicators"
    )
    level1 = models.TextField(_("一级指标"), blank=True)
    level2 = models.TextField(_("二级指标"), blank=True)
    level3 = models.TextField(_("三级指标"), blank=True)
    operator = models.CharField(_("指标值类型"), max_length=12, choices=Operator.choices, blank=True)
    target = models.TextField(_("指标值"), blank=True)
    target_number = models.DecimalField(_("指标值（数字）"), max_digits=20, decimal_places=4, null=True)
    measure = models.TextField(_("计量单位"), blank=True)
    actual = models.TextField(_("完成值"), blank=True)
    actual_number = models.DecimalField(_("完成值（数字）"), max_digits=20, decimal_places=4, null=True)
    weight = models.DecimalField(_("分值"), max_digits=9, decimal_places=4, null=True)
    score = models.DecimalField(_("得分"), max_digits=9, decimal_places=4, null=True)
    explanation = models.TextField(_("指标解释"), blank=True)
    scoring_rule = models.TextField(_("评分标准"), blank=True)
    deviation_reason = models.TextField(_("偏差原因"), blank=True)
    of_term = models.BooleanField(_("实施期指标"), default=False)
    page = models.PositiveIntegerField(_("页码"), null=True)
    box = models.JSONField(_("位置"), null=True)
    # What follows is concluded from the above when it is stored (performance.marking), to be searched by.
    name_key = models.CharField(max_length=120, editable=False, default="")
    target_kind = models.CharField(
        _("指标值种类"), max_length=12, choices=TargetKind.choices, default=TargetKind.NONE, editable=False
    )
    verdict = models.CharField(
        _("判断"), max_length=8, choices=Verdict.choices, default=Verdict.UNJUDGED, editable=False
    )
    verdict_reason = models.CharField(
        _("判断理由"), max_length=20, choices=VerdictReason.choices, default=VerdictReason.NO_ACTUAL, editable=False
    )
    met_exactly = models.BooleanField(_("恰好等于指标值"), default=False, editable=False)
    repeats_level = models.BooleanField(_("名称与上级相同"), default=False, editable=False)
    points_lost = models.DecimalField(_("扣分"), max_digits=9, decimal_places=4, null=True, editable=False)
    # Concluded when a revision is published or withdrawn (performance.copies), since it depends on another one.
    told_last_year = models.BooleanField(_("上年有同名指标"), default=False, editable=False)
    copies_last_year = models.BooleanField(_("与上年相同"), default=False, editable=False)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("绩效指标")
        verbose_name_plural = _("绩效指标")
        ordering: ClassVar = ["revision", "id"]
        indexes: ClassVar = [
            models.Index(fields=["unit", "fiscal_year"], name="indicators_by_unit"),
            models.Index(fields=["-fiscal_year", "unit", "id"], name="indicators_newest_first"),
            models.Index(fields=["name_key", "unit", "fiscal_year"], name="indicators_by_name"),
            models.Index(fields=["revision", "of_term", "verdict"], name="indicators_by_verdict"),
            models.Index(*MOST_LOST_FIRST, name="indicators_most_lost_first"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(verdict__in=Verdict.values), name="indicator_verdict_known")
        ]

    def __str__(self) -> str:
        return self.level3
