"""Whole folders in a browser: chosen or dropped, with the folders inside; and a file that had come before."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from disclosures.models import Job
from tests.admin.documents import budget
from tests.browser.signing_in import sign_in
from tests.browser.test_desk import UPLOAD, drop, office

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["office"]


@pytest.fixture
def desk(page: Page, live_server: LiveServer, office: dict[str, User]) -> Page:
    """The clerk's place for uploads."""
    sign_in(page, live_server, office["clerk"]).goto(UPLOAD)
    return page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as a bureau keeps it, with what the system leaves in it."""
    for name, year in (("水务/预算/2023.txt", 2023), ("水务/预算/2024.txt", 2024), ("水务/决算/2022.txt", 2022)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(budget(year=year), "utf-8")
    for litter in (".DS_Store", "Thumbs.db"):
        (tmp_path / "水务" / litter).write_bytes(b"x")
    return tmp_path / "水务"


def test_a_chosen_folder_is_taken_with_the_folders_inside(desk: Page, folder: Path) -> None:
    desk.locator("[data-folder]").set_input_files(folder)
    expect(desk.locator("[data-outcomes] tr[id]")).to_have_count(3)
    assert listed() == {("2022.txt", "水务/决算"), ("2023.txt", "水务/预算"), ("2024.txt", "水务/预算")}


def test_a_dropped_folder_is_taken_with_the_folders_inside(desk: Page, folder: Path) -> None:
    drag(desk, folder)
    expect(desk.locator("[data-outcomes] tr[id]")).to_have_count(3)
    assert listed() == {("2022.txt", "水务/决算"), ("2023.txt", "水务/预算"), ("2024.txt", "水务/预算")}


def test_a_file_that_came_before_stays_listed_over_a_reload_until_it_is_removed(desk: Page) -> None:
    drop(desk, 预算=budget())
    expect(desk.locator("[data-outcomes] tr[id]")).to_have_count(1)
    drop(desk, 副本=budget())
    again = desk.locator("tr", has_text="该文件已上传过：预算.txt")
    expect(again).to_be_visible()
    with desk.expect_response("**/upload/progress/**"):
        pass
    desk.reload()
    expect(again.get_by_role("link", name="查看原件")).to_be_visible()
    again.get_by_role("button", name="移除").click()
    expect(desk.get_by_text("已移除 副本.txt")).to_be_visible()
    expect(again).to_have_count(0)


def listed() -> set[tuple[str, str]]:
    return set(Job.objects.values_list("name", "folder"))


def drag(page: Page, path: Path) -> None:
    """Drop a path of this machine on the desk, as a file manager does."""
    box = page.locator("form.desk-drop").bounding_box()
    assert box is not None
    browser = page.context.new_cdp_session(page)
    place = {"x": box["x"] + 20, "y": box["y"] + 20}
    data = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
    for step in ("dragEnter", "dragOver", "drop"):
        browser.send("Input.dispatchDragEvent", {"type": step, **place, "data": data})
