"""Rows whose columns hold what counts: what was read of a corrected field is kept beside it.

A project, an indicator and a figure in the text are searched, sorted, added up and judged by their columns, so a
correction is written into them (``ingest.corrected_rows``) and what was read moves to ``as_read``. The correction
itself, with its reason, is a row of its own.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Self

from django.db import models

from disclosures.amounts import from_fen, plain_text
from disclosures.models.revision_content import RevisionContent

IN_FEN = "_fen"


class Correctable(RevisionContent):
    """Content in which a person may put single fields right."""

    # By corrected field, the columns that it wrote with what had been read into them.
    as_read = models.JSONField(default=dict, editable=False)

    class Meta:
        abstract = True

    def reading(self, field: str) -> Any:
        """Return what was read of a field, whether it was corrected or not; amounts in yuan."""
        if field not in self.as_read:
            return getattr(self, field)
        columns = self.columns_as_read(field)
        return columns[field] if field in columns else from_fen(columns[field + IN_FEN])

    def columns_as_read(self, field: str) -> dict[str, Any]:
        """Return the columns of a corrected field as they were read."""
        return {column: self._column(column).to_python(text) for column, text in self.as_read[field].items()}

    def write(self, corrected: dict[str, dict[str, Any]]) -> Self:
        """Put the corrected columns in place, by field; the columns of all other fields become as they were read."""
        for field in self.as_read:
            self._set(self.columns_as_read(field))
        self.as_read = {
            field: {column: _text(getattr(self, column)) for column in columns} for field, columns in corrected.items()
        }
        for columns in corrected.values():
            self._set(columns)
        return self

    def _set(self, columns: dict[str, Any]) -> None:
        for column, value in columns.items():
            setattr(self, column, value)

    @classmethod
    def _column(cls, name: str) -> models.Field[Any, Any]:
        found: models.Field[Any, Any] = cls._meta.get_field(name)  # type: ignore[assignment]
        return found


def _text(value: Any) -> str | None:
    """Return a column's value as JSON keeps it without loss."""
    return None if value is None else plain_text(value) if isinstance(value, Decimal) else str(value)
