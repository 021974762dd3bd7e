"""A chart is read whole on a phone, in the dark, saved as a picture, and is no empty place without scripts."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from disclosures.models import Unit
from tests.browser.barriers import open_whole
from tests.browser.signing_in import sign_in
from tests.published import Publish

pytestmark = pytest.mark.django_db(transaction=True)

NAMES = ("示例市示例区人民政府示例街道办事处", "示例市综合交通运行指挥中心", "示例省示例厅科技信息中心")
SPENT = [{"item": "total", "amount": 100}, {"function": "208", "amount": 30}, {"function": "214", "amount": 70}]
# What stands outside of its drawing, and labels that lie over each other.
CUT = """() => {
  const drawing = document.querySelector('.chart-canvas .main-svg').getBoundingClientRect();
  return [...document.querySelectorAll('.chart-canvas text')].filter((text) => {
    const box = text.getBoundingClientRect();
    const isAside = box.left < drawing.left - 1 || box.right > drawing.right + 1;
    return box.width && (isAside || box.bottom > drawing.bottom + 1);
  }).map((text) => text.textContent);
}"""
COVERED = """() => {
  const boxes = (chosen) => [...document.querySelectorAll(chosen)].map((one) => one.getBoundingClientRect());
  const names = boxes('.yaxislayer-above text');
  const figures = boxes('.bartext, .textpoint text, .annotation-text');
  return figures.filter((figure) => names.some((name) => figure.left < name.right - 1 && figure.right > name.left + 1
    && figure.top < name.bottom - 2 && figure.bottom > name.top + 2)).length;
}"""


@pytest.fixture
def units(transactional_db: None, publish: Publish) -> str:
    made = [Unit.objects.create(name=name, region="示例市") for name in NAMES]
    for unit in made:
        for year in (2023, 2024):
            publish(unit, year, {"expenditure": SPENT})
    return ".".join(str(unit.pk) for unit in made)


@pytest.mark.parametrize("chart", ["bars", "stacked", "shares", "dots", "lines"])
def test_no_name_is_cut_or_covered_on_a_phone(phone: Page, live_server: LiveServer, units: str, chart: str) -> None:
    address = f"/compare/?units={units}&years=2023-2024&by=functional&chart={chart}"
    open_whole(sign_in(phone, live_server), address)
    assert phone.evaluate(CUT) == []
    assert phone.evaluate(COVERED) == 0
    if chart != "dots":
        expect(phone.locator(".chart-legend li").first).to_be_visible()


def test_a_saved_picture_stands_on_paper_with_its_words(reader: Page, units: str) -> None:
    reader.emulate_media(color_scheme="dark")
    open_whole(reader, f"/compare/?units={units}&years=2023-2024&by=functional")
    with reader.expect_download() as picture:
        reader.get_by_role("button", name="下载 PNG").click()
    saved = Image.open(BytesIO(Path(picture.value.path()).read_bytes())).convert("RGBA")
    assert saved.getpixel((2, 2)) == (255, 255, 255, 255)
    assert saved.getextrema()[3] == (255, 255)
    with reader.expect_download() as drawing:
        reader.get_by_role("button", name="下载 SVG").click()
    said = Path(drawing.value.path()).read_text(encoding="utf-8")
    assert "2023–2024年 3个单位 功能分类支出 预算" in said
    assert "金额（万元）" in said
    assert "明账 · http" in said


def test_without_scripts_a_line_says_where_the_figures_are(
    chrome: Browser, reader: Page, live_server: LiveServer, units: str
) -> None:
    context = chrome.new_context(base_url=live_server.url, locale="zh-CN", java_script_enabled=False)
    context.add_cookies(reader.context.cookies())
    plain = context.new_page()
    plain.goto(f"/compare/?units={units}&years=2024&by=functional")
    expect(plain.get_by_text("图形需要脚本；数据见下表")).to_be_visible()
    for hidden in (".chart-canvas", ".chart-downloads"):
        expect(plain.locator(hidden)).to_be_hidden()
    context.close()
