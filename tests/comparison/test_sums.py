"""Units are added exactly and only where they may be; a sum says what it lacks, or in words why there is none."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from disclosures.comparison import Comparison, Selection, compare
from disclosures.comparison.comparability import RULES
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.display import cell_text
from disclosures.comparison.measures import DEFINITIONS, Measure
from disclosures.comparison.result import CellState
from disclosures.comparison.stages import Stage
from disclosures.comparison.sums import FORMULAS, NO_SUMS, Sum, Sums
from disclosures.models import Unit
from tests.published import Publish

pytestmark = pytest.mark.django_db

EXACT = [{"item": "total", "amount": 100.01}, {"function": "214", "amount": 70.01}]
BLANK = [{"item": "total", "amount": 30.5}, {"function": "214", "amount": None}]
ONE_FUND = [{"function": "214", "fund": "general_public", "amount": 70.01}]


@pytest.fixture
def units(db: None) -> list[Unit]:
    return [Unit.objects.create(name=f"单位{name}", region="示例市") for name in "甲乙丙丁"]


def summed(*units: Unit, years: tuple[int, ...] = (2024,), **more: object) -> Comparison:
    chosen = {"dimension": Dimension.FUNCTIONAL, "summed": True, **more}
    return compare(Selection(units=tuple(unit.pk for unit in units), years=years).changed(**chosen))


def sums(result: Comparison, key: str) -> list[Sum]:
    row = next(row for row in result.rows if row.key == key)
    made = Sums.of(result)
    return [made.at(row, column) for column in made.columns]


def texts(result: Comparison, key: str) -> list[str]:
    return [cell_text(one.cell, result.selection.measure, result.selection.money) for one in sums(result, key)]


def test_units_are_added_by_year_and_stage_exactly(units: list[Unit], publish: Publish) -> None:
    for unit in units[:2]:
        for year in (2023, 2024):
            publish(unit, year, {"expenditure": EXACT})
    result = summed(*units[:2], years=(2023, 2024))
    assert texts(result, "214") == ["140.02", "140.02"]
    assert [one.coverage for one in sums(result, "214")] == ["2/2 个单位"] * 2
    assert not any(one.is_partial for one in sums(result, "214"))
    assert len(sums(result, "total")[0].cell.sources) == 2


def test_a_sum_over_missing_parts_says_how_many_gave_it_and_why_the_others_did_not(
    units: list[Unit], publish: Publish
) -> None:
    publish(units[0], 2024, {"expenditure": EXACT})
    publish(units[1], 2024, {"expenditure": BLANK})
    publish(units[2], 2024, {"three_public": []})
    found = sums(summed(*units), "214")[0]
    assert (found.cell.amount, found.coverage, found.is_partial) == (Decimal("700100"), "1/4 个单位", True)
    assert [reason for _column, reason in found.missing] == ["该格空白", "该文件未公开此表", "该年度文件未公开"]
    assert [text for _column, text in sums(summed(*units), "total")[0].missing] == [
        "该文件未公开此表",
        "该年度文件未公开",
    ]


def test_a_sum_without_any_part_is_absent_with_its_reason_and_never_0(units: list[Unit], publish: Publish) -> None:
    publish(units[0], 2024, {"expenditure": EXACT})
    publish(units[1], 2023, {"expenditure": BLANK})
    publish(units[0], 2023, {"expenditure": [{"item": "total", "amount": 1}]})
    before, now, after = sums(summed(*units[:2], years=(2023, 2024, 2025)), "214")
    assert before.cell.value is None
    assert before.cell.reason == "没有一个单位有此数，无法合计"
    assert now.cell.amount == Decimal("700100")
    assert after.cell.state == CellState.NOT_DISCLOSED
    assert after.cell.value is None
    assert Sums.of(summed(*units[:2], years=(2023, 2024, 2025))).legend == [("/", "无法合计")]
    assert Sums.of(summed(*units[:2])).legend == []


def test_a_printed_zero_is_a_part(units: list[Unit], publish: Publish) -> None:
    publish(units[0], 2024, {"expenditure": [{"function": "214", "amount": 0}]})
    publish(units[1], 2024, {"expenditure": [{"function": "214", "amount": 0}]})
    assert texts(summed(*units[:2]), "214") == ["0.00"]


def test_there_are_no_sums_unless_asked_for_nor_of_one_unit(units: list[Unit], publish: Publish) -> None:
    publish(units[0], 2024, {"expenditure": EXACT})
    publish(units[1], 2024, {"expenditure": EXACT})
    assert Sums.of(summed(*units[:2], summed=False)).columns == ()
    assert Sums.of(summed(units[0])).columns == ()
    assert Sums.of(summed(units[0], Unit(pk=10**9))).columns == ()


REFUSED = {
    "有的含下属单位": ({"expenditure": EXACT}, {"scope": "department"}),
    "资金范围不同的表": ({"general_public_expenditure": ONE_FUND}, {}),
}


@pytest.mark.parametrize("words", REFUSED)
def test_unlike_figures_are_not_added_and_the_reason_is_said(units: list[Unit], publish: Publish, words: str) -> None:
    tables, more = REFUSED[words]
    publish(units[0], 2024, {"expenditure": EXACT})
    publish(units[1], 2024, tables, **more)
    found = sums(summed(*units[:2]), "214")[0]
    assert (found.cell.value, found.cell.amount, found.is_refused) == (None, None, True)
    assert words in found.cell.reason
    assert len(found.cell.sources) == 2, "its parts can still be looked at"
    assert Sums.of(summed(*units[:2])).refusals == [("2024", found.cell.reason)]


def test_a_department_and_its_own_unit_are_not_counted_twice(units: list[Unit], publish: Publish) -> None:
    department, below, other = units[:3]
    Unit.objects.filter(pk=below.pk).update(supervising_department=department)
    publish(department, 2024, {"expenditure": EXACT}, scope="department")
    publish(below, 2024, {"expenditure": EXACT}, scope="unit")
    publish(other, 2024, {"expenditure": EXACT}, scope="department")
    assert sums(summed(department, below), "214")[0].cell.reason == "主管部门的数已包含其下属单位，相加会重复计算"
    assert texts(summed(department, other), "214") == ["140.02"]


def test_only_the_units_that_are_added_must_be_alike(units: list[Unit], publish: Publish) -> None:
    publish(units[0], 2024, {"expenditure": EXACT})
    publish(units[1], 2024, {"expenditure": EXACT})
    publish(units[2], 2024, {"expenditure": [{"item": "total", "amount": 5}]}, scope="department")
    result = summed(*units[:3])
    assert texts(result, "214") == ["140.02"]
    assert texts(result, "total") == ["/"]


def test_coarser_figures_are_added_with_a_label(units: list[Unit], publish: Publish) -> None:
    publish(units[0], 2024, {"expenditure": EXACT})
    publish(units[1], 2024, {"expenditure": [{"function": "214", "amount": 70}]})
    found = sums(summed(*units[:2]), "214")[0]
    assert found.cell.amount == Decimal("1400100")
    assert found.notes == ("单位乙：原表只精确到万元，尾数差异属四舍五入",)


def test_years_before_the_reform_are_added_with_a_label(units: list[Unit], publish: Publish) -> None:
    for unit in units[:2]:
        publish(unit, 2018, {"expenditure": EXACT})
        publish(unit, 2019, {"expenditure": EXACT})
    before, after = sums(summed(*units[:2], years=(2018, 2019)), "214")
    assert before.notes == ("单位甲、单位乙：2019年起功能分类科目有调整，同一编码前后内容可能不同",)
    assert (before.cell.amount, after.notes) == (Decimal("1400200"), ())


def test_the_other_table_of_the_same_funds_is_added_with_a_label(units: list[Unit], publish: Publish) -> None:
    publish(units[0], 2024, {"expenditure": EXACT})
    publish(units[1], 2024, {"revenue_expenditure": EXACT})
    found = sums(summed(*units[:2]), "214")[0]
    assert found.cell.amount == Decimal("1400200")
    assert found.notes == ("单位乙：取自《收支总表》（全部资金）",)


def spent(amount: float | None, total: float | None = 100, **more: object) -> list[dict[str, object]]:
    return [{"item": "total", "amount": total, **more}, {"function": "214", "amount": amount, **more}]


@pytest.mark.parametrize(
    ("measure", "expected", "coverage"),
    [
        (Measure.SHARE, "40.00%", "3/4 个单位"),
        (Measure.CHANGE, "+20.00", "2/4 个单位"),
        (Measure.CHANGE_PERCENT, "+25.00%", "2/4 个单位"),
        (Measure.PER_PERSON, "10.00", "1/4 个单位"),
    ],
)
def test_a_measure_is_taken_of_the_sums_over_exactly_the_units_with_both_parts(
    units: list[Unit], publish: Publish, measure: Measure, expected: str, coverage: str
) -> None:
    publish(units[0], 2024, {"expenditure": spent(60)}, counts={"staff_actual": "6"})
    publish(units[1], 2024, {"expenditure": spent(40)})
    publish(units[2], 2024, {"expenditure": spent(20)})
    publish(units[3], 2024, {"expenditure": spent(None)}, counts={"staff_actual": "9"})
    publish(units[0], 2023, {"expenditure": spent(50)})
    publish(units[1], 2023, {"expenditure": spent(30)})
    publish(units[2], 2023, {"expenditure": spent(None)})
    result = summed(*units, measure=measure)
    found = sums(result, "214")[0]
    assert texts(result, "214") == [expected]
    assert found.coverage == coverage
    assert len(found.missing) == 4 - len(found.parts)
    assert all(reason for _column, reason in found.missing)


def test_execution_is_of_the_sums_of_those_with_budget_and_outturn(units: list[Unit], publish: Publish) -> None:
    for unit, budget, outturn in zip(units, (100, 300, None, 70), (90, 210, 50, None), strict=True):
        publish(unit, 2024, {"expenditure": spent(budget)})
        if outturn:
            publish(unit, 2024, {"expenditure": spent(outturn, phase="outturn")}, kind="final_accounts")
    result = summed(*units, measure=Measure.EXECUTION, stages=(Stage.OUTTURN,))
    assert texts(result, "214") == ["75.00%"]
    assert [reason for _column, reason in sums(result, "214")[0].missing] == [
        "没有同一项目的预算数，或该列不是决算，无法计算执行率",
        "该年度文件未公开",
    ]


def test_nothing_divides_by_a_sum_that_is_0(units: list[Unit], publish: Publish) -> None:
    for unit in units[:2]:
        publish(unit, 2023, {"expenditure": spent(0)})
        publish(unit, 2024, {"expenditure": spent(5)})
    found = sums(summed(*units[:2], measure=Measure.CHANGE_PERCENT), "214")[0]
    assert found.cell.value is None
    assert found.cell.reason


@pytest.mark.parametrize("measure", Measure)
def test_every_measure_has_a_formula_of_sums_or_says_why_there_are_none(measure: Measure) -> None:
    assert (measure in FORMULAS) != (measure in NO_SUMS)
    assert measure not in FORMULAS or "peers" not in DEFINITIONS[measure].uses


def test_ranks_are_not_added_and_the_reason_is_said(units: list[Unit], publish: Publish) -> None:
    publish(units[0], 2024, {"expenditure": EXACT})
    publish(units[1], 2024, {"expenditure": EXACT})
    made = Sums.of(summed(*units[:2], measure=Measure.RANK))
    assert (made.columns, made.why_none) == ((), "位次说的是单位之间的先后，没有合计")


def test_what_parts_columns_in_a_sum_has_a_reason() -> None:
    assert all(bool(rule.refusal) == (rule.parts is not None) for rule in RULES)


def test_sums_ask_nothing_more(units: list[Unit], publish: Publish) -> None:
    for unit in units:
        publish(unit, 2024, {"expenditure": EXACT})
    result = summed(*units)
    with CaptureQueriesContext(connection) as asked:
        sums(result, "214")
    assert len(asked) == 0
