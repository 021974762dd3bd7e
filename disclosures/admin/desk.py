"""Lay out the clerk's table of uploads: each with its guess, how sure it is, how far it is and what to do next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.models import User
from django.db.models import Q
from django.utils import timezone

from disclosures.admin.recognition import SURE
from disclosures.forms import RowForm
from disclosures.ingest.recognised import RecognisedField, recognised_fields
from disclosures.models import Job, Revision, StatementTable
from disclosures.models.jobs import LEFT, REPEATABLE, UNFINISHED, Stage
from disclosures.models.unit_names import unit_key
from disclosures.vocabulary import TableKind

# What one desk shows at most; a fortnight's hundreds of files fit.
MAX_ROWS = 400
# Settled uploads stay in sight for a day.
IN_SIGHT = timedelta(days=1)
# As many finished uploads say how long the next will take.
SAMPLE = 20
# A queue that nobody has taken anything from for so long has no reader.
PATIENCE = timedelta(seconds=45)

SHOWN = ("unit", "fiscal_year", "kind", "scope")


@dataclass(frozen=True, slots=True)
class Row:
    """One upload as the clerk sees it."""

    job: Job
    form: RowForm | None
    sure: float | None
    partner: str
    seconds_left: int | None

    @property
    def is_sure(self) -> bool:
        """Tell whether nothing of the guess asks for a second look."""
        return self.sure is not None and self.sure >= SURE

    @property
    def percent(self) -> int | None:
        """Return how far the reading is; None where that is not known."""
        return round(100 * self.job.done / self.job.total) if self.job.total else None

    @property
    def is_draft(self) -> bool:
        """Tell whether the upload became a draft that waits for its review."""
        return self.job.revision is not None and self.job.revision.state == Revision.State.DRAFT


@dataclass(frozen=True, slots=True)
class Desk:
    """A person's uploads, and how the queue stands."""

    rows: tuple[Row, ...]
    unfinished: int
    seconds_left: int | None
    has_no_reader: bool


def desk_of(user: User) -> Desk:
    """Return a person's desk."""
    recent = Q(created_at__gt=timezone.now() - IN_SIGHT)
    open_ones = Q(stage__in=(*UNFINISHED, *LEFT)) | Q(revision__state=Revision.State.DRAFT)
    jobs = list(Job.objects.filter(uploaded_by=user).filter(recent | open_ones).with_revision()[:MAX_ROWS])
    rows = rows_of(jobs)
    unfinished = sum(job.is_unfinished for job in jobs)
    return Desk(rows, unfinished, _seconds_left(unfinished), _has_no_reader())


def rows_of(jobs: Sequence[Job]) -> tuple[Row, ...]:
    """Return uploads as rows, those that seem to belong together pointing at each other."""
    partners = _partners(jobs)
    return tuple(_row(job, partners.get(job.pk, "")) for job in jobs)


def pairs_of_drafts(revisions: Iterable[Revision]) -> list[tuple[Revision, Revision]]:
    """Return drafts of one disclosure that complement each other: the text and the tables were filed apart."""
    by_disclosure: dict[int, list[Revision]] = defaultdict(list)
    for revision in revisions:
        if revision.state == Revision.State.DRAFT and revision not in by_disclosure[revision.disclosure_id]:
            by_disclosure[revision.disclosure_id].append(revision)
    kinds = _kinds([revision for group in by_disclosure.values() if len(group) > 1 for revision in group])
    return [
        (first, second)
        for first, second in (
            sorted(group, key=lambda one: one.number) for group in by_disclosure.values() if len(group) == 2
        )
        if not kinds[first.pk] & kinds[second.pk]
    ]


def _row(job: Job, partner: str) -> Row:
    fields = recognised_fields(job.recognised)
    editable = job.is_unfinished or job.needs_identity or (_is_open_draft(job) and job.confirmed_at is None)
    form = RowForm(prefix=str(job.pk), initial=shown_identity(job)) if editable else None
    return Row(job, form, _surety(fields), partner, _page_seconds(job))


def shown_identity(job: Job) -> dict[str, object]:
    """Return what the table shows of an upload's identity: what a person said, else what was recognised."""
    fields = recognised_fields(job.recognised)
    said = {name: field.value for name, field in fields.items()} | job.corrections
    return {name: said.get(name) or "" for name in ("unit", "region", "fiscal_year", "kind", "scope")}


def _is_open_draft(job: Job) -> bool:
    return job.revision is not None and job.revision.state == Revision.State.DRAFT


def _surety(fields: dict[str, RecognisedField]) -> float | None:
    """Return how sure the least sure part of an identity is; None where one is missing."""
    shown = [fields[name] for name in SHOWN if name in fields]
    if any(field.value in (None, "") for field in shown if field.name != "scope") or not shown:
        return None
    return min((1.0 if field.corrected else field.confidence or 1.0) for field in shown if field.value)


def _partners(jobs: Sequence[Job]) -> dict[int, str]:
    """Say of each upload which other seems to be of the same disclosure."""
    groups: dict[tuple[object, ...], list[Job]] = defaultdict(list)
    for job in jobs:
        said = shown_identity(job)
        is_open = job.stage not in (*REPEATABLE, Stage.DUPLICATE) and (job.revision is None or _is_open_draft(job))
        if is_open and said["unit"] and said["fiscal_year"]:
            key = unit_key(str(said["unit"]), str(said["region"]))
            groups[(key, said["fiscal_year"], said["kind"], said["scope"])].append(job)
    return {
        job.pk: next(other.name for other in group if other != job)
        for group in groups.values()
        if len(group) == 2 and group[0].revision_id != group[1].revision_id
        for job in group
    }


def _kinds(revisions: Sequence[Revision]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    tables = StatementTable.objects.of_revisions(revisions).exclude(kind=TableKind.OTHER)
    for revision, kind in tables.values_list("revision", "kind"):
        found[revision].add(kind)
    return found


def _page_seconds(job: Job) -> int | None:
    """Return how long the reading of a file's pages will take on."""
    if job.stage != Stage.READING or not job.done or not job.total or job.started_at is None:
        return None
    spent = (timezone.now() - job.started_at).total_seconds()
    return round(spent / job.done * (job.total - job.done))


def _seconds_left(unfinished: int) -> int | None:
    """Return how long the queue will take, going by the last files; None where none was read yet."""
    took = Job.objects.filter(stage=Stage.STORED, started_at__isnull=False, finished_at__isnull=False)
    times = took.order_by("-finished_at").values_list("started_at", "finished_at")[:SAMPLE]
    seconds = [(end - begin).total_seconds() for begin, end in times if begin and end]
    if not seconds or not unfinished:
        return None
    mean = sum(seconds) / len(seconds)
    readers = max(1, Job.objects.in_hand().count())
    ahead = Job.objects.unfinished().count()
    return round(mean * ahead / readers)


def _has_no_reader() -> bool:
    """Tell whether files wait and nobody reads."""
    waiting = Job.objects.queued().filter(queued_at__lt=timezone.now() - PATIENCE)
    return waiting.exists() and not Job.objects.in_hand().exists()
