"""Turn the finance statements of a document into typed facts: one for each printed amount."""

from __future__ import annotations

from collections.abc import Sequence

from disclosures.evidence import Finding
from disclosures.extraction.readings import Fact
from disclosures.extraction.statements import doubts
from disclosures.extraction.statements.base_data import base_data_facts
from disclosures.extraction.statements.cells import Frame, block_facts
from disclosures.extraction.statements.kinds import FINANCE, settled
from disclosures.extraction.statements.names import with_name_functions
from disclosures.extraction.statements.sheets import sheet_of
from disclosures.extraction.statements.times import default_phase, time_in
from disclosures.meanings import NO_MEANINGS, Meanings
from disclosures.recognition.statements import Identity, StatementTable
from disclosures.vocabulary import TableKind

Read = tuple[list[Fact], list[Finding]]


def extract_facts(
    identity: Identity, tables: Sequence[StatementTable], meanings: Meanings = NO_MEANINGS
) -> tuple[tuple[Fact, ...], tuple[Finding, ...]]:
    """Return the facts of all finance statements, and what in them could not be read with certainty."""
    facts: list[Fact] = []
    findings: list[Finding] = []
    for table in tables:
        read = _read(identity, table, meanings)
        facts.extend(read[0])
        findings.extend(read[1])
    return with_name_functions(facts), tuple(findings)


def _read(identity: Identity, table: StatementTable, meanings: Meanings) -> Read:
    if table.kind in FINANCE:
        return read_statement(identity, table, meanings)
    return base_data_facts(identity, table) if table.kind is TableKind.REVIEW_BASE_DATA else ([], [])


def read_statement(identity: Identity, table: StatementTable, meanings: Meanings = NO_MEANINGS) -> Read:
    """Return the facts of one statement and the doubts about it."""
    year = identity.fiscal_year or time_in(table.title or "").year
    common = settled(table.kind, table.title)
    sheet = sheet_of(table, common, meanings.of_columns(table.title, table.kind, year))
    facts: list[Fact] = []
    findings = [doubts.misfit(table, grid) for grid in sheet.misfits]
    findings.extend(doubts.column_left_alone(table, column) for column in sheet.ignored)
    if year is None:
        numbered = any(row.has_numbers for rows in sheet.blocks for row in rows)
        return facts, [*findings, doubts.no_year(table)] if numbered else findings
    frame = Frame(table, common, year, default_phase(table.title, identity.kind))
    units = frozenset(unit for unit in (identity.unit, identity.supervising_department) if unit)
    for rows in sheet.blocks:
        found, doubtful = block_facts(frame, rows, units)
        facts.extend(found)
        findings.extend(doubtful)
    return facts, findings
