"""Turn named tables and prose into typed facts, projects, indicators, figures and sections."""

from __future__ import annotations

from dataclasses import dataclass

from disclosures.evidence import Finding, SourceDocument
from disclosures.extraction.performance.tables import extract_performance
from disclosures.extraction.prose.figures import extract_figures
from disclosures.extraction.prose.sections import extract_sections
from disclosures.extraction.readings import Fact, Figure, Indicator, Project, Section
from disclosures.extraction.statements.base_data import staff_figures
from disclosures.extraction.statements.tables import extract_facts
from disclosures.meanings import NO_MEANINGS, Meanings
from disclosures.recognition.statements import Identity, StatementTable
from disclosures.vocabulary import TableKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What the tables and the prose of one document say, and the doubts met on the way."""

    facts: tuple[Fact, ...]
    projects: tuple[Project, ...]
    indicators: tuple[Indicator, ...]
    figures: tuple[Figure, ...]
    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]


def extract(
    source: SourceDocument,
    identity: Identity,
    tables: tuple[StatementTable, ...],
    meanings: Meanings = NO_MEANINGS,
) -> Extraction:
    """Extract everything from a recognised document; ``meanings`` are what people said of its columns."""
    facts, fact_findings = extract_facts(identity, tables, meanings)
    performance = extract_performance(identity, tables)
    sections = extract_sections(source, tables)
    prose = extract_figures(source, identity, tables, facts)
    return Extraction(
        facts=facts,
        projects=(*performance.projects, *prose.projects),
        indicators=performance.indicators,
        figures=(*performance.figures, *_staff(identity, tables), *prose.figures),
        sections=sections,
        findings=(*fact_findings, *performance.findings, *prose.findings),
    )


def _staff(identity: Identity, tables: tuple[StatementTable, ...]) -> tuple[Figure, ...]:
    """Return the staff counts that basic data of a review hold beside their amounts."""
    forms = (table for table in tables if table.kind is TableKind.REVIEW_BASE_DATA)
    return tuple(figure for form in forms for figure in staff_figures(form, identity))
