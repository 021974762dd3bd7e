"""The clerk says at a doubt what a column or table is; the draft is read again and the doubt is gone."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from disclosures.models import AssignedMeaning, AuditEntry, LineItem, Responsibility, Revision, Unit
from disclosures.permissions import CLERKS
from disclosures.vocabulary import Item
from tests.unexplained import unexplained
from tests.working import work

pytestmark = pytest.mark.django_db

LIST = "/admin/disclosures/assignedmeaning/"


@pytest.fixture
def draft(clerk):
    return uploaded(clerk, unexplained(reservoirs=True, without_unit=True))


def uploaded(client, content):
    before = set(Revision.objects.values_list("pk", flat=True))
    client.post("/admin/disclosures/job/upload/", {"documents": [SimpleUploadedFile("预算.txt", content)]})
    work()
    return Revision.objects.exclude(pk__in=before).get()


def doubt(revision, code):
    return revision.findings.filter(code=code).first()


def desk(finding):
    return f"{reverse('admin:disclosures_revision_doubts', args=[finding.revision_id])}?at={finding.pk}"


def question(finding):
    return reverse("admin:disclosures_revision_meaning", args=[finding.revision_id, finding.pk])


def answered(client, finding, **said):
    shown = client.post(question(finding), said, follow=True).content.decode()
    work()
    return shown


def test_only_a_doubt_about_what_something_is_offers_to_say_so(clerk, draft):
    assert question(doubt(draft, "unread.column")) in clerk.get(desk(doubt(draft, "unread.column"))).content.decode()
    missing = doubt(draft, "completeness.missing_table")
    assert question(missing) not in clerk.get(desk(missing)).content.decode()
    assert clerk.get(question(missing)).status_code == 404


def test_the_question_shows_the_headings_the_printed_values_and_the_fields_words(clerk, draft):
    shown = clerk.get(question(doubt(draft, "unread.column"))).content.decode()
    for words in (
        "2024年收入总表",
        "库区收益",
        "2024年返还",
        "10.00",
        "农林水支出",
        "按本表：收入",
        "其他收入",
        "不采用",
    ):
        assert words in shown


def test_a_column_that_was_explained_is_read_and_its_doubt_is_gone(clerk, draft):
    shown = answered(clerk, doubt(draft, "unread.column"), use="taken", item=Item.OTHER_REVENUE)
    assert "已记住：《2024年收入总表》 库区收益/2024年返还 → 其他收入" in shown
    assert "正在重新读取" in shown
    assert doubt(draft, "unread.column") is None
    assert LineItem.objects.filter(revision=draft, item=Item.OTHER_REVENUE).count() == 2
    meaning = AssignedMeaning.objects.get()
    assert (meaning.made_by, meaning.revision) == (User.objects.get(), draft)
    assert AuditEntry.objects.about(meaning).get().after["meaning"] == "其他收入"


def test_while_the_draft_is_read_the_desk_waits(clerk, draft):
    client, finding = clerk, doubt(draft, "unread.column")
    client.post(question(finding), {"use": "taken", "item": Item.OTHER_REVENUE})
    shown = client.get(desk(finding)).content.decode()
    assert "完成后本页自动更新" in shown
    assert "data-accept" not in shown


def test_a_column_of_no_interest_is_asked_for_no_more(clerk, draft):
    answered(clerk, doubt(draft, "unread.column"), use="alone", item=Item.OTHER_REVENUE)
    assert doubt(draft, "unread.column") is None
    assert not LineItem.objects.filter(revision=draft, item=Item.OTHER_REVENUE).exists()
    assert AssignedMeaning.objects.get().words == "不采用"


def test_an_unknown_table_is_given_its_kind(clerk, draft):
    answered(clerk, doubt(draft, "unread.table_kind"), table_kind="expenditure")
    assert doubt(draft, "unread.table_kind") is None
    assert draft.tables.get(title__endswith="水库情况表").kind == "expenditure"
    assert draft.line_items.filter(table__title__endswith="水库情况表").count() == 3


def test_a_table_without_a_money_unit_is_given_one(clerk, draft):
    answered(clerk, doubt(draft, "unread.money_unit"), money_unit="千元")
    assert doubt(draft, "unread.money_unit") is None
    amounts = draft.line_items.filter(table__title__endswith="支出总表", column="合计")
    assert amounts.get().amount_fen == 30_000_000


def test_an_empty_answer_is_none(clerk, draft):
    shown = clerk.post(question(doubt(draft, "unread.table_kind")), {}).content.decode()
    assert "请选择表种或金额单位" in shown
    assert not AssignedMeaning.objects.exists()


def test_a_table_that_nobody_doubts_can_be_explained_from_the_review(clerk, draft):
    table = draft.tables.get(title__endswith="收入总表")
    address = reverse("admin:disclosures_revision_table_meaning", args=[draft.pk, table.index])
    assert address in clerk.get(reverse("admin:disclosures_revision_review", args=[draft.pk])).content.decode()
    clerk.post(address, {"table_kind": "other"})
    work()
    assert draft.tables.get(title__endswith="收入总表").kind == "other"


def test_next_years_file_asks_nothing_and_another_units_does(clerk, draft):
    answered(clerk, doubt(draft, "unread.column"), use="taken", item=Item.OTHER_REVENUE)
    later, other = uploaded(clerk, unexplained(2025)), uploaded(clerk, unexplained(2025, "青河市交通局"))
    assert (doubt(later, "unread.column"), doubt(later, "assigned.column").severity) == (None, "hint")
    assert doubt(other, "unread.column") is not None


def test_what_is_remembered_is_listed_and_taken_back(clerk, draft):
    answered(clerk, doubt(draft, "unread.column"), use="taken", item=Item.OTHER_REVENUE)
    meaning = AssignedMeaning.objects.get()
    shown = clerk.get(LIST).content.decode()
    assert "库区收益/2024年返还" in shown
    assert "其他收入" in shown
    taken_back = clerk.post(LIST, {"action": "take_back", "_selected_action": [meaning.pk]}, follow=True)
    assert "已撤销 1 条含义，1 份草稿正在重新读取" in taken_back.content.decode()
    work()
    meaning.refresh_from_db()
    assert not meaning.stands
    assert doubt(draft, "unread.column") is not None


def test_a_clerk_of_other_units_sees_none_of_it(clerk, draft, sign_in):
    answered(clerk, doubt(draft, "unread.column"), use="taken", item=Item.OTHER_REVENUE)
    elsewhere = User.objects.create_user("elsewhere", is_staff=True)
    elsewhere.groups.add(*User.objects.get(username=f"member-of-{CLERKS}").groups.all())
    Responsibility.objects.create(user=elsewhere, unit=Unit.objects.create(name="别处的局", region="远山市"))
    clerk.force_login(elsewhere)
    assert "库区收益" not in clerk.get(LIST).content.decode()
    assert clerk.get(question(draft.findings.first())).status_code == 404
    clerk.post(LIST, {"action": "take_back", "_selected_action": [AssignedMeaning.objects.get().pk]})
    assert AssignedMeaning.objects.get().stands
