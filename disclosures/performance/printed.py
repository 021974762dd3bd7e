"""Set targets and results as printed: a bare number gets the sign and the measure from columns of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from disclosures.models import PerformanceIndicator
from disclosures.vocabulary import Operator, Verdict

VERDICT_SIGNS: Mapping[Verdict, str] = {Verdict.MET: "✓", Verdict.MISSED: "✗", Verdict.UNJUDGED: "?"}
_BARE_NUMBER = re.compile(r"\s*[\d.,]+\s*")
_SIGNED = frozenset(one for one in Operator if one not in (Operator.EQUAL, Operator.QUALITATIVE))


def printed_target(indicator: PerformanceIndicator) -> str:
    """Return a target as printed, with its sign and measure; nothing where it is blank."""
    if not _BARE_NUMBER.fullmatch(indicator.target):
        return indicator.target
    sign = Operator(indicator.operator).label if indicator.operator in _SIGNED else ""
    return f"{sign}{indicator.target}{indicator.measure}"


def printed_result(indicator: PerformanceIndicator) -> str:
    """Return a result as printed, with its measure; nothing where it is blank."""
    bare = _BARE_NUMBER.fullmatch(indicator.actual)
    return f"{indicator.actual}{indicator.measure}" if bare else indicator.actual
