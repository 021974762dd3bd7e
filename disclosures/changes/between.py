"""Gather all that changed between two revisions of a disclosure."""

from __future__ import annotations

from dataclasses import dataclass

from disclosures.changes.figures import Change, ChangedFigure, changed_figures
from disclosures.changes.findings import changed_findings
from disclosures.changes.rows import ChangedRow, changed_indicators, changed_projects, changed_prose
from disclosures.models import Finding, Revision


@dataclass(frozen=True, slots=True)
class RevisionChanges:
    """What a newer revision says otherwise than an older one of the same disclosure."""

    before: Revision
    after: Revision
    figures: tuple[ChangedFigure, ...]
    projects: tuple[ChangedRow, ...]
    indicators: tuple[ChangedRow, ...]
    prose: tuple[ChangedRow, ...]
    solved: tuple[Finding, ...]
    found: tuple[Finding, ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether both say the same."""
        said = (self.figures, self.projects, self.indicators, self.prose, self.solved, self.found)
        return not any(said)

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """Return how many figures were added, changed and removed."""
        return tuple((str(change), sum(one.change == change for one in self.figures)) for change in Change)


def changes_between(before: Revision, after: Revision) -> RevisionChanges:
    """Return what changed from one revision to another."""
    solved, found = changed_findings(before, after)
    return RevisionChanges(
        before=before,
        after=after,
        figures=tuple(changed_figures(before, after)),
        projects=tuple(changed_projects(before, after)),
        indicators=tuple(changed_indicators(before, after)),
        prose=tuple(changed_prose(before, after)),
        solved=tuple(solved),
        found=tuple(found),
    )


def changes_since_last(revision: Revision) -> RevisionChanges | None:
    """Return what changed since the revision that the public saw before; None where there is none.

    For a draft that is the published one, for a published one the last that it took the place of.
    """
    others = Revision.objects.of_disclosure(revision.disclosure).once_published().exclude(pk=revision.pk)
    if revision.published_at is not None:
        others = others.filter(published_at__lt=revision.published_at)
    last = others.select_related("disclosure__unit").order_by("-published_at").first()
    return None if last is None else changes_between(last, revision)
