"""Shared comparisons: a selection behind an unguessable address, open to anyone until revoked."""

from __future__ import annotations

import secrets
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def new_slug() -> str:
    """Return an unguessable slug (96 random bits)."""
    return secrets.token_urlsafe(12)


class SharedComparisonQuerySet(models.QuerySet["SharedComparison"]):
    """Questions about shared links."""

    def of(self, person: Any) -> SharedComparisonQuerySet:
        """Keep the links that a person made."""
        return self.filter(created_by=person)

    def open(self) -> SharedComparisonQuerySet:
        """Keep the links that still work."""
        now = timezone.now()
        return self.filter(revoked_at__isnull=True).filter(
            models.Q(expires_at__isnull=True) | models.Q(expires_at__gt=now)
        )


class SharedComparison(models.Model):
    """One shared link; ``query`` is the comparison's canonical address (without the leading ?)."""

    slug = models.SlugField(max_length=32, unique=True, default=new_slug, allow_unicode=False)
    title = models.CharField(_("标题"), max_length=200)
    note = models.TextField(_("说明"), blank=True)
    query = models.TextField(_("选择"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("分享人"), null=True, on_delete=models.SET_NULL, related_name="shares"
    )
    created_at = models.DateTimeField(_("创建时间"), auto_now_add=True)
    expires_at = models.DateTimeField(_("有效期至"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("撤销时间"), null=True, blank=True)

    objects = SharedComparisonQuerySet.as_manager()

    class Meta:
        verbose_name = _("分享链接")
        verbose_name_plural = _("分享链接")
        ordering: ClassVar = ["-created_at"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the public address."""
        return reverse("disclosures:share", args=[self.slug])

    @property
    def is_open(self) -> bool:
        """Tell whether the link still works."""
        return self.revoked_at is None and (self.expires_at is None or self.expires_at > timezone.now())

    def revoke(self) -> None:
        """Close the link for good; a second time changes nothing."""
        if self.revoked_at is None:
            self.revoked_at = timezone.now()
            self.save(update_fields=["revoked_at"])
