"""Hold what a person said so that it can be taken back, but never unsaid: it stays, with who took it back and when."""

from __future__ import annotations

from typing import Self, TypeVar

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

Said = TypeVar("Said", bound="Revertible")


class RevertibleQuerySet(models.QuerySet[Said]):
    """Questions about what people said."""

    def standing(self) -> Self:
        """Keep what nobody took back."""
        return self.filter(reverted_at__isnull=True)


class Revertible(models.Model):
    """Something that a person said; it is never changed, only taken back."""

    reverted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("撤销人"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reverted_at = models.DateTimeField(_("撤销时间"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def stands(self) -> bool:
        """Tell whether nobody took it back."""
        return self.reverted_at is None

    def revert(self, *, by: User) -> None:
        """Take it back; a second time changes nothing."""
        if self.stands:
            self.reverted_by, self.reverted_at = by, timezone.now()
            self.save(update_fields=["reverted_by", "reverted_at"])
