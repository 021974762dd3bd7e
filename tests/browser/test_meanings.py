"""What nobody could read is explained by keyboard: a column, at once and for the next year, and a single cell."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from disclosures.ingest import Upload, ingest
from disclosures.models import Correction, Job, LineItem, Revision
from disclosures.permissions import CLERKS
from disclosures.pipeline import read_disclosure
from disclosures.tasks import submit
from tests.admin.documents import budget
from tests.browser.barriers import barriers
from tests.browser.signing_in import sign_in
from tests.unexplained import unexplained

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def clerk(page: Page, live_server: LiveServer) -> User:
    """A clerk who is signed in."""
    person = User.objects.create_user("clerk", is_staff=True)
    person.groups.add(Group.objects.get(name=CLERKS))
    sign_in(page, live_server, person)
    return person


def read_by_the_worker(page: Page, content: bytes, by: User) -> Revision:
    job = submit(Upload(content, "预算.txt"), uploaded_by=by)
    page.goto("/admin/disclosures/job/upload/")
    expect(page.locator("tr.desk-row-stored")).to_have_count(Job.objects.count(), timeout=60_000)
    return Job.objects.get(pk=job.pk).revision


def read_at_once(content: bytes, by: User) -> Revision:
    """File a draft without a worker, which takes seconds to start."""
    return ingest(read_disclosure(content, "预算.txt"), content=content, uploaded_by=by)


def open_desk(page: Page, draft: Revision) -> None:
    page.goto(f"/admin/disclosures/revision/{draft.pk}/doubts/")


def choose(page: Page, label: str) -> None:
    """Go down the list that has the focus until an entry is chosen."""
    while page.evaluate("document.activeElement.selectedOptions[0].label") != label:
        page.keyboard.press("ArrowDown")


def test_a_column_is_explained_by_keyboard_and_remembered(page: Page, clerk: User, worker: None) -> None:
    draft = read_by_the_worker(page, unexplained(), clerk)
    open_desk(page, draft)
    doubt = page.get_by_text("“库区收益/2024年返还”一栏含义不明").first
    expect(doubt).to_be_visible()

    page.keyboard.press("m")
    expect(page.get_by_role("heading", name="指定含义")).to_be_visible()
    expect(page.get_by_text("库区收益 › 2024年返还")).to_be_visible()
    expect(page.locator(".meaning-values")).to_contain_text("农林水支出")
    expect(page.get_by_label("项目", exact=True)).to_be_focused()
    choose(page, "其他收入")
    page.keyboard.press("Control+Enter")

    expect(page.get_by_text("→ 其他收入。正在重新读取")).to_be_visible()
    expect(page.get_by_text("完成后本页自动更新")).to_have_count(0, timeout=60_000)
    expect(page.get_by_text("含义不明")).to_have_count(0)
    assert LineItem.objects.filter(revision=draft, item="other_revenue").count() == 2

    later = read_by_the_worker(page, unexplained(2025), clerk)
    open_desk(page, later)
    expect(page.get_by_text("含义不明")).to_have_count(0)
    assert LineItem.objects.filter(revision=later, item="other_revenue", fiscal_year=2025).count() == 2


def test_the_question_can_be_left_by_keyboard(page: Page, clerk: User) -> None:
    open_desk(page, read_at_once(unexplained(), clerk))
    page.keyboard.press("m")
    expect(page.get_by_role("heading", name="指定含义")).to_be_visible()
    assert barriers(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("k")
    expect(page.get_by_role("heading", name="核对疑点")).to_be_visible()


def test_a_cell_that_could_not_be_read_is_typed_in_by_keyboard(page: Page, clerk: User) -> None:
    misprinted = budget().replace("预算拨款收入\t1,050.60", "预算拨款收入\t1,05O.6O", 1)
    open_desk(page, read_at_once(misprinted.encode(), clerk))
    expect(page.get_by_text("“1,05O.6O”不能读作金额").first).to_be_visible()
    page.keyboard.press("e")
    page.keyboard.type("1050.60")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_text("不能读作金额")).to_have_count(0)
    assert Correction.objects.get().value_fen == 1_050_600_000
