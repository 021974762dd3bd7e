"""Meanings that people gave to tables and columns of one unit's documents; they are remembered for its next year."""

from __future__ import annotations

import hashlib
import json
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disclosures.amounts import MONEY_UNIT_NAMES
from disclosures.models.filings import Revision
from disclosures.models.responsibility import units_of
from disclosures.models.revertible import Revertible, RevertibleQuerySet
from disclosures.models.units import Unit
from disclosures.vocabulary import Direction, DisclosureKind, Fund, Item, Nature, Phase, TableKind


class AssignedMeaningQuerySet(RevertibleQuerySet["AssignedMeaning"]):
    """Questions about what people assigned."""

    def remembered_for(self, unit: Unit, kind: str) -> AssignedMeaningQuerySet:
        """Keep what counts when a file of a unit is read: a budget's meanings are not its accounts'."""
        return self.standing().filter(unit=unit, kind=kind)

    def handled_by(self, user: Any) -> AssignedMeaningQuerySet:
        """Keep what belongs to the units that a person answers for."""
        units = units_of(user)
        return self if units is None else self.filter(unit__in=units)


class AssignedMeaning(Revertible):
    """What a person said of a table or a column; it is never changed, only taken back.

    ``title`` and ``headings`` are what the documents of all years have in common (see ``disclosures.meanings``),
    ``place`` is the key of both. ``table_kind`` is the kind of the table, or of the one that the column stands in.
    Empty dimensions are left as the table and the headings say them; an ignored table or column is left alone.
    """

    class Subject(models.TextChoices):
        """What was given a meaning."""

        TABLE = "table", _("报表")
        COLUMN = "column", _("栏目")

    class YearMeant(models.TextChoices):
        """Which year a column is of, beside the year of the document."""

        CURRENT = "current", _("本年")
        PRIOR = "prior", _("上年")

    unit = models.ForeignKey(Unit, verbose_name=_("单位"), on_delete=models.CASCADE, related_name="assigned_meanings")
    kind = models.CharField(_("类别"), max_length=24, choices=DisclosureKind.choices)
    subject = models.CharField(_("对象"), max_length=8, choices=Subject.choices)
    table_kind = models.CharField(_("表种"), max_length=40, choices=TableKind.choices, blank=True)
    title = models.TextField(_("表名"), blank=True)
    headings = models.JSONField(_("表头"), default=list)
    printed = models.TextField(_("原文"))
    place = models.CharField(max_length=64, editable=False)
    ignored = models.BooleanField(_("不采用"), default=False)
    money_unit = models.CharField(_("金额单位"), max_length=8, blank=True)
    direction = models.CharField(_("收支"), max_length=12, choices=Direction.choices, blank=True)
    phase = models.CharField(_("阶段"), max_length=12, choices=Phase.choices, blank=True)
    year_meant = models.CharField(_("年度"), max_length=8, choices=YearMeant.choices, blank=True)
    fund = models.CharField(_("资金"), max_length=20, choices=Fund.choices, blank=True)
    nature = models.CharField(_("支出性质"), max_length=20, choices=Nature.choices, blank=True)
    item = models.CharField(_("项目"), max_length=32, choices=Item.choices, blank=True)
    revision = models.ForeignKey(
        Revision, verbose_name=_("指定时的版本"), null=True, on_delete=models.SET_NULL, related_name="assigned_meanings"
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("指定人"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(_("指定时间"), auto_now_add=True)

    objects = AssignedMeaningQuerySet.as_manager()

    class Meta:
        verbose_name = _("人工指定的含义")
        verbose_name_plural = _("人工指定的含义")
        ordering: ClassVar = ["-made_at", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "kind", "place"],
                condition=Q(reverted_at__isnull=True),
                name="one_standing_meaning_a_place",
            ),
            models.CheckConstraint(condition=Q(subject__in=["table", "column"]), name="meaning_subject_known"),
            models.CheckConstraint(
                condition=Q(table_kind__in=["", *TableKind.values]), name="meaning_table_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(money_unit__in=["", *MONEY_UNIT_NAMES.values()]), name="meaning_money_unit_known"
            ),
            models.CheckConstraint(
                condition=Q(subject="column", money_unit="")
                | Q(subject="table", direction="", phase="", year_meant="", fund="", nature="", item=""),
                name="meaning_fits_its_subject",
            ),
            models.CheckConstraint(
                condition=Q(ignored=False)
                | Q(money_unit="", direction="", phase="", year_meant="", fund="", nature="", item=""),
                name="ignored_means_nothing_else",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.get_kind_display()}：{self.printed} → {self.words}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the key of the table or column."""
        self.place = self.taken_place()
        super().save(*args, **kwargs)

    def taken_place(self) -> str:
        """Return what is the same of two meanings of one table or column."""
        # A table without a title is told from others by its kind; of a table itself the kind is what was assigned.
        kind = "" if self.title or self.subject == self.Subject.TABLE else self.table_kind
        said = json.dumps([self.subject, self.title, kind, self.headings], ensure_ascii=False)
        return hashlib.sha256(said.encode()).hexdigest()

    @property
    def words(self) -> str:
        """Return what was assigned, in the field's words."""
        if self.ignored:
            return str(_("不采用"))
        if self.subject == self.Subject.TABLE:
            said = [self.get_table_kind_display(), self.money_unit]
        else:
            labels = (getattr(self, f"get_{name}_display")() for name in DIMENSIONS)
            said = [str(label) for label in labels if label]
        return "，".join(str(word) for word in said if word) or str(_("按本表口径的金额"))


# What a column can be given, in the order of the form.
DIMENSIONS = ("direction", "item", "nature", "fund", "phase", "year_meant")
