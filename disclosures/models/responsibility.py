"""Which units a person answers for: those named, and every unit below them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from disclosures.models.units import Unit

# Ministry, department, bureau, unit, branch: a chain of departments longer than this goes in a circle.
MAX_LEVELS = 8


class Responsibility(models.Model):
    """A person files and corrects for a unit and all below it; without any, for the whole office."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("人员"), on_delete=models.CASCADE, related_name="responsibilities"
    )
    unit = models.ForeignKey(Unit, verbose_name=_("单位"), on_delete=models.CASCADE, related_name="responsible")

    class Meta:
        verbose_name = _("负责单位")
        verbose_name_plural = _("负责单位（含下属单位；不填则负责全部单位）")
        ordering: ClassVar = ["user", "unit"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["user", "unit"], name="responsible_once_a_unit")]

    def __str__(self) -> str:
        return f"{self.user} → {self.unit}"


def units_of(user: Any) -> frozenset[int] | None:
    """Return the units that a person answers for, with all below them; None means every unit."""
    if user.is_superuser:
        return None
    named = set(Responsibility.objects.filter(user=user.pk).values_list("unit_id", flat=True))
    return frozenset(_with_subordinates(named)) if named else None


def _with_subordinates(units: set[int]) -> set[int]:
    found, newest = set(units), set(units)
    for _level in range(MAX_LEVELS):
        below = Unit.objects.filter(supervising_department__in=newest).values_list("pk", flat=True)
        newest = set(below) - found
        if not newest:
            break
        found |= newest
    return found
