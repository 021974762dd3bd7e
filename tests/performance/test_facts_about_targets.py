"""How targets were set is told in shares with their lists, and unit costs by the document's own numbers."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import User

from disclosures.ingest.corrections import correct_amount
from disclosures.models import Figure, PerformanceIndicator, Section, Unit
from disclosures.models.indicator_questions import COPIES_LAST_YEAR
from disclosures.performance.pairs import pairs
from disclosures.performance.points import points_by_level
from disclosures.performance.quality import shares
from disclosures.performance.unit_costs import all_unit_costs, reception_counts, unit_costs
from tests.published import Publish
from tests.reported import Report, row

PLAN = [
    row("产出指标", "数量指标", "数量指标", "12份"),
    row("产出指标", "质量指标", "验收合格率", "≥95%", operator=">="),
    row("效益指标", "社会效益指标", "办事更方便", "持续提升"),
]
RESULT = [
    row("产出指标", "数量指标", "报告", "12份", "12份", 10, 10),
    row("产出指标", "质量指标", "验收合格率", "≥90%", "98%", 20, 15, operator=">="),
    row("效益指标", "社会效益指标", "办事更方便", "持续提升", "已提升", 20, 20),
]


@pytest.fixture
def unit(db: None) -> Unit:
    return Unit.objects.create(name="示例市信息中心", region="示例市")


def share_of(name: str) -> tuple[int, int]:
    found = {share.quality.name: share for share in shares(PerformanceIndicator.objects.published())}
    return found[name].number, found[name].among


def test_shares_count_what_they_say(unit: Unit, report: Report) -> None:
    report(unit, 2023, {"运维经费": PLAN}, kind="budget")
    report(unit, 2023, {"运维经费": RESULT})
    assert share_of("quantified") == (4, 6)
    assert share_of("repeats") == (1, 6)
    assert share_of("exactly") == (1, 2)


def test_a_copy_of_last_year_is_word_for_word(unit: Unit, report: Report) -> None:
    report(unit, 2023, {"运维经费": PLAN}, kind="budget")
    report(unit, 2024, {"运维经费": [*PLAN[1:], row("产出指标", "数量指标", "数量指标", "13份")]}, kind="budget")
    copied = PerformanceIndicator.objects.published().having(COPIES_LAST_YEAR)
    assert sorted(one.level3 for one in copied) == ["办事更方便", "验收合格率"]
    assert {one.fiscal_year for one in copied} == {2024}


def test_what_has_no_counterpart_last_year_is_no_part_of_the_share(unit: Unit, report: Report) -> None:
    first = [*PLAN, row("产出指标", "数量指标", "巡查次数", "")]
    report(unit, 2023, {"运维经费": first}, kind="budget")
    assert share_of("copied") == (0, 0)
    report(unit, 2024, {"运维经费": [*PLAN[1:], row("产出指标", "数量指标", "数量指标", "13份")]}, kind="budget")
    assert share_of("copied") == (2, 3)
    report(unit, 2023, {"运维经费": PLAN[:1]}, kind="budget")
    assert share_of("copied") == (0, 1)


def test_what_prints_no_target_is_no_part_of_a_share(unit: Unit, report: Report) -> None:
    report(unit, 2023, {"运维经费": [*PLAN, row("产出指标", "", "巡查次数", "")]}, kind="budget")
    assert share_of("quantified") == (2, 3)
    assert share_of("repeats") == (1, 3)


def test_nothing_published_has_no_share(unit: Unit) -> None:
    assert [share.percent for share in shares(PerformanceIndicator.objects.published())] == [None] * 4


def test_points_are_added_up_by_level(unit: Unit, report: Report) -> None:
    report(unit, 2023, {"运维经费": RESULT})
    found = points_by_level(PerformanceIndicator.objects.published())
    assert [(one.name, one.won, one.lost) for one in found] == [("数量", 10, 0), ("质量", 15, 5), ("社会效益", 20, 0)]


def test_levels_that_forms_call_otherwise_are_added_up_as_one(unit: Unit, report: Report) -> None:
    rows = [
        row("效益指标", "生态效益指标", "绿化", "1亩", "1亩", 5, 5),
        row("效益指标", "生态环境指标", "水质", "1级", "1级", 5, 3),
        row("满意度指标", "服务对象满意度指标", "群众", "95%", "95%", 10, 10),
        row("效益指标", "社会公众或服务对象满意度", "司机", "95%", "90%", 10, 9),
        row("产出指标", "安全指标", "事故", "0起", "0起", 10, 10),
    ]
    report(unit, 2023, {"运维经费": rows})
    found = points_by_level(PerformanceIndicator.objects.published())
    assert [(one.level1, one.name, one.won, one.lost, one.indicators) for one in found] == [
        ("产出", "安全", 10, 0, 1),
        ("效益", "生态", 8, 2, 2),
        ("效益、满意度", "满意度", 19, 1, 2),
    ]


def test_a_target_is_followed_from_plan_to_report(unit: Unit, report: Report) -> None:
    report(unit, 2023, {"运维经费": PLAN}, kind="budget")
    report(unit, 2023, {"运维经费": RESULT})
    both = PerformanceIndicator.objects.select_related("revision__disclosure").order_by("id")
    found = {pair.shown.level3: pair for pair in pairs(both)}
    assert found["验收合格率"].target_changed
    assert not found["办事更方便"].target_changed
    assert found["报告"].plan is None
    assert found["数量指标"].report is None


RECEPTIONS = [
    ("公务接待费支出0.33万元，全年共接待来访团组2个、来宾15人次。", 2, 15),
    ("国内公务接待12批次，120人次。", 12, 120),
    ("公务接待费1万元，共接待5批，30人。", 5, 30),
    ("公务接待费预算3万元。", None, None),
    ("因公出国（境）团组3个，累计8人次。", None, None),
]


@pytest.mark.parametrize(("text", "visits", "guests"), RECEPTIONS)
def test_visits_and_guests_are_read_from_the_text(text: str, visits: int | None, guests: int | None) -> None:
    found = reception_counts([Section(title="“三公”经费", text=text, page=8)])
    assert [counts[0].number if counts else None for counts in found] == [visits, guests]


def accounts(unit: Unit, publish: Publish, vehicles: list[str], text: str = ""):
    spent = [
        {"item": "vehicle_operation", "phase": "outturn", "amount": 0.85},
        {"item": "reception", "phase": "outturn", "amount": 0.33},
    ]
    revision = publish(unit, 2023, {"three_public": spent}, kind="final_accounts")
    place = {"revision_id": revision.pk, "topic": "vehicle_count", "unit": "count", "sentence": "有公务用车"}
    # Straight to the table: what is filed is closed to everyone else.
    Figure._base_manager.bulk_create([Figure(value=number, **place) for number in vehicles])
    Section._base_manager.bulk_create([Section(revision_id=revision.pk, title="三公", text=text, page=8)])
    return revision


def test_expenses_are_divided_by_the_documents_own_numbers(unit: Unit, publish: Publish) -> None:
    revision = accounts(unit, publish, ["1", "1"], RECEPTIONS[0][0])
    assert [one.amount for one in unit_costs(revision)] == [Decimal("8500.00"), Decimal("1650.00"), Decimal("220.00")]


def test_numbers_that_differ_or_are_missing_divide_nothing(unit: Unit, publish: Publish) -> None:
    vehicle, visit, _guest = unit_costs(accounts(unit, publish, ["1", "2"]))
    assert (vehicle.amount, str(vehicle.reason)) == (None, "文件中写明的数量不一致")
    assert (visit.amount, str(visit.reason)) == (None, "文件没有写明数量")


def test_a_corrected_expense_is_divided_as_corrected(unit: Unit, publish: Publish) -> None:
    revision = accounts(unit, publish, ["1"])
    item = revision.line_items.get(item="vehicle_operation")
    person = User.objects.create_user("clerk")
    correct_amount(item, Decimal(9000), cause="edit", reason="看错一位", by=person)
    vehicle, *_others = unit_costs(revision)
    assert (vehicle.amount, vehicle.corrected) == (Decimal("9000.00"), True)


def test_many_disclosures_cost_no_more_queries_than_one(
    unit: Unit, publish: Publish, django_assert_num_queries
) -> None:
    other = Unit.objects.create(name="别处中心", region="别处")
    revisions = [accounts(unit, publish, ["2"]), accounts(other, publish, ["1"])]
    with django_assert_num_queries(4):
        found = all_unit_costs(revisions)
    assert [found[revision.pk][0].amount for revision in revisions] == [4250, 8500]
