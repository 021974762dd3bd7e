"""What is compared of projects and indicators opens where it is printed; in a shared link, exactly what it shows."""

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from disclosures.comparison import Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.measures import Measure
from disclosures.comparison.result import TextSource
from disclosures.comparison.stages import Stage
from disclosures.ingest.corrections import correct
from disclosures.models import Correction, PerformanceIndicator, Project, SharedComparison, Unit
from tests.reported import Report, row

pytestmark = pytest.mark.django_db

PANEL = {"HX-Request": "true"}
PLAN = [
    row("产出指标", "数量指标", "会议次数", "≥140次", operator=">="),
    row("产出指标", "质量指标", "验收合格率", "≥95%", operator=">="),
]
RESULT = [
    row("产出指标", "数量指标", "会议次数", "≥150次", "120次", 10, 8, operator=">="),
    row("产出指标", "质量指标", "验收合格率", "≥95%", "98%", 10, 10, operator=">="),
]


@pytest.fixture
def unit(db: None, report: Report) -> Unit:
    made = Unit.objects.create(name="信息中心", region="示例市")
    report(made, 2022, {"运行维护经费": PLAN}, kind="budget", 运行维护经费={"total_fen": 10_000_000})
    report(made, 2023, {"运行维护经费": RESULT}, 运行维护经费={"revised_fen": 10_000_000, "executed_fen": 5_000_000})
    return made


def selected(unit: Unit, dimension: Dimension, **more: object) -> Selection:
    chosen = Selection(units=(unit.pk,), years=(2023,), stages=(Stage.OUTTURN,), dimension=dimension)
    return chosen.changed(**more)


def shared(selection: Selection) -> SharedComparison:
    return SharedComparison.objects.create(title="绩效", query=selection.to_query())


def shown(link: SharedComparison) -> set[TextSource]:
    return set(compare(Selection.from_query(QueryDict(link.query))).texts)


def opened(client: Client, link: SharedComparison) -> set[TextSource]:
    """Try everything that there is."""
    everything = [
        *(TextSource("indicator", pk) for pk in PerformanceIndicator.objects.values_list("pk", flat=True)),
        *(TextSource("project", pk) for pk in Project.objects.values_list("pk", flat=True)),
    ]
    place = "disclosures:shared_text_source"
    return {one for one in everything if client.get(reverse(place, args=[link.slug, *one])).status_code == 200}


@pytest.mark.parametrize("dimension", [Dimension.PROJECTS, Dimension.INDICATORS, Dimension.PERFORMANCE])
def test_a_link_opens_exactly_what_it_shows(client: Client, unit: Unit, dimension: Dimension) -> None:
    link = shared(selected(unit, dimension))
    assert opened(client, link) == shown(link)
    assert shown(link)


def test_a_link_shows_no_row_that_its_words_leave_out(client: Client, unit: Unit) -> None:
    link = shared(selected(unit, Dimension.INDICATORS, only="会议"))
    assert {one.level3 for one in PerformanceIndicator.objects.keyed(pk for _kind, pk in opened(client, link))} == {
        "会议次数"
    }


def test_a_link_opens_no_other_kind_of_thing(client: Client, unit: Unit) -> None:
    link = shared(selected(unit, Dimension.INDICATORS))
    address = reverse("disclosures:shared_text_source", args=[link.slug, "figure", 1])
    assert client.get(address).status_code == 404


def test_the_shared_table_leads_inside_the_link(client: Client, unit: Unit) -> None:
    link = shared(selected(unit, Dimension.INDICATORS))
    page = client.get(link.get_absolute_url()).content.decode()
    assert f"/s/{link.slug}/source/indicator/" in page
    assert 'href="/source/' not in page
    assert "120次" in page


def figure(client: Client, link: SharedComparison, label: str) -> str:
    result = compare(Selection.from_query(QueryDict(link.query)))
    key = next(row.key for row in result.rows if str(row.label) == label)
    address = reverse("disclosures:shared_figure", args=[link.slug])
    return client.get(address, {"at": f"{key}.0"}, headers=PANEL).content.decode()


def test_a_count_opens_the_list_of_what_it_counts(client: Client, unit: Unit) -> None:
    text = figure(client, shared(selected(unit, Dimension.PERFORMANCE)), "未达到指标值的指标")
    assert "1 项" in text
    assert "会议次数 · 运行维护经费" in text
    assert "≥150次，完成 120次" in text
    assert "验收合格率" not in text


def test_an_execution_rate_names_both_amounts(client: Client, unit: Unit) -> None:
    text = figure(client, shared(selected(unit, Dimension.PROJECTS, measure=Measure.EXECUTION)), "运行维护经费")
    assert "50.00%" in text
    assert "全年执行数 ÷ 全年预算数" in text
    assert "50,000.00 元" in text
    assert "100,000.00 元" in text


def test_a_completion_says_its_formula_and_opens_its_indicator(client: Client, unit: Unit) -> None:
    link = shared(selected(unit, Dimension.INDICATORS, measure=Measure.COMPLETION))
    text = figure(client, link, "会议次数")
    assert "80%" in text
    assert "完成值 ÷ 同一自评表的指标值 × 100%" in text
    assert f"/s/{link.slug}/source/indicator/" in text


def test_exports_lead_to_the_page_of_each_value(admin_client: Client, unit: Unit) -> None:
    query = selected(unit, Dimension.INDICATORS).to_query()
    cells = admin_client.get(reverse("disclosures:export", args=["json"]) + f"?{query}").json()["cells"]
    said = {cell["item"]: cell for cell in cells}
    one = said["产出指标 › 数量指标 › 会议次数"]
    assert [one[name] for name in ("value", "value_unit", "text")] == ["120", "次", "120次"]
    assert [one[name] for name in ("page", "table")] == [3, "绩效表"]
    assert admin_client.get(one["source"]).status_code == 200
    assert said["产出指标"]["source"] == ""


def test_a_pinned_link_keeps_the_corrections_of_its_moment(client: Client, admin_user: object, unit: Unit) -> None:
    selection = selected(unit, Dimension.INDICATORS)
    link = shared(selection)
    link.pin(compare(selection).revisions)
    link.save()
    wrong = PerformanceIndicator.objects.get(actual="120次")
    correct(wrong, Correction.Field.ACTUAL, "180次", cause=Correction.Cause.READING_ERROR, reason="看错", by=admin_user)
    assert "120次" in client.get(link.get_absolute_url()).content.decode()
    now = compare(selection)
    corrected = [cell for cell in now.cells.values() if cell.corrected]
    assert [cell.text for cell in corrected] == ["180次"]
