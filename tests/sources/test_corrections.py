"""A correction changes what is shown everywhere and keeps what was printed; it can be taken back and is listed."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from disclosures.comparison import Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.result import Cell, CellState
from disclosures.ingest.corrections import correct, correct_amount, take_back
from disclosures.models import AuditEntry, Correction, LineItem, Revision, SharedComparison, Unit
from disclosures.models.responsibility import Responsibility

WRONG = {"field": "amount", "value": "80.00", "cause": "reading_error", "reason": "读成了旁边的数"}


@pytest.fixture
def db(undone: None) -> None:
    """The sample is filed once for the module; what one test does with it is undone."""


@pytest.fixture
def sample(db: None, sample_once: int) -> Revision:
    return Revision.objects.get(pk=sample_once)


def send(client: Client, item: LineItem, **changes: str) -> int:
    return client.post(reverse("disclosures:correct", args=[item.pk]), WRONG | changes).status_code


def functional(item: LineItem) -> Selection:
    return Selection(units=(item.unit_id,), years=(item.fiscal_year,), dimension=Dimension.FUNCTIONAL)


def compared(item: LineItem) -> Cell:
    return compare(functional(item)).cells["214", 0]


def test_the_corrected_amount_counts_and_the_printed_one_is_kept(clerk: Client, figure: LineItem) -> None:
    before = compared(figure).amount
    assert send(clerk, figure) == 302
    correction = Correction.objects.get()
    assert (correction.printed, correction.amount) == (figure.printed, Decimal(800_000))
    assert (compared(figure).amount, compared(figure).corrected) == (Decimal(800_000), True)
    figure.refresh_from_db()
    assert figure.amount == before
    assert AuditEntry.objects.about(figure).get().after["amount"] == "800000.00"


def test_a_correction_shows_wherever_the_figure_does(clerk: Client, client: Client, figure: LineItem) -> None:
    send(clerk, figure)
    query = functional(figure).to_query()
    share = SharedComparison.objects.create(title="比较", query=query)
    places = [
        (clerk, reverse("disclosures:source", args=[figure.pk])),
        (clerk, f"{reverse('disclosures:disclosure', args=[figure.revision.disclosure_id])}?table={figure.table_id}"),
        (clerk, f"{reverse('disclosures:compare')}?{query}"),
        (client, share.get_absolute_url()),
        (client, reverse("disclosures:shared_source", args=[share.slug, figure.pk])),
        (clerk, reverse("disclosures:corrections")),
    ]
    for visitor, address in places:
        page = visitor.get(address).content.decode()
        assert "更正" in page, address
        assert "80.00" in page or "800,000.00" in page, address


def test_taken_back_the_reading_counts_again_and_the_ledger_keeps_both(clerk: Client, figure: LineItem) -> None:
    before = compared(figure)
    send(clerk, figure)
    clerk.post(reverse("disclosures:revert_correction", args=[Correction.objects.get().pk]))
    assert compared(figure) == before
    ledger = clerk.get(reverse("disclosures:corrections")).content.decode()
    assert "读成了旁边的数" in ledger
    assert "撤销" in ledger
    assert Correction.objects.standing().count() == 0


def test_a_second_correction_takes_the_place_of_the_first(clerk: Client, figure: LineItem) -> None:
    send(clerk, figure)
    send(clerk, figure, value="90")
    assert [one.stands for one in Correction.objects.order_by("pk")] == [False, True]
    assert compared(figure).amount == Decimal(900_000)


def test_a_name_can_be_corrected_too(clerk: Client, figure: LineItem) -> None:
    send(clerk, figure, field="heading", value="交通运输支出（更正）")
    address = reverse("disclosures:disclosure", args=[figure.revision.disclosure_id])
    page = clerk.get(f"{address}?table={figure.table_id}").content.decode()
    assert "交通运输支出（更正）" in page
    assert compared(figure).corrected is False


def test_a_cell_that_is_really_blank_becomes_a_gap_and_no_zero(clerk: Client, figure: LineItem) -> None:
    assert send(clerk, figure, value="", is_blank="on") == 302
    assert (compared(figure).state, compared(figure).amount) == (CellState.BLANK, None)


@pytest.mark.parametrize(
    "changes",
    [
        {"value": ""},
        {"value": "约八十"},
        {"value": "80", "is_blank": "on"},
        {"value": "9" * 30},
        {"reason": ""},
        {"field": "heading", "value": ""},
        {"cause": "whim"},
    ],
)
def test_what_is_unclear_is_asked_again(clerk: Client, figure: LineItem, changes: dict[str, str]) -> None:
    assert send(clerk, figure, **changes) == 200
    assert not Correction.objects.exists()


def test_only_those_with_the_right_and_the_unit_may_correct(reader: Client, clerk: Client, figure: LineItem) -> None:
    assert send(reader, figure) == 403
    assert "更正这个数或名称" not in reader.get(reverse("disclosures:source", args=[figure.pk])).content.decode()
    elsewhere = Unit.objects.create(name="司法局", region="上海市普陀区")
    Responsibility.objects.create(user=User.objects.get(username="clerk"), unit=elsewhere)
    assert send(clerk, figure) == 403
    assert not Correction.objects.exists()


def test_the_ledger_lists_only_what_is_published(clerk: Client, reader: Client, figure: LineItem) -> None:
    send(clerk, figure)
    type(figure.revision).objects.filter(pk=figure.revision_id).update(state="withdrawn")
    assert "读成了旁边的数" not in reader.get(reverse("disclosures:corrections")).content.decode()


def test_the_database_keeps_one_standing_correction_a_field(figure: LineItem) -> None:
    person = User.objects.create_user("person")
    why = {"cause": Correction.Cause.EDIT, "reason": "统一写法", "by": person}
    first = correct(figure, Correction.Field.HEADING, "交通", **why)
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.create(
            revision=figure.revision, line_item=figure, field="heading", value="运输", cause="edit", reason="又一次"
        )
    take_back(first, by=person)
    correct_amount(figure, Decimal(1), **why)
    assert Correction.objects.standing().get().field == "amount"
