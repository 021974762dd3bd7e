"""Shared links: open to anyone, pinned or live, closed by date, by password and by their owner."""

import io
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from disclosures.charts.preview import chinese_font
from disclosures.comparison import Selection
from disclosures.comparison.dimensions import Dimension
from disclosures.models import Disclosure, LineItem, Revision, RevisionFile, SharedComparison, StatementTable, Unit
from tests.published import Publish

pytestmark = pytest.mark.django_db

SPENT = {"expenditure": [{"item": "total", "amount": 100}, {"function": "214", "amount": 70.12}]}


@pytest.fixture
def owner(client: Client) -> User:
    person = User.objects.create_user("reader", password="x")
    client.force_login(person)
    return person


@pytest.fixture
def stranger() -> Client:
    cache.clear()
    return Client()


@pytest.fixture
def unit(db: None, publish: Publish) -> Unit:
    one = Unit.objects.create(name="交通运输信息中心", region="衡阳市")
    publish(one, 2024, SPENT)
    return one


@pytest.fixture
def link(owner: User, client: Client, unit: Unit) -> SharedComparison:
    selection = Selection(units=(unit.pk,), years=(2024,), dimension=Dimension.FUNCTIONAL)
    client.post(reverse("disclosures:create_share"), {"query": selection.to_query()})
    return SharedComparison.objects.get()


@pytest.fixture
def change(client: Client, link: SharedComparison) -> Callable[..., None]:
    def change(**said: object) -> None:
        client.post(reverse("disclosures:change_share", args=[link.slug]), {"title": link.title, **said})
        link.refresh_from_db()

    return change


def republish(unit: Unit, amount: int) -> None:
    """Publish a second revision with another amount."""
    disclosure = Disclosure.objects.get(unit=unit)
    revision = Revision.objects.create(disclosure=disclosure, number=2, parser_version="test")
    file = RevisionFile.objects.create(revision=revision, name="b.pdf", sha256="b" * 64)
    table = StatementTable.objects.create(revision=revision, file=file, index=0, kind="expenditure", money_unit="万元")
    shared = {"revision": revision, "table": table, "unit": unit, "disclosure_year": 2024, "fiscal_year": 2024}
    LineItem.objects.create(
        **shared,
        kind="budget",
        table_kind="expenditure",
        direction="expenditure",
        phase="approved",
        fund="all",
        function="214",
        amount_fen=amount * 1_000_000,
        printed=str(amount),
        state="printed",
    )
    Revision.objects.filter(disclosure=disclosure, number=1).update(state="superseded")
    Revision.objects.filter(pk=revision.pk).update(state="published", published_at=timezone.now())


def test_anyone_may_open_a_link_and_only_strangers_are_counted(
    link: SharedComparison, client: Client, stranger: Client
) -> None:
    assert client.get(link.get_absolute_url()).status_code == 200
    page = stranger.get(link.get_absolute_url())
    link.refresh_from_db()
    assert "70.12" in page.content.decode()
    assert "撤销链接" not in page.content.decode()
    assert link.views == 1


def test_who_sorts_or_changes_the_unit_is_one_visitor(link: SharedComparison, stranger: Client) -> None:
    address = link.get_absolute_url()
    for asked in ("", "?order=largest", "?order=smallest&sort=1.2024", "?money=yuan", "?page=2"):
        assert stranger.get(address + asked).status_code == 200
        assert stranger.head(address + asked).status_code == 200
    link.refresh_from_db()
    assert link.views == 1
    stranger.get(f"{address}?from=singlemessage")  # a chat app's own mark
    link.refresh_from_db()
    assert link.views == 2


def test_a_link_reveals_nothing_else(link: SharedComparison, stranger: Client) -> None:
    assert stranger.get(reverse("disclosures:compare")).status_code == 302
    assert stranger.get(reverse("disclosures:shares")).status_code == 302


def test_a_live_link_follows_the_newest_revision_and_says_so(
    link: SharedComparison, unit: Unit, stranger: Client
) -> None:
    republish(unit, 88)
    page = stranger.get(link.get_absolute_url()).content.decode()
    assert "88.00" in page
    assert "70.12" not in page
    assert "数据于" in page


def test_a_pinned_link_keeps_its_figures_and_tells_the_difference(
    link: SharedComparison, change: Callable[..., None], unit: Unit, stranger: Client
) -> None:
    change(pinned="on")
    republish(unit, 88)
    page = stranger.get(link.get_absolute_url()).content.decode()
    assert "70.12 → 88.00" in page
    assert "固定链接" in page
    cells = stranger.get(reverse("disclosures:export_share", args=[link.slug, "json"])).json()["cells"]
    assert [cell["amount"] for cell in cells] == ["1000000.00", "701200.00"]


def test_what_was_withdrawn_is_shown_by_no_link(
    link: SharedComparison, change: Callable[..., None], stranger: Client
) -> None:
    change(pinned="on")
    Revision.objects.update(state="withdrawn", published_at=None)
    assert "70.12" not in stranger.get(link.get_absolute_url()).content.decode()


def test_a_revoked_or_expired_link_says_so_and_shows_nothing(
    link: SharedComparison, client: Client, stranger: Client
) -> None:
    SharedComparison.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert stranger.get(link.get_absolute_url()).status_code == 410
    SharedComparison.objects.update(expires_at=None)
    client.post(reverse("disclosures:revoke_share", args=[link.slug]))
    for name in ("share", "embed_share", "share_code"):
        closed = stranger.get(reverse(f"disclosures:{name}", args=[link.slug]))
        assert closed.status_code == 410
        assert "70.12" not in closed.content.decode()


