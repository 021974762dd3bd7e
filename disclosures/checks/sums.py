"""Make comparisons of printed amounts: a sum with its parts, and one amount printed in two places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from disclosures.checks.document import Document
from disclosures.checks.printed import Printed, added, copy_tolerance, is_rounded, sum_of, sum_tolerance
from disclosures.checks.rule import Comparison
from disclosures.extraction.readings import Fact
from disclosures.vocabulary import Severity


def total(document: Document, truth: str, whole: Fact, parts: Iterable[Fact]) -> Iterator[Comparison]:
    """Yield a sum if it can be compared: the whole is printed, and at least one of its parts.

    A blank among printed parts adds nothing.
    """
    printed = tuple(document.printed(part) for part in parts if part.amount is not None)
    if whole.amount is not None and printed:
        yield summed(truth, document.printed(whole), printed)


def summed(truth: str, whole: Printed, parts: tuple[Printed, ...], severity: Severity | None = None) -> Comparison:
    """Return the comparison of a whole with its parts."""
    expected = sum_of(parts)
    return Comparison(
        words=f"{whole.label}{truth}",
        actual=whole,
        expected=expected,
        parts=parts,
        tolerance=sum_tolerance(whole, parts),
        formula=f"{whole.shown} = {added(parts)}",
        severity=severity,
    )


def copied(one: Printed, other: Printed, severity: Severity | None = None) -> Comparison:
    """Return the comparison of one amount as printed in two places.

    What is printed more coarsely (prose in 万元, a table in 元) agrees where it is the other one rounded.
    """
    return Comparison(
        words=f"“{one.label}”与{other.where}的“{other.label}”不一致",
        actual=one,
        expected=one.value if is_rounded(one, other) else other.value,
        parts=(other,),
        tolerance=copy_tolerance(one, other),
        formula=f"{one.shown}（{one.where}）= {other.shown}（{other.where}）",
        severity=severity,
    )
