"""A cell that only a person could read counts as they read it; without them it is not read, never blank or zero."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.contrib.auth.models import User

from disclosures.api.line_items import counting
from disclosures.comparison import Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.result import Cell, CellState
from disclosures.comparison.selection import MoneyScale
from disclosures.ingest import publish, receive_read
from disclosures.ingest.corrections import correct_amount, take_back
from disclosures.ingest.publication import EVERYTHING
from disclosures.ingest.unread_cells import unread_cells
from disclosures.models import Correction, LineItem
from disclosures.pipeline import read_disclosure
from disclosures.tables.money import line_item_text
from tests.admin.documents import budget

pytestmark = pytest.mark.django_db

MISPRINTED = budget().replace("一般公共服务支出\t50.60", "一般公共服务支出\t5O.60").encode()


@pytest.fixture
def clerk() -> User:
    return User.objects.create_user("clerk")


@pytest.fixture
def read_by_a_person(clerk: User) -> Correction:
    """A published budget with a cell that the clerk read."""
    draft = receive_read(read_disclosure(MISPRINTED, "预算.txt"), MISPRINTED, uploaded_by=None).revision
    assert draft is not None
    (cell,) = unread_cells(draft.findings.get(code="unread.amount"))
    cell.item.save()
    why = {"cause": Correction.Cause.READING_ERROR, "reason": "字母 O", "by": clerk}
    correction = correct_amount(cell.item, Decimal("506000.00"), **why)
    publish(draft, by=None, despite=EVERYTHING)
    return correction


def compared(item: LineItem) -> Cell:
    result = compare(Selection(units=(item.unit_id,), years=(2024,), dimension=Dimension.FUNCTIONAL, level="3"))
    (cell,) = result.line(next(row for row in result.rows if row.key == "201"))
    return cell


def test_what_a_person_read_is_compared_and_shown(read_by_a_person: Correction) -> None:
    item = LineItem.objects.get(state="unread")
    assert (compared(item).state, compared(item).amount) == (CellState.PRINTED, Decimal("506000.00"))
    assert "50.6" in line_item_text(item, MoneyScale.TEN_THOUSAND, "万元", read_by_a_person)


def test_once_it_is_taken_back_the_cell_is_not_read(read_by_a_person: Correction, clerk: User) -> None:
    take_back(read_by_a_person, by=clerk)
    item = LineItem.objects.get(state="unread")
    assert compared(item).state == CellState.NOT_READ
    assert "未读出" in line_item_text(item, MoneyScale.TEN_THOUSAND, "万元")
    assert counting(item, [])["state"] == "unread"
