"""A table wider and longer than its box is read without mistaking a figure: its head stays, its columns are whole."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from disclosures.models import SharedComparison, Unit
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.signing_in import sign_in
from tests.published import Publish
from tests.reported import Report, row

pytestmark = pytest.mark.django_db(transaction=True)

NAMES = ("信息中心", "福利院", "示例市人民政府万里街道办事处")
CODES = ("201", "203", "204", "205", "206", "207", "208", "210", "211", "212", "213", "214", "215", "220", "221")
# Of the columns beside the first one, those whose figures the first one's edge cuts in two.
CUT = """box => {
    const cells = [...box.querySelector('tbody tr').cells];
    const edge = cells[0].getBoundingClientRect().right;
    const isCut = cell => cell.getBoundingClientRect().left < edge - 1 && cell.getBoundingClientRect().right > edge + 1;
    return cells.slice(1).filter(isCut).map(cell => cell.innerText);
}"""
# The links of the head that may be pressed where they are seen, and the head's cells through which the rows show.
HEAD = """box => {
    const inSight = link => {
        const {left, right, top, bottom} = link.getBoundingClientRect();
        return document.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.closest('a') === link;
    };
    const shade = cell => getComputedStyle(cell).backgroundColor;
    return {
        stays: Math.round(box.querySelector('thead').getBoundingClientRect().top - box.getBoundingClientRect().top),
        pressed: [...box.querySelectorAll('thead a')].filter(inSight).length,
        seeThrough: [...box.querySelectorAll('thead th')].map(shade).filter(found => !found.startsWith('rgb(')),
    };
}"""

AT_REST = """box => new Promise(done => {
    let before = null, frames = 0;
    const look = () => {
        frames = box.scrollLeft === before ? frames + 1 : 0;
        before = box.scrollLeft;
        if (frames > 15) done(); else requestAnimationFrame(look);
    };
    look();
})"""


@pytest.fixture
def units(transactional_db: None, publish: Publish) -> list[Unit]:
    """Three units with budgets of two years and more rows than a screen has."""
    made = [Unit.objects.create(name=name, region="示例市") for name in NAMES]
    for number, unit in enumerate(made, start=1):
        for year in (2023, 2024):
            spent = [{"function": code, "amount": 16_000 + number * int(code)} for code in CODES]
            spent += [{"function": "20805", "amount": 20}, {"function": "2080505", "amount": 20}]
            total = sum(row["amount"] for row in spent[: len(CODES)])
            publish(unit, year, {"expenditure": [{"item": "total", "amount": total}, *spent]})
    return made


def asked(units: list[Unit], **more: object) -> str:
    choices = {"units": ".".join(str(unit.pk) for unit in units), "years": "2023-2024", "by": "functional", **more}
    return "&".join(f"{name}={value}" for name, value in choices.items())


def table_box(page: Page) -> Locator:
    return page.locator(".table-scroll:has(> .comparison)")


def headings(page: Page) -> Locator:
    return page.locator("table.comparison thead a.sort")


def scrolled(page: Page, left: int, top: int = 0) -> Locator:
    """Return the box once it has been scrolled by hand, and has come to rest."""
    box = table_box(page)
    box.scroll_into_view_if_needed()
    box.evaluate("(box, [left, top]) => box.scrollTo(left, top)", [left, top])
    box.evaluate(AT_REST)
    return box


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE])
def test_both_rows_of_the_head_stay(reader: Page, units: list[Unit], viewport: dict[str, int], scheme: str) -> None:
    link = SharedComparison.objects.create(
        title="支出", query=asked(units, level=3, sum=1), created_by=User.objects.create_user("owner")
    )
    reader.set_viewport_size(viewport)
    reader.emulate_media(color_scheme=scheme)
    for address in (f"/compare/?{link.query}", link.get_absolute_url()):
        reader.goto(address)
        table_box(reader).scroll_into_view_if_needed()
        before = table_box(reader).evaluate(HEAD)
        after = scrolled(reader, 0, top=200).evaluate(HEAD)
        assert table_box(reader).evaluate("box => box.scrollTop") == 200
        assert before["pressed"] > 0
        assert after == before


def test_on_a_phone_no_figure_is_cut_after_a_tap(phone: Page, live_server: LiveServer, units: list[Unit]) -> None:
    sign_in(phone, live_server)
    phone.goto(f"/compare/?{asked(units, level=3, turn='units')}")
    last = headings(phone).count() - 1
    for number in (1, last // 2, last):
        with phone.expect_navigation():
            headings(phone).nth(number).tap()
        sorted_by = phone.locator("thead [aria-sort]")
        expect(sorted_by.get_by_role("link")).to_be_focused()
        expect(sorted_by).to_be_in_viewport(ratio=0.99)
        assert table_box(phone).evaluate(CUT) == []


def test_on_a_phone_a_swipe_ends_at_a_whole_column(phone: Page, live_server: LiveServer, units: list[Unit]) -> None:
    sign_in(phone, live_server)
    phone.goto(f"/compare/?{asked(units, level=3, turn='units')}")
    phone.wait_for_load_state("load")
    rests = []
    for left in (30, 400, 385, 100_000):
        box = scrolled(phone, left)
        assert box.evaluate(CUT) == []
        rests.append(box.evaluate("box => box.scrollLeft"))
    # It goes on in the direction of the swipe, not back against it.
    assert rests[0] > 30
    assert rests[1] >= 400
    assert rests[2] <= 385
    expect(phone.locator("table.comparison tbody tr").first.locator("td").last).to_be_in_viewport(ratio=0.99)


def test_what_was_folded_stays_folded_when_sorted(reader: Page, units: list[Unit]) -> None:
    reader.goto(f"/compare/?{asked(units, level=3)}")
    fold = reader.get_by_role("button", name="展开或收起社会保障和就业支出")
    below = reader.locator("tr[data-parent]").filter(has_text="20805")
    fold.click()
    for _press in range(2):
        with reader.expect_navigation():
            headings(reader).nth(1).click()
        expect(fold).to_have_attribute("aria-expanded", "false")
        assert not any(line.is_visible() for line in below.all())
    fold.click()
    reader.reload()
    expect(below.first).to_be_visible()
    fold.click()
    # Other units are another question: all that its address asks for is shown.
    reader.goto(f"/compare/?{asked(units[:2], level=3)}")
    expect(fold).to_have_attribute("aria-expanded", "true")
    expect(below.first).to_be_visible()


def test_on_a_phone_a_long_heading_leaves_its_figures_in_sight(
    phone: Page, live_server: LiveServer, transactional_db: None, report: Report
) -> None:
    unit = Unit.objects.create(name="示例市信息中心", region="示例市")
    long = "根据上级部门要求组织开展全市范围内信息系统运行维护人员业务能力提升培训的次数"
    goals = [row("产出指标", "数量指标", name, "≥12次", operator=">=") for name in ("培训次数", long)]
    report(unit, 2024, {"运行维护经费": goals}, kind="budget", 运行维护经费={"total_fen": 990_000})
    sign_in(phone, live_server)
    phone.goto(f"/compare/?units={unit.pk}&years=2024&by=indicators&turn=units")
    with phone.expect_navigation():
        headings(phone).filter(has_text=long).tap()
    expect(phone.locator("thead [aria-sort]")).to_be_in_viewport(ratio=0.99)
    expect(phone.locator("table.comparison tbody td").last).to_be_in_viewport(ratio=0.99)
    expect(phone.locator("table.comparison tbody td").last).to_contain_text("12")


@pytest.mark.parametrize("turn", ["items", "units"])
def test_the_table_says_what_it_compares(reader: Page, units: list[Unit], turn: str) -> None:
    query = asked(units, turn=turn)
    link = SharedComparison.objects.create(
        title="三家的支出", query=query, created_by=User.objects.create_user("owner")
    )
    said = {f"/compare/?{query}": "2023–2024年 3个单位 功能分类支出 预算", link.get_absolute_url(): "三家的支出"}
    for address, sentence in said.items():
        reader.goto(address)
        expect(reader.locator("table.comparison caption")).to_have_text(sentence)
        expect(reader.get_by_role("table", name=sentence)).to_be_visible()
