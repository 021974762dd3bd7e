"""Find for every cell and sentence of a finding the view of its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.urls import reverse

from disclosures.amounts import MoneyUnit, parse_amount
from disclosures.models import Figure, Finding, LineItem, PerformanceIndicator, Project

# A place of a finding: the finding's id, and the number of the place in it.
At = tuple[int, int]
# Where something stands: the revision, the page and the box.
Spot = tuple[int, int, tuple[float, ...]]

_TEXTS: Mapping[str, type[PerformanceIndicator | Project]] = {"indicator": PerformanceIndicator, "project": Project}


def place_addresses(findings: Iterable[Finding]) -> dict[At, str]:
    """Return the address of the source of every place that was read as a figure; of the others nothing."""
    listed = list(findings)
    revisions = {finding.revision_id for finding in listed}
    pages = {place["page"] for finding in listed for place in finding.places if place["page"]}
    cells, sentences = _cells(revisions, pages), _sentences(revisions, pages)
    without_boxes = _amounts({finding.revision_id for finding in listed if any(not p["box"] for p in finding.places)})
    found: dict[At, str] = {}
    for finding in listed:
        for number, place in enumerate(finding.places):
            spot = _spot(finding.revision_id, place["page"], place["box"])
            if spot is None:
                address = _by_amount(place, without_boxes.get(finding.revision_id, []))
            else:
                address = cells.get(spot) or sentences.get((spot, amount_of(place["printed"])), "")
            if address:
                found[finding.pk, number] = address
    return found


def amount_of(printed: str) -> str:
    """Return the number in a printed value, in yuan where it is money; nothing where it is words."""
    number = printed.rstrip("".join({char for unit in MoneyUnit for char in unit.label}) + "%分个辆人次批台套")
    unit = MoneyUnit.named(printed.removeprefix(number))
    amount = parse_amount(number, unit or MoneyUnit.YUAN)
    return "" if amount is None else format(amount.normalize(), "f")


def _cells(revisions: set[int], pages: set[int]) -> dict[Spot, str]:
    """Return the sources by place: cells of tables first, then indicators and projects, whose boxes are rows."""
    found: dict[Spot, str] = {}
    items = LineItem.objects.of_revisions(revisions).on_pages(pages)
    for spot, key in _spots(items.values_list("revision", "page", "box", "pk")):
        found.setdefault(spot, reverse("disclosures:source", args=[key]))
    for kind, model in _TEXTS.items():
        rows = model.objects.of_revisions(revisions).on_pages(pages)
        for spot, key in _spots(rows.values_list("revision", "page", "box", "pk")):
            found.setdefault(spot, reverse("disclosures:text_source", args=[kind, key]))
    return found


def _sentences(revisions: set[int], pages: set[int]) -> dict[tuple[Spot, str], str]:
    """Return the sources of figures in prose by place and value: a sentence holds several."""
    figures = Figure.objects.of_revisions(revisions).on_pages(pages)
    found: dict[tuple[Spot, str], str] = {}
    for revision, page, box, value, key in figures.values_list("revision", "page", "box", "value", "pk"):
        spot = _spot(revision, page, box)
        if spot is not None:
            found.setdefault((spot, amount_of(value)), reverse("disclosures:text_source", args=["figure", key]))
    return found


def _amounts(revisions: set[int]) -> dict[int, list[tuple[str, str, str]]]:
    """Return heading, amount and source of the figures of files without pages."""
    found: dict[int, list[tuple[str, str, str]]] = {}
    items = LineItem.objects.of_revisions(revisions).without_a_box() if revisions else LineItem.objects.none()
    for item in items.only("revision_id", "heading", "amount_fen"):
        amount = "" if item.amount is None else format(item.amount.normalize(), "f")
        address = reverse("disclosures:source", args=[item.pk])
        found.setdefault(item.revision_id, []).append((item.heading, amount, address))
    return found


def _by_amount(place: dict[str, Any], known: list[tuple[str, str, str]]) -> str:
    """Return the source with a place's name and amount; nothing where there are several or none."""
    wanted = amount_of(place["printed"])
    alike = [
        address for heading, amount, address in known if wanted == amount and heading and heading in place["label"]
    ]
    return alike[0] if len(alike) == 1 else ""


def _spots(rows: Iterable[tuple[int, int | None, list[float] | None, int]]) -> Iterator[tuple[Spot, int]]:
    for revision, page, box, key in rows:
        spot = _spot(revision, page, box)
        if spot is not None:
            yield spot, key


def _spot(revision: int, page: int | None, box: list[float] | None) -> Spot | None:
    return (revision, page, tuple(box)) if page is not None and box else None
