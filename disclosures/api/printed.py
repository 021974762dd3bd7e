"""Say of every figure, project and indicator alike which filing prints it, where, and what was put right in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from django.http import HttpRequest

from disclosures.api.corrections import corrections_of
from disclosures.api.said import box, each_whole
from disclosures.models import Figure, PerformanceIndicator, Project

Row = TypeVar("Row", Figure, PerformanceIndicator, Project)


def printed(
    request: HttpRequest, kind: str, rows: Sequence[Row], filed: Mapping[int, int]
) -> Iterator[tuple[Row, dict[str, Any]]]:
    """Yield each row with those members; ``kind`` is its word in addresses, ``filed`` the disclosure by revision."""
    source, corrections = each_whole(request, "text_source", kind), corrections_of(rows)
    for row in rows:
        yield (
            row,
            {
                "id": row.pk,
                "disclosure": filed[row.revision_id],
                "revision": row.revision_id,
                "fiscal_year": row.fiscal_year,
                "page": row.page,
                "bbox": box(row.box),
                "corrections": corrections.get(row.pk, []),
                "source": source(row.pk),
            },
        )
