"""What a person said of a unit's tables and columns is kept, counts for that unit alone, and can be taken back."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from disclosures.amounts import MoneyUnit
from disclosures.ingest import receive_read
from disclosures.ingest.remembered import as_remembered, asks_for_a_meaning, assign, forget, remembered_for, unsaid
from disclosures.meanings import ColumnMeaning, Meanings, TableMeaning
from disclosures.models import AssignedMeaning, AuditEntry, Revision
from disclosures.pipeline import ReadDisclosure, read_disclosure
from disclosures.recognition.statements import Identity
from disclosures.vocabulary import DisclosureKind, Item, TableKind
from tests.unexplained import COLUMN, UNIT, unexplained

pytestmark = pytest.mark.django_db

BUDGET = Identity(unit=UNIT, fiscal_year=2025, kind=DisclosureKind.BUDGET)


@pytest.fixture
def clerk() -> User:
    return User.objects.create_user("clerk")


@pytest.fixture
def draft() -> Revision:
    return filed(read_disclosure(unexplained(reservoirs=True, without_unit=True), "预算.txt"))


def filed(read: ReadDisclosure) -> Revision:
    revision = receive_read(read, read.source.sha256.encode(), uploaded_by=None).revision
    assert revision is not None
    return revision


def said_of_column(draft: Revision, by: User, **means: object) -> AssignedMeaning:
    meaning = unsaid(draft.tables.get(title__endswith="收入总表"), COLUMN)
    for name, value in (means or {"item": Item.OTHER_REVENUE}).items():
        setattr(meaning, name, value)
    return assign(meaning, by=by)


def said_of_table(draft: Revision, title: str, by: User, **means: object) -> AssignedMeaning:
    meaning = unsaid(draft.tables.get(title__endswith=title))
    for name, value in means.items():
        setattr(meaning, name, value)
    return assign(meaning, by=by)


def test_doubts_about_a_column_a_table_and_a_money_unit_ask_for_a_meaning(draft):
    asking = {finding.code for finding in draft.findings.all() if asks_for_a_meaning(finding)}
    assert asking == {"unread.column", "unread.table_kind", "unread.money_unit"}


def test_a_column_is_remembered_by_its_headings_without_their_year(draft, clerk):
    said_of_column(draft, clerk)
    column = ColumnMeaning(
        title="收入总表", kind=TableKind.REVENUE, path=("库区收益", "[+0]返还"), item=Item.OTHER_REVENUE
    )
    assert remembered_for(BUDGET) == Meanings(columns=(column,))


def test_a_table_is_remembered_by_its_title_and_header(draft, clerk):
    said_of_table(draft, "水库情况表", clerk, table_kind=TableKind.EXPENDITURE)
    said_of_table(draft, "支出总表", clerk, money_unit="千元")
    header = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
    assert set(remembered_for(BUDGET).tables) == {
        TableMeaning(title="水库情况表", headings=header, kind=TableKind.EXPENDITURE),
        TableMeaning(title="支出总表", headings=header, money_unit=MoneyUnit.THOUSAND),
    }


def test_a_table_to_be_left_alone_is_other_whatever_it_was_read_as(draft, clerk):
    said_of_table(draft, "水库情况表", clerk, table_kind=TableKind.OTHER, ignored=True)
    assert [table.kind for table in remembered_for(BUDGET).tables] == [TableKind.OTHER]


@pytest.mark.parametrize(
    "other",
    [
        Identity(unit="青河市交通局", fiscal_year=2025, kind=DisclosureKind.BUDGET),
        Identity(unit=UNIT, fiscal_year=2024, kind=DisclosureKind.FINAL_ACCOUNTS),
        Identity(fiscal_year=2025, kind=DisclosureKind.BUDGET),
    ],
)
def test_for_another_unit_or_kind_of_file_nothing_was_said(draft, clerk, other):
    said_of_column(draft, clerk)
    assert remembered_for(other) == Meanings()


def test_the_next_year_is_read_with_it_without_reading_the_file_twice(draft, clerk):
    said_of_column(draft, clerk)
    read = read_disclosure(unexplained(2025), "预算.txt")
    assert "unread.column" in {finding.code for finding in read.findings}
    later = filed(as_remembered(read))
    amounts = later.line_items.filter(item=Item.OTHER_REVENUE, column="库区收益/2025年返还")
    assert set(amounts.values_list("amount_fen", "fiscal_year")) == {(11_000_000, 2025)}
    assert not later.findings.filter(code="unread.column").exists()
    assert later.findings.get(code="assigned.column").severity == "hint"


def test_a_second_answer_takes_the_place_of_the_first_and_both_stay_on_record(draft, clerk):
    first = said_of_column(draft, clerk)
    second = said_of_column(draft, clerk, ignored=True)
    first.refresh_from_db()
    assert (first.stands, first.reverted_by, second.stands) == (False, clerk, True)
    entry = AuditEntry.objects.about(second).get()
    assert (entry.before["meaning"], entry.after["meaning"]) == ("其他收入", "不采用")


def test_what_is_taken_back_counts_no_more(draft, clerk):
    meaning = said_of_column(draft, clerk)
    forget(meaning, by=clerk)
    forget(meaning, by=clerk)
    assert remembered_for(BUDGET) == Meanings()
    assert [entry.action for entry in AuditEntry.objects.about(meaning)] == ["revoked", "added"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"subject": "row"},
        {"table_kind": "budget"},
        {"money_unit": "万元"},  # of a column
        {"ignored": True, "item": Item.OTHER_REVENUE},
    ],
)
def test_the_database_refuses_what_makes_no_sense(draft, clerk, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        said_of_column(draft, clerk, **wrong)


def test_the_database_keeps_one_meaning_a_place(draft, clerk):
    said_of_column(draft, clerk)
    again = unsaid(draft.tables.get(title__endswith="收入总表"), COLUMN)
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()
