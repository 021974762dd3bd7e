"""Write what the rules say of a file as JSON, and read it back as it was."""

from __future__ import annotations

from dataclasses import asdict
from decimal import Decimal
from typing import Any

from disclosures.amounts import plain_text
from disclosures.checks.rule import NotChecked
from disclosures.evidence import Box, Finding, Place
from disclosures.precheck.checked_file import CheckedFile
from disclosures.vocabulary import Severity

_NUMBERS = ("expected", "actual", "difference", "tolerance")

Json = dict[str, Any]


def to_json(checked: CheckedFile) -> Json:
    """Return a result as JSON."""
    plain = {name: getattr(checked, name) for name in CheckedFile.__slots__ if name not in ("findings", "unchecked")}
    findings = [_finding(finding) for finding in checked.findings]
    return {**plain, "findings": findings, "unchecked": [asdict(one) for one in checked.unchecked]}


def from_json(said: Json) -> CheckedFile:
    """Return the result that was written."""
    return CheckedFile(
        **{
            **said,
            "tables": tuple(said["tables"]),
            "findings": tuple(_read_finding(finding) for finding in said["findings"]),
            "unchecked": tuple(NotChecked(**one) for one in said["unchecked"]),
        }
    )


def _finding(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "pages": list(finding.pages),
        "table": finding.table,
        "formula": finding.formula,
        "boxes": [[page, box.as_list()] for page, box in finding.boxes],
        "places": [[place.label, place.printed, place.page, _list(place.box)] for place in finding.places],
        **{name: plain_text(getattr(finding, name)) for name in _NUMBERS},
    }


def _read_finding(said: Json) -> Finding:
    return Finding(
        **{
            **said,
            "severity": Severity(said["severity"]),
            "pages": tuple(said["pages"]),
            "boxes": tuple((page, Box(*box)) for page, box in said["boxes"]),
            "places": tuple(
                Place(label, printed, page, Box(*box) if box else None) for label, printed, page, box in said["places"]
            ),
            **{name: None if said[name] is None else Decimal(said[name]) for name in _NUMBERS},
        }
    )


def _list(box: Box | None) -> list[float] | None:
    return box.as_list() if box else None
