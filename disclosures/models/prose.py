"""What the text of a disclosure says: figures, sections, and the findings of the checks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from disclosures.models.filings import Revision
from disclosures.models.revision_content import ContentManager, ContentQuerySet, RevisionContent
from disclosures.models.statements import StatementTable
from disclosures.vocabulary import Direction, FigureUnit, Phase, Severity


class Figure(RevisionContent):
    """An amount (yuan), share (percent) or count stated in prose; exact decimals kept as text."""

    revision = models.ForeignKey(Revision, verbose_name=_("版本"), on_delete=models.CASCADE, related_name="figures")
    topic = models.TextField(_("主题"))
    value = models.TextField(_("数值"))
    unit = models.CharField(_("单位"), max_length=8, choices=FigureUnit.choices)
    fiscal_year = models.PositiveSmallIntegerField(_("年度"), null=True)
    phase = models.CharField(_("阶段"), max_length=12, choices=Phase.choices, blank=True)
    direction = models.CharField(_("收支"), max_length=12, choices=Direction.choices, blank=True)
    page = models.PositiveIntegerField(_("页码"), null=True)
    box = models.JSONField(_("位置"), null=True)
    sentence = models.TextField(_("原句"))

    objects = ContentManager()

    class Meta:
        verbose_name = _("文字数据")
        verbose_name_plural = _("文字数据")
        ordering: ClassVar = ["revision", "id"]

    def __str__(self) -> str:
        return f"{self.topic} {self.value}"


class Section(RevisionContent):
    """A headed passage of the disclosure's text."""

    revision = models.ForeignKey(Revision, verbose_name=_("版本"), on_delete=models.CASCADE, related_name="sections")
    title = models.TextField(_("标题"))
    text = models.TextField(_("正文"))
    page = models.PositiveIntegerField(_("页码"), null=True)

    objects = ContentManager()

    class Meta:
        verbose_name = _("文字说明")
        verbose_name_plural = _("文字说明")
        ordering: ClassVar = ["revision", "id"]

    def __str__(self) -> str:
        return self.title


class FindingQuerySet(ContentQuerySet["Finding"]):
    """Questions about findings."""

    def open(self) -> FindingQuerySet:
        """Keep the errors and doubts about what is published; hints need no answer."""
        return self.filter(revision__state="published", severity__in=[Severity.ERROR, Severity.WARNING])

    def unread_tables(self, tables: Iterable[int]) -> set[int]:
        """Return which of some tables hold something that could not be read."""
        found = self.filter(table__in=list(tables), code__startswith="unread.")
        return {table for table in found.values_list("table_id", flat=True) if table is not None}


class Finding(RevisionContent):
    """A doubt or a broken truth, stored with the revision it is about; amounts as plain decimal strings."""

    revision = models.ForeignKey(Revision, verbose_name=_("版本"), on_delete=models.CASCADE, related_name="findings")
    table = models.ForeignKey(
        StatementTable, verbose_name=_("报表"), null=True, on_delete=models.CASCADE, related_name="findings"
    )
    code = models.CharField(_("规则"), max_length=60)
    severity = models.CharField(_("程度"), max_length=8, choices=Severity.choices)
    message = models.TextField(_("说明"))
    pages = models.JSONField(_("页码"), default=list)
    boxes = models.JSONField(_("位置"), default=list)
    expected = models.TextField(_("应为"), blank=True)
    actual = models.TextField(_("实为"), blank=True)
    difference = models.TextField(_("差额"), blank=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("勾稽检查结果")
        verbose_name_plural = _("勾稽检查结果")
        ordering: ClassVar = ["revision", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(severity__in=Severity.values), name="finding_severity_known")
        ]

    def __str__(self) -> str:
        return self.message
