"""Add units to a comparison by the handful: a department's, a region's, a type's, or those like the first one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from disclosures.comparison.selection import MAX_UNITS, Selection
from disclosures.comparison.stages import PRINTED
from disclosures.comparison.wording import stage_label
from disclosures.models import LineItem, Unit
from disclosures.models.units import UnitQuerySet
from disclosures.vocabulary import Fund, TableKind

# Units of like size spend between a third and three times as much.
LIKE_SIZE = 3
# The group of those like the first unit.
LIKE = "like:"


@dataclass(frozen=True, slots=True)
class Group:
    """Units that can be added at once; ``value`` names them in a form."""

    value: str
    label: str


def groups(selection: Selection) -> Sequence[Group]:
    """Return the groups that have units with something published."""
    places = _publishing(selection).places()
    departments = sorted({(name, key) for key, name, _region, _type in places if key})
    like = [Group(LIKE, _("与第一个单位职能、规模相近的单位"))] if selection.is_complete else []
    return [
        *like,
        *(Group(f"department:{key}", _("%(name)s所属") % {"name": name}) for name, key in departments),
        *(Group(f"region:{region}", region) for region in sorted({place[2] for place in places} - {""})),
        *(Group(f"type:{kind}", str(Unit.Type(kind).label)) for kind in sorted({place[3] for place in places} - {""})),
    ]


def with_group(selection: Selection, value: str) -> Selection:
    """Return the selection with a group's units added, up to as many as a comparison holds."""
    kind, _colon, name = value.partition(":")
    known = _publishing(selection)
    found: Mapping[str, UnitQuerySet] = {
        "department": known.supervised_by(name),
        "region": known.in_region(name),
        "type": known.of_type(name),
    }
    added = _like(selection) if kind == "like" else [unit.pk for unit in found.get(kind, known.none())]
    return selection.changed(units=tuple(dict.fromkeys((*selection.units, *added)))[:MAX_UNITS])


def nothing_added(selection: Selection, value: str) -> str:
    """Say why a group brings no unit that is not chosen already; of like units, what counts as like."""
    first = Unit.objects.filter(pk__in=selection.units[:1]).first()
    if value != LIKE or first is None or not selection.years:
        return _("没有可加入的单位：这一组的单位都已选上，或没有公开所选阶段的文件。")
    by, year = selection.dimension, selection.years[-1]
    said = {"unit": first.name, "year": year, "stage": stage_label(by, selection.stages[0]), "times": LIKE_SIZE}
    if not _like(selection):
        return _("%(unit)s没有公开%(year)s年%(stage)s的功能分类支出，无法据此寻找相近的单位。") % said
    return (
        _(
            "没有找到可加入的、与%(unit)s相近的单位。相近指：%(year)s年%(stage)s中支出最多的功能分类（类）相同，"
            "且支出总额不小于其 1/%(times)s、不大于其 %(times)s 倍。"
        )
        % said
    )


def _publishing(selection: Selection) -> UnitQuerySet:
    return Unit.objects.publishing(*selection.kinds)


def _like(selection: Selection) -> list[int]:
    """Return the units with the first one's largest function and a like total, in the newest year chosen."""
    if not selection.units or not selection.years:
        return []
    spending = _spending(selection)
    own = spending.get(selection.units[0])
    if not own:
        return []
    function, size = _largest(own), sum(own.values())
    return [
        unit
        for unit, spent in spending.items()
        if _largest(spent) == function and size / LIKE_SIZE <= sum(spent.values()) <= size * LIKE_SIZE
    ]


def _spending(selection: Selection) -> dict[int, dict[str, Decimal]]:
    """Return what every unit spent by functional class."""
    where = PRINTED[selection.stages[0]]
    classes = (
        LineItem.objects.published()
        .printed()
        .in_tables(TableKind.EXPENDITURE)
        .for_years([selection.years[-1]])
        .by_class(where.kind, where.phase, Fund.ALL)
    )
    spent: dict[int, dict[str, Decimal]] = defaultdict(dict)
    for unit, function, fen in classes:
        if fen is not None:
            spent[unit][function] = Decimal(fen)
    return spent


def _largest(spent: Mapping[str, Decimal]) -> str:
    return max(spent, key=lambda function: spent[function])
