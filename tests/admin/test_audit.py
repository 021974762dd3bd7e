"""The audit log: everything that changes data is in it, staff read it, and nobody changes it."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from disclosures.admin.audit_words import changes_of
from disclosures.ingest import Upload, discard, publish, withdraw
from disclosures.models import AuditEntry, AuditEntryChanged, Revision, Unit
from disclosures.models.audit import record
from disclosures.tasks import cancel, retry, submit
from tests.admin.documents import budget
from tests.working import work

pytestmark = pytest.mark.django_db
Action = AuditEntry.Action
LOG = reverse("admin:disclosures_auditentry_changelist")


def told() -> list[tuple[str, str]]:
    return list(AuditEntry.objects.order_by("pk").values_list("person", "action"))


def test_the_whole_life_of_a_file_is_told():
    clerk, boss = User.objects.create_user("clerk"), User.objects.create_user("boss")
    job = submit(Upload(budget().encode(), "预算.txt"), uploaded_by=clerk)
    cancel(job, by=clerk)
    job.refresh_from_db()
    retry(job, by=clerk)
    work()
    draft = Revision.objects.get()
    withdraw(publish(draft, by=boss), by=boss)
    again = submit(Upload(budget().encode() + b"\n", "again.txt"), uploaded_by=clerk)
    work()
    again.refresh_from_db()
    discard(again.revision, by=clerk)
    assert told() == [
        ("clerk", "uploaded"),
        ("clerk", "cancelled"),
        ("clerk", "retried"),
        ("clerk", "stored"),
        ("boss", "published"),
        ("boss", "withdrawn"),
        ("clerk", "uploaded"),
        ("clerk", "stored"),
        ("clerk", "discarded"),
    ]


def test_what_is_changed_in_the_admins_forms_is_told_with_before_and_after(clerk):
    unit = Unit.objects.create(name="青河市水务局", region="青河市")
    rows = {"aliases-TOTAL_FORMS": 1, "aliases-INITIAL_FORMS": 0, "aliases-0-name": "水务处", "aliases-0-unit": unit.pk}
    clerk.post(
        reverse("admin:disclosures_unit_change", args=[unit.pk]), {"name": unit.name, "region": "大河市", **rows}
    )
    changed, added = AuditEntry.objects.order_by("pk")
    assert (changed.action, changed.before, changed.after) == ("changed", {"region": "青河市"}, {"region": "大河市"})
    assert (added.action, added.after["name"]) == ("added", "水务处")


def test_what_is_saved_as_it_was_is_no_change(clerk):
    unit = Unit.objects.create(name="青河市水务局", region="青河市")
    rows = {"aliases-TOTAL_FORMS": 0, "aliases-INITIAL_FORMS": 0}
    page = reverse("admin:disclosures_unit_change", args=[unit.pk])
    assert clerk.post(page, {"name": unit.name, "region": unit.region, **rows}).status_code == 302
    assert not AuditEntry.objects.exists()


def test_a_row_that_is_named_is_told_by_its_name_before_and_after(clerk):
    old, new = (Unit.objects.create(name=name) for name in ("青河市水利局", "青河市农业局"))
    unit = Unit.objects.create(name="青河市水务局", supervising_department=old)
    rows = {"aliases-TOTAL_FORMS": 0, "aliases-INITIAL_FORMS": 0}
    page = reverse("admin:disclosures_unit_change", args=[unit.pk])
    clerk.post(page, {"name": unit.name, "supervising_department": new.pk, **rows})
    entry = AuditEntry.objects.get()
    assert (entry.before, entry.after) == (
        {"supervising_department": str(old)},
        {"supervising_department": str(new)},
    )


def test_a_password_is_never_written_down(admin_client):
    admin_client.post(
        reverse("admin:auth_user_add"),
        {"username": "new", "password1": "a long password", "password2": "a long password", "usable_password": "true"},
    )
    assert User.objects.filter(username="new").exists()
    assert "long password" not in str(list(AuditEntry.objects.values()))
    assert AuditEntry.objects.get().after["username"] == "new"


def test_staff_read_the_log_and_readers_do_not(clerk, reviewer, sign_in):
    record(None, AuditEntry.Action.ADDED, Unit.objects.create(name="青河市水务局"))
    for client in (clerk, reviewer):
        assert "青河市水务局" in client.get(LOG).content.decode()
    assert sign_in("浏览").get(LOG).status_code == 302


def test_the_log_speaks_in_words(clerk):
    unit = Unit.objects.create(name="青河市水务局")
    person = User.objects.get(username="member-of-财务录入")
    record(person, Action.CHANGED, unit, before={"region": ""}, after={"region": "青河市"})
    record(None, Action.DELETED, unit, before={"open": True}, after={"open": False})
    shown = clerk.get(LOG).content.decode()
    for words in ("财务录入", "member-of-财务录入", "命令行", "地区", "（空）", "青河市", "可以打开", "已关闭"):
        assert words in shown
    assert reverse("admin:disclosures_unit_change", args=[unit.pk]) in shown
    assert not [raw for raw in ('"region"', "{&quot;", "&quot;}") if raw in shown]


def test_a_thing_that_is_gone_is_named_without_a_link(clerk):
    unit = Unit.objects.create(name="青河市水务局")
    page = reverse("admin:disclosures_unit_change", args=[unit.pk])
    record(None, Action.DELETED, unit)
    unit.delete()
    shown = clerk.get(LOG).content.decode()
    assert "青河市水务局" in shown
    assert page not in shown


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"state": "draft"}, {"state": "published"}, [("状态", "草稿", "已发布")]),
        ({"state": "draft", "scope": "unit"}, {"state": "published", "scope": "unit"}, [("状态", "草稿", "已发布")]),
        (
            {},
            {"cause": "reading_error", "amount": "1234.5"},
            [("更正原因", None, "识别有误"), ("金额", None, "1,234.50 元")],
        ),
        ({"amount": "10"}, {"amount": None}, [("金额", "10.00 元", "（空）")]),
        ({"files": ["甲.pdf", "乙.pdf"]}, {}, [("文件", "甲.pdf；乙.pdf", None)]),
        (
            {},
            {"kept": {"series": 1, "name": "护河", "entries": [{"year": 2024, "name": "护河工程"}]}},
            [("保留的项目", None, "护河（2024年 护河工程）")],
        ),
        ({}, {"fields": ["title", "note"]}, [("改动的设置", None, "标题；说明")]),
    ],
)
def test_each_field_is_told_before_and_after_in_words(before, after, told):
    entry = AuditEntry(subject_type="sharedcomparison", before=before, after=after)
    assert [(change.label, change.before, change.after) for change in changes_of(entry)] == told


def test_the_log_is_sifted_by_person_thing_and_action(clerk):
    unit = Unit.objects.create(name="青河市水务局")
    record(User.objects.create_user("boss"), Action.ADDED, unit)
    record(None, Action.CHANGED, unit)
    for sifted, found in (
        ("person=boss", "新增"),
        ("person=-", "修改"),
        ("action__exact=changed", "修改"),
        ("subject_type=unit&person=boss", "新增"),
    ):
        entries = clerk.get(f"{LOG}?{sifted}").context["cl"].told
        assert [entry.action for entry in entries] == [found]


def test_nobody_changes_an_entry(admin_client):
    entry = record(None, AuditEntry.Action.ADDED, Unit.objects.create(name="青河市水务局"))
    for change in (
        entry.save,
        entry.delete,
        AuditEntry.objects.all().delete,
        lambda: AuditEntry.objects.update(person="x"),
    ):
        with pytest.raises(AuditEntryChanged):
            change()
    for page in ("change", "delete"):
        address = reverse(f"admin:disclosures_auditentry_{page}", args=[entry.pk])
        assert admin_client.post(address, {"person": "x", "post": "yes"}).status_code == 403
    assert AuditEntry.objects.get().person == ""


def test_an_entry_outlives_the_account(db):
    person = User.objects.create_user("gone")
    record(person, AuditEntry.Action.ADDED, Unit.objects.create(name="青河市水务局"))
    person.delete()
    assert AuditEntry.objects.values_list("user", "person").get() == (None, "gone")
