"""What the checks found in a revision, and what they could not check; a finding is never changed, only solved."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from disclosures.models.among import Ids
from disclosures.models.filings import Revision, RevisionFile
from disclosures.models.finding_marks import FindingMark
from disclosures.models.revision_content import ContentManager, ContentQuerySet, RevisionContent
from disclosures.models.statements import StatementTable
from disclosures.models.units import Unit
from disclosures.vocabulary import Severity

# How the board calls findings that nobody has answered.
UNANSWERED = "open"
_PAGE = re.compile(r"第\d+页")


class FindingQuerySet(ContentQuerySet["Finding"]):
    """Questions about findings."""

    def bulk_create(self, objs: Iterable[Finding], *args: Any, **kwargs: Any) -> list[Finding]:
        """Create findings of drafts, or those of later checks of any revision, each with its fingerprint."""
        findings = list(objs)
        for finding in findings:
            finding.fingerprint = finding.taken_fingerprint()
        if findings and all(finding.found_at for finding in findings):
            return models.QuerySet.bulk_create(self, findings, *args, **kwargs)
        return super().bulk_create(findings, *args, **kwargs)

    def update(self, **values: Any) -> int:
        """Update findings of drafts, or say of any that they are solved."""
        if set(values) == {"solved_at"}:
            return models.QuerySet.update(self, **values)
        return super().update(**values)

    def standing(self) -> FindingQuerySet:
        """Keep what is true of the figures as they are corrected now."""
        return self.filter(solved_at__isnull=True)

    def solved(self) -> FindingQuerySet:
        """Keep what corrections have put right."""
        return self.filter(solved_at__isnull=False)

    def published(self) -> FindingQuerySet:
        """Keep what stands in published revisions."""
        return self.standing().filter(revision__state="published")

    def of_revisions(self, revisions: Iterable[Revision | int]) -> FindingQuerySet:
        """Keep what stands in some revisions."""
        return self.standing().filter(revision__in=list(revisions))

    def visible_to(self, user: Any) -> FindingQuerySet:
        """Keep what was found in the revisions that a person may see."""
        return self.filter(revision__in=Revision.objects.visible_to(user))

    def needing_an_answer(self) -> FindingQuerySet:
        """Keep the errors and doubts; hints need no answer."""
        return self.filter(severity__in=[Severity.ERROR, Severity.WARNING])

    def open(self) -> FindingQuerySet:
        """Keep the errors and doubts about what is published that nobody has answered yet."""
        return self.published().needing_an_answer().answered_as(UNANSWERED)

    def answered_as(self, state: str) -> FindingQuerySet:
        """Keep the findings that were answered in one way, or not at all."""
        standing = FindingMark.objects.standing().filter(
            disclosure=models.OuterRef("revision__disclosure"), fingerprint=models.OuterRef("fingerprint")
        )
        if state == UNANSWERED:
            return self.filter(~models.Exists(standing))
        return self.filter(models.Exists(standing.filter(answer=state)))

    def of_severity(self, severity: str) -> FindingQuerySet:
        """Keep the errors, the doubts or the hints."""
        return self.filter(severity=severity)

    def by_rule(self, code: str) -> FindingQuerySet:
        """Keep what one rule found."""
        return self.filter(code=code)

    def codes(self) -> list[str]:
        """Return the codes of the rules that found something."""
        return sorted(self.order_by().values_list("code", flat=True).distinct())

    def about_units(self, words: str) -> FindingQuerySet:
        """Keep what was found in the disclosures of the units that the words name."""
        return self.filter(revision__disclosure__unit__in=Unit.objects.named_like(words))

    def gravest_first(self) -> FindingQuerySet:
        """Order by severity, then the newest year first, with the disclosure each is about."""
        grave = models.Case(*[models.When(severity=one, then=n) for n, one in enumerate(Severity.values)])
        ordered = self.order_by(grave, "-revision__disclosure__fiscal_year_id", "revision", "id")
        return ordered.select_related("revision__disclosure__unit", "table", "file")

    def unread_tables(self, tables: Iterable[int]) -> set[int]:
        """Return which of some tables hold something that could not be read."""
        found = self.filter(table__in=list(tables), code__startswith="unread.")
        return {table for table in found.values_list("table_id", flat=True) if table is not None}

    def tables_with_unread(self, revisions: Iterable[int]) -> set[int]:
        """Return the tables of some revisions that hold something that could not be read."""
        found = self.filter(revision__among=Ids(revisions), code__startswith="unread.", table__isnull=False).order_by()
        return {table for table in found.values_list("table_id", flat=True) if table is not None}


class Finding(RevisionContent):
    """A doubt or a broken truth, stored with the revision it is about; numbers as plain decimal strings.

    ``places`` are the cells and sentences concerned, each with ``label``, ``printed``, ``page`` and ``box``;
    ``column`` are the headings of the column concerned.
    A correction of a figure may solve a finding (``solved_at``) or make one (``found_at``): see ``ingest.rechecking``.
    """

    revision = models.ForeignKey(Revision, verbose_name=_("版本"), on_delete=models.CASCADE, related_name="findings")
    file = models.ForeignKey(
        RevisionFile, verbose_name=_("原文件"), null=True, on_delete=models.CASCADE, related_name="findings"
    )
    table = models.ForeignKey(
        StatementTable, verbose_name=_("报表"), null=True, on_delete=models.CASCADE, related_name="findings"
    )
    code = models.CharField(_("规则"), max_length=60)
    severity = models.CharField(_("程度"), max_length=8, choices=Severity.choices)
    message = models.TextField(_("说明"))
    pages = models.JSONField(_("页码"), default=list)
    boxes = models.JSONField(_("位置"), default=list)
    places = models.JSONField(_("涉及的单元格与句子"), default=list)
    column = models.JSONField(_("栏目"), default=list)
    formula = models.TextField(_("算式"), blank=True)
    expected = models.TextField(_("应为"), blank=True)
    actual = models.TextField(_("实为"), blank=True)
    difference = models.TextField(_("差额"), blank=True)
    tolerance = models.TextField(_("容差"), blank=True)
    fingerprint = models.CharField(max_length=64, editable=False, db_index=True)
    found_at = models.DateTimeField(_("更正后发现时间"), null=True, blank=True, editable=False)
    solved_at = models.DateTimeField(_("更正后解决时间"), null=True, blank=True, editable=False)

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("勾稽检查结果")
        verbose_name_plural = _("勾稽检查结果")
        ordering: ClassVar = ["revision", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(severity__in=Severity.values), name="finding_severity_known")
        ]

    def __str__(self) -> str:
        return self.message

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a finding of a draft with its fingerprint."""
        self.fingerprint = self.taken_fingerprint()
        super().save(*args, **kwargs)

    def taken_fingerprint(self) -> str:
        """Return what stays the same over uploads while the rule finds the same figures, wherever they stand."""
        figures = [[place["label"], place["printed"]] for place in self.places]
        words = "" if figures or self.actual else _PAGE.sub("", self.message)
        said = json.dumps([self.code, self.expected, self.actual, figures, words], ensure_ascii=False)
        return hashlib.sha256(said.encode()).hexdigest()


