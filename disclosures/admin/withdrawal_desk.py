"""Ask before revisions are withdrawn: say which shared links change with them, and take down the reason."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from disclosures.admin.access import RightsOnly, own_revision, signed_in
from disclosures.admin.affected_shares import affected_shares
from disclosures.ingest import NotPossible, withdraw
from disclosures.models import Revision

RIGHT = "disclosures.withdraw_revision"
LONGEST_REASON = 500


class WithdrawalForm(forms.Form):
    """The reason; nothing is withdrawn without one."""

    reason = forms.CharField(
        label=gettext_lazy("撤回原因"),
        help_text=gettext_lazy("原因记入操作日志。"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": gettext_lazy("请填写撤回原因。")},
    )


class WithdrawalDesk(admin.ModelAdmin):
    """The page on which a withdrawal is confirmed, of one revision or of several."""

    def get_urls(self) -> list[URLPattern]:
        """Put the page before the admin's own."""
        may_withdraw = RightsOnly(self.admin_site, RIGHT)
        own = path("<int:pk>/withdraw/", may_withdraw(self.withdraw), name="disclosures_revision_withdraw")
        return [own, *super().get_urls()]

    def withdraw(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask whether one revision is to be withdrawn, and withdraw it."""
        review = reverse("admin:disclosures_revision_review", args=[pk])
        return self._confirmed(request, [own_revision(request, pk)], review, request.method == "POST")

    def has_withdraw_permission(self, request: HttpRequest) -> bool:
        """Tell whether someone may withdraw."""
        return request.user.has_perm(RIGHT)

    @admin.action(description="撤回所选版本", permissions=["withdraw"])
    def withdraw_selected(self, request: HttpRequest, revisions: QuerySet[Revision]) -> HttpResponse:
        """Ask whether several are to be withdrawn, and withdraw them."""
        chosen = revisions.select_related("disclosure__unit")
        return self._confirmed(request, chosen, request.get_full_path(), "reason" in request.POST)

    def _confirmed(
        self, request: HttpRequest, chosen: Iterable[Revision], back: str, is_answered: bool
    ) -> HttpResponse:
        shown = [one for one in chosen if one.state == Revision.State.PUBLISHED]
        if not shown:
            messages.warning(request, _("所选版本不在发布状态，无需撤回。"))
            return redirect(back)
        form = WithdrawalForm(request.POST if is_answered else None)
        if form.is_valid():
            _withdraw_each(request, shown, form.cleaned_data["reason"])
            return redirect(back)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.model._meta,
            "title": _("确认撤回"),
            "concerned": [(one, affected_shares(one)) for one in shown],
            "form": form,
            "back": back,
            "sent_on": _sent_on(request),
        }
        return render(request, "admin/disclosures/revision/withdraw.html", context)


def _withdraw_each(request: HttpRequest, revisions: Iterable[Revision], reason: str) -> None:
    done = []
    for revision in revisions:
        try:
            done.append(withdraw(revision, by=signed_in(request), reason=reason))
        except NotPossible as trouble:
            messages.warning(request, str(trouble))
    if done:
        said = ngettext("已撤回 %(names)s。", "已撤回 %(names)s。", len(done))
        messages.success(request, said % {"names": "、".join(map(str, done))})


def _sent_on(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what the list of revisions has to be told again with the answer: the action and what it is for."""
    asked = request.POST.get("action")
    chosen = [(ACTION_CHECKBOX_NAME, pk) for pk in request.POST.getlist(ACTION_CHECKBOX_NAME)]
    across = [("select_across", across)] if (across := request.POST.get("select_across")) else []
    return [("action", asked), *across, *chosen] if asked else []
