"""List what people said of tables and columns, unit by unit, and take it back."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.admin.access import signed_in
from disclosures.admin.lists import ReadOnlyAdmin
from disclosures.admin.persons import person
from disclosures.ingest.remembered import drafts_concerned, forget
from disclosures.models import AssignedMeaning, Revision
from disclosures.tasks import read_anew


def remembered_at(revision: Revision) -> str:
    """Return the address of the list of what counts for a revision's unit; empty where nothing does."""
    filed = revision.disclosure
    if not AssignedMeaning.objects.remembered_for(filed.unit, filed.kind).exists():
        return ""
    chosen = {"unit__id__exact": filed.unit_id, "kind__exact": filed.kind, "taken_back": "no"}
    return f"{reverse('admin:disclosures_assignedmeaning_changelist')}?{urlencode(chosen)}"


class StandingFilter(admin.SimpleListFilter):
    """Show what counts; what was taken back on demand."""

    title = gettext_lazy("状态")
    parameter_name = "taken_back"

    def lookups(self, request: HttpRequest, model_admin: object) -> list[tuple[str, str]]:
        """Offer both."""
        return [("no", _("有效")), ("yes", _("已撤销"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[AssignedMeaning]) -> QuerySet[AssignedMeaning]:
        """Keep what was chosen."""
        if self.value() is None:
            return queryset
        return queryset.filter(reverted_at__isnull=self.value() == "no")


@admin.register(AssignedMeaning)
class AssignedMeaningAdmin(ReadOnlyAdmin):
    """Meanings that are remembered for the next year."""

    list_title = gettext_lazy("人工指定的含义")
    list_display = (
        "printed",
        "words",
        "unit",
        "kind",
        person("made_by", gettext_lazy("指定人")),
        "made_at",
        person("reverted_by", gettext_lazy("撤销人")),
        "reverted_at",
    )
    list_filter = (StandingFilter, "subject", "kind")
    search_fields = ("printed", "unit__name", "unit__aliases__name")
    list_select_related = ("unit", "made_by", "reverted_by")
    actions = ("take_back",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[AssignedMeaning]:
        """Show what belongs to the units that a person answers for."""
        return AssignedMeaning.objects.handled_by(request.user)

    @admin.display(description=gettext_lazy("含义"))
    def words(self, meaning: AssignedMeaning) -> str:
        """Return what was assigned, in words."""
        return meaning.words

    def has_take_back_permission(self, request: HttpRequest) -> bool:
        """Tell whether someone may take a meaning back."""
        return request.user.has_perm("disclosures.change_assignedmeaning")

    @admin.action(description=gettext_lazy("撤销所选含义（以后读取不再采用）"), permissions=["take_back"])
    def take_back(self, request: HttpRequest, meanings: QuerySet[AssignedMeaning]) -> None:
        """Take meanings back, and read the drafts again that they bear on; what is published stays."""
        by = signed_in(request)
        standing = list(meanings.standing().select_related("unit"))  # type: ignore[attr-defined]
        for meaning in standing:
            forget(meaning, by=by)
        drafts = {draft.pk: draft for meaning in standing for draft in drafts_concerned(meaning)}
        for draft in drafts.values():
            read_anew(draft, by=by)
        words = _("已撤销 %(count)s 条含义，%(drafts)s 份草稿正在重新读取；已发布的内容不变。")
        messages.success(request, words % {"count": len(standing), "drafts": len(drafts)})
