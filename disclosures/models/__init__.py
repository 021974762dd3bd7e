"""Store units, their disclosures with immutable revisions, and every printed figure with its place."""

from disclosures.models.filings import Disclosure, FiscalYear, Revision, RevisionFile
from disclosures.models.jobs import Job
from disclosures.models.performance import PerformanceIndicator, Project
from disclosures.models.prose import Figure, Finding, Section
from disclosures.models.revision_content import FiledContentChanged
from disclosures.models.sharing import SharedComparison
from disclosures.models.statements import LineItem, StatementTable
from disclosures.models.units import Unit, UnitAlias

__all__ = [
    "Disclosure",
    "Figure",
    "FiledContentChanged",
    "Finding",
    "FiscalYear",
    "Job",
    "LineItem",
    "PerformanceIndicator",
    "Project",
    "Revision",
    "RevisionFile",
    "Section",
    "SharedComparison",
    "StatementTable",
    "Unit",
    "UnitAlias",
]
