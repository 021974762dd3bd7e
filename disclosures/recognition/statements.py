"""Hold what recognition gives: the named tables of a document and whose document it is."""

from __future__ import annotations

from dataclasses import dataclass

from disclosures.amounts import MoneyUnit
from disclosures.evidence import Grid, Line
from disclosures.vocabulary import DisclosureKind, Scope, TableKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Whose disclosure it is; ``confidence`` tells by field how sure (0 to 1), ``sources`` where it stands."""

    unit: str | None = None
    unit_code: str | None = None
    supervising_department: str | None = None
    region: str | None = None
    fiscal_year: int | None = None
    kind: DisclosureKind | None = None
    scope: Scope | None = None
    confidence: tuple[tuple[str, float], ...] = ()
    sources: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementTable:
    """One table of the document with all its pages.

    ``grids`` are its pieces in order, one for each page, exactly as printed (headers repeated or not).
    ``captions`` are the lines that stood between the title and the grid, ``notes`` those after it that belong to it.
    ``money_unit`` is None where the table prints none; ``printed_unit`` is the unit's text as printed.
    """

    index: int
    kind: TableKind
    title: str | None
    label: str | None
    money_unit: MoneyUnit | None
    grids: tuple[Grid, ...]
    declared_empty: bool = False
    captions: tuple[Line, ...] = ()
    notes: tuple[Line, ...] = ()

    @property
    def pages(self) -> tuple[int, ...]:
        """Return the page numbers (counted from 1) that the table stands on, without repeats."""
        return tuple(dict.fromkeys(grid.page for grid in self.grids if grid.page is not None))
