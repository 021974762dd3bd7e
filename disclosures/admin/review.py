"""Gather what a clerk needs to judge a draft: what was recognised, what was read, what is doubtful."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from disclosures.admin.recognition import ShownField, shown_fields
from disclosures.ingest.publication import Matter, matter_of, still_open
from disclosures.ingest.recognised import created_units
from disclosures.ingest.unit_matching import similar_units
from disclosures.models import Finding, Job, Revision, RevisionFile, StatementTable, Unit
from disclosures.sources.findings import ShownFinding, shown_findings
from disclosures.vocabulary import FactState, Severity


@dataclass(frozen=True, slots=True)
class Doubts:
    """The findings of one severity."""

    severity: Severity
    findings: tuple[ShownFinding, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """One revision as its review page shows it."""

    revision: Revision
    fields: tuple[ShownField, ...]
    unit_is_new: bool
    similar: tuple[Unit, ...]
    others: tuple[Revision, ...]
    files: tuple[RevisionFile, ...]
    tables: tuple[StatementTable, ...]
    counts: tuple[tuple[str, int], ...]
    unread: int
    reading: Job | None
    failed: Job | None
    reread: Job | None
    open_doubts: int
    blocking: tuple[Finding, ...]
    doubts: tuple[Doubts, ...]
    answered: tuple[ShownFinding, ...]

    @property
    def is_draft(self) -> bool:
        """Tell whether the revision may still be put right."""
        return self.revision.state == Revision.State.DRAFT

    @property
    def is_published(self) -> bool:
        """Tell whether the public sees the revision."""
        return self.revision.state == Revision.State.PUBLISHED

    @property
    def is_being_reread(self) -> bool:
        """Tell whether a worker has still to read the revision again."""
        return self.reread is not None and self.reread.is_unfinished

    @property
    def published_other(self) -> Revision | None:
        """Return the revision that this one would take the place of."""
        return next((other for other in self.others if other.state == Revision.State.PUBLISHED), None)


def review_of(revision: Revision) -> Review:
    """Return a revision's review."""
    unit = revision.disclosure.unit
    findings = shown_findings(revision.findings.standing().select_related("table", "revision"))
    blocking = tuple(still_open(revision))
    return Review(
        revision=revision,
        fields=tuple(shown_fields(revision.recognised)),
        unit_is_new=unit.pk in created_units(revision.recognised),
        similar=similar_units(unit),
        others=tuple(revision.disclosure.revisions.select_related("disclosure__unit").exclude(pk=revision.pk)),
        files=tuple(revision.files.all()),
        tables=_tables(revision),
        counts=_counts(revision),
        unread=sum(matter_of(finding) is Matter.UNREAD for finding in blocking),
        reading=revision.jobs.unfinished().first(),
        failed=revision.jobs.filter(stage=Job.Stage.FAILED).first(),
        reread=revision.rereadings.with_revision().order_by("-created_at", "-pk").first(),
        open_doubts=revision.findings.standing().needing_an_answer().answered_as("open").count(),
        blocking=blocking if revision.published_at is None else (),
        doubts=_by_severity(one for one in findings if one.mark is None),
        answered=tuple(one for one in findings if one.mark is not None),
    )


def _tables(revision: Revision) -> tuple[StatementTable, ...]:
    printed = Count("line_items", filter=Q(line_items__state=FactState.PRINTED), distinct=True)
    indicators = Count("indicators", distinct=True)
    return tuple(revision.tables.defer("grid").annotate(printed=printed, indicator_count=indicators).order_by("index"))


def _counts(revision: Revision) -> tuple[tuple[str, int], ...]:
    return (
        ("数据项", revision.line_items.printed().count()),
        ("文字数据", revision.figures.count()),
        ("绩效指标", revision.indicators.count()),
        ("项目", revision.projects.count()),
        ("文字说明", revision.sections.count()),
    )


def _by_severity(findings: Iterable[ShownFinding]) -> tuple[Doubts, ...]:
    listed = list(findings)
    grouped = (Doubts(severity, tuple(f for f in listed if f.severity == severity)) for severity in Severity)
    return tuple(doubts for doubts in grouped if doubts.findings)
