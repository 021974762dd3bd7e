"""Store units, their disclosures with immutable revisions, and every printed figure with its place."""

from disclosures.models.assigned_meanings import AssignedMeaning
from disclosures.models.audit import AuditEntry, AuditEntryChanged
from disclosures.models.corrections import Correction, standing_corrections
from disclosures.models.filings import Disclosure, FiscalYear, Revision, RevisionFile
from disclosures.models.finding_marks import FindingMark
from disclosures.models.findings import Finding, UncheckedRule, standing_marks
from disclosures.models.jobs import Job
from disclosures.models.performance import PerformanceIndicator, Project
from disclosures.models.printed_text import PrintedText
from disclosures.models.project_series import ProjectMatch, ProjectSeries
from disclosures.models.prose import Figure, Section
from disclosures.models.responsibility import Responsibility
from disclosures.models.revision_content import FiledContentChanged
from disclosures.models.sharing import SharedComparison
from disclosures.models.statements import LineItem, StatementTable
from disclosures.models.units import Unit, UnitAlias

__all__ = [
    "AssignedMeaning",
    "AuditEntry",
    "AuditEntryChanged",
    "Correction",
    "Disclosure",
    "Figure",
    "FiledContentChanged",
    "Finding",
    "FindingMark",
    "FiscalYear",
    "Job",
    "LineItem",
    "PerformanceIndicator",
    "PrintedText",
    "Project",
    "ProjectMatch",
    "ProjectSeries",
    "Responsibility",
    "Revision",
    "RevisionFile",
    "Section",
    "SharedComparison",
    "StatementTable",
    "UncheckedRule",
    "Unit",
    "UnitAlias",
    "standing_corrections",
    "standing_marks",
]
