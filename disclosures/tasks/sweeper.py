"""Take up what a killed worker left: three attempts in all, then the job fails and says what happened."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet

from disclosures.models import Job
from disclosures.models.jobs import MAX_ATTEMPTS, SILENCE, Stage
from disclosures.tasks.queue import enqueue

# Results of tasks say nothing that the jobs do not say better; they are kept for a look at what went wrong lately.
KEPT = timedelta(days=7)

_STOPPED = {
    Stage.READING: "读取",
    Stage.RECOGNISING: "识别",
    Stage.CHECKING: "检查",
}


def sweep() -> int:
    """Queue again what nobody works on any more; return how many jobs were taken up or given up."""
    swept = sum(_take_up(job) for job in Job.objects.silent())
    swept += sum(_ask_again(job) for job in _forgotten())
    _close_left_tasks()
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEPT).delete()
    return swept


def _forgotten() -> list[Job]:
    """Return queued jobs that no task waits for: a worker was killed between taking the task and taking the job."""
    asked = {str(pk) for pk in DBTaskResult.objects.filter(status=TaskResultStatus.READY).values_list("pk", flat=True)}
    queued = Job.objects.queued().filter(queued_at__lt=timezone.now() - SILENCE)
    return [job for job in queued if job.task not in asked]


@transaction.atomic
def _take_up(silent: Job) -> bool:
    """Queue a job whose worker is gone, or end it after the last attempt; False where the worker spoke up."""
    job = Job.objects.silent().select_for_update().filter(pk=silent.pk, lease=silent.lease).first()
    if job is None:
        return False
    _close_task(job)
    if job.attempts >= MAX_ATTEMPTS:
        step = _STOPPED[Stage(job.stage)]
        page = f"第 {job.done} 页（共 {job.total} 页）" if job.total and job.stage == Stage.READING else ""
        job.finish(
            Stage.FAILED, f"{step}{page}时后台程序 {MAX_ATTEMPTS} 次意外中断，已停止。可重试；若仍失败请交给管理员。"
        )
        return True
    job.stage, job.lease, job.queued_at = Stage.QUEUED, "", timezone.now()
    job.save()
    enqueue(job)
    return True


@transaction.atomic
def _ask_again(queued: Job) -> bool:
    """Ask a worker again for a queued job whose task a killed worker took along; a long queue is left alone."""
    job = Job.objects.queued().select_for_update().filter(pk=queued.pk).first()
    if job is None:
        return False
    asked = _task_of(job).first()
    if asked is not None and asked.status == TaskResultStatus.RUNNING and not _is_old(asked):
        return False
    _close_task(job)
    enqueue(job)
    return True


def _is_old(asked: Any) -> bool:
    return asked.started_at is not None and asked.started_at < timezone.now() - SILENCE


def _close_left_tasks() -> None:
    """Close the tasks of workers that were killed when their job was done already."""
    held = {task for task in Job.objects.in_hand().values_list("task", flat=True) if task}
    left = DBTaskResult.objects.running().filter(started_at__lt=timezone.now() - SILENCE).exclude(pk__in=held)
    _close(left)


def _close_task(job: Job) -> None:
    _close(_task_of(job).running())


def _task_of(job: Job) -> DBTaskResultQuerySet:
    """Return the task that a job was queued with, as far as there is one."""
    return DBTaskResult.objects.filter(pk__in=[job.task] if job.task else [])


def _close(tasks: DBTaskResultQuerySet) -> None:
    """Mark the tasks of killed workers as failed: the queue itself would call them running for ever."""
    tasks.update(status=TaskResultStatus.FAILED, finished_at=timezone.now(), traceback="worker gone")
