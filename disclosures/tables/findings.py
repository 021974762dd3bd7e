"""Group the findings of a revision by how much they matter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from disclosures.comparison.display import money_text
from disclosures.comparison.selection import MoneyScale
from disclosures.models import Finding
from disclosures.vocabulary import Severity

# Findings about shares and counts carry numbers that are no money.
NOT_MONEY = ("percent", "share", "rate", "count", "weight", "score", "year")


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding with its numbers as the page shows them."""

    finding: Finding
    expected: str
    actual: str
    difference: str


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """All findings of one severity."""

    severity: Severity
    findings: tuple[ShownFinding, ...]


def grouped_findings(findings: Iterable[Finding], scale: MoneyScale) -> list[FindingGroup]:
    """Return the findings by severity, the gravest first; severities without findings are left out."""
    shown = [_shown(finding, scale) for finding in findings]
    groups = (FindingGroup(each, tuple(s for s in shown if s.finding.severity == each)) for each in Severity)
    return [group for group in groups if group.findings]


def _shown(finding: Finding, scale: MoneyScale) -> ShownFinding:
    is_money = not any(word in finding.code for word in NOT_MONEY)
    expected, actual, difference = (
        _number(text, scale if is_money else None) for text in (finding.expected, finding.actual, finding.difference)
    )
    return ShownFinding(finding, expected, actual, difference)


def _number(text: str, scale: MoneyScale | None) -> str:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return f"{number:,f}" if scale is None else f"{money_text(number, scale)} {scale.label}"
