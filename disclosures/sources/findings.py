"""Gather what pages and downloads show of a finding: its numbers as printed, and where everything stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.urls import reverse

from disclosures.amounts import MoneyUnit
from disclosures.checks.printed import shown as value_text
from disclosures.evidence import Box
from disclosures.evidence import Finding as ReadFinding
from disclosures.models import Finding, FindingMark, standing_marks
from disclosures.sources.finding_places import place_addresses
from disclosures.sources.rules import is_in_catalogue, rule_title
from disclosures.vocabulary import Severity

# What is printed somewhere: its name, its text, its page and its box.
Standing = tuple[str, str, int | None, Box | None]

_UNIT = re.compile(r"[-−]?[\d,.]+([^\d,.]*)")


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A cell or sentence of a finding; ``address`` opens its source, where there is one to open."""

    number: int
    label: str
    printed: str
    page: int | None
    box: Box | None
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFinding:
    """A finding as it is shown; the numbers are texts in the unit that the document prints."""

    code: str
    title: str
    severity: Severity
    message: str
    formula: str
    expected: str
    actual: str
    difference: str
    tolerance: str
    pages: tuple[int, ...]
    places: tuple[ShownPlace, ...]
    table: str = ""
    in_catalogue: bool = False
    number: int = 0
    stored: Finding | None = None
    mark: FindingMark | None = None


def shown_findings(findings: Iterable[Finding]) -> list[ShownFinding]:
    """Return stored findings as they are shown, with their answers and the addresses of their sources."""
    listed = list(findings)
    addresses, marks = place_addresses(listed), standing_marks(listed)
    return [_stored(finding, addresses, marks.get(finding.pk), number) for number, finding in enumerate(listed, 1)]


def shown_reading(
    findings: Sequence[ReadFinding], titles: Sequence[str], address: Callable[[int], str]
) -> list[ShownFinding]:
    """Return the findings of a file that is not stored; ``address`` says where a page is shown."""
    return [
        _shown(
            finding,
            number,
            [
                ShownPlace(n, label, printed, page, box, address(page) if page else "")
                for n, (label, printed, page, box) in enumerate(_places_read(finding), 1)
            ],
            table=titles[finding.table] if finding.table is not None and finding.table < len(titles) else "",
        )
        for number, finding in enumerate(findings, 1)
    ]


def gravest_first(findings: Iterable[ReadFinding]) -> list[ReadFinding]:
    """Return findings by severity, those of one severity in the order of the document."""
    order = list(Severity)
    return sorted(findings, key=lambda finding: order.index(finding.severity))


def _stored(
    finding: Finding, addresses: dict[tuple[int, int], str], mark: FindingMark | None, number: int
) -> ShownFinding:
    places = [
        ShownPlace(
            n, label, printed, page, box, addresses.get((finding.pk, n - 1)) or _elsewhere(finding, n, page, box)
        )
        for n, (label, printed, page, box) in enumerate(_places_stored(finding), 1)
    ]
    table = str(finding.table) if finding.table else ""
    return _shown(finding, number, places, table=table, stored=finding, mark=mark)


def _places_read(finding: ReadFinding) -> list[Standing]:
    """Return what a finding names; where it names nothing, the boxes and pages alone."""
    named: list[Standing] = [(one.label, one.printed, one.page, one.box) for one in finding.places]
    title = rule_title(finding.code)
    boxed: list[Standing] = [(title, "", page, box) for page, box in finding.boxes]
    return named or boxed or [(title, "", page, None) for page in finding.pages]


def _places_stored(finding: Finding) -> list[Standing]:
    named: list[Standing] = [
        (one["label"], one["printed"], one["page"], Box(*one["box"]) if one["box"] else None) for one in finding.places
    ]
    title = rule_title(finding.code)
    boxed: list[Standing] = [(title, "", page, Box(*box)) for page, box in finding.boxes]
    return named or boxed or [(title, "", page, None) for page in finding.pages]


def _elsewhere(finding: Finding, number: int, page: int | None, box: Box | None) -> str:
    """Return where a place is shown that is no figure: marked on its page, or the page of the file itself."""
    file = finding.file_id or (finding.table.file_id if finding.table else None)
    if box is None and page is not None and file is not None:
        return f"{reverse('disclosures:file', args=[file])}#page={page}"
    return f"{reverse('disclosures:finding', args=[finding.pk])}#place-{number}"


def _shown(
    finding: Finding | ReadFinding,
    number: int,
    places: Sequence[ShownPlace],
    *,
    table: str = "",
    stored: Finding | None = None,
    mark: FindingMark | None = None,
) -> ShownFinding:
    unit = unit_of(places[0].printed) if places and places[0].printed else MoneyUnit.YUAN.label
    return ShownFinding(
        code=finding.code,
        title=rule_title(finding.code),
        severity=Severity(finding.severity),
        message=finding.message,
        formula=finding.formula,
        expected=_number(finding.expected, unit),
        actual=_number(finding.actual, unit),
        difference=_gap(finding.difference, unit, signed=True),
        tolerance=_gap(finding.tolerance, unit),
        pages=tuple(finding.pages),
        places=tuple(places),
        table=table,
        in_catalogue=is_in_catalogue(finding.code),
        number=number,
        stored=stored,
        mark=mark,
    )


def unit_of(printed: str) -> str:
    """Return the unit that a value is printed in; nothing where words are printed."""
    found = _UNIT.fullmatch(printed)
    return found.group(1).strip() if found else ""


def _gap(value: str | Decimal | None, unit: str, *, signed: bool = False) -> str:
    """Return a difference in its unit; percentages differ by points."""
    text = _number(value, unit)
    sign = "+" if signed and text and not text.startswith("-") else ""
    return f"{sign}{text[:-1]}个百分点" if unit == "%" and text else f"{sign}{text}"


def _number(value: str | Decimal | None, unit: str) -> str:
    """Return a number in its unit."""
    if value is None or value == "":
        return ""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return str(value)
    return value_text(number, unit)
