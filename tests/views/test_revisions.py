"""The public sees which revision a page shows, and what changed since the one before: these figures and no others."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.test import Client

from disclosures.extraction.readings import Figure, Indicator, Project
from disclosures.ingest import ingest, publish, withdraw
from disclosures.ingest.publication import EVERYTHING
from disclosures.models import Revision
from disclosures.pipeline import read_disclosure
from disclosures.tables.money import MONEY_COOKIE
from disclosures.vocabulary import FigureUnit
from tests.admin.documents import budget
from tests.ingest.readings import read

pytestmark = [pytest.mark.django_db, pytest.mark.database]

CHANGED = (
    budget()
    .replace("一般公共服务支出\t50.60", "一般公共服务支出\t51.60")
    .replace("收入总计\t1,050.60", "收入总计\t1,053.60")
)


def filed(text: str) -> Revision:
    return ingest(read_disclosure(text.encode(), "预算.txt"), content=text.encode(), uploaded_by=None)


@pytest.fixture
def reader(db: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_user("reader"))
    return client


def tab(reader: Client, revision: Revision) -> str:
    return reader.get(f"/disclosures/{revision.disclosure_id}/", {"tab": "revisions"}).content.decode()


def changed_rows(shown: str) -> list[list[str]]:
    body = shown.partition("data-changed-figures")[2].partition("<tbody>")[2].partition("</tbody>")[0]
    cells = (re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in body.split("</tr>")[:-1])
    return [[re.sub(r"<[^>]*>|\s", "", cell) for cell in row] for row in cells]


def test_the_first_revision_has_nothing_before_it(reader):
    shown = tab(reader, publish(filed(budget()), by=None))
    assert "本页显示第 1 版（已发布" in shown
    assert "与公众此前看到的" not in shown


def test_a_newer_revision_says_what_changed_and_what_it_is_held_against(reader):
    publish(filed(budget()), by=None)
    shown = tab(reader, publish(filed(CHANGED), by=None, despite=EVERYTHING))
    assert "本页显示第 2 版（已发布" in shown
    assert "第 2 版与公众此前看到的第 1 版相比" in shown
    assert [(row[0], row[2], row[4], row[5]) for row in changed_rows(shown)] == [
        ("变更", "一、一般公共服务支出", "50.60", "51.60"),
        ("变更", "收入总计", "1,050.60", "1,053.60"),
    ]
    assert "新增：" in shown


def test_a_draft_changes_nothing_for_the_public(reader):
    first = publish(filed(budget()), by=None)
    filed(CHANGED)
    shown = tab(reader, first)
    assert "本页显示第 1 版" in shown
    assert "第2版" not in shown
    assert reader.get(f"/disclosures/{first.disclosure_id}/", {"revision": "2"}).status_code == 404


def test_after_a_withdrawal_the_one_restored_is_shown_again(reader):
    first = publish(filed(budget()), by=None)
    second = publish(filed(CHANGED), by=None, despite=EVERYTHING)
    withdraw(second, by=None)
    publish(first, by=None)
    shown = tab(reader, first)
    assert "本页显示第 1 版（已发布" in shown
    assert "已撤回" in shown


def shown_rows(shown: str) -> list[str]:
    bodies = re.findall(r"data-changed-rows.*?<tbody>(.*?)</tbody>", shown, re.DOTALL)
    rows = (row for body in bodies for row in body.split("</tr>")[:-1])
    return [" ".join(re.sub(r"<[^>]*>", " ", row).split()) for row in rows]


def told(content: bytes, **said: object) -> Revision:
    return ingest(read(content, facts=(), findings=(), **said), content=content, uploaded_by=None)


def test_projects_indicators_and_statements_are_told_with_unit_and_separators(reader):
    goal = Indicator(table=0, level1="产出指标", level3="清淤长度", target="≥12", weight=Decimal(10), score=Decimal(10))
    dredging = Project(name="河道清淤", table=0, revised=Decimal("185530000.00"), executed=Decimal("12345678.91"))
    statement = Figure(
        topic="total_revenue", value=Decimal("185530000.00"), unit=FigureUnit.YUAN, fiscal_year=2024, sentence="收入"
    )
    before = {"projects": (dredging, Project(name="水质监测", table=0)), "indicators": (goal,), "figures": (statement,)}
    after = {
        "projects": (replace(dredging, executed=Decimal("12345678.92")),),
        "indicators": (replace(goal, score=Decimal("8.5"), deviation_reason="工期延误"),),
        "figures": (replace(statement, value=Decimal(185540000)),),
    }
    publish(told(b"first", **before), by=None)
    shown = tab(reader, publish(told(b"second", **after), by=None))
    assert shown_rows(shown) == [
        "变更 河道清淤 全年执行 1,234.567891 万元 1,234.567892 万元",
        "删除 水质监测 资金总额 未填写 无此项",
        "变更 清淤长度 得分 10 8.5",
        "偏差原因 未填写 工期延误",
        "变更 收入 数值 18,553.00 万元 18,554.00 万元",
    ]


def test_an_added_and_a_removed_amount_say_where_there_is_none(reader):
    publish(filed(budget()), by=None)
    gone = re.sub(r".*一般公共服务支出\t50.60.*\n", "", budget())
    shown = tab(reader, publish(filed(gone), by=None, despite=EVERYTHING))
    assert ("删除", "50.60", "无此项") in {(row[0], row[4], row[5]) for row in changed_rows(shown)}


def test_the_money_is_shown_in_the_unit_that_the_reader_chose(reader):
    publish(filed(budget()), by=None)
    second = publish(filed(CHANGED), by=None, despite=EVERYTHING)
    reader.post("/money/", {MONEY_COOKIE: "yuan", "next": "/"})
    assert ("506,000.00", "516,000.00") in {(row[4], row[5]) for row in changed_rows(tab(reader, second))}
