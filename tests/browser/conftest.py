"""Chromium for tests: `page` is a fresh tab that fails the test on any error in it."""

import os
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser.flags import QUIET, SWIFT
from tests.browser.signing_in import sign_in
from tests.machine import chromium
from tests.tasks.workers import start_worker

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    program = chromium()
    if program is None:
        leave_out = pytest.fail if os.environ.get("CI") else pytest.skip
        leave_out("没有 Chromium / no Chromium here")
    # Playwright's loop makes Django think that the tests are asynchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        # Root may not use Chromium's sandbox, and it only opens our own pages.
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", *QUIET, *SWIFT])
        yield browser
        browser.close()


@pytest.fixture(scope="session", autouse=True)
def static_files(django_db_setup: None) -> None:
    """Put the files where a live server looks for them, as links."""
    call_command("collectstatic", link=True, interactive=False, verbosity=0)


@pytest.fixture
def page(chrome: Browser, live_server: object) -> Iterator[Page]:
    yield from tab(chrome, live_server, viewport=DESKTOP)


@pytest.fixture
def phone(chrome: Browser, live_server: object) -> Iterator[Page]:
    yield from tab(chrome, live_server, viewport=PHONE, has_touch=True, is_mobile=True)


@pytest.fixture
def reader(page: Page, live_server: LiveServer) -> Page:
    """The tab of somebody who has signed in and may only read."""
    return sign_in(page, live_server)


@pytest.fixture
def worker(live_server: object) -> Iterator[None]:
    """A worker beside the site, as `make run` starts one."""
    started = start_worker()
    yield
    started.terminate()
    started.communicate(timeout=30)


def tab(chrome: Browser, live_server: object, **options: object) -> Iterator[Page]:
    """Yield a tab at the site; afterwards no script may have failed and no policy been broken."""
    context = chrome.new_context(base_url=live_server.url, locale="zh-CN", **options)
    context.set_default_timeout(10_000)
    page, errors = context.new_page(), []
    page.on("console", lambda message: errors.append(described(message)) if is_trouble(message, page) else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == [], "the page reported errors"


def is_trouble(message: ConsoleMessage, page: Page) -> bool:
    """A page that is itself an error page was asked for; so was the icon, by Chromium."""
    address = message.location.get("url", "")
    asked_for = address == page.url or address.endswith("/favicon.ico")
    return message.type == "error" and not (asked_for and message.text.startswith("Failed to load resource"))


def described(message: ConsoleMessage) -> str:
    return f"{message.text} ({message.location.get('url', '')})"
