"""Answers to findings: accepted, explained or an error of the source; they outlast uploads with the same figures."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disclosures.models.owed import Disclosure
from disclosures.models.revertible import Revertible, RevertibleQuerySet
from disclosures.vocabulary import Severity


class FindingMarkQuerySet(RevertibleQuerySet["FindingMark"]):
    """Questions about answers."""

    def to(self, disclosure: int, fingerprint: str) -> FindingMarkQuerySet:
        """Keep the answers to one finding of a disclosure, in whichever revision, the newest first."""
        return self.filter(disclosure=disclosure, fingerprint=fingerprint).select_related("made_by", "reverted_by")


def unanswered(disclosure: str, findings: str, *severities: Severity) -> Q:
    """Return the condition under which a finding still needs an answer; of errors and doubts where none is named.

    It is asked of the rows of another table, for which these are the paths to the disclosure and to the findings.
    """
    answered = FindingMark.objects.standing().filter(
        disclosure=models.OuterRef(disclosure), fingerprint=models.OuterRef(f"{findings}__fingerprint")
    )
    wanted = severities or (Severity.ERROR, Severity.WARNING)
    found = Q(**{f"{findings}__severity__in": wanted, f"{findings}__solved_at": None})
    return found & ~Q(models.Exists(answered))


class FindingMark(Revertible):
    """One answer to a finding of a disclosure; it is never changed, only taken back.

    It names the finding by its fingerprint, so that it stays over uploads while the figures are the same.
    """

    class Answer(models.TextChoices):
        """What the office says to a finding."""

        ACCEPTED = "accepted", _("已采纳")
        EXPLAINED = "explained", _("已说明")
        SOURCE_ERROR = "source_error", _("原文有误")

    disclosure = models.ForeignKey(
        Disclosure, verbose_name=_("公开文件"), on_delete=models.CASCADE, related_name="finding_marks"
    )
    code = models.CharField(_("规则"), max_length=60)
    fingerprint = models.CharField(max_length=64)
    answer = models.CharField(_("处理"), max_length=16, choices=Answer.choices)
    note = models.TextField(_("说明"), blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("处理人"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(_("处理时间"), auto_now_add=True)

    objects = FindingMarkQuerySet.as_manager()

    class Meta:
        verbose_name = _("检查结果处理")
        verbose_name_plural = _("检查结果处理")
        ordering: ClassVar = ["-made_at", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["disclosure", "fingerprint"],
                condition=Q(reverted_at__isnull=True),
                name="one_standing_mark_a_finding",
            ),
            models.CheckConstraint(
                condition=Q(answer__in=["accepted", "explained", "source_error"]), name="finding_answer_known"
            ),
            models.CheckConstraint(condition=~Q(answer="explained", note=""), name="explanation_has_a_note"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.get_answer_display()}"
