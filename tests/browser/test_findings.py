"""In a real browser: a clerk answers a finding and the public sees it; a file is checked before it is published."""

from pathlib import Path

import pypdfium2
import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from disclosures.permissions import CLERKS, READERS
from tests.browser.barriers import barriers
from tests.browser.signing_in import sign_in
from tests.conftest import ROOT
from tests.findings.filed import file, hint, wrong

pytestmark = pytest.mark.django_db(transaction=True)

SAMPLES = ROOT / "samples" / "documents"


def sign_in_as(page: Page, live_server: LiveServer, name: str, group: str) -> None:
    user = User.objects.create_user(name, is_staff=group != READERS)
    user.groups.add(Group.objects.get(name=group))
    sign_in(page, live_server, user)


def test_an_answered_finding_is_seen_by_everyone(page: Page, live_server: LiveServer) -> None:
    file(wrong(), hint())
    sign_in_as(page, live_server, "clerk", CLERKS)
    page.goto("/findings/")
    assert barriers(page) == []
    page.get_by_role("link", name="“支出预算”与第3页").click()
    assert barriers(page) == []
    page.get_by_label("怎样处理").select_option("已说明")
    page.get_by_role("button", name="记下").click()
    expect(page.get_by_role("alert")).to_contain_text("请写明原因")
    page.get_by_label("说明", exact=True).fill("按年中调整后的预算说明。")
    page.get_by_role("button", name="记下").click()
    expect(page.get_by_text("已记下")).to_be_visible()

    sign_in_as(page, live_server, "reader", READERS)
    page.goto("/findings/?state=explained")
    expect(page.get_by_text("按年中调整后的预算说明。")).to_be_visible()
    page.goto("/findings/?state=open")
    expect(page.get_by_text("没有这样的检查结果")).to_be_visible()


def test_a_source_opens_beside_the_board(page: Page, live_server: LiveServer) -> None:
    file(wrong())
    sign_in_as(page, live_server, "reader", READERS)
    page.goto("/findings/")
    page.get_by_role("link", name="合计", exact=True).click()
    expect(page.get_by_role("dialog")).to_contain_text("1,050.60")


def test_a_file_is_checked_before_it_is_published(page: Page, live_server: LiveServer, tmp_path: Path) -> None:
    sign_in_as(page, live_server, "reader", READERS)
    page.goto("/check/")
    broken = tmp_path / "坏文件.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing more")
    page.get_by_label("要检查的文件").set_input_files(broken)
    page.get_by_role("button", name="检查", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("损坏", timeout=60_000)
    assert barriers(page) == []

    source = next(SAMPLES.glob("*2023年度决算公开.pdf"))
    page.get_by_label("要检查的文件").set_input_files(source)
    page.get_by_role("button", name="检查", exact=True).click()
    expect(page.get_by_role("heading", name="自查结果")).to_be_visible(timeout=60_000)
    assert barriers(page) == []
    with page.expect_download() as saved:
        page.get_by_role("link", name="下载标注的 PDF").click()
    with pypdfium2.PdfDocument(saved.value.path()) as marked, pypdfium2.PdfDocument(source) as original:
        assert len(marked) > len(original)
    page.locator(".places a").first.click()
    expect(page.get_by_role("heading", name="页查出的问题")).to_be_visible()
    assert barriers(page) == []


def test_the_pages_fit_a_phone(phone: Page, live_server: LiveServer) -> None:
    finding = file(wrong(), hint()).findings.first()
    sign_in_as(phone, live_server, "reader", READERS)
    wider = {}
    for address in ("/findings/", f"/findings/{finding.pk}/", "/checks/", "/check/"):
        phone.goto(address)
        wider[address] = phone.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert {address: pixels for address, pixels in wider.items() if pixels > 0} == {}
