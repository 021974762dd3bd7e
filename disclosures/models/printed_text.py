"""Keep what a file says outside its tables, line by line: the rules are asked again whenever a figure is corrected."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from disclosures.models.filings import Revision, RevisionFile
from disclosures.models.revision_content import ContentManager, RevisionContent


class PrintedText(RevisionContent):
    """The lines of one file as read, and which of them belong to tables (see ``ingest.printed_texts``).

    It is nobody's to look at (passages with figures are ``Section``s), and is fetched only for the rules.
    """

    revision = models.ForeignKey(
        Revision, verbose_name=_("版本"), on_delete=models.CASCADE, related_name="printed_texts"
    )
    file = models.OneToOneField(
        RevisionFile, verbose_name=_("原文件"), on_delete=models.CASCADE, related_name="printed_text"
    )
    blocks = models.JSONField(default=list)
    tables = models.JSONField(default=list)
    troubles = models.JSONField(default=list)

    objects = ContentManager()

    class Meta:
        verbose_name = _("原文文字")
        verbose_name_plural = _("原文文字")
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return str(self.file)
