"""List the revisions of a disclosure."""

from __future__ import annotations

import django_tables2 as tables
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from disclosures.models import Revision
from disclosures.models.filings import RevisionQuerySet


class RevisionTable(tables.Table):
    """Revisions, the newest first; only staff get links to those that are not published."""

    number = tables.Column(verbose_name=_("版次"))
    state = tables.Column(accessor="get_state_display", verbose_name=_("状态"))
    uploaded_at = tables.DateColumn(format="Y-m-d", verbose_name=_("上传日期"))
    published_at = tables.DateColumn(format="Y-m-d", verbose_name=_("发布日期"), default="")
    parser_version = tables.Column(verbose_name=_("解析器版本"))

    class Meta:
        template_name = "disclosures/tables/list.html"
        orderable = False

    def __init__(self, revisions: RevisionQuerySet, user: AbstractBaseUser | AnonymousUser) -> None:
        self.opens_all = getattr(user, "is_staff", False)
        super().__init__(revisions)

    def render_number(self, record: Revision) -> str | SafeString:
        """Name the revision, with a link where the reader may open it."""
        words = gettext("第%(number)s版") % {"number": record.number}
        if self.opens_all or record.state == Revision.State.PUBLISHED:
            return format_html('<a href="?revision={}">{}</a>', record.number, words)
        return words
