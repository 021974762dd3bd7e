"""Group the findings of a revision by how much they matter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from disclosures.sources.findings import ShownFinding
from disclosures.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """All findings of one severity."""

    severity: Severity
    findings: tuple[ShownFinding, ...]


def grouped_findings(findings: Iterable[ShownFinding]) -> list[FindingGroup]:
    """Return the findings by severity, the gravest first; severities without findings are left out."""
    listed = list(findings)
    groups = (FindingGroup(each, tuple(one for one in listed if one.severity == each)) for each in Severity)
    return [group for group in groups if group.findings]
