"""Hold a job while it is read: one worker at a time, and only as long as it shows that it lives.

Every change is one conditional UPDATE, so two workers, a clerk who cancels and the sweeper cannot trip each other up.
"""

from __future__ import annotations

import secrets

from django.db.models import F
from django.utils import timezone

from disclosures.models import Job
from disclosures.models.jobs import IN_HAND, Stage

# What the reader's progress is called → the stage that the clerk sees.
STAGES = {stage.value: stage for stage in IN_HAND}


def take(job: int) -> Job | None:
    """Take a queued job in hand; None where it was cancelled, or another worker was faster."""
    lease, now = secrets.token_hex(16), timezone.now()
    taken = (
        Job.objects.queued()
        .filter(pk=job)
        .update(
            stage=Stage.READING,
            lease=lease,
            attempts=F("attempts") + 1,
            started_at=now,
            heartbeat_at=now,
            finished_at=None,
            done=0,
            total=0,
            message="",
        )
    )
    return Job.objects.with_revision().get(pk=job, lease=lease) if taken else None


def show_progress(job: Job, stage: str, done: int, total: int) -> bool:
    """Say how far the reading is; False where this worker does not hold the job any more."""
    place = {"done": done, "total": total} if stage == Stage.READING else {}
    held = Job.objects.held_by(job.lease).filter(pk=job.pk)
    return bool(held.update(stage=STAGES.get(stage, Stage.READING), heartbeat_at=timezone.now(), **place))


def still_held(job: Job) -> bool:
    """Show that the worker lives; False where it does not hold the job any more."""
    return bool(Job.objects.held_by(job.lease).filter(pk=job.pk).update(heartbeat_at=timezone.now()))


def give_back(job: Job) -> bool:
    """Put a job back into the queue as if it had not been taken; a worker that is told to stop does so."""
    held = Job.objects.held_by(job.lease).filter(pk=job.pk)
    return bool(held.update(stage=Stage.QUEUED, lease="", attempts=F("attempts") - 1, queued_at=timezone.now()))
