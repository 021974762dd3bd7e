"""A finding is answered by who may, for all to see, and stays answered while its figures are the same."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError
from django.test import Client

from disclosures.evidence import Box, Place
from disclosures.models import AuditEntry, Finding, FindingMark, Responsibility, Unit
from tests.findings.filed import CELL, SENTENCE, file, hint, wrong
from tests.ingest.readings import IDENTITY

pytestmark = pytest.mark.django_db

MOVED = (
    Place("支出预算", "1,060.60万元", 7, Box(1, 2, 3, 4)),
    Place("合计", "1,050.60万元", 9, None),
    wrong().places[2],
)
OTHER_FIGURES = (Place("支出预算", "1,070.60万元", 1, SENTENCE), Place("合计", "1,050.60万元", 3, CELL))


def explain(client: Client, finding: Finding, note: str = "按调整后的预算说明。", answer: str = "explained") -> int:
    return client.post(f"/findings/{finding.pk}/answer/", {"answer": answer, "note": note}).status_code


def only_finding(**changes: object) -> Finding:
    return file(wrong(**changes)).findings.get()


def test_an_answer_shows_its_note_its_author_and_its_day_to_everyone(clerk: Client, reader: Client) -> None:
    finding = only_finding()
    assert explain(clerk, finding) == 302
    for address in (
        "/findings/",
        f"/findings/{finding.pk}/",
        f"/disclosures/{finding.revision.disclosure_id}/?tab=findings",
    ):
        page = reader.get(address).content.decode()
        assert "已说明" in page
        assert "按调整后的预算说明。" in page
        assert "clerk" in page


@pytest.mark.parametrize(
    ("changes", "stays"),
    [
        ({}, True),
        ({"places": MOVED, "pages": (7, 9), "message": "第7页：换了地方，仍是这两个数。"}, True),
        ({"places": OTHER_FIGURES, "actual": Decimal("10706000.00")}, False),
        ({"expected": Decimal("10500000.00")}, False),
        ({"code": "prose.repeated_amount"}, False),
    ],
)
def test_an_answer_outlasts_an_upload_while_the_figures_are_the_same(
    clerk: Client, changes: dict[str, object], stays: bool
) -> None:
    explain(clerk, only_finding())
    again = file(wrong(**changes), content=b"second file").findings.get()
    assert Finding.objects.published().answered_as("explained").filter(pk=again.pk).exists() is stays
    assert Finding.objects.open().filter(pk=again.pk).exists() is not stays


def test_a_finding_without_figures_is_known_by_its_words_wherever_they_stand(clerk: Client) -> None:
    said = {"places": (), "actual": None, "expected": None, "difference": None}
    explain(clerk, only_finding(message="第6页《支出表》没有写明为空。", **said))
    moved = file(wrong(message="第8页《支出表》没有写明为空。", **said), content=b"second file").findings.get()
    other = file(wrong(message="第8页《收入表》没有写明为空。", **said), content=b"third file").findings.get()
    answered = Finding.objects.answered_as("explained")
    assert set(answered.values_list("pk", flat=True)) >= {moved.pk}
    assert other not in answered


def test_another_disclosure_with_the_same_figures_is_not_answered_along(clerk: Client) -> None:
    explain(clerk, only_finding())
    elsewhere = file(wrong(), content=b"other unit", identity=replace(IDENTITY, unit="白水市水务局", region="白水市"))
    assert Finding.objects.open().get() == elsewhere.findings.get()


def test_a_new_answer_takes_the_place_of_the_old_one_and_both_stay_on_record(clerk: Client) -> None:
    finding = only_finding()
    explain(clerk, finding)
    explain(clerk, finding, "", "accepted")
    assert [(mark.answer, mark.stands) for mark in FindingMark.objects.all()] == [
        ("accepted", True),
        ("explained", False),
    ]
    assert [entry.before.get("answer") for entry in AuditEntry.objects.about(finding)] == ["explained", None]


def test_an_answer_taken_back_leaves_the_finding_open(clerk: Client, reader: Client) -> None:
    finding = only_finding()
    explain(clerk, finding)
    clerk.post(f"/findings/{finding.pk}/take-back/")
    assert Finding.objects.open().get() == finding
    assert "撤销" in reader.get(f"/findings/{finding.pk}/").content.decode()


def test_an_explanation_needs_words(clerk: Client) -> None:
    finding = only_finding()
    page = clerk.post(f"/findings/{finding.pk}/answer/", {"answer": "explained", "note": "  "})
    assert "请写明原因" in page.content.decode()
    assert not FindingMark.objects.exists()


def test_the_database_refuses_two_standing_answers_to_one_finding() -> None:
    finding = only_finding()
    said = {"disclosure": finding.revision.disclosure, "fingerprint": finding.fingerprint, "answer": "accepted"}
    FindingMark.objects.create(**said)
    with pytest.raises(IntegrityError):
        FindingMark.objects.create(**said)


def test_readers_and_clerks_of_other_units_cannot_answer(clerk: Client, reader: Client) -> None:
    finding = only_finding()
    other = Unit.objects.create(name="别处", region="别处")
    Responsibility.objects.create(user=User.objects.get(username="clerk"), unit=other)
    assert explain(reader, finding) == 403
    assert explain(clerk, finding) == 403
    assert "answer/" not in reader.get(f"/findings/{finding.pk}/").content.decode()
    assert explain(Client(), finding) == 302
    assert not FindingMark.objects.exists()


def test_what_is_no_longer_published_is_hidden_from_readers(reader: Client) -> None:
    finding = only_finding()
    file(hint(), content=b"second file")
    assert reader.get(f"/findings/{finding.pk}/").status_code == 404
