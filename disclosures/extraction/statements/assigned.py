"""Leave alone the columns that a person said are of no interest."""

from __future__ import annotations

from dataclasses import replace

from disclosures.extraction.statements.columns import Column, Part
from disclosures.meanings import ColumnMeanings

Columns = tuple[Column, ...]


def without_ignored(columns: Columns, meanings: ColumnMeanings) -> tuple[Columns, Columns]:
    """Return the columns with those to be left alone ignored, and these apart."""
    alone = [column for column in columns if _is_ignored(column, meanings)]
    kept = (replace(column, part=Part.IGNORED) if column in alone else column for column in columns)
    return tuple(kept), tuple(alone)


def _is_ignored(column: Column, meanings: ColumnMeanings) -> bool:
    said = meanings.of(column.path) if column.part is Part.AMOUNT else None
    return said is not None and said.ignored
