"""Corrections: what a person says a figure or name should be; what was printed and read stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disclosures.amounts import from_fen
from disclosures.models.filings import Revision
from disclosures.models.statements import LineItem


class CorrectionQuerySet(models.QuerySet["Correction"]):
    """Questions about corrections."""

    def standing(self) -> CorrectionQuerySet:
        """Keep the corrections that nobody took back."""
        return self.filter(reverted_at__isnull=True)

    def standing_at(self, moment: datetime) -> CorrectionQuerySet:
        """Keep the corrections that stood at a moment."""
        return self.filter(made_at__lte=moment).filter(Q(reverted_at__isnull=True) | Q(reverted_at__gt=moment))

    def freshness(self) -> tuple[datetime | None, datetime | None]:
        """Return when the last correction was made, and when the last one was taken back."""
        found = self.order_by().aggregate(models.Max("made_at"), models.Max("reverted_at"))
        return found["made_at__max"], found["reverted_at__max"]

    def published(self) -> CorrectionQuerySet:
        """Keep the corrections of what the public sees."""
        return self.filter(line_item__revision__state=Revision.State.PUBLISHED)

    def of_revisions(self, revisions: Iterable[Revision | int]) -> CorrectionQuerySet:
        """Keep the corrections of some revisions."""
        return self.filter(line_item__revision__in=list(revisions))

    def of_item(self, item: LineItem) -> CorrectionQuerySet:
        """Keep the corrections of one line item, the newest first."""
        return self.filter(line_item=item).select_related("made_by", "reverted_by")

    def of_amounts(self) -> CorrectionQuerySet:
        """Keep the corrections of amounts."""
        return self.filter(field=Correction.Field.AMOUNT)

    def amounts(self) -> dict[int, int | None]:
        """Return the corrected amounts in fen by line item; None where the cell is really blank."""
        return dict(self.of_amounts().values_list("line_item_id", "value_fen"))

    def for_ledger(self) -> CorrectionQuerySet:
        """Fetch what a ledger names of each correction."""
        return self.select_related(
            "line_item__table", "line_item__revision__disclosure__unit", "made_by", "reverted_by"
        )


class Correction(models.Model):
    """One correction of one field of a line item; it is never changed, only taken back."""

    class Cause(models.TextChoices):
        """What was wrong."""

        READING_ERROR = "reading_error", _("识别有误")
        SOURCE_ERROR = "source_error", _("原文有误")
        EDIT = "edit", _("编辑修改")

    class Field(models.TextChoices):
        """What of a line item can be corrected."""

        AMOUNT = "amount", _("金额")
        HEADING = "heading", _("名称")

    line_item = models.ForeignKey(
        LineItem, verbose_name=_("数据项"), on_delete=models.CASCADE, related_name="corrections"
    )
    field = models.CharField(_("更正内容"), max_length=8, choices=Field.choices)
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
    reverted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("撤销人"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reverted_at = models.DateTimeField(_("撤销时间"), null=True, blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("更正")
        verbose_name_plural = _("更正")
        ordering: ClassVar = ["-made_at", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["line_item", "field"],
                condition=Q(reverted_at__isnull=True),
                name="one_standing_correction_a_field",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="correction_has_a_reason"),
            models.CheckConstraint(
                condition=Q(field="amount") | Q(field="heading", value_fen__isnull=True),
                name="correction_field_known",
            ),
            models.CheckConstraint(
                condition=Q(cause__in=["reading_error", "source_error", "edit"]), name="correction_cause_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.line_item.heading}：{self.printed} → {self.value}"

    @property
    def amount(self) -> Decimal | None:
        """Return the corrected amount in yuan; None where the cell is really blank."""
        return from_fen(self.value_fen)

    @property
    def stands(self) -> bool:
        """Tell whether nobody took the correction back."""
        return self.reverted_at is None

    def stood(self, moment: datetime | None) -> bool:
        """Tell whether the correction stood at a moment; now where none is given."""
        if moment is None:
            return self.stands
        return self.made_at <= moment and (self.reverted_at is None or self.reverted_at > moment)

    def revert(self, *, by: User) -> None:
        """Take the correction back; a second time changes nothing."""
        if self.stands:
            self.reverted_by, self.reverted_at = by, timezone.now()
            self.save(update_fields=["reverted_by", "reverted_at"])


def standing_corrections(items: Sequence[LineItem], at: datetime | None = None) -> dict[int, dict[str, Correction]]:
    """Return the corrections of some line items that stand, or stood at a moment, by item and field."""
    found: dict[int, dict[str, Correction]] = {}
    standing = Correction.objects.standing_at(at) if at else Correction.objects.standing()
    of_items = standing.filter(line_item__in=[item.pk for item in items])
    for correction in of_items.select_related("made_by"):
        found.setdefault(correction.line_item_id, {})[correction.field] = correction
    return found
