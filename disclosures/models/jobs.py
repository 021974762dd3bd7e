"""Jobs: each upload on its way from received to stored, and what became of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disclosures.models.filings import Revision
from disclosures.models.responsibility import units_of
from disclosures.models.stored_paths import path_by_content

# A job whose worker has said nothing for so long is taken up again: several missed heartbeats, not one.
SILENCE = timedelta(seconds=30)
MAX_ATTEMPTS = 3


def waiting_path(job: Job, name: str) -> str:
    """Return where an upload is stored: under its content, where the revision made of it finds it."""
    return path_by_content("filings", job.sha256, name)


class Stage(models.TextChoices):
    """How far an upload has come."""

    QUEUED = "queued", _("等待后台读取")
    READING = "reading", _("正在读取")
    RECOGNISING = "recognising", _("正在识别")
    CHECKING = "checking", _("正在检查")
    NEEDS_IDENTITY = "needs_identity", _("需补充单位、年度或类别")
    STORED = "stored", _("已入库")
    FAILED = "failed", _("失败")
    CANCELLED = "cancelled", _("已取消")
    DUPLICATE = "duplicate", _("重复文件")


# A worker holds the job.
IN_HAND = (Stage.READING, Stage.RECOGNISING, Stage.CHECKING)
UNFINISHED = (Stage.QUEUED, *IN_HAND)
# The clerk may let the file be read anew.
REPEATABLE = (Stage.FAILED, Stage.CANCELLED)
# The clerk has not seen the end of it: it stays in sight until it is removed.
LEFT = (Stage.NEEDS_IDENTITY, *REPEATABLE, Stage.DUPLICATE)


class JobQuerySet(models.QuerySet["Job"]):
    """Questions about uploads."""

    def unfinished(self) -> JobQuerySet:
        """Keep what waits for a worker or is in a worker's hands."""
        return self.filter(stage__in=UNFINISHED)

    def in_hand(self) -> JobQuerySet:
        """Keep what a worker is reading."""
        return self.filter(stage__in=IN_HAND)

    def silent(self) -> JobQuerySet:
        """Keep what a worker took and has said nothing of for too long."""
        return self.in_hand().filter(heartbeat_at__lt=timezone.now() - SILENCE)

    def queued(self) -> JobQuerySet:
        """Keep what waits for a worker."""
        return self.filter(stage=Stage.QUEUED)

    def waiting_for_identity(self) -> JobQuerySet:
        """Keep what does not say whose it is."""
        return self.filter(stage=Stage.NEEDS_IDENTITY)

    def held_by(self, lease: str) -> JobQuerySet:
        """Keep the job that a worker holds: none where it was cancelled, or given to another."""
        return self.in_hand().filter(lease=lease)

    def with_content(self, sha256: str) -> JobQuerySet:
        """Keep the uploads of one content that are still under way."""
        return self.filter(sha256=sha256, stage__in=(*UNFINISHED, Stage.NEEDS_IDENTITY), revision=None, rereads=None)

    def handled_by(self, user: Any) -> JobQuerySet:
        """Keep a person's own uploads, and those of the units that they answer for."""
        units = units_of(user)
        if units is None:
            return self.all()
        return self.filter(models.Q(uploaded_by=user) | models.Q(revision__disclosure__unit__in=units))

    def with_revision(self) -> JobQuerySet:
        """Fetch each job's revision with what its name is made of."""
        return self.select_related("revision__disclosure__unit", "uploaded_by", "rereads__disclosure__unit", "same_job")

    def duplicates(self) -> JobQuerySet:
        """Keep the uploads whose content had come before."""
        return self.filter(stage=Stage.DUPLICATE)


