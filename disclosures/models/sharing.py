"""Shared comparisons: a selection behind an unguessable address, open to anyone until revoked."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def new_slug() -> str:
    """Return an unguessable slug (some 96 random bits) that begins with a letter or digit, as mail programs expect."""
    while not (slug := secrets.token_urlsafe(12))[0].isalnum():
        pass
    return slug


LONGEST_TITLE = 200
# The pages that can be shared, by what a link is about.
_PAGES = {
    "comparison": "disclosures:compare",
    "indicators": "disclosures:indicators",
    "projects": "disclosures:projects",
}


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
    """One shared link; ``query`` is the canonical address of the page it is about (without the leading ?)."""

    class About(models.TextChoices):
        """Which page the link shows."""

        COMPARISON = "comparison", _("比较")
        INDICATORS = "indicators", _("绩效指标")
        PROJECTS = "projects", _("项目")

    slug = models.SlugField(max_length=32, unique=True, default=new_slug, allow_unicode=False)
    title = models.CharField(_("标题"), max_length=LONGEST_TITLE)
    note = models.TextField(_("说明"), blank=True)
    about = models.CharField(_("内容"), max_length=12, choices=About.choices, default=About.COMPARISON)
    query = models.TextField(_("选择"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("分享人"), null=True, on_delete=models.SET_NULL, related_name="shares"
    )
    created_at = models.DateTimeField(_("创建时间"), auto_now_add=True)
    expires_at = models.DateTimeField(_("有效期至"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("撤销时间"), null=True, blank=True)
    pinned_at = models.DateTimeField(_("固定时间"), null=True, blank=True)
    pinned_revisions = models.JSONField(_("固定的版本"), default=list, blank=True)
    password = models.CharField(_("密码"), max_length=128, blank=True, editable=False)
    views = models.PositiveIntegerField(_("浏览次数"), default=0, editable=False)

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
    def origin(self) -> str:
        """Return the address of the page that was shared, for those with an account."""
        return f"{reverse(_PAGES[self.about])}?{self.query}"

    @property
    def is_open(self) -> bool:
        """Tell whether the link still works."""
        return self.revoked_at is None and (self.expires_at is None or self.expires_at > timezone.now())

    def pin(self, revisions: Iterable[int]) -> None:
        """Hold the link to some revisions, as they are corrected today."""
        self.pinned_at, self.pinned_revisions = timezone.now(), sorted(revisions)

    def unpin(self) -> None:
        """Let the link show what is published, whenever it is opened."""
        self.pinned_at, self.pinned_revisions = None, []

    def protect(self, password: str) -> None:
        """Ask visitors for a password; an empty one asks for none."""
        self.password = make_password(password) if password else ""

    def opens_with(self, password: str) -> bool:
        """Tell whether a password opens the link."""
        return check_password(password, self.password)

    def count_view(self) -> None:
        """Count one visit, however many come at once."""
        SharedComparison.objects.filter(pk=self.pk).update(views=models.F("views") + 1)

    def revoke(self) -> None:
        """Close the link for good; a second time changes nothing."""
        if self.revoked_at is None:
            self.revoked_at = timezone.now()
            self.save(update_fields=["revoked_at"])
