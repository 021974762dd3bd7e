"""Conclude which targets a unit's year before printed too, or word for word; asked for each row it takes too long."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from disclosures.models import PerformanceIndicator, Revision, Unit

_TOLD_BEFORE = PerformanceIndicator._base_manager.filter(
    unit=OuterRef("unit"),
    fiscal_year=OuterRef("fiscal_year") - 1,
    name_key=OuterRef("name_key"),
    of_term=False,
    revision__state=Revision.State.PUBLISHED,
).exclude(target="")
_TELLING = ~Q(name_key="") & ~Q(target="") & Q(of_term=False)
# By mark, what the year before has to print. Only what has a counterpart can be a copy or differ from it.
_MARKS = {
    "told_last_year": Exists(_TOLD_BEFORE),
    "copies_last_year": Exists(_TOLD_BEFORE.filter(target=OuterRef("target"))),
}


def mark_copies(unit: Unit | int, year: int) -> None:
    """Mark the copies among a unit's targets of a year and of the next, after what is published of the year changed."""
    _mark(Q(unit=unit, fiscal_year__in=(year, year + 1)))


def mark_all_copies() -> None:
    """Mark the copies among all targets."""
    _mark(Q())


def _mark(which: Q) -> None:
    """Write the marks, past the guard of filed content: what documents print stays as filed."""
    rows = PerformanceIndicator._base_manager.filter(which)
    for name, printed_before in _MARKS.items():
        marked = rows.filter(_TELLING, printed_before)
        rows.filter(**{name: True}).exclude(pk__in=marked.values("pk")).update(**{name: False})
        marked.filter(**{name: False}).update(**{name: True})
