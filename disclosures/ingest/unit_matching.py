"""Find the unit that a document means; never two units for one body, never one unit for two."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from disclosures.ingest.storable import storable_text
from disclosures.models import Unit
from disclosures.models.unit_names import place_in, says_where, unit_key, without_own_level

MAX_SIMILAR = 10


class AmbiguousUnit(Exception):
    """A name without its place that several units may have; only a person can say which is meant."""

    def __init__(self, name: str, candidates: tuple[Unit, ...]) -> None:
        self.name = name
        self.candidates = candidates
        names = "、".join(f"{unit.name}（{unit.region or '地区未填'}）" for unit in candidates)
        super().__init__(f"“{name}”没有写明地区，系统中已有名称相近的单位：{names}。请选择已有单位，或补充地区。")


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit, and whether it had to be made."""

    unit: Unit
    is_new: bool


def known_unit(name: str | None, region: str | None) -> Unit | None:
    """Return the unit of a printed name and place, if there is one already."""
    if not name:
        return None
    return _known(unit_key(storable_text(name)[:200], storable_text(region)[:100]))


def find_or_create_unit(name: str, region: str | None, *, code: str | None = None, confirmed: bool) -> FoundUnit:
    """Return the unit of a printed name and place; ``confirmed`` where a person gave them.

    Raises ``AmbiguousUnit`` where nobody confirmed a name that says no place and resembles a known one.
    """
    name, region = storable_text(name)[:200], storable_text(region)[:100]
    key = unit_key(name, region)
    known = _known(key)
    if not confirmed and not says_where(key) and (candidates := _candidates(known, key)):
        raise AmbiguousUnit(name, candidates)
    if known is None:
        fresh = {"name": without_own_level(name), "region": region, "code": (code or "")[:32]}
        return FoundUnit(*Unit.objects.get_or_create(key=key, defaults=fresh))
    _learn(known, region, (code or "")[:32])
    return FoundUnit(known, False)


def find_or_create_supervisor(name: str | None, subordinate: Unit) -> FoundUnit | None:
    """Return the supervising department; its place is its own, or that of the unit below it."""
    if not name or unit_key(name, subordinate.region) == subordinate.key:
        return None
    try:
        found = find_or_create_unit(name, place_in(name) or subordinate.region, confirmed=False)
    except AmbiguousUnit:
        return None
    return None if found.unit == subordinate else found


def units_like(name: str, region: str) -> tuple[Unit, ...]:
    """Return known units that a printed name may mean, the unit itself included."""
    if not name.strip():
        return ()
    key = unit_key(name, region)
    meant = Q(key=key) | Q(aliases__key=key) | _resembling(key)
    return tuple(Unit.objects.filter(meant).distinct()[:MAX_SIMILAR])


def similar_units(unit: Unit) -> tuple[Unit, ...]:
    """Return other units that may be the same body: with a less certain place, or with the same code in one place."""
    same_code = Q(code=unit.code, region=unit.region) if unit.code else Q()
    return tuple(Unit.objects.filter(_resembling(unit.key) | same_code).exclude(pk=unit.pk)[:MAX_SIMILAR])


def _known(key: str) -> Unit | None:
    found = sorted(Unit.objects.keyed(key), key=lambda unit: unit.key != key)
    return found[0] if found else None


def _candidates(known: Unit | None, key: str) -> tuple[Unit, ...]:
    return (known,) if known else tuple(Unit.objects.filter(_resembling(key))[:MAX_SIMILAR])


def _resembling(key: str) -> Q:
    lesser = [key[start:] for start in range(1, len(key)) if key[start - 1] in "省市区县州盟旗"]
    return Q(key__endswith=key) | Q(key__in=lesser)


def _learn(unit: Unit, region: str, code: str) -> None:
    """Fill in what was unknown of a unit; what is known already stays."""
    learned = {}
    if region and not unit.region and unit_key(unit.name, region) == unit.key:
        learned["region"] = region
    if code and not unit.code:
        learned["code"] = code
    if learned:
        Unit.objects.filter(pk=unit.pk).update(**learned)
        unit.refresh_from_db()
