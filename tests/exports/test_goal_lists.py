"""A list of indicators or projects is given away whole, every value with its unit, revision, page and source."""

import csv
import io
import json

import pytest
from django.test import Client
from openpyxl import Workbook, load_workbook

from disclosures.exports import goal_lists
from disclosures.models import PerformanceIndicator, Project, Revision, Unit
from tests.reported import Report, row

pytestmark = pytest.mark.django_db

RESULT = [
    row("产出指标", "数量指标", "会议次数", ">150次", "150次", 10, 0, operator=">", target_number=150),
    row("产出指标", "质量指标", "=验收合格率", "≥95%", "98%", 10, 9.5, operator=">=", deviation_reason="样本少"),
]
MONEY = {"approved_fen": 100_000_00, "executed_fen": 0}


@pytest.fixture
def accounts(db: None, report: Report) -> Revision:
    unit = Unit.objects.create(name="示例市信息中心", region="示例市")
    report(unit, 2022, {"运维经费": []}, kind="budget", 运维经费={"total_fen": 90_000_00})
    return report(unit, 2023, {"运维经费": RESULT}, 运维经费=MONEY)


@pytest.fixture
def reader(client: Client, django_user_model) -> Client:
    client.force_login(django_user_model.objects.create_user("reader"))
    return client


def sent(client: Client, address: str) -> bytes:
    response = client.get(address)
    assert response.status_code == 200
    return b"".join(response.streaming_content) if response.streaming else response.content


def book(client: Client, address: str) -> Workbook:
    return load_workbook(io.BytesIO(sent(client, address)))


def rows(sheet) -> list[dict[str, object]]:
    headings, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(headings, line, strict=True)) for line in lines]


def test_every_format_has_every_indicator_with_its_source(reader: Client, accounts: Revision) -> None:
    one = PerformanceIndicator.objects.get(level3="会议次数")
    source = f"http://testserver/source/indicator/{one.pk}/"
    sheet = rows(book(reader, "/indicators/export.xlsx")["出处"])
    lines = list(csv.DictReader(io.StringIO(sent(reader, "/indicators/export.csv").decode("utf-8-sig"))))
    members = json.loads(sent(reader, "/indicators/export.json"))["indicators"]
    assert len(sheet) == len(lines) == len(members) == 2
    for found in (sheet[0], lines[0]):
        assert (found["单位"], str(found["版本编号"]), str(found["原文页码"])) == (
            "示例市信息中心",
            str(accounts.pk),
            "3",
        )
        assert (found["原表"], found["出处"], str(found["得分"])) == ("绩效表", source, "0")
    said = ("unit", "revision", "page", "target", "score", "source")
    assert [members[0][name] for name in said] == ["示例市信息中心", accounts.pk, 3, ">150次", "0", source]


def test_the_workbook_is_made_to_be_read(reader: Client, accounts: Revision) -> None:
    found = book(reader, "/indicators/export.xlsx?q=验收")
    assert found.sheetnames == ["绩效指标", "出处", "说明"]
    (shown,) = rows(found["绩效指标"])
    assert (shown["三级指标"], shown["指标值"], shown["判断"], shown["扣分"]) == ("=验收合格率", "≥95%", "达到", 0.5)
    assert found["绩效指标"]["F2"].data_type == "s"
    assert found["绩效指标"].freeze_panes == "A2"
    last = found["出处"].cell(2, found["出处"].max_column)
    assert last.hyperlink.target == last.value
    notes = {line["项"]: line["内容"] for line in rows(found["说明"])}
    assert notes["标题"] == "绩效指标：指标、目标、完成值或项目 验收"
    assert "不是 0" in notes["空值"]


def test_a_project_has_every_figure_of_every_year_and_a_blank_is_no_zero(reader: Client, accounts: Revision) -> None:
    entries = {one.fiscal_year: one for one in Project.objects.all()}
    found = book(reader, "/projects/export.xlsx")
    figures = ("年度", "年初预算（元）", "全年执行（元）", "得分（分）")
    shown = [tuple(one[name] for name in figures) for one in rows(found["项目"])]
    assert shown == [(2022, 90_000, None, None), (2023, 100_000, 0, None)]
    told = {(one["年度"], one["数据"]): one for one in rows(found["出处"])}
    spent, score = told[2023, "全年执行"], told[2023, "得分"]
    assert (spent["数值"], spent["版本编号"], spent["原文页码"]) == (0, accounts.pk, 3)
    assert spent["出处"] == f"http://testserver/source/project/{entries[2023].pk}/"
    assert (score["数值"], score["说明"], score["出处"]) == (None, "文件没有列示", None)
    assert told[2023, "执行率"]["说明"] == "按金额计算，文件没有列示"
    members = json.loads(sent(reader, "/projects/export.json"))["projects"]
    assert [one["value"] for one in members if one["figure"] == "年初预算"] == ["90000.00", "100000.00"]


@pytest.mark.parametrize(("query", "names"), [("fact=quantified", 2), ("case=lost", 2), ("fact=repeats", 0)])
def test_the_lists_of_quality_are_given_away_too(reader: Client, accounts: Revision, query: str, names: int) -> None:
    assert len(json.loads(sent(reader, f"/indicators/export.json?{query}"))["indicators"]) == names


def test_a_list_too_long_for_a_workbook_says_so_and_is_not_cut(
    reader: Client, accounts: Revision, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(goal_lists, "MOST_ROWS", 1)
    answer = reader.get("/indicators/export.xlsx?q=次数 验收")
    assert answer.status_code == 200
    answer = reader.get("/indicators/export.xlsx?year=2023")
    assert answer.status_code == 413
    assert 'href="/indicators/export.csv?year=2023"' in answer.content.decode()
    assert len(sent(reader, "/indicators/export.csv?year=2023").decode().splitlines()) == 3


def test_a_format_that_nobody_writes_is_not_found(reader: Client, accounts: Revision) -> None:
    assert reader.get("/indicators/export.docx").status_code == 404
