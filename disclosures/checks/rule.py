"""Say what a rule is: a truth about documents with its code, formula, tolerance, reason and example."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from disclosures.checks.document import Document
from disclosures.checks.printed import Printed
from disclosures.evidence import Finding, Place
from disclosures.vocabulary import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two values that must be equal: one as printed, and what others make it.

    ``words`` say the truth, ``formula`` says it with the figures. ``severity`` stands in place of the rule's where
    this one matters less. Within ``tolerance`` rounding explains the difference.
    """

    words: str
    actual: Printed
    expected: Decimal
    parts: tuple[Printed, ...]
    tolerance: Decimal
    formula: str
    severity: Severity | None = None

    @property
    def difference(self) -> Decimal:
        """Return by how much the printed value is greater."""
        return self.actual.value - self.expected


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A truth that is broken, where no two values can be subtracted."""

    message: str
    places: tuple[Place, ...]
    table: int | None = None
    formula: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Holds:
    """A truth that was looked at and holds, where there is nothing to compare."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a rule that could not be checked, because something was not read."""

    reason: str


Outcome = Comparison | Breach | Holds | Unread
Truth = Callable[[Document], Iterator[Outcome]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the catalogue, and the truth that runs.

    ``formula`` is in words; ``tolerance`` says what is let pass and why; ``needs`` is what has to be read for the
    rule to be checked at all; ``matters`` says why it is worth checking; ``example`` is an invented breach.
    """

    code: str
    title: str
    severity: Severity
    formula: str
    tolerance: str
    needs: str
    matters: str
    example: str
    truth: Truth


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A rule that was not checked on a document, because something was not read; it counts as neither."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What all rules say of one document."""

    findings: tuple[Finding, ...] = ()
    unchecked: tuple[NotChecked, ...] = ()
