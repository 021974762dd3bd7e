"""A cell that could not be read gets its amount from a person: what is printed stays, and so does the correction."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from disclosures.amounts import MoneyUnit
from disclosures.ingest import publish, receive_read, store_rereading
from disclosures.ingest.corrections import correct_amount
from disclosures.ingest.publication import EVERYTHING
from disclosures.ingest.unread_cells import unread_cells
from disclosures.models import Correction, LineItem, Revision
from disclosures.pipeline import read_disclosure
from disclosures.vocabulary import FactState, Item
from tests.admin.documents import budget

pytestmark = pytest.mark.django_db

# The letter O twice in the place of a zero.
MISPRINTED = budget().replace("预算拨款收入\t1,050.60", "预算拨款收入\t1,05O.6O", 1)
AMOUNT = Decimal("10506000.00")


@pytest.fixture
def clerk() -> User:
    return User.objects.create_user("clerk")


@pytest.fixture
def draft() -> Revision:
    return filed(MISPRINTED)


def filed(text: str) -> Revision:
    content = text.encode()
    revision = receive_read(read_disclosure(content, "预算.txt"), content, uploaded_by=None).revision
    assert revision is not None
    return revision


def read_by(clerk: User, draft: Revision) -> LineItem:
    """The clerk reads the cell."""
    (cell,) = unread_cells(draft.findings.get(code="unread.amount"))
    cell.item.save()
    correct_amount(cell.item, AMOUNT, cause=Correction.Cause.READING_ERROR, reason="字母 O", by=clerk)
    return cell.item


def test_the_doubt_names_its_cell_with_all_that_the_statement_says_of_it(draft):
    (cell,) = unread_cells(draft.findings.get(code="unread.amount"))
    item = cell.item
    assert (item.printed, item.state, item.amount_fen) == ("1,05O.6O", FactState.UNREAD, None)
    assert (item.heading, item.item, item.direction) == ("一、一般公共预算拨款收入", Item.GENERAL_PUBLIC, "revenue")
    assert (item.table.title, item.fiscal_year, cell.unit) == ("收支总表", 2024, MoneyUnit.TEN_THOUSAND)
    assert item.pk is None


def test_other_doubts_have_no_such_cells(draft):
    others = draft.findings.exclude(code="unread.amount")
    assert others.exists()
    assert [cell for finding in others for cell in unread_cells(finding)] == []


def test_once_a_person_has_read_it_the_amount_counts_and_the_print_stays(draft, clerk):
    item = read_by(clerk, draft)
    assert Correction.objects.amounts() == {item.pk: 1_050_600_000}
    assert Correction.objects.get().printed == "1,05O.6O"
    publish(draft, by=None, despite=EVERYTHING)
    counting = LineItem.objects.published().as_corrected().filter(pk=item.pk)
    assert counting.values_list("amount_fen", "correction__value_fen").get() == (None, 1_050_600_000)


def test_the_correction_outlasts_a_rereading(draft, clerk):
    read_by(clerk, draft)
    publish(draft, by=None, despite=EVERYTHING)
    again = store_rereading(draft, [(draft.files.get(), read_disclosure(MISPRINTED.encode(), "预算.txt"))], by=None)
    kept = Correction.objects.standing().of_revisions([again]).get()
    assert (kept.amount, kept.printed, kept.subject.state) == (AMOUNT, "1,05O.6O", FactState.UNREAD)
    assert not again.findings.filter(code="correction.lost").exists()


def test_a_correction_of_a_cell_that_prints_something_else_now_is_reported_as_lost(draft, clerk):
    read_by(clerk, draft)
    publish(draft, by=None, despite=EVERYTHING)
    changed = MISPRINTED.replace("1,05O.6O", "1,06O.6O")
    again = store_rereading(draft, [(draft.files.get(), read_disclosure(changed.encode(), "预算.txt"))], by=None)
    assert again.findings.get(code="correction.lost")


def test_the_database_keeps_unread_cells_without_an_amount(draft):
    (cell,) = unread_cells(draft.findings.get(code="unread.amount"))
    cell.item.amount_fen = 1
    with pytest.raises(IntegrityError), transaction.atomic():
        cell.item.save()
