"""Divide three public expenses by the numbers that the same document states: per vehicle, per visit, per guest."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Exists, OuterRef
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosures.models import Correction, Figure, LineItem, Revision, Section, Unit, standing_corrections
from disclosures.models.units import UnitQuerySet
from disclosures.vocabulary import DisclosureKind, Item, Phase, TableKind

# The topic of the figures in the text that count vehicles.
VEHICLES = "vehicle_count"
_SENTENCE = re.compile(r"[^。；;\n]*接待[^。；;\n]*")
_VISITS = re.compile(r"(?:团组|批次)(?:数)?\s*(\d+)\s*[个批]|(\d+)\s*(?:个批次|批次|个团组|团次|批)")
_GUESTS = re.compile(r"(\d+)\s*人次?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A number that the document states, with where."""

    number: int
    sentence: str
    page: int | None
    figure: int | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """What is divided by what; ``name`` is the word for it in an address."""

    name: str
    label: str | Promise
    item: Item
    each: str | Promise


MEASURES = (
    Measure("vehicle", _("每辆公务用车运行费"), Item.VEHICLE_OPERATION, _("公务用车数量")),
    Measure("visit", _("每批次公务接待费"), Item.RECEPTION, _("公务接待批次")),
    Measure("guest", _("每人次公务接待费"), Item.RECEPTION, _("公务接待人次")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCost:
    """One expense divided by one count; ``reason`` says why it cannot be where ``amount`` is None."""

    measure: Measure
    revision: Revision
    cost: LineItem | None
    spent: Decimal | None
    counted: Counted | None
    reason: str | Promise = ""
    corrected: bool = False

    @property
    def label(self) -> str | Promise:
        """Return what is measured."""
        return self.measure.label

    @property
    def amount(self) -> Decimal | None:
        """Return the yuan for each."""
        if self.spent is None or self.counted is None or not self.counted.number:
            return None
        return (self.spent / self.counted.number).quantize(Decimal("0.01"), ROUND_HALF_UP)

    @property
    def key(self) -> str:
        """Return what a point of a chart and its cell in the table are both known by."""
        return f"{self.revision.pk}-{self.measure.name}"


def units_counting_first() -> UnitQuerySet:
    """Return the units that have published budgets or accounts, those whose text counts vehicles first."""
    counted = Figure.objects.published().on_topics([VEHICLES]).filter(revision__disclosure__unit=OuterRef("pk"))
    publishing = Unit.objects.publishing(DisclosureKind.BUDGET, DisclosureKind.FINAL_ACCOUNTS)
    return publishing.annotate(counting=Exists(counted)).order_by("-counting", "name", "pk")


def unit_costs(revision: Revision) -> list[UnitCost]:
    """Return what a vehicle, a visit and a guest cost in one disclosure."""
    return all_unit_costs([revision])[revision.pk]


def all_unit_costs(revisions: Sequence[Revision]) -> Mapping[int, list[UnitCost]]:
    """Return by revision what a vehicle, a visit and a guest cost, in four queries for all."""
    costs = _costs(revisions)
    items = [row for of_revision in costs.values() for row in of_revision.values()]
    corrections = standing_corrections(items)
    counts = _counts([revision.pk for revision in revisions])
    return {
        revision.pk: [
            _unit_cost(measure, revision, costs[revision.pk].get(measure.item), corrections, counts[revision.pk])
            for measure in MEASURES
        ]
        for revision in revisions
    }


Counts = Mapping[str, Sequence[Counted]]


def _unit_cost(
    measure: Measure,
    revision: Revision,
    cost: LineItem | None,
    corrections: Mapping[int, Mapping[str, Correction]],
    counts: Counts,
) -> UnitCost:
    """Divide only where one number is stated; two that differ cannot both be right."""
    correction = corrections.get(cost.pk, {}).get(Correction.Field.AMOUNT) if cost else None
    spent = correction.amount if correction else cost.amount if cost else None
    found = counts.get(measure.name, ())
    reason = _why_not(spent, found)
    agreed = found[0] if spent is not None and found and len({one.number for one in found}) == 1 else None
    return UnitCost(
        measure=measure,
        revision=revision,
        cost=cost,
        spent=spent,
        counted=agreed,
        reason=reason,
        corrected=correction is not None,
    )


def _why_not(spent: Decimal | None, found: Sequence[Counted]) -> str | Promise:
    if spent is None:
        return _("“三公”经费表没有这项金额")
    if not found:
        return _("文件没有写明数量")
    if len({one.number for one in found}) > 1:
        return _("文件中写明的数量不一致")
    return "" if found[0].number else _("数量为0，不能相除")


def _costs(revisions: Sequence[Revision]) -> Mapping[int, Mapping[str, LineItem]]:
    """Return the years' own figures of the three public expenses: spent in accounts, planned in budgets."""
    accounts = {one.pk for one in revisions if one.disclosure.kind == DisclosureKind.FINAL_ACCOUNTS}
    found: dict[int, dict[str, LineItem]] = defaultdict(dict)
    rows = LineItem.objects.of_revisions(revisions).in_tables(TableKind.THREE_PUBLIC).of_year_filed()
    for row in rows.printed().order_by("revision", "id"):
        if row.phase == (Phase.OUTTURN if row.revision_id in accounts else Phase.APPROVED):
            found[row.revision_id].setdefault(row.item, row)
    return found


def _counts(revisions: Sequence[int]) -> Mapping[int, Counts]:
    """Return by revision and measure every number that the text states."""
    found: dict[int, dict[str, list[Counted]]] = defaultdict(lambda: defaultdict(list))
    for one in Figure.objects.of_revisions(revisions).on_topics([VEHICLES]):
        number = int(Decimal(one.value))
        counted = Counted(number=number, sentence=one.sentence, page=one.page, figure=one.pk)
        found[one.revision_id]["vehicle"].append(counted)
    for section in Section.objects.of_revisions(revisions).speaking_of("接待"):
        visits, guests = reception_counts([section])
        found[section.revision_id]["visit"] += visits
        found[section.revision_id]["guest"] += guests
    return found


def reception_counts(sections: Iterable[Section]) -> tuple[list[Counted], list[Counted]]:
    """Return the numbers of visits and of guests that the text states of receptions."""
    visits: list[Counted] = []
    guests: list[Counted] = []
    for section in sections:
        for sentence in _SENTENCE.findall(section.text):
            said = sentence[sentence.index("接待") :]
            if (match := _VISITS.search(said)) is None:
                continue
            visits.append(Counted(number=int(match[1] or match[2]), sentence=sentence.strip(), page=section.page))
            if people := _GUESTS.search(said[match.end() :]):
                guests.append(Counted(number=int(people[1]), sentence=sentence.strip(), page=section.page))
    return visits, guests
