"""Refuse every change to what a filed revision says: content is written while it is a draft, then never again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, Self, TypeVar

from django.db import models

DRAFT = "draft"

ContentModel = TypeVar("ContentModel", bound=models.Model)


class FiledContentChanged(Exception):
    """Someone tried to change or delete what a revision says after it was published."""


class HasState(Protocol):
    """What a revision shows of itself here."""

    state: str


def refuse_unless_draft(revision: HasState) -> None:
    """Raise unless the revision is still a draft."""
    if revision.state != DRAFT:
        raise FiledContentChanged(f"{revision} 已发布，其内容不可更改；请上传新版本。")


class ContentQuerySet(models.QuerySet[ContentModel]):
    """Rows that belong to a revision; writing many at once obeys the same rule as writing one."""

    def _refuse_filed(self) -> None:
        filed = self.exclude(revision__state=DRAFT).order_by().select_related("revision").first()
        if filed is not None:
            refuse_unless_draft(filed.revision)  # type: ignore[attr-defined]

    def on_pages(self, pages: Iterable[int]) -> Self:
        """Keep what stands on some pages; only rows that have a page can be asked so."""
        return self.filter(page__in=list(pages))

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete rows of drafts."""
        self._refuse_filed()
        return super().delete()

    def update(self, **values: Any) -> int:
        """Update rows of drafts."""
        self._refuse_filed()
        return super().update(**values)

    def bulk_create(self, objs: Iterable[ContentModel], *args: Any, **kwargs: Any) -> list[ContentModel]:
        """Create rows of drafts."""
        rows = list(objs)
        for revision in {id(row.revision): row.revision for row in rows}.values():  # type: ignore[attr-defined]
            refuse_unless_draft(revision)
        return super().bulk_create(rows, *args, **kwargs)


class ContentManager(models.Manager.from_queryset(ContentQuerySet)[ContentModel]):  # type: ignore[misc]
    """The manager of content models without questions of their own."""


class RevisionContent(models.Model):
    """Anything that a revision consists of; subclasses have a foreign key ``revision``."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a row of a draft."""
        refuse_unless_draft(self.revision)  # type: ignore[attr-defined]
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete a row of a draft."""
        refuse_unless_draft(self.revision)  # type: ignore[attr-defined]
        return super().delete(*args, **kwargs)
