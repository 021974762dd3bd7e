"""A cell that could not be read is typed in at its doubt, or said to be blank, without leaving the desk."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.urls import reverse

from disclosures.models import Correction, LineItem, Revision
from disclosures.vocabulary import FactState
from tests.admin.documents import budget, upload
from tests.working import work

pytestmark = pytest.mark.django_db

MISPRINTED = budget().replace("预算拨款收入\t1,050.60", "预算拨款收入\t1,05O.6O", 1)


@pytest.fixture
def draft(clerk):
    clerk.post("/admin/disclosures/job/upload/", {"documents": [upload(MISPRINTED)]})
    work()
    return Revision.objects.get()


def desk(draft):
    return reverse("admin:disclosures_revision_doubts", args=[draft.pk])


def shown_cell(client, draft):
    """Return the doubt of the cell, and the only cell that its page offers to correct."""
    doubt = draft.findings.get(code="unread.amount")
    context = client.get(desk(draft), {"at": doubt.pk}).context
    (cell,) = context["doubt"].cells
    return doubt, cell


def answer(client, doubt, **said):
    address = reverse("admin:disclosures_revision_answer", args=[doubt.revision_id, doubt.pk])
    return client.post(address, said, follow=True)


def test_the_desk_offers_the_cell_with_its_print_and_unit(clerk, draft):
    doubt, cell = shown_cell(clerk, draft)
    shown = clerk.get(desk(draft), {"at": doubt.pk}).content.decode()
    assert "原文“1,05O.6O”" in shown
    assert f'name="item" value="{cell.key}"' in shown
    assert (cell.unit.label, cell.value) == ("万元", "")


def test_the_amount_that_was_typed_counts_and_settles_the_doubt(clerk, draft):
    doubt, cell = shown_cell(clerk, draft)
    answer(clerk, doubt, step="correct", item=cell.key, value="1,050.60")
    correction = Correction.objects.get()
    assert (correction.amount, correction.printed) == (Decimal("10506000.00"), "1,05O.6O")
    assert correction.subject.state == FactState.UNREAD
    assert doubt not in clerk.get(desk(draft)).context["findings"]


def test_a_cell_that_holds_only_a_smudge_is_blank(clerk, draft):
    doubt, cell = shown_cell(clerk, draft)
    answer(clerk, doubt, step="blank", item=cell.key)
    assert Correction.objects.get().amount is None


def test_what_is_no_number_makes_no_row(clerk, draft):
    doubt, cell = shown_cell(clerk, draft)
    assert "“一千”不是金额" in answer(clerk, doubt, step="correct", item=cell.key, value="一千").content.decode()
    assert not LineItem.objects.filter(state=FactState.UNREAD).exists()


def test_a_cell_that_is_not_the_doubts_is_unknown(clerk, draft):
    doubt, _cell = shown_cell(clerk, draft)
    assert answer(clerk, doubt, step="correct", item="99-9", value="1").status_code == 404


def test_the_amount_outlasts_a_correction_of_whose_file_it_is(clerk, draft):
    doubt, cell = shown_cell(clerk, draft)
    answer(clerk, doubt, step="correct", item=cell.key, value="1,050.60")
    identity = {"unit": "青河市水务局", "region": "青河市", "fiscal_year": "2024", "kind": "budget", "scope": "unit"}
    clerk.post(reverse("admin:disclosures_revision_correct", args=[draft.pk]), identity)
    work()
    assert Correction.objects.standing().of_revisions([draft]).get().amount == Decimal("10506000.00")
    assert not draft.findings.filter(code="correction.lost").exists()
