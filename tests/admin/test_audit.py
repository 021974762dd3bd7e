"""The audit log: everything that changes data is in it, staff read it, and nobody changes it."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from disclosures.ingest import Upload, discard, publish, withdraw
from disclosures.models import AuditEntry, AuditEntryChanged, Revision, Unit
from disclosures.models.audit import record
from disclosures.tasks import cancel, retry, submit
from tests.admin.documents import budget
from tests.working import work

pytestmark = pytest.mark.django_db
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
