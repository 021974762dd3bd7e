"""Say what changed from one revision of a disclosure to another: figures, goals, prose and findings."""

from disclosures.changes.between import RevisionChanges, changes_between, changes_since_last
from disclosures.changes.figures import Change, ChangedFigure
from disclosures.changes.shares import AffectedShare, affected_shares

__all__ = [
    "AffectedShare",
    "Change",
    "ChangedFigure",
    "RevisionChanges",
    "affected_shares",
    "changes_between",
    "changes_since_last",
]
