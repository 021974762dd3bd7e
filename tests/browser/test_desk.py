"""The clerk's fortnight in a browser: thirty files at once, doubts by keyboard, a second person, a second revision."""

from __future__ import annotations

import base64
import re

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import Browser, Page, expect

from disclosures.models import Job, Revision
from disclosures.permissions import CLERKS, REVIEWERS
from tests.admin.documents import budget

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "a long password"
UPLOAD = "/admin/disclosures/job/upload/"
DROP = """
([form, files]) => {
  const transfer = new DataTransfer();
  for (const [name, content] of files) {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    transfer.items.add(new File([bytes], name, { type: "text/plain" }));
  }
  form.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
}
"""
# Two amounts that cannot be what was printed: the checks find the total wrong.
MISREAD = (
    budget().replace("农林水支出\t1,000.00", "农林水支出\t1,900.00").replace("支出总计\t1,050.60", "支出总计\t1,950.60")
)


@pytest.fixture
def office(transactional_db: None) -> dict[str, User]:
    """A clerk and a reviewer."""
    people = {}
    for name, group in (("clerk", CLERKS), ("reviewer", REVIEWERS)):
        people[name] = User.objects.create_user(name, password=PASSWORD, is_staff=True)
        people[name].groups.add(Group.objects.get(name=group))
    return people


def sign_in(page: Page, name: str) -> None:
    page.goto("/admin/")
    page.get_by_label("用户名").fill(name)
    page.get_by_label("密码").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="上传公开文件").or_(page.get_by_text("待核对")).first).to_be_visible()


def drop(page: Page, **files: str) -> None:
    packed = [[f"{name}.txt", base64.b64encode(text.encode()).decode()] for name, text in files.items()]
    form = page.locator("form.desk-drop").element_handle()
    page.evaluate(DROP, [form, packed])


def test_thirty_files_dropped_at_once_are_read_to_the_end_across_a_reload_and_a_sign_out(
    page: Page, worker: None, office: dict[str, User]
) -> None:
    sign_in(page, "clerk")
    page.goto(UPLOAD)
    drop(page, **{f"{year}年预算": budget(year=year) for year in range(2000, 2030)})
    table = page.locator("[data-outcomes]")
    expect(table.locator("tr[id]")).to_have_count(30, timeout=30_000)
    with page.expect_response("**/upload/progress/**"):
        pass  # the next comes in a while: a request that a reload cuts off would count as an error on the page
    page.reload()
    # A quick machine may have read them all by now: the page says one or the other.
    reading, done = page.get_by_text("个文件在读取"), page.get_by_text("全部读取完毕")
    expect(reading.or_(done)).to_be_visible()
    page.get_by_role("button", name="注销").click()
    expect(page.get_by_role("heading", name="登录明账")).to_be_visible()
    sign_in(page, "clerk")
    page.goto(UPLOAD)
    expect(page.get_by_text("全部读取完毕")).to_be_visible(timeout=90_000)
    expect(table.locator("tr.desk-row-stored")).to_have_count(30)
    expect(table.locator("tr", has_text="2024年预算")).to_contain_text("已识别为 青河市水务局 2024年预算 第1版")
    assert Revision.objects.count() == 30

    page.locator("[data-outcomes] input[name$=-unit]").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("2 个文件已确认")).to_be_visible()
    assert Job.objects.filter(confirmed_at__isnull=False).count() == 2


def test_doubts_by_keyboard_a_second_person_and_a_second_revision(
    page: Page, chrome: Browser, live_server: object, worker: None, office: dict[str, User], settings: object
) -> None:
    settings.TWO_PERSON_PUBLISHING = True
    sign_in(page, "clerk")
    page.goto(UPLOAD)
    drop(page, 预算=MISREAD)
    page.get_by_role("link", name="核对", exact=True).click(timeout=60_000)
    expect(page.get_by_text("须由另一人审核发布")).to_be_visible()
    page.get_by_role("link", name="逐处核对").click()

    corrected = 0
    while page.locator("[data-accept]").count():
        wrong = page.locator("input[name=value]").evaluate_all("all => all.map(one => one.value)")
        misread = [value for value in wrong if value in ("1900", "1950.6")]
        if misread and corrected < 2:
            page.keyboard.press("e")
            field = page.locator("input[name=value]").nth(wrong.index(misread[0]))
            field.focus()
            field.select_text()
            page.keyboard.type({"1900": "1000", "1950.6": "1050.60"}[misread[0]])
            with page.expect_navigation():
                page.keyboard.press("Enter")
            corrected += 1
        else:
            if page.locator("[data-guarded]").count():
                page.keyboard.press("Enter")  # an error asks for a word first
            with page.expect_navigation():
                page.keyboard.press("Enter")
    assert corrected == 2
    expect(page.get_by_text("疑点已全部处理")).to_be_visible()

    reviewer = chrome.new_context(base_url=live_server.url, locale="zh-CN").new_page()
    sign_in(reviewer, "reviewer")
    reviewer.goto(page.get_by_role("link", name="返回核对页发布").get_attribute("href"))
    reviewer.get_by_role("button", name="发布").click()
    expect(reviewer.get_by_text("已发布").first).to_be_visible()

    changed = re.sub(r"政府性基金预算拨款收入\t\t", "政府性基金预算拨款收入\t3.00\t", budget())
    changed = changed.replace("一般公共服务支出\t50.60", "一般公共服务支出\t51.60")
    changed = changed.replace("收入总计\t1,050.60", "收入总计\t1,053.60")
    page.goto(UPLOAD)
    drop(page, 新版=changed)
    page.locator("tr", has_text="新版").get_by_role("link", name="核对", exact=True).click(timeout=60_000)
    rows = page.locator("[data-changed-figures] tbody tr")
    expect(rows).to_have_count(3)
    for row, words in zip(rows.all(), ("一般公共服务", "政府性基金", "收入总计"), strict=True):
        expect(row).to_contain_text(words)

    expect(page.get_by_role("heading", name="处待处理")).to_be_visible()
    page.locator("section[aria-labelledby=blocking] a").first.click()
    while page.locator("[data-accept]").count():
        with page.expect_navigation():
            page.keyboard.press("s")
    review = page.get_by_role("link", name="返回核对页发布").get_attribute("href")
    reviewer.goto(review)
    reviewer.get_by_role("button", name="发布").click()
    expect(reviewer.get_by_text("已发布").first).to_be_visible()
    reviewer.goto(f"/disclosures/{Revision.objects.published().get().disclosure_id}/?tab=revisions")
    expect(reviewer.get_by_text("本页显示第 2 版")).to_be_visible()
    expect(reviewer.get_by_text("第 2 版与公众此前看到的第 1 版相比")).to_be_visible()
    expect(reviewer.locator("[data-changed-figures] tbody tr")).to_have_count(3)
    reviewer.context.close()
