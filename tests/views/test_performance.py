"""Indicators and projects are found, narrowed, judged, drawn, exported and shared; each leads to its page."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client

from disclosures.models import PerformanceIndicator, Project, ProjectSeries, Revision, SharedComparison, Unit
from tests.reported import Report, row
from tests.views.conftest import queries

RESULT = [
    row("产出指标", "数量指标", "会议次数", ">150次", "150次", 10, 10, operator=">"),
    row("产出指标", "质量指标", "验收合格率", "≥95%", "98%", 10, 10, operator=">=", measure="%"),
    row("效益指标", "社会效益指标", "办事更方便", "持续提升", "已提升", 10, 6),
    row("产出指标", "成本指标", "服务费", "30万元", "29万元", 10, 8, deviation_reason="合同价低于预算"),
]
MONEY = {"approved_fen": 100_000_00, "executed_fen": 75_000_00, "score": 88, "annual_goal": "保障系统运行"}


@pytest.fixture
def accounts(unit: Unit, report: Report) -> Revision:
    return report(unit, 2023, {"运行维护经费": RESULT}, 运行维护经费=MONEY)


def named(client: Client, **asked: str) -> list[str]:
    """The names of the indicators that the list shows."""
    page = client.get("/indicators/", asked)
    assert page.status_code == 200
    return [entry.record.level3 for entry in page.context["table"].paginated_rows]


ASKED = [
    ({"q": "会议"}, ["会议次数"]),
    ({"q": "维护 验收"}, ["验收合格率"]),
    ({"verdict": "missed"}, ["会议次数"]),
    ({"verdict": "unjudged"}, ["办事更方便"]),
    ({"kind": "percentage"}, ["验收合格率"]),
    ({"sign": ">"}, ["会议次数"]),
    ({"sign": "none"}, ["办事更方便", "服务费"]),
    ({"measure": "%"}, ["验收合格率"]),
    ({"level1": "效益"}, ["办事更方便"]),
    ({"level2": "质量"}, ["验收合格率"]),
    ({"project": "运行维护", "year": "2023", "unit": "示例市"}, ["会议次数", "验收合格率", "办事更方便", "服务费"]),
    ({"year": "2022"}, []),
    ({"case": "missed_full"}, ["会议次数"]),
    ({"case": "met_lost"}, ["服务费"]),
    ({"case": "lost"}, ["办事更方便", "服务费"]),
    ({"case": "lost_silent"}, ["办事更方便"]),
    ({"fact": "quantified"}, ["会议次数", "验收合格率", "服务费"]),
]


@pytest.mark.parametrize(("asked", "found"), ASKED)
def test_indicators_are_narrowed(reader: Client, accounts: Revision, asked: dict[str, str], found: list[str]) -> None:
    assert named(reader, **asked) == found


@pytest.mark.parametrize("address", ["/indicators/?year=x&verdict=nothing&case=%00", "/projects/?year=-1&rate=x"])
def test_a_broken_address_still_answers(reader: Client, accounts: Revision, address: str) -> None:
    assert reader.get(address).status_code == 200


def test_nothing_found_says_what_to_do_next(reader: Client, accounts: Revision) -> None:
    assert "没有这样的绩效指标" in reader.get("/indicators/?q=不存在").content.decode()
    assert "没有这样的项目" in reader.get("/projects/?q=不存在").content.decode()


def test_what_is_not_published_is_not_found(reader: Client, accounts: Revision) -> None:
    accounts.state = Revision.State.WITHDRAWN
    accounts.save()
    indicator, series = PerformanceIndicator.objects.get(level3="服务费"), ProjectSeries.objects.get()
    assert named(reader) == []
    for address in (f"/indicators/{indicator.pk}/", f"/projects/{series.pk}/"):
        assert reader.get(address).status_code == 404


def test_an_indicator_says_its_judgement_and_leads_to_its_page(reader: Client, accounts: Revision) -> None:
    one = PerformanceIndicator.objects.get(level3="会议次数")
    page = reader.get(f"/indicators/{one.pk}/").content.decode()
    assert "未达到" in page
    assert "按指标值印出的符号比较" in page
    assert f"/source/indicator/{one.pk}/" in page
    assert reader.get(f"/source/indicator/{one.pk}/").status_code == 200


def test_one_indicator_is_followed_over_units_and_years(reader: Client, accounts: Revision, report: Report) -> None:
    other = Unit.objects.create(name="别处中心", region="别处")
    report(other, 2022, {"会务": [row("产出指标", "数量指标", "会议次数", "≥20次", "25次", operator=">=")]})
    one = PerformanceIndicator.objects.get(level3="会议次数", unit=accounts.disclosure.unit)
    page = reader.get(f"/indicators/{one.pk}/")
    assert len(page.context["same"].rows) == 2
    (targets,) = [trace["y"] for trace in page.context["drawing"].figure["data"] if trace["type"] == "scatter"]
    assert sorted(targets) == [20.0, 150.0]


def test_charts_show_results_against_targets_and_points(reader: Client, accounts: Revision) -> None:
    page = reader.get("/indicators/charts/")
    assert "会议次数" in page.context["bullets"].words
    assert "社会效益" in page.context["drawn_points"].words
    assert "还没有可以画出" in reader.get("/indicators/charts/?year=1999").content.decode()


def test_shares_lead_to_their_lists(reader: Client, accounts: Revision) -> None:
    page = reader.get("/indicators/quality/?year=2023").content.decode()
    assert "4 项中有 3 项" in page
    assert "/indicators/?year=2023&amp;fact=quantified" in page


def test_the_sheet_holds_texts_numbers_and_sources(reader: Client, accounts: Revision) -> None:
    PerformanceIndicator._base_manager.filter(level3="验收合格率").update(target="=95%")
    sheet = b"".join(reader.get("/indicators/export.csv?kind=percentage").streaming_content).decode()
    header, line = sheet.lstrip("\ufeff").splitlines()
    assert header.startswith("单位,年度")
    assert "'=95%" in line
    assert "/source/indicator/" in line


def test_projects_show_their_newest_figures_with_sources(reader: Client, accounts: Revision) -> None:
    page = reader.get("/projects/").content.decode()
    entry = Project.objects.get()
    assert "10.00" in page
    assert "75% *" in page
    assert f"/source/project/{entry.pk}/" in page
    assert "1项未达到" in page


PROJECTS = [({"q": "系统运行"}, 1), ({"year": "2023"}, 1), ({"year": "2020"}, 0), ({"stage": "planned"}, 0)]


@pytest.mark.parametrize(("asked", "number"), [*PROJECTS, ({"stage": "evaluated", "unit": "示例"}, 1)])
def test_projects_are_narrowed(reader: Client, accounts: Revision, asked: dict[str, str], number: int) -> None:
    assert len(reader.get("/projects/", asked).context["table"].rows) == number


@pytest.mark.parametrize("column", ["name", "unit", "newest_year", "revised", "executed", "score"])
def test_projects_are_ordered_by_any_figure(reader: Client, accounts: Revision, report: Report, column: str) -> None:
    report(accounts.disclosure.unit, 2024, {"春运经费": []}, kind="budget")
    for sort in (column, f"-{column}"):
        assert len(reader.get("/projects/", {"sort": sort}).context["table"].rows) == 2


def test_a_project_shows_target_and_self_evaluation_side_by_side(
    reader: Client, accounts: Revision, report: Report
) -> None:
    plan = [row("产出指标", "质量指标", "验收合格率", "≥99%", operator=">=")]
    report(accounts.disclosure.unit, 2023, {"运行维护经费": plan}, kind="budget")
    page = reader.get(f"/projects/{ProjectSeries.objects.get().pk}/").content.decode()
    assert "与预算时不同" in page
    assert "单位和名称相同（很可能）" in page
    assert "拆为另一个项目" not in page


@pytest.fixture
def decider(client: Client, db: None) -> Client:
    person = get_user_model().objects.create_user("decider", is_staff=True)
    person.user_permissions.add(Permission.objects.get(codename="change_projectmatch"))
    client.force_login(person)
    return client


def test_a_clerk_joins_and_parts_projects(decider: Client, unit: Unit, report: Report) -> None:
    report(unit, 2023, {"信息化运维项目": []}, kind="budget")
    report(unit, 2024, {"信息化运维": []}, kind="budget")
    kept, other = ProjectSeries.objects.order_by("id")
    assert "可能是同一项目" in decider.get(f"/projects/{kept.pk}/").content.decode()
    decider.post(f"/projects/{kept.pk}/join/", {"other": other.pk})
    assert ProjectSeries.objects.get() == kept
    entry = Project.objects.get(fiscal_year=2024)
    decider.post(f"/projects/{kept.pk}/part/", {"entry": entry.pk})
    assert ProjectSeries.objects.count() == 2
    answer = decider.post(
        f"/projects/{kept.pk}/part/", {"entry": Project.objects.get(fiscal_year=2023).pk}, follow=True
    )
    assert "至少留下一条" in answer.content.decode()


def test_readers_decide_nothing(reader: Client, accounts: Revision) -> None:
    assert reader.post(f"/projects/{ProjectSeries.objects.get().pk}/part/").status_code == 403


def test_a_unit_page_sets_the_plan_beside_the_report(reader: Client, accounts: Revision, report: Report) -> None:
    plan = [row("产出指标", "数量指标", "会议次数", "≥200次", operator=">=")]
    unit = accounts.disclosure.unit
    report(unit, 2024, {"运行维护经费": plan}, kind="budget", 运行维护经费={"total_fen": 120_000_00})
    page = reader.get(f"/units/{unit.pk}/?year=2023&kind=final_accounts").content.decode()
    for said in (
        "2024年预算：目标",
        "2023年决算：结果",
        "≥200次",
        "1 项未达到却得满分",
        "合同价低于预算",
        "未说明原因",
    ):
        assert said in page


@pytest.mark.parametrize(
    ("about", "query", "shown"),
    [("indicators", "verdict=missed&page=2&sort=-score", "会议次数"), ("projects", "year=2023", "运行维护经费")],
)
def test_a_shared_list_opens_without_an_account(
    reader: Client, accounts: Revision, about: str, query: str, shown: str
) -> None:
    answer = reader.post("/performance/share/", {"about": about, "query": query})
    link = SharedComparison.objects.get()
    assert "page" not in link.query
    stranger = Client()
    page = stranger.get(answer["Location"] + "?verdict=&year=1999").content.decode()
    assert shown in page
    assert "办事更方便" not in page
    link.revoke()
    assert stranger.get(answer["Location"]).status_code == 410


def test_a_shared_list_opens_the_sources_of_what_it_lists_and_no_other(reader: Client, accounts: Revision) -> None:
    answer = reader.post("/performance/share/", {"about": "indicators", "query": "verdict=missed"})
    stranger, slug = Client(), answer["Location"]
    listed, other = (PerformanceIndicator.objects.get(level3=name) for name in ("会议次数", "服务费"))
    assert f"{slug}source/indicator/{listed.pk}/" in stranger.get(slug).content.decode()
    assert stranger.get(f"{slug}source/indicator/{listed.pk}/").status_code == 200
    assert stranger.get(f"{slug}source/indicator/{other.pk}/").status_code == 404
    assert stranger.get(f"{slug}source/project/{listed.project_id}/").status_code == 404
    assert stranger.get(f"/source/indicator/{listed.pk}/").status_code == 302


def test_a_link_to_no_such_list_is_not_made(reader: Client, accounts: Revision) -> None:
    assert reader.post("/performance/share/", {"about": "comparison", "query": ""}).status_code == 404


SORTED = [
    ("", ["会议次数", "验收合格率", "办事更方便", "服务费"]),
    ("lost", ["办事更方便", "服务费", "会议次数", "验收合格率"]),
]


@pytest.mark.parametrize(("sort", "order"), SORTED)
def test_indicators_are_put_in_order(reader: Client, accounts: Revision, sort: str, order: list[str]) -> None:
    assert named(reader, sort=sort) == order


def test_the_oldest_year_and_a_unit_may_stand_first(reader: Client, accounts: Revision, report: Report) -> None:
    other = Unit.objects.create(name="别处中心", region="别处")
    report(other, 2021, {"会务": [row("产出指标", "数量指标", "旧会议", "≥20次")]})
    assert named(reader, sort="oldest")[0] == named(reader, sort="unit")[0] == "旧会议"
    assert "绩效指标：" not in reader.get("/indicators/?sort=oldest").content.decode()


def test_targets_of_the_whole_term_are_a_list_of_their_own(reader: Client, unit: Unit, report: Report) -> None:
    both = [row("产出指标", "数量指标", "水库", "1座"), row("产出指标", "数量指标", "水库", "3座", of_term=True)]
    report(unit, 2023, {"水库": both}, kind="budget")
    page = reader.get("/indicators/")
    assert [entry.record.target for entry in page.context["table"].paginated_rows] == ["1座"]
    assert "共 1 项指标" in page.content.decode()
    (term,) = reader.get("/indicators/?term=whole").context["table"].paginated_rows
    assert term.record.target == "3座"
    assert {share.among for share in reader.get("/indicators/quality/").context["shares"]} == {1, 0}
    shown = PerformanceIndicator.objects.published().get()
    assert "3座" in reader.get(f"/indicators/{shown.pk}/").content.decode()
    assert reader.get(f"/indicators/{term.record.pk}/").status_code == 200


def test_strangers_are_asked_to_sign_in(client: Client, accounts: Revision) -> None:
    for address in (
        "/indicators/",
        "/indicators/charts/",
        "/indicators/quality/",
        "/indicators/costs/",
        "/indicators/export.csv",
        "/projects/export.xlsx",
        "/projects/",
    ):
        assert client.get(address).status_code == 302


@pytest.mark.parametrize("address", ["/indicators/", "/projects/", "/indicators/quality/"])
def test_a_longer_list_asks_no_more(reader: Client, unit: Unit, report: Report, address: str) -> None:
    report(unit, 2022, {"甲项目": RESULT})
    few = queries(reader, address)
    report(unit, 2023, dict.fromkeys(("甲项目", "乙项目", "丙项目"), RESULT))
    assert queries(reader, address) == few