class Job(models.Model):
    """One file to read: an upload, the correction of a draft (``revision``), or a re-reading (``rereads``).

    An upload whose content came before is not read: it only says so, and names the former upload (``same_job``) or what
    was made of it (``same_revision``).

    A worker holds a job by its ``lease`` and shows that it lives by ``heartbeat_at``; whoever finds a silent job may
    give it to another worker, and the first worker's results are then refused.
    """

    Stage = Stage

    file = models.FileField(_("文件"), upload_to=waiting_path, blank=True)
    name = models.CharField(_("文件名"), max_length=255)
    folder = models.CharField(_("文件夹"), max_length=255, blank=True)
    bundle = models.CharField(_("同一份公开文件"), max_length=32, blank=True)
    sha256 = models.CharField(max_length=64, db_index=True, blank=True)
    stage = models.CharField(_("进度"), max_length=16, choices=Stage.choices)
    done = models.PositiveIntegerField(_("已读页数"), default=0)
    total = models.PositiveIntegerField(_("总页数"), default=0)
    message = models.TextField(_("说明"), blank=True)
    recognised = models.JSONField(_("识别依据"), default=dict, blank=True)
    corrections = models.JSONField(_("人工填写"), default=dict, blank=True)
    confirmed_at = models.DateTimeField(_("确认时间"), null=True, blank=True)
    revision = models.ForeignKey(
        Revision, verbose_name=_("版本"), null=True, blank=True, on_delete=models.CASCADE, related_name="jobs"
    )
    rereads = models.ForeignKey(
        Revision, verbose_name=_("重新读取"), null=True, blank=True, on_delete=models.CASCADE, related_name="rereadings"
    )
    same_job = models.ForeignKey(
        "self", verbose_name=_("相同的上传"), null=True, blank=True, on_delete=models.CASCADE, related_name="duplicates"
    )
    same_revision = models.ForeignKey(
        Revision,
        verbose_name=_("相同的版本"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="duplicates",
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("上传人"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("时间"), auto_now_add=True)
    queued_at = models.DateTimeField(_("排队时间"), null=True, blank=True)
    started_at = models.DateTimeField(_("开始时间"), null=True, blank=True)
    heartbeat_at = models.DateTimeField(_("最近进展"), null=True, blank=True)
    finished_at = models.DateTimeField(_("结束时间"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("读取次数"), default=0)
    lease = models.CharField(max_length=32, blank=True)
    task = models.CharField(max_length=36, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("上传")
        verbose_name_plural = _("上传")
        ordering: ClassVar = ["-created_at", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(stage__in=Stage.values), name="job_stage_known"),
            models.CheckConstraint(condition=~models.Q(stage__in=IN_HAND, lease=""), name="job_in_hand_is_held"),
            models.UniqueConstraint(
                fields=["sha256"],
                condition=models.Q(
                    stage__in=(*UNFINISHED, Stage.NEEDS_IDENTITY), revision__isnull=True, rereads__isnull=True
                ),
                name="one_upload_under_way_a_content",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["stage", "heartbeat_at"], name="jobs_by_stage"),
            models.Index(fields=["uploaded_by", "-created_at"], name="jobs_by_person"),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.get_stage_display()}）"

    @property
    def is_unfinished(self) -> bool:
        """Tell whether a worker has still to read the file."""
        return self.stage in UNFINISHED

    @property
    def is_in_hand(self) -> bool:
        """Tell whether a worker is reading the file."""
        return self.stage in IN_HAND

    @property
    def is_repeatable(self) -> bool:
        """Tell whether the file is still here and may be read anew."""
        return self.stage in REPEATABLE and bool(self.file or self.revision_id or self.rereads_id)

    @property
    def needs_identity(self) -> bool:
        """Tell whether a person has to say whose file it is."""
        return self.stage == Stage.NEEDS_IDENTITY

    @property
    def original(self) -> int | None:
        """Return the revision that has the content of a duplicate already; None while it is being read."""
        return self.same_revision_id or (self.same_job.revision_id if self.same_job else None)

    def finish(self, stage: str, message: str = "", **more: Any) -> None:
        """Save the end of a job; its worker's lease ends with it."""
        self.stage, self.message, self.lease, self.finished_at = stage, message, "", timezone.now()
        for name, value in more.items():
            setattr(self, name, value)
        self.save()
