"""The whole way in a real browser: upload, publish, compare, share, and the link opened by somebody signed out."""

from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import Page, expect

from disclosures.permissions import CLERKS
from tests.conftest import ROOT

pytestmark = pytest.mark.django_db(transaction=True)

SAMPLE = "衡阳市交通运输信息中心2024年预算公开.pdf"


@pytest.fixture
def clerk(transactional_db: None) -> User:
    """A finance clerk; the groups are made again because a transactional test starts without them."""
    person = User.objects.create_user("clerk", password="a long password", is_staff=True)
    person.groups.add(Group.objects.get(name=CLERKS))
    return person


def sample(name: str = SAMPLE) -> Path:
    return ROOT / "samples" / "documents" / name


def sign_in(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_label("用户名").fill("clerk")
    page.get_by_label("密码").fill("a long password")
    page.get_by_role("button", name="登录").click()


def upload(page: Page, *files: Path) -> None:
    page.goto("/admin/disclosures/job/upload/")
    page.locator("input[name=documents]").set_input_files(files)
    if page.get_by_role("button", name="上传并读取").is_visible():
        page.get_by_role("button", name="上传并读取").click()


def test_from_a_file_to_a_link_that_anyone_can_open(
    page: Page, worker: None, clerk: User, tmp_path: Path, settings: object
) -> None:
    settings.TWO_PERSON_PUBLISHING = False  # an office of one person
    sign_in(page)
    broken = tmp_path / "坏文件.pdf"
    broken.write_bytes(sample().read_bytes()[:2000])
    upload(page, sample(), broken)
    outcomes = page.locator("[data-outcomes]")
    expect(outcomes.get_by_text("已识别为 衡阳市交通运输信息中心 2024年预算")).to_be_visible(timeout=60_000)
    expect(outcomes.get_by_role("row", name="坏文件.pdf")).to_contain_text("损坏", timeout=60_000)

    outcomes.get_by_role("link", name="核对").click()
    expect(page.get_by_role("cell", name="部门收支总表", exact=True).first).to_be_visible()
    page.get_by_role("button", name="发布").click()
    expect(page.get_by_text("已发布").first).to_be_visible()

    page.goto("/compare/")
    page.get_by_label("衡阳市交通运输信息中心").check()
    page.get_by_role("button", name="应用").first.click()
    page.get_by_label("2024", exact=True).check()
    page.get_by_role("button", name="应用").last.click()
    page.get_by_label("维度").select_option("functional")
    expect(page.get_by_role("heading", level=1)).to_have_text("2024年 衡阳市交通运输信息中心 功能分类支出 预算")
    row = page.get_by_role("row", name="214 交通运输支出")
    expect(row).to_contain_text("73.38")
    expect(page.get_by_role("img", name="金额（万元）")).to_be_visible()

    page.get_by_role("button", name="分享").click()
    address = page.get_by_label("链接", exact=True).input_value()

    stranger = page.context.browser.new_context(locale="zh-CN")
    public = stranger.new_page()
    public.goto(address)
    expect(public.get_by_role("heading", level=1)).to_have_text("2024年 衡阳市交通运输信息中心 功能分类支出 预算")
    expect(public.get_by_role("row", name="214 交通运输支出")).to_contain_text("73.38")
    public.goto(page.url.split("/s/")[0] + "/compare/")
    expect(public.get_by_label("密码")).to_be_visible()

    page.get_by_role("button", name="撤销链接").click()
    assert public.goto(address).status == 410
    expect(public.get_by_role("heading", name="此分享链接已撤销或过期")).to_be_visible()
    stranger.close()
