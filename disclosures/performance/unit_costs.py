"""Divide three public expenses by the numbers that the same document states: per vehicle, per visit, per guest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosures.models import Figure, LineItem, Revision, Section
from disclosures.vocabulary import DisclosureKind, Item, Phase, TableKind

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


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCost:
    """One expense divided by one count; ``reason`` says why it cannot be where ``amount`` is None."""

    label: str | Promise
    cost: LineItem | None
    counted: Counted | None
    reason: str | Promise = ""

    @property
    def amount(self) -> Decimal | None:
        """Return the yuan for each."""
        if self.cost is None or self.cost.amount is None or self.counted is None or not self.counted.number:
            return None
        return (self.cost.amount / self.counted.number).quantize(Decimal("0.01"), ROUND_HALF_UP)


def unit_costs(revision: Revision) -> list[UnitCost]:
    """Return what a vehicle, a visit and a guest cost in one disclosure."""
    costs = _costs(revision)
    visits, guests = reception_counts(Section.objects.of_revisions([revision]))
    return [
        _unit_cost(_("每辆公务用车运行费"), costs.get(Item.VEHICLE_OPERATION), vehicles(revision)),
        _unit_cost(_("每批次公务接待费"), costs.get(Item.RECEPTION), visits),
        _unit_cost(_("每人次公务接待费"), costs.get(Item.RECEPTION), guests),
    ]


def _unit_cost(label: str | Promise, cost: LineItem | None, found: Sequence[Counted]) -> UnitCost:
    """Divide only where one number is stated; two that differ cannot both be right."""
    if cost is None or cost.amount is None:
        return UnitCost(label=label, cost=cost, counted=None, reason=_("“三公”经费表没有这项金额"))
    if not found:
        return UnitCost(label=label, cost=cost, counted=None, reason=_("文件没有写明数量"))
    if len({one.number for one in found}) > 1:
        return UnitCost(label=label, cost=cost, counted=None, reason=_("文件中写明的数量不一致"))
    reason = "" if found[0].number else _("数量为0，不能相除")
    return UnitCost(label=label, cost=cost, counted=found[0], reason=reason)


def _costs(revision: Revision) -> dict[str, LineItem]:
    """Return the year's own figures of the three public expenses: spent in accounts, planned in budgets."""
    kind = revision.disclosure.kind
    phase = Phase.OUTTURN if kind == DisclosureKind.FINAL_ACCOUNTS else Phase.APPROVED
    rows = LineItem.objects.of_revisions([revision]).in_tables(TableKind.THREE_PUBLIC).in_phase(phase).of_year_filed()
    found: dict[str, LineItem] = {}
    for row in rows.printed():
        found.setdefault(row.item, row)
    return found


def vehicles(revision: Revision) -> list[Counted]:
    """Return the numbers of vehicles that the text states."""
    stated = Figure.objects.of_revisions([revision]).on_topics(["vehicle_count"])
    return [
        Counted(number=int(Decimal(one.value)), sentence=one.sentence, page=one.page, figure=one.pk) for one in stated
    ]


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
