"""Corrections: what a person says a figure or name should be; what was printed and read stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from disclosures.amounts import from_fen
from disclosures.models.among import Ids
from disclosures.models.corrected_fields import MONEY, CorrectedField, of_one_target_and_its_fields
from disclosures.models.filings import Revision
from disclosures.models.performance import PerformanceIndicator, Project
from disclosures.models.prose import Figure
from disclosures.models.revertible import Revertible, RevertibleQuerySet
from disclosures.models.statements import LineItem
from disclosures.models.units import Unit

Subject = LineItem | Project | PerformanceIndicator | Figure

# The foreign key of a correction by what it is about.
TARGETS: Mapping[type[models.Model], str] = {
    LineItem: "line_item",
    Project: "project",
    PerformanceIndicator: "indicator",
    Figure: "figure",
}


class CorrectionQuerySet(RevertibleQuerySet["Correction"]):
    """Questions about corrections."""

    def taken_back(self) -> CorrectionQuerySet:
        """Keep the corrections that no longer stand."""
        return self.filter(reverted_at__isnull=False)

    def standing_at(self, moment: datetime) -> CorrectionQuerySet:
        """Keep the corrections that stood at a moment."""
        return self.filter(made_at__lte=moment).filter(Q(reverted_at__isnull=True) | Q(reverted_at__gt=moment))

    def changed_after(self, moment: datetime) -> CorrectionQuerySet:
        """Keep the corrections that were made or taken back after a moment."""
        return self.filter(Q(made_at__gt=moment) | Q(reverted_at__gt=moment))

    def freshness(self) -> tuple[datetime | None, datetime | None]:
        """Return when the last correction was made, and when the last one was taken back."""
        found = self.order_by().aggregate(models.Max("made_at"), models.Max("reverted_at"))
        return found["made_at__max"], found["reverted_at__max"]

    def made_public(self) -> CorrectionQuerySet:
        """Keep the corrections of what is published, or was until a newer revision took its place.

        One that was carried over to the newer revision is listed there.
        """
        carried_on = Correction.objects.filter(carried_from=OuterRef("pk"), revision__state__in=_SHOWN)
        return self.filter(
            Q(revision__state=Revision.State.PUBLISHED)
            | Q(revision__state=Revision.State.SUPERSEDED) & ~Exists(carried_on)
        )

    def of_revisions(self, revisions: Iterable[Revision | int]) -> CorrectionQuerySet:
        """Keep the corrections of some revisions."""
        return self.filter(revision__among=Ids(revisions))

    def about_units(self, words: str) -> CorrectionQuerySet:
        """Keep the corrections in disclosures of the units that the words name."""
        return self.filter(revision__disclosure__unit__in=Unit.objects.named_like(words))

    def of_subject(self, subject: models.Model) -> CorrectionQuerySet:
        """Keep the corrections of one row, the newest first."""
        return self.filter(**{TARGETS[type(subject)]: subject}).with_people()

    def of_rows(self, rows: Sequence[Subject]) -> CorrectionQuerySet:
        """Keep the corrections of some rows of one sort."""
        return self.filter(**{f"{TARGETS[type(rows[0])]}__in": [row.pk for row in rows]})

    def of_amounts(self) -> CorrectionQuerySet:
        """Keep the corrections of amounts in tables."""
        return self.filter(field=CorrectedField.AMOUNT)

    def amounts(self) -> dict[int, int | None]:
        """Return the corrected amounts in fen by line item; None where the cell is really blank."""
        return {
            item: fen for item, fen in self.of_amounts().values_list("line_item_id", "value_fen") if item is not None
        }

    def with_people(self) -> CorrectionQuerySet:
        """Fetch who made and took back each correction, with their offices."""
        people, offices = ("made_by", "reverted_by"), ("groups", "responsibilities__unit")
        fetched = (f"{person}__{office}" for person in people for office in offices)
        return self.select_related(*people).prefetch_related(*fetched)

    def with_subjects(self) -> CorrectionQuerySet:
        """Fetch what each correction is about, with its table and its filing."""
        tables = (f"{name}__table" for name in ("line_item", "project", "indicator"))
        rows = self.select_related(*tables, "indicator__project", "figure", "revision__disclosure__unit")
        return rows.with_people()


_SHOWN = (Revision.State.PUBLISHED, Revision.State.SUPERSEDED)


class Correction(Revertible):
    """One correction of one field of something read; it is never changed, only taken back."""

    class Cause(models.TextChoices):
        """What was wrong."""

        READING_ERROR = "reading_error", _("识别有误")
        SOURCE_ERROR = "source_error", _("原文有误")
        EDIT = "edit", _("编辑修改")

    Field = CorrectedField

    revision = models.ForeignKey(Revision, verbose_name=_("版本"), on_delete=models.CASCADE, related_name="corrections")
    line_item = models.ForeignKey(
        LineItem, verbose_name=_("数据项"), null=True, on_delete=models.CASCADE, related_name="corrections"
    )
    project = models.ForeignKey(
        Project, verbose_name=_("项目"), null=True, on_delete=models.CASCADE, related_name="corrections"
    )
    indicator = models.ForeignKey(
        PerformanceIndicator,
        verbose_name=_("绩效指标"),
        null=True,
        on_delete=models.CASCADE,
        related_name="corrections",
    )
    figure = models.ForeignKey(
        Figure, verbose_name=_("文字数据"), null=True, on_delete=models.CASCADE, related_name="corrections"
    )
    field = models.CharField(_("更正内容"), max_length=20, choices=CorrectedField.choices)
    printed = models.TextField(_("原文"), blank=True)
    read = models.TextField(_("原读数"), blank=True)
    value = models.TextField(_("更正为"), blank=True)
    value_fen = models.BigIntegerField(_("更正金额（分）"), null=True, blank=True)
    cause = models.CharField(_("原因类别"), max_length=16, choices=Cause.choices)
    reason = models.TextField(_("说明"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("更正人"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(_("更正时间"), auto_now_add=True)
    carried_from = models.ForeignKey(
        "self", verbose_name=_("沿用自"), null=True, blank=True, on_delete=models.SET_NULL, related_name="carried_to"
    )
    replaces = models.ForeignKey(
        "self", verbose_name=_("代替"), null=True, blank=True, on_delete=models.SET_NULL, related_name="replaced_by"
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("更正")
        verbose_name_plural = _("更正")
        ordering: ClassVar = ["-made_at", "-id"]
        constraints: ClassVar = [
            *(
                models.UniqueConstraint(
                    fields=[target, "field"],
                    condition=Q(reverted_at__isnull=True),
                    name=f"one_standing_correction_by_{target}",
                )
                for target in TARGETS.values()
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="correction_has_a_reason"),
            models.CheckConstraint(condition=of_one_target_and_its_fields(), name="correction_of_one_known_field"),
            models.CheckConstraint(
                condition=Q(field__in=sorted(field.value for field in MONEY)) | Q(value_fen__isnull=True),
                name="correction_in_fen_only_of_money",
            ),
            models.CheckConstraint(
                condition=Q(cause__in=["reading_error", "source_error", "edit"]), name="correction_cause_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject_name} {self.get_field_display()}：{self.printed or self.read} → {self.value}"

    @property
    def target(self) -> str:
        """Return what the correction is about: a line item, a project, an indicator or a figure in the text."""
        return next(target for target in TARGETS.values() if getattr(self, f"{target}_id") is not None)

    @property
    def subject_key(self) -> int:
        """Return the key of the row that the correction is about."""
        found: int = getattr(self, f"{self.target}_id")
        return found

    @property
    def subject(self) -> Subject:
        """Return the row that the correction is about."""
        found: Subject = getattr(self, self.target)
        return found

    @property
    def subject_name(self) -> str:
        """Return what the row is called."""
        row = self.subject
        if isinstance(row, LineItem):
            return row.heading or row.get_item_display()
        return row.topic if isinstance(row, Figure) else str(row)

    @property
    def amount(self) -> Decimal | None:
        """Return the corrected amount in yuan; None where the cell is really blank."""
        return from_fen(self.value_fen)

    def stood(self, moment: datetime | None) -> bool:
        """Tell whether the correction stood at a moment; now where none is given."""
        if moment is None:
            return self.stands
        return self.made_at <= moment and (self.reverted_at is None or self.reverted_at > moment)


def standing_corrections(items: Sequence[LineItem], at: datetime | None = None) -> dict[int, dict[str, Correction]]:
    """Return the corrections of some line items that stand, or stood at a moment, by item and field."""
    found: dict[int, dict[str, Correction]] = {}
    standing = Correction.objects.standing_at(at) if at else Correction.objects.standing()
    of_items = standing.filter(line_item__in=[item.pk for item in items])
    for correction in of_items.select_related("made_by"):
        if correction.line_item_id is not None:
            found.setdefault(correction.line_item_id, {})[correction.field] = correction
    return found
