"""Compare units over years: a selection (the address) becomes one frozen result."""

from __future__ import annotations

from disclosures.comparison.compare import compare
from disclosures.comparison.result import Comparison
from disclosures.comparison.selection import Selection

__all__ = ["Comparison", "Selection", "compare"]
