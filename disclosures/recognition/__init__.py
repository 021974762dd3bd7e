"""Name the tables of a document, join them over pages, and find whose document it is."""

from __future__ import annotations

from disclosures.evidence import Finding, SourceDocument
from disclosures.meanings import NO_MEANINGS, Meanings
from disclosures.recognition.identity import find_identity
from disclosures.recognition.statements import Identity, StatementTable
from disclosures.recognition.tables import find_tables


def recognise(
    source: SourceDocument, meanings: Meanings = NO_MEANINGS
) -> tuple[Identity, tuple[StatementTable, ...], tuple[Finding, ...]]:
    """Return whose document it is, its tables in order, and what was doubtful about both.

    What people said of a table (``meanings``) stands in place of what its words tell.
    """
    tables, table_doubts = find_tables(source, meanings)
    identity, identity_doubts = find_identity(source, tables)
    return identity, tables, (*table_doubts, *identity_doubts)
