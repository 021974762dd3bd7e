"""The keys of the doubt desk: a key never chooses for the clerk among several cells, and letters work in a field."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from disclosures.ingest import ingest
from disclosures.models import Correction, FindingMark, Revision
from disclosures.pipeline import read_disclosure
from tests.browser.signing_in import sign_in
from tests.browser.test_desk import MISREAD, office

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["office"]


@pytest.fixture
def desk(page: Page, live_server: LiveServer, office: dict[str, User]) -> Page:
    content = MISREAD.encode()
    draft = ingest(read_disclosure(content, "预算.txt"), content=content, uploaded_by=None)
    sign_in(page, live_server, office["clerk"])
    page.goto(f"/admin/disclosures/revision/{draft.pk}/doubts/")
    while page.locator("[data-edit]").count() < 2:
        with page.expect_navigation():
            page.keyboard.press("j")
    return page


def test_e_and_the_arrows_go_from_cell_to_cell(desk: Page) -> None:
    cells = desk.locator("[data-edit]")
    desk.keyboard.press("e")
    expect(cells.nth(0)).to_be_focused()
    desk.keyboard.press("ArrowDown")
    expect(cells.nth(1)).to_be_focused()
    desk.keyboard.press("ArrowUp")
    expect(cells.nth(0)).to_be_focused()
    desk.keyboard.press("Escape")
    expect(cells.nth(0)).not_to_be_focused()


def test_b_leads_from_cell_to_cell_and_enter_says_which_is_blank(desk: Page) -> None:
    desk.keyboard.press("b")
    expect(desk.locator("[data-blank]").nth(0)).to_be_focused()
    desk.keyboard.press("b")
    expect(desk.locator("[data-blank]").nth(1)).to_be_focused()
    assert not Correction.objects.exists()
    wanted = desk.locator(".doubt-cell input[name=item]").nth(1).get_attribute("value")
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    made = Correction.objects.get()
    assert (str(made.line_item_id), made.amount) == (wanted, None)


def test_letters_in_a_field_are_typed_and_stay_beside_what_is_wrong_with_them(desk: Page) -> None:
    desk.keyboard.press("e")
    desk.keyboard.type("12b")
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    field = desk.locator("[data-edit]").nth(0)
    expect(field).to_have_value("12b")
    expect(field).to_be_focused()
    expect(desk.get_by_role("alert")).to_contain_text("“12b”不是金额")
    assert not Correction.objects.exists()


def test_an_error_is_cleared_only_by_a_second_enter(desk: Page) -> None:
    expect(desk.locator("[data-guarded]")).to_have_count(1)
    desk.keyboard.press("Enter")
    expect(desk.locator("[name=note]")).to_be_focused()
    assert not FindingMark.objects.exists()
    desk.keyboard.type("与原件一致")
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    mark = FindingMark.objects.get()
    assert (mark.answer, mark.note) == (FindingMark.Answer.ACCEPTED, "与原件一致")


def test_an_amount_a_thousand_times_off_is_asked_for_again(desk: Page) -> None:
    printed = desk.locator("[data-edit]").nth(0).input_value()
    slip = printed.replace(".", "") + "000"
    desk.keyboard.press("e")
    desk.keyboard.type(slip)
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    expect(desk.get_by_role("alert")).to_contain_text("倍")
    assert not Correction.objects.exists()
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    assert Correction.objects.get().subject.amount != Correction.objects.get().amount
    expect(desk.locator(".doubt-stored")).to_contain_text("已更正")


def test_what_was_stored_is_said_and_taken_back_by_u(desk: Page) -> None:
    desk.keyboard.press("e")
    desk.keyboard.type("1050.61万元")
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    expect(desk.locator(".doubt-stored")).to_contain_text("更正为10,506,100.00 元")
    with desk.expect_navigation():
        desk.keyboard.press("u")
    expect(desk.get_by_text("已撤销")).to_be_visible()
    assert not Correction.objects.standing().exists()
    assert not FindingMark.objects.standing().exists()


def test_s_says_that_the_document_is_wrong(desk: Page) -> None:
    with desk.expect_navigation():
        desk.keyboard.press("s")
    assert FindingMark.objects.get().answer == FindingMark.Answer.SOURCE_ERROR
    assert Revision.objects.get().state == Revision.State.DRAFT
