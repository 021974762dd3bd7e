"""Compare what a document says with what must be true of it; every check yields findings and changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from disclosures.checks.arithmetic import sums_hold
from disclosures.evidence import Finding
from disclosures.extraction import Extraction
from disclosures.recognition.statements import Identity, StatementTable

Check = Callable[[Identity, tuple[StatementTable, ...], Extraction], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (sums_hold,)


def check(identity: Identity, tables: tuple[StatementTable, ...], said: Extraction) -> tuple[Finding, ...]:
    """Return what every check found."""
    return tuple(finding for one in CHECKS for finding in one(identity, tables, said))
