"""Jobs: each upload and what became of it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from disclosures.models.filings import Revision
from disclosures.models.stored_paths import path_by_content


def waiting_path(job: Job, name: str) -> str:
    """Return where a file waits for its identity."""
    return path_by_content("waiting", job.sha256, name)


class Job(models.Model):
    """One upload and what became of it; its file is kept here only while its identity is unknown."""

    class Stage(models.TextChoices):
        """How far the upload has come."""

        NEEDS_IDENTITY = "needs_identity", _("需补充单位、年度或类别")
        STORED = "stored", _("已入库")
        FAILED = "failed", _("失败")

    file = models.FileField(_("文件"), upload_to=waiting_path, blank=True)
    name = models.CharField(_("文件名"), max_length=255)
    sha256 = models.CharField(max_length=64, db_index=True, blank=True)
    stage = models.CharField(_("进度"), max_length=16, choices=Stage.choices)
    message = models.TextField(_("说明"), blank=True)
    recognised = models.JSONField(_("识别依据"), default=dict, blank=True)
    revision = models.ForeignKey(
        Revision, verbose_name=_("版本"), null=True, blank=True, on_delete=models.CASCADE, related_name="jobs"
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("上传人"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("时间"), auto_now_add=True)

    class Meta:
        verbose_name = _("上传")
        verbose_name_plural = _("上传")
        ordering: ClassVar = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.name}（{self.get_stage_display()}）"
