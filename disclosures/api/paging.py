"""Answer long lists page by page: each page holds the address of the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from ninja import Schema
from pydantic import Field

from disclosures.api.asking import Paged

Row = TypeVar("Row", bound=Model)
Answer = TypeVar("Answer", bound=Schema)


class Page(Schema, Generic[Answer]):
    """What is said of one page of a list."""

    items: list[Answer] = Field(description="这一页的内容")
    next: str | None = Field(description="下一页的地址；没有下一页则为 null")


@dataclass(frozen=True, slots=True)
class Listed(Generic[Answer]):
    """One page of a list."""

    items: list[Answer]
    next: str | None


def page_of(
    request: HttpRequest, rows: QuerySet[Row, Any], asked: Paged, say: Callable[[Sequence[Row]], list[Answer]]
) -> Listed[Answer]:
    """Return the rows after the key that was asked for, in the order of their keys."""
    found = list(rows.order_by("pk").filter(pk__gt=asked.after or 0)[: asked.limit + 1])
    listed = found[: asked.limit]
    return Listed(items=say(listed), next=_following(request, listed[-1].pk) if len(found) > asked.limit else None)


def _following(request: HttpRequest, last: int) -> str:
    query = request.GET.copy()
    query["after"] = str(last)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
