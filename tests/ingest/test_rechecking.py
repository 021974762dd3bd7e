"""A corrected figure is checked again: what it puts right is solved, what it breaks is found, nothing is deleted."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from disclosures.changes import changes_between
from disclosures.checks import check
from disclosures.extraction import Extraction
from disclosures.extraction.readings import Indicator
from disclosures.ingest import corrections, ingest, publish, store_rereading
from disclosures.ingest.corrections import correct_amount, take_back
from disclosures.ingest.finding_marks import answer_finding
from disclosures.ingest.publication import EVERYTHING
from disclosures.ingest.stored_documents import file_document
from disclosures.models import AuditEntry, Correction, Finding, FindingMark, LineItem, PrintedText, Revision
from disclosures.models.coverage import coverage
from disclosures.pipeline import read_disclosure
from disclosures.vocabulary import TableKind
from tests.admin.documents import budget
from tests.conftest import ROOT
from tests.ingest.readings import IDENTITY, TABLE, read
from tests.ingest.test_continuity import filed as filed_year

pytestmark = [pytest.mark.django_db, pytest.mark.database]

# The total is misread: 本年支出合计 says 1,050.60, its parts 1,950.60.
MISREAD = budget().replace("农林水支出\t1,000.00", "农林水支出\t1,900.00")
DOCUMENTS = ROOT / "tests" / "documents"
STATED = budget() + "\n第三部分 说明\n\n一、收支总体情况\n\n2024年支出预算1060.60万元。\n"


@pytest.fixture
def person(db: None) -> User:
    return User.objects.create_user("clerk")


def filed(text: str) -> Revision:
    return ingest(read_disclosure(text.encode(), "预算.txt"), content=text.encode(), uploaded_by=None)


def correct(revision: Revision, printed: str, amount: str | None, by: User, heading: str = "") -> Correction:
    item = revision.line_items.filter(printed=printed, heading__contains=heading).first()
    assert isinstance(item, LineItem)
    said = None if amount is None else Decimal(amount) * 10_000
    return correct_amount(item, said, cause=Correction.Cause.READING_ERROR, reason="与原件核对", by=by)


def errors(revision: Revision) -> list[str]:
    return sorted(one.message for one in revision.findings.standing().filter(severity="error"))


class TestAFindingOfADraft:
    def test_is_solved_by_the_correction_that_mends_its_sum(self, person):
        draft = filed(MISREAD)
        wrong = errors(draft)
        assert wrong
        correct(draft, "1,900.00", "1000", person)
        assert errors(draft) == []
        solved = draft.findings.solved().filter(severity="error")
        assert sorted(one.message for one in solved) == wrong
        assert draft.line_items.get(printed="1,900.00").amount == Decimal("19000000.00")

    def test_comes_up_with_the_correction_that_breaks_a_sum(self, person):
        draft = filed(budget())
        assert errors(draft) == []
        correct(draft, "1,000.00", "1900", person)
        found = draft.findings.standing().filter(severity="error")
        assert found
        assert all(one.found_at and "1,900.00万元" in f"{one.message}{one.formula}" for one in found)

    def test_stands_anew_when_the_correction_is_taken_back(self, person):
        draft = filed(MISREAD)
        before = sorted(draft.findings.values_list("fingerprint", flat=True))
        correction = correct(draft, "1,900.00", "1000", person)
        take_back(correction, by=person)
        assert sorted(draft.findings.standing().values_list("fingerprint", flat=True)) == before
        assert draft.findings.solved().exists()

    def test_that_no_figure_is_about_stays_as_it_was(self, person):
        draft = filed(MISREAD)
        doubt = Finding.objects.create(
            revision=draft, file=draft.files.get(), code="unread.amount", severity="warning", message="看不清"
        )
        correct(draft, "1,900.00", "1000", person)
        assert doubt in draft.findings.standing()

    def test_of_another_table_with_the_very_same_figures_stays(self, person):
        table = MISREAD.partition("收支总表\n\n公开01表")[2]
        draft = filed(f"{MISREAD}\n财政拨款收支总表\n\n公开02表{table}")
        first, second = draft.tables.all()
        wrong = draft.findings.standing().filter(severity="error")
        assert wrong.filter(table=first).exists()
        assert wrong.filter(table=second).exists()
        item = first.line_items.get(printed="1,900.00")
        correct_amount(item, Decimal(10_000_000), cause=Correction.Cause.READING_ERROR, reason="与原件核对", by=person)
        assert not wrong.filter(table=first).exists()
        assert wrong.filter(table=second).exists()

    def test_that_was_answered_needs_no_second_answer_when_it_comes_back(self, person):
        draft = filed(MISREAD)
        wrong = draft.findings.filter(severity="error")
        for finding in wrong:
            answer_finding(finding, FindingMark.Answer.SOURCE_ERROR, note="原文如此", by=person)
        take_back(correct(draft, "1,900.00", "1000", person), by=person)
        assert not draft.findings.standing().filter(severity="error").answered_as("open").exists()

    def test_between_text_and_table_follows_the_table(self, person):
        draft = filed(STATED)
        assert draft.findings.filter(code="prose.table_amount").exists()
        for heading in ("支出总计", "本年支出合计"):
            correct(draft, "1,050.60", "1060.60", person, heading)
        assert not draft.findings.standing().filter(code="prose.table_amount").exists()

    def test_is_corrected_to_blank_like_any_other(self, person):
        draft = filed(MISREAD)
        correct(draft, "1,900.00", None, person)
        assert any("50.60万元" in message for message in errors(draft))


class TestWhatIsPublished:
    @pytest.fixture
    def published(self) -> Revision:
        return publish(filed(MISREAD), by=None, despite=EVERYTHING)

    def test_keeps_what_it_says_and_shows_what_is_found_now(self, published, person, client):
        cells = list(published.line_items.values_list("pk", "amount_fen"))
        correct(published, "1,900.00", "1000", person)
        published.refresh_from_db()
        assert published.state == Revision.State.PUBLISHED
        assert list(published.line_items.values_list("pk", "amount_fen")) == cells
        assert not Finding.objects.published().filter(severity="error").exists()
        client.force_login(person)
        page = client.get(reverse("disclosures:disclosure", args=[published.disclosure_id]), {"tab": "findings"})
        counted = {tab.name: number for tab, number in page.context["tabs"]}
        assert counted["findings"] == published.findings.standing().count()
        assert "在数字更正后不再成立" in page.content.decode()

    def test_is_audited_with_what_was_solved_and_found(self, published, person):
        wrong = errors(published)
        correct(published, "1,900.00", "1000", person)
        entry = AuditEntry.objects.about(published).get(action="rechecked")
        assert entry.person == "clerk"
        assert set(wrong) <= set(entry.before["solved"])

    def test_is_counted_without_what_is_solved(self, published, person):
        def counted() -> int:
            [row] = coverage([published.disclosure.unit], [2024])
            return sum(one.errors for _year, standings in row.years for one in standings)

        assert counted() > 0
        correct(published, "1,900.00", "1000", person)
        assert counted() == 0

    def test_is_not_checked_again_where_nothing_was_corrected(self, published, person):
        assert not AuditEntry.objects.filter(action="rechecked").exists()


class TestAnotherFileOfTheUnit:
    def test_that_was_compared_with_a_corrected_one_is_compared_again(self, person):
        earlier, later = filed_year(2023, {2023: "4.00"}), filed_year(2024, {2023: "3.00", 2024: "2.00"})
        publish(earlier, by=None, despite=EVERYTHING)
        publish(later, by=None, despite=EVERYTHING)
        prior = later.findings.standing().filter(code="continuity.prior_column")
        assert prior.exists()
        correction = correct(earlier, "4.00", "3", person)
        assert not prior.exists()
        take_back(correction, by=person)
        assert prior.get().found_at is not None


class TestANewerReading:
    def test_takes_the_corrections_over_and_is_checked_with_them(self, person):
        published = publish(filed(MISREAD), by=None, despite=EVERYTHING)
        correct(published, "1,900.00", "1000", person)
        again = read_disclosure(MISREAD.encode(), "预算.txt")
        draft = store_rereading(published, [(published.files.get(), again)], by=person)
        assert errors(draft) == []
        assert not changes_between(published, draft).found


def test_an_indicator_that_is_corrected_is_checked_with_what_counts_now(person):
    form = replace(TABLE, kind=TableKind.PERFORMANCE_PROJECT)
    rows = tuple(Indicator(table=0, level3=name, weight=Decimal(30)) for name in ("清淤长度", "及时率"))
    said = Extraction(facts=(), projects=(), indicators=rows, figures=(), sections=(), findings=())
    findings = check(IDENTITY, (form,), said).findings
    draft = ingest(
        read(tables=(form,), facts=(), projects=(), indicators=rows, figures=(), findings=findings),
        content=b"first file",
        uploaded_by=None,
    )
    wrong = draft.findings.standing().filter(code="performance.weights")
    assert wrong.exists()
    row = draft.indicators.get(level3="清淤长度")
    why = {"cause": Correction.Cause.READING_ERROR, "reason": "看错", "by": person}
    correction = corrections.correct(row, Correction.Field.WEIGHT, Decimal(70), **why)
    assert not wrong.exists()
    take_back(correction, by=person)
    assert wrong.exists()


@pytest.mark.parametrize("case", sorted(path.name for path in DOCUMENTS.iterdir() if path.is_dir()))
def test_the_rules_ask_what_is_stored_as_they_asked_what_was_read(case, person):
    source = next((DOCUMENTS / case).glob("source.*"))
    as_read = read_disclosure(source.read_bytes(), source.name, corrections=IDENTITY)
    revision = ingest(as_read, content=source.read_bytes(), uploaded_by=None, corrections=IDENTITY)
    stored = file_document(revision.files.get(), as_corrected=False)
    for part in ("facts", "projects", "indicators", "figures", "sections"):
        assert getattr(stored.said, part) == getattr(as_read, part), part
    assert [(table.captions, table.notes) for table in stored.tables] == [
        (table.captions, table.notes) for table in as_read.tables
    ]
    assert stored.source is not None
    assert list(stored.source.lines()) == list(as_read.source.lines())


def test_the_lines_that_are_kept_name_no_person():
    kept = PrintedText.objects.get(file__revision=filed(budget() + "\n填表人：某某某 联系电话：010-12345678\n"))
    said = json.dumps(kept.blocks, ensure_ascii=False)
    assert "填表人" in said
    assert "某某某" not in said
    assert "12345678" not in said
