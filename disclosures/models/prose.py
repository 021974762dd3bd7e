"""What the text of a disclosure says: figures and sections."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from disclosures.models.correctable import Correctable
from disclosures.models.filings import Revision, RevisionFile
from disclosures.models.revision_content import ContentQuerySet, RevisionContent
from disclosures.vocabulary import Direction, FigureUnit, Phase


class FigureQuerySet(ContentQuerySet["Figure"]):
    """Questions about figures in prose."""

    def of_revisions(self, revisions: Iterable[Revision | int]) -> FigureQuerySet:
        """Keep the figures of some revisions."""
        return self.filter(revision__in=list(revisions))

    def published(self) -> FigureQuerySet:
        """Keep the figures of published revisions."""
        return self.filter(revision__state=Revision.State.PUBLISHED)

    def of_year(self, year: int) -> FigureQuerySet:
        """Keep the figures that are of a year."""
        return self.filter(fiscal_year=year)

    def on_topics(self, topics: Iterable[str]) -> FigureQuerySet:
        """Keep the figures on some topics."""
        return self.filter(topic__in=list(topics))

    def keyed(self, keys: Iterable[int]) -> FigureQuerySet:
        """Keep the figures with some keys."""
        return self.filter(pk__in=list(keys))

    def printed_in(self, file: int, page: int | None = None) -> FigureQuerySet:
        """Keep the figures that a file's text states, or those on one page of it."""
        found = self.filter(models.Q(file=file) | models.Q(file=None, revision__files=file))
        return found if page is None else found.filter(page=page)


class Figure(Correctable):
    """An amount (yuan), share (percent) or count stated in prose; exact decimals kept as text."""

    revision = models.ForeignKey(Revision, verbose_name=_("版本"), on_delete=models.CASCADE, related_name="figures")
    file = models.ForeignKey(
        RevisionFile, verbose_name=_("原文件"), null=True, on_delete=models.CASCADE, related_name="figures"
    )
    topic = models.TextField(_("主题"))
    value = models.TextField(_("数值"))
    unit = models.CharField(_("单位"), max_length=8, choices=FigureUnit.choices)
    fiscal_year = models.PositiveSmallIntegerField(_("年度"), null=True)
    phase = models.CharField(_("阶段"), max_length=12, choices=Phase.choices, blank=True)
    direction = models.CharField(_("收支"), max_length=12, choices=Direction.choices, blank=True)
    page = models.PositiveIntegerField(_("页码"), null=True)
    box = models.JSONField(_("位置"), null=True)
    sentence = models.TextField(_("原句"))

    objects = FigureQuerySet.as_manager()

    class Meta:
        verbose_name = _("文字数据")
        verbose_name_plural = _("文字数据")
        ordering: ClassVar = ["revision", "id"]

    def __str__(self) -> str:
        return f"{self.topic} {self.value}"


class SectionQuerySet(ContentQuerySet["Section"]):
    """Questions about passages of the text."""

    def of_revisions(self, revisions: Iterable[Revision | int]) -> SectionQuerySet:
        """Keep the passages of some revisions."""
        return self.filter(revision__in=list(revisions))

    def speaking_of(self, word: str) -> SectionQuerySet:
        """Keep the passages in which a word occurs."""
        return self.filter(text__contains=word)


class Section(RevisionContent):
    """A headed passage of the disclosure's text."""

    revision = models.ForeignKey(Revision, verbose_name=_("版本"), on_delete=models.CASCADE, related_name="sections")
    title = models.TextField(_("标题"))
    text = models.TextField(_("正文"))
    page = models.PositiveIntegerField(_("页码"), null=True)

    objects = SectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("文字说明")
        verbose_name_plural = _("文字说明")
        ordering: ClassVar = ["revision", "id"]

    def __str__(self) -> str:
        return self.title
