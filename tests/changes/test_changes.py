"""What changed from one revision to the next: exactly what means something else, wherever it now stands."""

from decimal import Decimal

import pytest

from disclosures.changes import changes_between, changes_since_last
from disclosures.evidence import Finding
from disclosures.extraction.readings import Figure, Indicator, Project
from disclosures.ingest import ingest, publish, withdraw
from disclosures.models import Correction
from disclosures.vocabulary import FigureUnit, Item, Severity
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


def test_a_blank_cell_more_or_less_is_no_figure():
    first, second = filed(b"first", facts=facts(total="gone")), filed(b"second", facts=facts(total=None))
    assert told(changes_between(first, second)) == told(changes_between(second, first)) == []


def test_a_figure_in_prose_is_the_same_however_many_decimals_it_is_printed_with():
    def stated(value):
        said = {"topic": "total_revenue", "unit": FigureUnit.YUAN, "fiscal_year": 2024, "sentence": "收入预算。"}
        return (Figure(value=Decimal(value), **said),)

    first, second = filed(b"first", figures=stated("1160000.00")), filed(b"second", figures=stated("1160000"))
    assert changes_between(first, second).prose == ()
    [changed] = changes_between(first, filed(b"third", figures=stated("1170000"))).prose
    [part] = changed.parts
    assert (part.before, part.after) == (Decimal(1_160_000), Decimal(1_170_000))


def test_of_a_figure_printed_twice_only_the_one_that_differs_is_told():
    twice = (fact(amount=Decimal("5")), fact(amount=Decimal("6"), row=2))
    turned = (fact(amount=Decimal("6")), fact(amount=Decimal("9"), row=2))
    changed = changes_between(filed(b"first", facts=twice), filed(b"second", facts=turned))
    assert told(changed) == [("变更", "合计", Decimal("5.00"), Decimal("9.00"))]


def test_what_a_person_corrected_counts_as_the_figure():
    first, second = filed(b"first", facts=facts()), filed(b"second", facts=facts(total="101"))
    item = second.line_items.get(item="total")
    Correction.objects.create(
        revision=second, line_item=item, field="amount", value_fen=10000, cause="reading_error", reason="看错"
    )
    assert told(changes_between(first, second)) == []


def test_findings_are_solved_or_new():
    def found(words):
        return (Finding("arithmetic.total", Severity.ERROR, words),)

    changed = changes_between(filed(b"first", findings=found("甲不符")), filed(b"second", findings=found("乙不符")))
    assert [one.message for one in changed.solved] == ["甲不符"]
    assert [one.message for one in changed.found] == ["乙不符"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("第6页“管网检测”未写名称", "第11页“管网检测”未写名称"),
        ("目录第2页与第 6、7 页不一致", "目录第3页与第 11–12 页不一致"),
    ],
)
def test_a_finding_that_only_moved_to_another_page_is_neither(first, second):
    def found(words):
        return (Finding("performance.name", Severity.WARNING, words),)

    changed = changes_between(filed(b"first", findings=found(first)), filed(b"second", findings=found(second)))
    assert (changed.solved, changed.found) == ((), ())


def rows(changed):
    return [
        (str(row.change), row.name, [(str(part.label), part.before, part.after) for part in row.parts])
        for row in changed
    ]


def project(name, **more):
    return Project(name=name, table=0, **{key: Decimal(value) for key, value in more.items()})


def test_projects_say_their_money_and_score():
    first = (project("河道清淤", revised="90", executed="80", score="95"), project("水质监测"))
    second = (project("河道清淤", revised="90", executed="70", score="88"), project("闸门维修", approved="5"))
    changed = changes_between(
        filed(b"first", projects=first, indicators=()), filed(b"second", projects=second, indicators=())
    )
    assert rows(changed.projects) == [
        ("变更", "河道清淤", [("全年执行", Decimal(80), Decimal(70)), ("得分", Decimal(95), Decimal(88))]),
        ("新增", "闸门维修", [("年初预算", None, Decimal(5))]),
        ("删除", "水质监测", [("资金总额", None, None)]),
    ]


def goal(**more):
    return Indicator(table=0, level1="产出指标", level3="清淤长度", target="≥12", **more)


def test_an_indicators_points_and_its_reason_are_compared():
    first = (goal(actual="13", weight=Decimal(10), score=Decimal(10)),)
    second = (goal(actual="13", weight=Decimal("10.0"), score=Decimal(8), deviation_reason="工期延误"),)
    changed = changes_between(
        filed(b"first", projects=(), indicators=first), filed(b"second", projects=(), indicators=second)
    )
    assert rows(changed.indicators) == [
        ("变更", "清淤长度", [("得分", Decimal(10), Decimal(8)), ("偏差原因", None, "工期延误")])
    ]


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
