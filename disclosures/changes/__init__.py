"""Say what changed from one revision of a disclosure to another: figures, projects, goals, prose and findings."""

from disclosures.changes.between import RevisionChanges, changes_between, changes_since_last
from disclosures.changes.figures import Change, ChangedFigure
from disclosures.changes.rows import ChangedPart, ChangedRow

__all__ = [
    "Change",
    "ChangedFigure",
    "ChangedPart",
    "ChangedRow",
    "RevisionChanges",
    "changes_between",
    "changes_since_last",
]
