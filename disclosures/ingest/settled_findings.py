"""Bring the stored findings of a revision to what is found now: none is deleted, and none appears without its date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass

from django.utils import timezone

from disclosures.models import Finding
from disclosures.models.findings import FindingQuerySet

# What a rule finds and where: two tables may break one rule with the very same figures.
Found = tuple[str, int | None, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Settled:
    """What a later check changed."""

    solved: tuple[Finding, ...] = ()
    found: tuple[Finding, ...] = ()


def counted(findings: Iterable[Finding]) -> Counter[Found]:
    """Count what is found, and where."""
    return Counter(_found(finding) for finding in findings)


def settle(stored: FindingQuerySet, wanted: Counter[Found], known: Iterable[Finding]) -> Settled:
    """Mark what is not wanted any more as solved, and add what is wanted and does not stand.

    ``known`` are findings, stored or not, among which each that is wanted is.
    """
    now, left = timezone.now(), Counter(wanted)
    solved = []
    for finding in stored.standing():
        if left[_found(finding)]:
            left[_found(finding)] -= 1
        else:
            solved.append(finding)
    by_place = {_found(finding): finding for finding in known}
    added = [_added(by_place[one]) for one in left.elements()]
    for finding in added:
        finding.found_at = now
    Finding.objects.filter(pk__in=[finding.pk for finding in solved]).update(solved_at=now)
    return Settled(tuple(solved), tuple(Finding.objects.bulk_create(added)))


def _found(finding: Finding) -> Found:
    return finding.fingerprint, finding.table_id, tuple(finding.pages)


def _added(finding: Finding) -> Finding:
    """Return a row of its own for a finding: one that was solved and is back is not the one of old."""
    row = copy(finding)
    row.pk, row.solved_at = None, None
    row._state = copy(finding._state)
    row._state.adding = True
    return row