def test_a_password_keeps_strangers_out_of_every_face_of_the_link(
    link: SharedComparison, change: Callable[..., None], stranger: Client
) -> None:
    change(new_password="一二三四")
    export = reverse("disclosures:export_share", args=[link.slug, "csv"])
    assert stranger.get(link.get_absolute_url()).status_code == 403
    assert stranger.get(export).status_code == 403
    unlock = reverse("disclosures:unlock_share", args=[link.slug])
    assert stranger.post(unlock, {"password": "错"}).status_code == 403
    assert stranger.post(unlock, {"password": "一二三四"}).status_code == 302
    assert "70.12" in stranger.get(link.get_absolute_url()).content.decode()
    assert stranger.get(export).status_code == 200


def test_a_sorted_address_keeps_its_order_over_the_password(
    link: SharedComparison, change: Callable[..., None], stranger: Client
) -> None:
    change(new_password="牡丹")
    unlock = reverse("disclosures:unlock_share", args=[link.slug])
    asked = f"{unlock}?money=yuan&order=largest&sort=1.2024"
    door = stranger.get(f"{link.get_absolute_url()}?sort=1.2024&next=//evil.example&order=largest&money=yuan")
    assert f'action="{asked.replace("&", "&amp;")}"' in door.content.decode()
    wrong = stranger.post(asked, {"password": "错"})
    assert f'action="{asked.replace("&", "&amp;")}"' in wrong.content.decode()
    opened = stranger.post(f"{asked}&next=//evil.example", {"password": "牡丹"})
    assert opened["Location"] == f"{link.get_absolute_url()}?money=yuan&order=largest&sort=1.2024"
    assert stranger.post(unlock, {"password": "牡丹"})["Location"] == link.get_absolute_url()


def test_guessing_a_password_stops_being_answered(
    link: SharedComparison, change: Callable[..., None], stranger: Client
) -> None:
    change(new_password="right")
    unlock = reverse("disclosures:unlock_share", args=[link.slug])
    for _ in range(20):
        stranger.post(unlock, {"password": "wrong"})
    assert stranger.post(unlock, {"password": "right"}).status_code == 403


def test_only_its_owner_changes_a_link(link: SharedComparison, stranger: Client) -> None:
    stranger.force_login(User.objects.create_user("other", password="x"))
    for name in ("change_share", "revoke_share"):
        assert stranger.post(reverse(f"disclosures:{name}", args=[link.slug]), {"title": "我的"}).status_code == 404
    link.refresh_from_db()
    assert link.revoked_at is None
    assert link.title != "我的"


def test_an_expiry_in_the_past_is_refused(link: SharedComparison, change: Callable[..., None]) -> None:
    change(expires_at="2001-01-01T00:00")
    assert link.expires_at is None


def test_a_link_may_be_embedded_and_the_rest_of_the_site_not(link: SharedComparison, stranger: Client) -> None:
    embedded = stranger.get(reverse("disclosures:embed_share", args=[link.slug]))
    assert "frame-ancestors *" in embedded["Content-Security-Policy"]
    assert "X-Frame-Options" not in embedded
    assert "70.12" in embedded.content.decode()
    assert "frame-ancestors 'self'" in stranger.get(link.get_absolute_url())["Content-Security-Policy"]


def test_the_code_leads_to_the_link(link: SharedComparison, stranger: Client) -> None:
    code = stranger.get(reverse("disclosures:share_code", args=[link.slug]))
    assert code["Content-Type"] == "image/svg+xml"
    assert b"<svg" in code.content


def test_chat_apps_get_a_picture_of_the_figures(link: SharedComparison, stranger: Client) -> None:
    if chinese_font() is None:
        pytest.skip("没有中文字体 / no Chinese font here")
    picture = stranger.get(reverse("disclosures:share_picture", args=[link.slug]))
    assert picture["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(picture.content)).size == (1200, 630)
    assert "og:image" in stranger.get(link.get_absolute_url()).content.decode()


def test_a_link_may_be_protected_and_pinned_from_its_first_moment(owner: User, client: Client, unit: Unit) -> None:
    query = Selection(units=(unit.pk,), years=(2024,)).to_query()
    said = {"query": query, "note": "只给审计看", "new_password": "牡丹", "pinned": "on"}
    assert client.post(reverse("disclosures:create_share"), said).status_code == 302
    link = SharedComparison.objects.get()
    assert link.opens_with("牡丹")
    assert link.pinned_at
    assert link.note == "只给审计看"
    assert Client().get(link.get_absolute_url()).status_code == 403


def test_wrong_settings_make_no_link_and_lose_nothing(owner: User, client: Client, unit: Unit) -> None:
    query = Selection(units=(unit.pk,), years=(2024,)).to_query()
    said = {"query": query, "note": "只给审计看", "expires_at": "2020-01-01T08:00"}
    answer = client.post(reverse("disclosures:create_share"), said)
    assert answer.status_code == 400
    assert "只给审计看" in answer.content.decode()
    assert "有效期应晚于现在" in answer.content.decode()
    assert not SharedComparison.objects.exists()