class UncheckedRule(RevisionContent):
    """A rule that was not checked on a file, because something was not read; it counts as neither."""

    revision = models.ForeignKey(Revision, verbose_name=_("版本"), on_delete=models.CASCADE, related_name="unchecked")
    file = models.ForeignKey(
        RevisionFile, verbose_name=_("原文件"), null=True, on_delete=models.CASCADE, related_name="unchecked"
    )
    code = models.CharField(_("规则"), max_length=60)
    reason = models.TextField(_("原因"))

    objects = ContentManager()

    class Meta:
        verbose_name = _("未检查的规则")
        verbose_name_plural = _("未检查的规则")
        ordering: ClassVar = ["revision", "id"]

    def __str__(self) -> str:
        return f"{self.code}：{self.reason}"


def standing_marks(findings: Iterable[Finding]) -> dict[int, FindingMark]:
    """Return the answers that stand to some findings, by the finding's id."""
    listed = list(findings)
    marks = {
        (mark.disclosure_id, mark.fingerprint): mark
        for mark in FindingMark.objects.standing()
        .filter(
            disclosure__in={finding.revision.disclosure_id for finding in listed},
            fingerprint__in={finding.fingerprint for finding in listed},
        )
        .select_related("made_by")
    }
    places = ((finding.pk, (finding.revision.disclosure_id, finding.fingerprint)) for finding in listed)
    return {pk: marks[place] for pk, place in places if place in marks}
