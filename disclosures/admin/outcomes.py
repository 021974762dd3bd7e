"""Say what became of one uploaded file, and where to go on."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.urls import reverse

from disclosures.ingest import AlreadyFiled, AlreadyWaiting, Upload
from disclosures.models import Job
from disclosures.models.jobs import Stage
from disclosures.tasks import submit

LEVELS = {Stage.STORED: "success", Stage.NEEDS_IDENTITY: "warning", Stage.FAILED: "error", Stage.CANCELLED: "error"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file; a file that came before has no job of its own, but an address where it is."""

    name: str
    level: str
    message: str
    address: str = ""
    next_step: str = ""
    job: Job | None = None

    @classmethod
    def of(cls, job: Job) -> Outcome:
        """Return how far an upload has come."""
        return cls(job.name, LEVELS.get(Stage(job.stage), "info"), job.message or job.get_stage_display(), job=job)


def take(upload: Upload, user: User) -> Outcome:
    """Take one file in; whatever is wrong with it concerns this file alone."""
    try:
        return Outcome.of(submit(upload, uploaded_by=user))
    except AlreadyFiled as known:
        return Outcome(upload.name, "warning", str(known), review_address(known.revision.pk), "查看")
    except AlreadyWaiting as waiting:
        address = f"{reverse('admin:disclosures_job_upload')}#job-{waiting.job.pk}"
        return Outcome(upload.name, "warning", str(waiting), address, "查看")


def review_address(revision: int) -> str:
    """Return the address of a revision's review."""
    return reverse("admin:disclosures_revision_review", args=[revision])
