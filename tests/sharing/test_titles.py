"""A link without a title of its own is called what its reader sees, and a title that somebody gave stays."""

import io
from urllib.parse import unquote

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from disclosures.comparison import Selection
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.selection import Order
from disclosures.models import SharedComparison, Unit
from tests.published import Publish

pytestmark = pytest.mark.django_db

SPENT = {"expenditure": [{"item": "total", "amount": 100}, {"function": "214", "amount": 70}]}
PLAIN = "2024年 信息中心 功能分类支出 预算"
LARGEST, SMALLEST = f"{PLAIN} 从大到小", f"{PLAIN} 从小到大"


@pytest.fixture
def query(publish: Publish) -> str:
    cache.clear()
    unit = Unit.objects.create(name="信息中心", region="衡阳市")
    publish(unit, 2024, SPENT)
    selected = Selection(units=(unit.pk,), years=(2024,), dimension=Dimension.FUNCTIONAL, order=Order.LARGEST)
    return selected.to_query()


@pytest.fixture
def untitled(client: Client, query: str) -> SharedComparison:
    client.force_login(User.objects.create_user("owner"))
    client.post(reverse("disclosures:create_share"), {"query": query})
    return SharedComparison.objects.get()


def heading(link: SharedComparison, asked: str = "", face: str = "share") -> str:
    """Return the first heading of a page of a link, without its markup."""
    page = Client().get(reverse(f"disclosures:{face}", args=[link.slug]) + asked).content.decode()
    return page.partition("<h1")[2].partition(">")[2].partition("</h1>")[0].strip()


def workbook(link: SharedComparison, asked: str = "") -> tuple[str, str]:
    """Return the name of a link's workbook and what stands in its first cell."""
    given = Client().get(reverse("disclosures:export_share", args=[link.slug, "xlsx"]) + asked)
    first = load_workbook(io.BytesIO(given.content)).worksheets[0]["A1"].value
    return unquote(given["Content-Disposition"].partition("''")[2]), str(first)


def test_a_link_keeps_no_order_in_a_title_of_its_own(untitled: SharedComparison) -> None:
    assert untitled.title == PLAIN


def test_its_page_and_files_say_the_order_that_they_stand_in(untitled: SharedComparison) -> None:
    assert heading(untitled) == LARGEST
    assert heading(untitled, "?order=smallest") == SMALLEST
    assert heading(untitled, "?order=listed") == PLAIN
    assert workbook(untitled) == (f"{LARGEST}.xlsx", LARGEST)
    assert workbook(untitled, "?order=smallest") == (f"{SMALLEST}.xlsx", SMALLEST)


def test_a_frame_leads_to_what_it_shows(untitled: SharedComparison) -> None:
    address = f"http://testserver{untitled.get_absolute_url()}"
    assert f'href="{address}"' in heading(untitled, face="embed_share")
    turned = heading(untitled, "?order=smallest&money=yuan", "embed_share")
    assert f'href="{address}?money=yuan&amp;order=smallest"' in turned
    assert SMALLEST in turned


def test_an_older_link_that_says_its_order_follows_its_reader_too(untitled: SharedComparison) -> None:
    SharedComparison.objects.update(title=LARGEST)
    assert heading(untitled, "?order=smallest") == SMALLEST
    assert workbook(untitled, "?order=smallest") == (f"{SMALLEST}.xlsx", SMALLEST)


def test_a_title_of_its_own_is_said_in_the_readers_language(untitled: SharedComparison) -> None:
    english = Client()
    english.cookies["django_language"] = "en"
    page = english.get(untitled.get_absolute_url() + "?order=smallest").content.decode()
    assert "<h1>2024 信息中心 Expenditure by function Budget Smallest first</h1>" in page


def test_saving_other_settings_leaves_a_link_untitled(client: Client, untitled: SharedComparison) -> None:
    change = reverse("disclosures:change_share", args=[untitled.slug])
    client.post(change, {"title": untitled.title, "note": "只看支出"})
    assert heading(untitled, "?order=smallest") == SMALLEST


def test_a_title_that_was_given_stays_in_every_order(client: Client, untitled: SharedComparison) -> None:
    SharedComparison.objects.update(title="交通支出最多的项目")
    assert heading(untitled, "?order=smallest") == "交通支出最多的项目"
    assert workbook(untitled, "?order=smallest") == ("交通支出最多的项目.xlsx", "交通支出最多的项目")
