"""Compare what a document says with what must be true of it; every rule yields findings and changes nothing."""

from __future__ import annotations

from disclosures.checks.catalogue_continuity import PAIR_RULES
from disclosures.checks.continuity import Pair
from disclosures.checks.document import Document
from disclosures.checks.judging import judged, judged_pair
from disclosures.checks.registry import RULES
from disclosures.checks.rule import Checked
from disclosures.evidence import SourceDocument
from disclosures.extraction import Extraction
from disclosures.recognition.statements import Identity, StatementTable


def check(
    identity: Identity,
    tables: tuple[StatementTable, ...],
    said: Extraction,
    source: SourceDocument | None = None,
) -> Checked:
    """Return what every rule found, and which could not be checked; the prose is checked where there is a source."""
    return judged(RULES, Document(identity, tables, said, source))


def check_pair(earlier: Document, later: Document) -> Checked:
    """Return what two files of one unit say of each other: two years, or a budget and its final accounts."""
    return judged_pair(PAIR_RULES, Pair(earlier, later))
