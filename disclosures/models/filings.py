"""Revisions of disclosures (what was filed), unchangeable once published."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from disclosures.models.among import Ids
from disclosures.models.as_stored import rows_as_stored
from disclosures.models.finding_marks import unanswered
from disclosures.models.owed import Disclosure, FiscalYear
from disclosures.models.responsibility import units_of
from disclosures.models.revision_content import (
    DRAFT,
    ContentManager,
    FiledContentChanged,
    RevisionContent,
    refuse_unless_draft,
)
from disclosures.models.stored_paths import path_by_content
from disclosures.models.units import Unit
from disclosures.vocabulary import DisclosureKind, Scope

__all__ = ["Disclosure", "FiscalYear", "Revision", "RevisionFile", "RevisionQuerySet", "filing_path"]


# What may still change of a revision after it was published: whether the public sees it.
ALWAYS_OPEN = frozenset({"state", "published_by", "published_at", "withdrawn_by", "withdrawn_at"})


class RevisionQuerySet(models.QuerySet["Revision"]):
    """Questions about revisions."""

    def published(self) -> RevisionQuerySet:
        """Return the revisions that the public sees."""
        return self.filter(state=Revision.State.PUBLISHED)

    def pinned(self, ids: Iterable[int]) -> RevisionQuerySet:
        """Return revisions that a link was pinned to; what was withdrawn is shown to nobody any more."""
        return self.filter(pk__in=list(ids)).exclude(state__in=[Revision.State.DRAFT, Revision.State.WITHDRAWN])

    def of_kind(self, *kinds: DisclosureKind) -> RevisionQuerySet:
        """Keep the revisions of some kinds of disclosure."""
        return self.filter(disclosure__kind__in=kinds)

    def of_scope(self, scope: Scope) -> RevisionQuerySet:
        """Keep the revisions of one scope."""
        return self.filter(disclosure__scope=scope)

    def for_units(self, units: Iterable[Unit | int]) -> RevisionQuerySet:
        """Keep the revisions of some units."""
        return self.filter(disclosure__unit__among=Ids(units))

    def for_years(self, years: Iterable[int]) -> RevisionQuerySet:
        """Keep the revisions of some years."""
        return self.filter(disclosure__fiscal_year__in=list(years))

    def years(self) -> set[int]:
        """Return the years of the disclosures."""
        return set(self.order_by().values_list("disclosure__fiscal_year", flat=True).distinct())

    def department_first(self) -> RevisionQuerySet:
        """Put a department's own disclosure before a unit's alone."""
        return self.order_by("disclosure__scope", "id")

    def filings(self) -> list[tuple[int, int, str, int, int, str]]:
        """Return each revision's id with its disclosure's id, scope, unit, year and kind."""
        said = ("disclosure_id", "disclosure__scope", "disclosure__unit", "disclosure__fiscal_year", "disclosure__kind")
        return rows_as_stored(self.values_list("id", *said))

    def units_and_years(self) -> list[tuple[int, int]]:
        """Return each unit's id with each year it has a revision of, once, in order."""
        places = self.order_by("disclosure__unit", "disclosure__fiscal_year")
        return list(places.values_list("disclosure__unit", "disclosure__fiscal_year").distinct())

    def visible_to(self, user: Any) -> RevisionQuerySet:
        """Return what a person may see: what is published, and staff also what they answer for."""
        shown = models.Q(state=Revision.State.PUBLISHED)
        if user.is_staff:
            shown |= _answered_for(user)
        return self.filter(shown)

    def handled_by(self, user: Any) -> RevisionQuerySet:
        """Keep what a person of the office answers for."""
        return self.filter(_answered_for(user))

    def of_disclosure(self, disclosure: Disclosure | int) -> RevisionQuerySet:
        """Keep the revisions of one disclosure."""
        return self.filter(disclosure=disclosure)

    def keyed(self, key: int) -> RevisionQuerySet:
        """Keep the one revision with a key."""
        return self.filter(pk=key)

    def numbered(self, number: int) -> RevisionQuerySet:
        """Keep the revisions with a number."""
        return self.filter(number=number)

    def once_published(self) -> RevisionQuerySet:
        """Keep what the public sees or has seen."""
        return self.exclude(published_at__isnull=True)

    def newest_year_first(self) -> RevisionQuerySet:
        """Order by year, newest first; a year's accounts stand before its budget."""
        return self.order_by("-disclosure__fiscal_year_id", "-disclosure__kind")

    def by_unit_newest_first(self) -> RevisionQuerySet:
        """Order by the units' names, and each unit's by year, newest first."""
        filed = "disclosure__"
        return self.order_by(f"{filed}unit__name", f"{filed}unit", f"-{filed}fiscal_year_id", f"{filed}kind")

    def best_first(self) -> RevisionQuerySet:
        """Put what is published first, then the newest."""
        hidden = models.Case(models.When(state=Revision.State.PUBLISHED, then=0), default=1)
        return self.order_by(hidden, "-number")

    def with_doubts(self) -> RevisionQuerySet:
        """Count on each revision the errors and doubts that the checks found and nobody has answered."""
        doubts = models.Count("findings", filter=unanswered("disclosure", "findings"))
        return self.annotate(doubts=doubts).select_related("disclosure__unit")

    def newest_published(self) -> RevisionQuerySet:
        """Return what was published last, newest first, with its unit."""
        return self.published().select_related("disclosure__unit").order_by("-published_at", "-pk")

    def last_published_at(self) -> datetime | None:
        """Return when the newest of what the public sees was published."""
        newest: datetime | None = self.published().aggregate(models.Max("published_at"))["published_at__max"]
        return newest

    def freshness(self) -> tuple[Any, ...]:
        """Return what changes whenever one of the revisions is published, superseded or withdrawn."""
        state = Revision.State
        counted = self.order_by().aggregate(
            models.Max("published_at"),
            models.Max("withdrawn_at"),
            published=models.Count("pk", filter=models.Q(state=state.PUBLISHED)),
            withdrawn=models.Count("pk", filter=models.Q(state=state.WITHDRAWN)),
        )
        return tuple(counted.values())

    def superseded(self) -> RevisionQuerySet:
        """Keep what a newer revision has taken the place of."""
        return self.filter(state=Revision.State.SUPERSEDED)

    def drafts(self) -> RevisionQuerySet:
        """Return the revisions that await a clerk."""
        return self.filter(state=Revision.State.DRAFT)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete drafts."""
        self._refuse_filed()
        return super().delete()

    def update(self, **values: Any) -> int:
        """Update drafts, or the state alone."""
        if not set(values) <= ALWAYS_OPEN or values.get("state") == DRAFT:
            self._refuse_filed()
        return super().update(**values)

    def _refuse_filed(self) -> None:
        for filed in self.exclude(state=DRAFT)[:1]:
            refuse_unless_draft(filed)


def _answered_for(user: Any) -> models.Q:
    units = units_of(user)
    return models.Q(pk__isnull=False) if units is None else models.Q(disclosure__unit__in=units)


class Revision(models.Model):
    """One filing of a disclosure; once published its content never changes, a re-upload is a new revision."""

    class State(models.TextChoices):
        """Where a revision stands; ``superseded`` was published until a newer one took its place."""

        DRAFT = DRAFT, _("草稿")
        PUBLISHED = "published", _("已发布")
        SUPERSEDED = "superseded", _("已被新版取代")
        WITHDRAWN = "withdrawn", _("已撤回")

    disclosure = models.ForeignKey(
        Disclosure, verbose_name=_("公开文件"), on_delete=models.PROTECT, related_name="revisions"
    )
    number = models.PositiveSmallIntegerField(_("版次"))
    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.DRAFT)
    parser_version = models.CharField(_("解析器版本"), max_length=32)
    recognised = models.JSONField(_("识别依据"), default=dict, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("上传人"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    uploaded_at = models.DateTimeField(_("上传时间"), auto_now_add=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("发布人"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    published_at = models.DateTimeField(_("发布时间"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("撤回人"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    withdrawn_at = models.DateTimeField(_("撤回时间"), null=True, blank=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("版本")
        verbose_name_plural = _("版本")
        ordering: ClassVar = ["disclosure", "-number"]
        permissions: ClassVar = [("publish_revision", _("可以发布")), ("withdraw_revision", _("可以撤回"))]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["disclosure", "number"], name="revision_number_once"),
            models.UniqueConstraint(
                fields=["disclosure"], condition=models.Q(state="published"), name="one_published_revision"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["draft", "withdrawn"]) | models.Q(published_at__isnull=False),
                name="published_revision_has_a_date",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.disclosure} 第{self.number}版"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a draft, or the state of a filed revision; nothing else of it ever changes, nor is it a draft again."""
        before = Revision.objects.filter(pk=self.pk).exclude(state=DRAFT).first()
        if before is not None and (self.state == DRAFT or self._changed(before)):
            raise FiledContentChanged(f"{before} 已发布，不可更改；请上传新版本。")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete a draft with all its content."""
        refuse_unless_draft(self)
        return super().delete(*args, **kwargs)

    def _changed(self, before: Revision) -> bool:
        fixed = (field.attname for field in self._meta.concrete_fields if field.name not in ALWAYS_OPEN)
        return any(getattr(self, name) != getattr(before, name) for name in fixed)


def filing_path(file: RevisionFile, name: str) -> str:
    """Return where a filed document is stored."""
    return path_by_content("filings", file.sha256, name)


class RevisionFile(RevisionContent):
    """One file of a revision, kept as uploaded; text and tables may be filed apart."""

    revision = models.ForeignKey(Revision, verbose_name=_("版本"), on_delete=models.CASCADE, related_name="files")
    file = models.FileField(_("文件"), upload_to=filing_path)
    name = models.CharField(_("文件名"), max_length=255)
    sha256 = models.CharField(max_length=64, db_index=True)
    reread_of = models.ForeignKey(
        "self", verbose_name=_("原上传"), null=True, blank=True, on_delete=models.PROTECT, related_name="rereadings"
    )
    media_type = models.CharField(_("格式"), max_length=100)
    page_count = models.PositiveIntegerField(_("页数"), null=True, blank=True)

    objects = ContentManager()

    class Meta:
        verbose_name = _("原文件")
        verbose_name_plural = _("原文件")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            # A newer reading of a file is a revision of its own with the same bytes; an upload comes once.
            models.UniqueConstraint(
                fields=["sha256"], condition=models.Q(reread_of__isnull=True), name="file_uploaded_once"
            )
        ]

    def __str__(self) -> str:
        return self.name
