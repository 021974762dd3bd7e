"""Write what was read from one file as the JSON of the parse contract: exact names, amounts in yuan as text."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.db.models import TextChoices

from disclosures.amounts import plain_text, yuan_text
from disclosures.evidence import Box, Finding, Place, SourceDocument
from disclosures.extraction.readings import Fact, Figure, Indicator, Project, Section
from disclosures.pipeline import PARSER_VERSION, ReadDisclosure
from disclosures.recognition.statements import Identity, StatementTable
from disclosures.vocabulary import FactState, FigureUnit

# Families of finding codes that say what could not be read, and what was read but not for sure.
UNREAD = {"unread"}
UNSURE = {"code", "identity", "repaired"}

# The finding of a page that was read by OCR.
OCR = "unread.ocr"

Json = dict[str, Any]


def contract(read: ReadDisclosure) -> Json:
    """Return one file's line of ``manage.py parse``."""
    by_ocr = {page for finding in read.findings if finding.code == OCR for page in finding.pages}
    return {
        "file": _file(read.source),
        "parser_version": PARSER_VERSION,
        "disclosure": _disclosure(read.identity),
        "tables": [_table(table) for table in read.tables],
        "facts": [_fact(fact) | _marked(fact.page, by_ocr) for fact in read.facts],
        "projects": [_project(project) | _marked(project.page, by_ocr) for project in read.projects],
        "indicators": [_indicator(indicator) | _marked(indicator.page, by_ocr) for indicator in read.indicators],
        "figures": [_figure(figure) | _marked(figure.page, by_ocr) for figure in read.figures],
        "sections": [_section(section) for section in read.sections],
        "findings": [_finding(finding) for finding in read.findings],
        "unchecked": [{"code": one.code, "reason": one.reason} for one in read.unchecked],
        "counts": _counts(read),
    }


def _marked(page: int | None, by_ocr: set[int]) -> Json:
    """Mark what was read off a picture, letter by letter: a person has to look at it before it is published."""
    return {"read_by_ocr": True} if page in by_ocr else {}


def refusal(name: str, sha256: str | None, code: str, message: str) -> Json:
    """Return the line for a file that could not be read as a whole."""
    return {"file": {"name": name, "sha256": sha256}, "error": {"code": code, "message": message}}


def _file(source: SourceDocument) -> Json:
    return {
        "name": source.name,
        "sha256": source.sha256,
        "media_type": source.media_type,
        "page_count": source.page_count,
    }


def _disclosure(identity: Identity) -> Json:
    return {
        "unit": identity.unit,
        "unit_code": identity.unit_code,
        "supervising_department": identity.supervising_department,
        "region": identity.region,
        "fiscal_year": identity.fiscal_year,
        "kind": _word(identity.kind),
        "scope": _word(identity.scope),
        "confidence": dict(identity.confidence),
        "sources": dict(identity.sources),
    }


def _table(table: StatementTable) -> Json:
    return {
        "index": table.index,
        "kind": _word(table.kind),
        "title": table.title,
        "label": table.label,
        "money_unit": table.money_unit.label if table.money_unit else None,
        "pages": list(table.pages),
        "declared_empty": table.declared_empty,
    }


def _fact(fact: Fact) -> Json:
    return {
        "table": fact.table,
        "direction": _word(fact.direction),
        "fiscal_year": fact.fiscal_year,
        "phase": _word(fact.phase),
        "fund": _word(fact.fund),
        "nature": _word(fact.nature),
        "function": fact.function,
        "economic": fact.economic,
        "item": _word(fact.item),
        "heading": fact.heading,
        "amount": yuan_text(fact.amount),
        "state": _word(fact.state),
        "page": fact.page,
        "bbox": _box(fact.box),
        "printed": fact.printed,
        "column": fact.column,
        "name_function": fact.name_function,
    }


def _project(project: Project) -> Json:
    return {
        "name": project.name,
        "code": project.code,
        "total": yuan_text(project.total),
        "approved": yuan_text(project.approved),
        "revised": yuan_text(project.revised),
        "executed": yuan_text(project.executed),
        "execution_rate": plain_text(project.execution_rate),
        "score": plain_text(project.score),
        "term_goal": project.term_goal,
        "annual_goal": project.annual_goal,
        "content": project.content,
        "page": project.page,
        "bbox": _box(project.box),
        "table": project.table,
    }


def _indicator(indicator: Indicator) -> Json:
    return {
        "table": indicator.table,
        "project": indicator.project,
        "level1": indicator.level1,
        "level2": indicator.level2,
        "level3": indicator.level3,
        "operator": _word(indicator.operator),
        "target": indicator.target,
        "target_number": plain_text(indicator.target_number),
        "unit": indicator.unit,
        "actual": indicator.actual,
        "actual_number": plain_text(indicator.actual_number),
        "weight": plain_text(indicator.weight),
        "score": plain_text(indicator.score),
        "explanation": indicator.explanation,
        "scoring_rule": indicator.scoring_rule,
        "deviation_reason": indicator.deviation_reason,
        "page": indicator.page,
        "bbox": _box(indicator.box),
        **({"of_term": True} if indicator.of_term else {}),
    }


def _figure(figure: Figure) -> Json:
    return {
        "topic": figure.topic,
        "value": yuan_text(figure.value) if figure.unit == FigureUnit.YUAN else plain_text(figure.value),
        "unit": _word(figure.unit),
        "fiscal_year": figure.fiscal_year,
        "phase": _word(figure.phase),
        "direction": _word(figure.direction),
        "page": figure.page,
        "bbox": _box(figure.box),
        "sentence": figure.sentence,
    }


def _section(section: Section) -> Json:
    return {"title": section.title, "text": section.text, "page": section.page}


def _finding(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "severity": _word(finding.severity),
        "message": finding.message,
        "pages": list(finding.pages),
        "expected": plain_text(finding.expected),
        "actual": plain_text(finding.actual),
        "difference": plain_text(finding.difference),
        "table": finding.table,
        "boxes": [{"page": page, "bbox": box.as_list()} for page, box in finding.boxes],
        "formula": finding.formula or None,
        "tolerance": plain_text(finding.tolerance),
        "places": [_place(place) for place in finding.places],
    }


def _place(place: Place) -> Json:
    return {"label": place.label, "printed": place.printed, "page": place.page, "bbox": _box(place.box)}


def _counts(read: ReadDisclosure) -> Json:
    """Return how many amounts were read, how many doubts there are about them, and how much was not read."""
    families = Counter(finding.code.partition(".")[0] for finding in read.findings)
    return {
        "read": sum(fact.state == FactState.PRINTED for fact in read.facts),
        "unsure": sum(families[family] for family in UNSURE),
        "unread": sum(families[family] for family in UNREAD),
    }


def _word(choice: TextChoices | None) -> str | None:
    """Return a vocabulary word as plain text."""
    return None if choice is None else str(choice.value)


def _box(box: Box | None) -> list[float] | None:
    return box.as_list() if box else None
