"""Say what became of one uploaded file, and where to go on."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.urls import reverse

from disclosures.ingest import AlreadyFiled, AlreadyWaiting, Upload, note_duplicate
from disclosures.models import Job
from disclosures.models.jobs import Stage
from disclosures.tasks import submit

LEVELS = {
    Stage.STORED: "success",
    Stage.NEEDS_IDENTITY: "warning",
    Stage.DUPLICATE: "warning",
    Stage.FAILED: "error",
    Stage.CANCELLED: "error",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file, in its row and in words."""

    job: Job

    @property
    def level(self) -> str:
        """Return how good the news is."""
        return LEVELS.get(Stage(self.job.stage), "info")

    @property
    def message(self) -> str:
        """Say how far the upload has come."""
        return self.job.message or self.job.get_stage_display()


def take(upload: Upload, user: User) -> Outcome:
    """Take one file in; whatever is wrong with it concerns this file alone."""
    try:
        return Outcome(submit(upload, uploaded_by=user))
    except (AlreadyFiled, AlreadyWaiting) as known:
        return Outcome(note_duplicate(upload, known, uploaded_by=user))


def review_address(revision: int) -> str:
    """Return the address of a revision's review."""
    return reverse("admin:disclosures_revision_review", args=[revision])
