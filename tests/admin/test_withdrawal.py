"""A withdrawal is confirmed: the page names the shared links that it changes, and nothing goes without a reason."""

from dataclasses import replace

import pytest
from django.urls import reverse

from disclosures.ingest import ingest, publish
from disclosures.models import AuditEntry, Revision, SharedComparison
from tests.ingest.readings import IDENTITY, read

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LIST = reverse("admin:disclosures_revision_changelist")


@pytest.fixture
def filed():
    return publish(ingest(read(), content=b"first file", uploaded_by=None), by=None)


def page(revision):
    return reverse("admin:disclosures_revision_withdraw", args=[revision.pk])


def state(revision):
    return Revision.objects.get(pk=revision.pk).state


def test_the_page_names_the_links_that_show_it_and_no_others(reviewer, filed):
    unit = filed.disclosure.unit_id
    SharedComparison.objects.create(title="当年收支", query=f"units={unit}&years=2024")
    SharedComparison.objects.create(title="别的年度", query=f"units={unit}&years=2019")
    shown = reviewer.get(page(filed)).content.decode()
    assert "当年收支" in shown
    assert "别的年度" not in shown
    assert state(filed) == "published"


def test_the_review_leads_to_the_page(reviewer, filed):
    shown = reviewer.get(reverse("admin:disclosures_revision_review", args=[filed.pk])).content.decode()
    assert f'href="{page(filed)}"' in shown


@pytest.mark.parametrize("reason", ["", "   ", "长" * 501])
def test_without_a_proper_reason_nothing_is_withdrawn(reviewer, filed, reason):
    answer = reviewer.post(page(filed), {"reason": reason})
    assert "errorlist" in answer.content.decode()
    assert state(filed) == "published"


def test_the_reason_is_kept_in_the_audit_log(reviewer, filed):
    reviewer.post(page(filed), {"reason": " 原文件已由单位更正 "})
    entry = AuditEntry.objects.about(filed).first()
    assert state(filed) == "withdrawn"
    assert (entry.action, entry.person) == ("withdrawn", "member-of-审核")
    assert entry.after == {"state": "withdrawn", "reason": "原文件已由单位更正"}


def test_what_is_not_published_has_nothing_to_confirm(reviewer, filed):
    reviewer.post(page(filed), {"reason": "重复"})
    assert "无需撤回" in reviewer.get(page(filed), follow=True).content.decode()


def test_several_are_confirmed_together_with_one_reason(reviewer, filed):
    earlier = read(b"second", identity=replace(IDENTITY, fiscal_year=2023))
    second = publish(ingest(earlier, content=b"second", uploaded_by=None), by=None)
    chosen = {"action": "withdraw_selected", "_selected_action": [filed.pk, second.pk]}
    shown = reviewer.post(LIST, chosen)
    assert {one for one, _links in shown.context["concerned"]} == {filed, second}
    assert (state(filed), state(second)) == ("published", "published")
    sent_on = shown.context["sent_on"]
    assert sent_on == [("action", "withdraw_selected"), *(("_selected_action", str(one.pk)) for one in (filed, second))]
    reviewer.post(LIST, chosen | {"reason": "公开范围有误"})
    assert (state(filed), state(second)) == ("withdrawn", "withdrawn")
    reasons = AuditEntry.objects.filter(action="withdrawn").values_list("after__reason", flat=True)
    assert list(reasons) == ["公开范围有误"] * 2
