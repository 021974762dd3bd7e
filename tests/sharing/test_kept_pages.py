"""A shared page is drawn once for all its visitors, and anew as soon as anything it shows has changed."""

import gzip
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from disclosures.comparison import Selection
from disclosures.comparison.dimensions import Dimension
from disclosures.models import Correction, LineItem, Revision, SharedComparison, Unit
from tests.published import Publish

pytestmark = pytest.mark.django_db

SPENT = {"expenditure": [{"item": "total", "amount": 100}, {"function": "214", "amount": 70.12}]}


@pytest.fixture
def unit(db: None, publish: Publish) -> Unit:
    cache.clear()
    one = Unit.objects.create(name="交通运输信息中心", region="衡阳市")
    publish(one, 2024, SPENT)
    return one


@pytest.fixture
def link(unit: Unit) -> SharedComparison:
    selection = Selection(units=(unit.pk,), years=(2024,), dimension=Dimension.FUNCTIONAL)
    owner = User.objects.create_user("owner")
    return SharedComparison.objects.create(title="交通支出", query=selection.to_query(), created_by=owner)


@pytest.fixture
def visit(link: SharedComparison) -> Callable[..., tuple[str, int]]:
    """Open the link as somebody new; return the page and how many questions the database was asked."""

    def visit(query: str = "", **more: str) -> tuple[str, int]:
        with CaptureQueriesContext(connection) as asked:
            page = Client().get(link.get_absolute_url() + query, **more)
        return page.content.decode(), len(asked)

    return visit


def test_a_second_visitor_gets_the_page_of_the_first_and_is_counted(
    link: SharedComparison, visit: Callable[..., tuple[str, int]]
) -> None:
    first, drawn = visit()
    second, kept = visit()
    link.refresh_from_db()
    assert second == first
    assert kept < drawn
    assert link.views == 2


def test_a_browser_gets_the_kept_page_packed(link: SharedComparison, visit: Callable[..., tuple[str, int]]) -> None:
    first, _drawn = visit()
    packed = Client(headers={"accept-encoding": "gzip, br"}).get(link.get_absolute_url())
    assert (packed["Content-Encoding"], packed["Content-Type"]) == ("gzip", "text/html; charset=utf-8")
    assert "Accept-Encoding" in packed["Vary"]
    assert gzip.decompress(packed.content).decode() == first


def test_the_money_unit_is_the_visitors_own(visit: Callable[..., tuple[str, int]]) -> None:
    visit()
    assert "701,200.00" in visit("?money=yuan")[0]
    assert "701,200.00" not in visit("?money=wan")[0]
    assert "701,200.00" not in visit()[0]


def test_the_language_is_the_visitors_own(link: SharedComparison, visit: Callable[..., tuple[str, int]]) -> None:
    visit()
    english = Client()
    english.cookies["django_language"] = "en"
    assert '<html lang="en"' in english.get(link.get_absolute_url()).content.decode()
    assert '<html lang="zh-CN"' in visit()[0]


def test_an_order_of_the_visitors_own_is_drawn_for_each_and_changes_nothing_for_others(
    unit: Unit, link: SharedComparison, visit: Callable[..., tuple[str, int]]
) -> None:
    first, _drawn = visit()
    _second, kept = visit()
    sorted_page, _asked = visit(f"?order=largest&sort={unit.pk}.2024")
    assert "按“交通运输信息中心 2024”从大到小" in sorted_page
    assert f'href="/s/{link.slug}/export.xlsx?order=largest&amp;sort={unit.pk}.2024"' in sorted_page.replace(
        reverse("disclosures:export_share", args=[link.slug, "xlsx"]), f"/s/{link.slug}/export.xlsx"
    )
    _again, asked = visit(f"?order=largest&sort={unit.pk}.2024")
    assert asked > kept
    assert visit()[0] == first
    assert visit("?order=sideways")[0] == first


def test_an_order_by_what_the_page_does_not_have_is_not_led_on_to(visit: Callable[..., tuple[str, int]]) -> None:
    """Items are the rows here: sorted by one of them nothing is, and no link or file is asked to be."""
    sorted_page, _asked = visit("?order=smallest&sort=214")
    assert "export.xlsx?order=smallest" in sorted_page
    assert "sort=214" not in sorted_page
    assert sorted_page.count("aria-sort") == 0


def test_a_correction_shows_at_once(visit: Callable[..., tuple[str, int]]) -> None:
    visit()
    item = LineItem.objects.get(function="214")
    seen = {"cause": "reading_error", "reason": "看错一位"}
    made = Correction.objects.create(
        revision=item.revision, line_item=item, field="amount", value="80.00", value_fen=80_000_000, **seen
    )
    assert "80.00" in visit()[0]
    made.revert(by=User.objects.get())
    assert "70.12" in visit()[0]


def test_a_withdrawal_and_a_new_publication_show_at_once(
    unit: Unit, publish: Publish, visit: Callable[..., tuple[str, int]]
) -> None:
    visit()
    Revision.objects.update(state="withdrawn", withdrawn_at=timezone.now())
    assert "70.12" not in visit()[0]
    publish(unit, 2024, {"expenditure": [{"function": "214", "amount": 66.01}]}, scope="department")
    assert "66.01" in visit()[0]


def test_a_changed_title_shows_at_once_and_a_revoked_link_is_closed(
    link: SharedComparison, visit: Callable[..., tuple[str, int]]
) -> None:
    visit()
    SharedComparison.objects.update(title="另一个标题")
    assert "另一个标题" in visit()[0]
    link.revoke()
    assert "70.12" not in visit()[0]


def test_a_protected_link_is_kept_for_nobody(link: SharedComparison, visit: Callable[..., tuple[str, int]]) -> None:
    visit()
    link.protect("一二三四")
    link.save()
    guest = Client()
    guest.post(f"{link.get_absolute_url()}unlock/", {"password": "一二三四"})
    assert "70.12" in guest.get(link.get_absolute_url()).content.decode()
    assert "70.12" not in visit()[0]


def test_the_owners_page_is_for_the_owner_alone(link: SharedComparison, visit: Callable[..., tuple[str, int]]) -> None:
    owner = Client()
    owner.force_login(User.objects.get())
    assert "撤销链接" in owner.get(link.get_absolute_url()).content.decode()
    assert "撤销链接" not in visit()[0]
    assert "撤销链接" in owner.get(link.get_absolute_url()).content.decode()
