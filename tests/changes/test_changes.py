"""What changed from one revision to the next: exactly what means something else, wherever it now stands."""

from decimal import Decimal

import pytest

from disclosures.changes import affected_shares, changes_between, changes_since_last
from disclosures.evidence import Finding
from disclosures.ingest import ingest, publish, withdraw
from disclosures.models import Correction, SharedComparison
from disclosures.vocabulary import Item, Severity
from tests.ingest.readings import fact, read

pytestmark = pytest.mark.django_db

ROWS = {Item.TOTAL: "100", Item.CARRIED_IN: "20", Item.CARRIED_OUT: "7"}


def filed(content: bytes, **more):
    return ingest(read(content, **more), content=content, uploaded_by=None)


def facts(**amounts):
    """Return one fact for each item, in rows further down the higher their number."""
    said = {item.value: amount for item, amount in ROWS.items()} | amounts
    return tuple(
        fact(item=Item(item), heading=item, amount=None if amount is None else Decimal(amount), row=row,
             state="blank" if amount is None else "printed")
        for row, (item, amount) in enumerate(said.items()) if amount != "gone"
    )  # fmt: skip


def told(changes):
    return [(str(one.change), one.heading, one.before, one.after) for one in changes.figures]


def test_the_same_figures_elsewhere_are_no_change():
    first = filed(b"first", facts=facts())
    moved = tuple(fact(item=one.item, heading="另一种写法", amount=one.amount, row=9, page=7) for one in facts())
    assert told(changes_between(first, filed(b"second", facts=moved))) == []


def test_a_changed_an_added_and_a_removed_figure_are_told_apart():
    first = filed(b"first", facts=facts(carried_out="gone"))
    second = filed(b"second", facts=facts(total="101", carried_in="gone"))
    assert told(changes_between(first, second)) == [
        ("变更", "total", Decimal("100.00"), Decimal("101.00")),
        ("新增", "carried_out", None, Decimal("7.00")),
        ("删除", "carried_in", Decimal("20.00"), None),
    ]


def test_a_figure_that_is_blank_now_changed_and_was_not_removed():
    changed = changes_between(filed(b"first", facts=facts()), filed(b"second", facts=facts(total=None)))
    assert told(changed) == [("变更", "total", Decimal("100.00"), None)]


def test_of_a_figure_printed_twice_only_the_one_that_differs_is_told():
    twice = (fact(amount=Decimal("5")), fact(amount=Decimal("6"), row=2))
    turned = (fact(amount=Decimal("6")), fact(amount=Decimal("9"), row=2))
    changed = changes_between(filed(b"first", facts=twice), filed(b"second", facts=turned))
    assert told(changed) == [("变更", "合计", Decimal("5.00"), Decimal("9.00"))]


def test_what_a_person_corrected_counts_as_the_figure():
    first, second = filed(b"first", facts=facts()), filed(b"second", facts=facts(total="101"))
    item = second.line_items.get(item="total")
    Correction.objects.create(line_item=item, field="amount", value_fen=10000, cause="reading_error", reason="看错")
    assert told(changes_between(first, second)) == []


def test_findings_are_solved_or_new():
    def found(words):
        return (Finding("arithmetic.total", Severity.ERROR, words),)

    changed = changes_between(filed(b"first", findings=found("甲不符")), filed(b"second", findings=found("乙不符")))
    assert [one.message for one in changed.solved] == ["甲不符"]
    assert [one.message for one in changed.found] == ["乙不符"]


def test_a_draft_is_held_against_what_is_published_and_that_against_the_one_before():
    first, second, third = (
        filed(content, facts=facts(total=n)) for content, n in ((b"1", "1"), (b"2", "2"), (b"3", "3"))
    )
    assert changes_since_last(first) is None
    publish(first, by=None)
    publish(second, by=None)
    second.refresh_from_db()
    assert told(changes_since_last(second)) == [("变更", "total", Decimal("1.00"), Decimal("2.00"))]
    assert told(changes_since_last(third)) == [("变更", "total", Decimal("2.00"), Decimal("3.00"))]
    withdraw(second, by=None)
    assert changes_since_last(third).before == second


def test_open_links_that_compare_the_unit_and_year_are_affected():
    disclosure = filed(b"first").disclosure
    hit = SharedComparison.objects.create(title="比较", query=f"units={disclosure.unit_id}&years=2023-2024")
    SharedComparison.objects.create(title="别的年度", query=f"units={disclosure.unit_id}&years=2020")
    SharedComparison.objects.create(title="别的单位", query="units=999999&years=2024")
    assert [share.title for share in affected_shares(disclosure)] == ["比较"]
    hit.revoke()
    assert affected_shares(disclosure) == []
