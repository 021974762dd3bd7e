"""Share one ready comparison of the samples, for the demo's first click."""

from __future__ import annotations

from collections import defaultdict

from django.contrib.auth.models import User

from disclosures.comparison import Selection
from disclosures.models import Disclosure, Revision, SharedComparison, Unit
from disclosures.vocabulary import DisclosureKind

NOTE = "演示用的比较：由示例文件生成，可随时在“分享链接”中撤销。"
MOST_UNITS = 3


def demo_share(by: User) -> SharedComparison | None:
    """Return the demo's shared comparison, made where it is missing; None without published budgets."""
    known = SharedComparison.objects.filter(created_by=by, note=NOTE).first()
    if known is not None:
        return known
    selection = _selection()
    if selection is None:
        return None
    names = list(Unit.objects.filter(pk__in=selection.units).values_list("name", flat=True))
    return SharedComparison.objects.create(
        title=selection.sentence(names)[:200], note=NOTE, query=selection.to_query(), created_by=by
    )


def _selection() -> Selection | None:
    """Choose the kind that most units published, and the units of the most years."""
    by_kind = {kind: _years_by_unit(kind) for kind in (DisclosureKind.BUDGET, DisclosureKind.FINAL_ACCOUNTS)}
    kind, years = max(by_kind.items(), key=lambda item: len(item[1]))
    units = sorted(years, key=lambda unit: (-len(years[unit]), unit))[:MOST_UNITS]
    if not units:
        return None
    return Selection().changed(
        units=tuple(units), years=tuple(sorted(set().union(*(years[unit] for unit in units)))), kind=kind
    )


def _years_by_unit(kind: DisclosureKind) -> dict[int, set[int]]:
    years: dict[int, set[int]] = defaultdict(set)
    published = Disclosure.objects.filter(kind=kind, revisions__state=Revision.State.PUBLISHED)
    for unit, year in published.order_by().values_list("unit", "fiscal_year"):
        years[unit].add(year)
    return years
