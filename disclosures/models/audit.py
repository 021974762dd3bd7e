"""The audit log: who changed what and when, with what it was before and after; written once, never changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

Values = Mapping[str, Any]


class AuditEntryChanged(Exception):
    """Someone tried to change or delete an entry of the audit log."""


class AuditQuerySet(models.QuerySet["AuditEntry"]):
    """Entries can be read and added to."""

    def about(self, subject: models.Model) -> AuditQuerySet:
        """Keep the entries about one thing."""
        return self.filter(subject_type=subject._meta.model_name, subject_id=str(subject.pk))

    def update(self, **values: Any) -> int:
        """Refuse."""
        raise AuditEntryChanged("操作日志不可更改。")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse."""
        raise AuditEntryChanged("操作日志不可删除。")


class AuditEntry(models.Model):
    """One change: the person's name is kept beside the account, which may be deleted one day."""

    class Action(models.TextChoices):
        """What was done."""

        UPLOADED = "uploaded", _("上传")
        STORED = "stored", _("存为草稿")
        CORRECTED = "corrected", _("更正归属")
        MERGED = "merged", _("合并")
        PARTED = "parted", _("拆分")
        PUBLISHED = "published", _("发布")
        SUPERSEDED = "superseded", _("被新版取代")
        WITHDRAWN = "withdrawn", _("撤回")
        DISCARDED = "discarded", _("放弃")
        CANCELLED = "cancelled", _("取消读取")
        RETRIED = "retried", _("重新读取")
        ADDED = "added", _("新增")
        CHANGED = "changed", _("修改")
        DELETED = "deleted", _("删除")
        REVOKED = "revoked", _("撤销")
        RECHECKED = "rechecked", _("重新检查")

    at = models.DateTimeField(_("时间"), auto_now_add=True, db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("操作人"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    person = models.CharField(_("操作人"), max_length=150, blank=True)
    action = models.CharField(_("操作"), max_length=16, choices=Action.choices)
    subject_type = models.CharField(_("对象类别"), max_length=40)
    subject_id = models.CharField(_("对象编号"), max_length=40, blank=True)
    subject = models.TextField(_("对象"))
    before = models.JSONField(_("变更前"), default=dict, encoder=DjangoJSONEncoder)
    after = models.JSONField(_("变更后"), default=dict, encoder=DjangoJSONEncoder)

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("操作日志")
        verbose_name_plural = _("操作日志")
        ordering: ClassVar = ["-at", "-id"]
        default_permissions = ("view",)
        indexes: ClassVar = [models.Index(fields=["subject_type", "subject_id"], name="audit_by_subject")]

    def __str__(self) -> str:
        return f"{self.person or '系统'} {self.get_action_display()} {self.subject}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a new entry."""
        if self.pk is not None:
            raise AuditEntryChanged("操作日志不可更改。")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse."""
        raise AuditEntryChanged("操作日志不可删除。")


def record(
    by: AbstractBaseUser | AnonymousUser | None,
    action: AuditEntry.Action,
    subject: models.Model,
    *,
    before: Values | None = None,
    after: Values | None = None,
) -> AuditEntry:
    """Write down a change, inside the transaction that makes it."""
    known = by if isinstance(by, User) else None
    return AuditEntry.objects.create(
        user=known,
        person=known.get_username() if known else "",
        action=action,
        subject_type=subject._meta.model_name or "",
        subject_id=str(subject.pk),
        subject=str(subject),
        before=dict(before or {}),
        after=dict(after or {}),
    )
