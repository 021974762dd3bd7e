"""A shared list is managed as a shared comparison is: password, expiry, pins, frame, picture, code, files."""

import json
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from disclosures.charts.preview import chinese_font
from disclosures.ingest.corrections import correct
from disclosures.models import (
    AuditEntry,
    Correction,
    PerformanceIndicator,
    Project,
    Revision,
    SharedComparison,
    Unit,
)
from tests.reported import Report, row

pytestmark = pytest.mark.django_db

MISSED = row("产出指标", "数量指标", "会议次数", ">150次", "150次", 10, 10, operator=">")
MET = row("产出指标", "数量指标", "会议次数", ">150次", "160次", 10, 10, operator=">")
MONEY = {"approved_fen": 100_000_00, "executed_fen": 75_000_00, "score": 88}


@pytest.fixture
def unit(db: None) -> Unit:
    return Unit.objects.create(name="示例市信息中心", region="示例市")


@pytest.fixture
def owner(client: Client) -> Client:
    client.force_login(User.objects.create_user("owner"))
    return client


@pytest.fixture
def stranger() -> Client:
    cache.clear()
    return Client()


@pytest.fixture(params=["indicators", "projects"])
def link(request: pytest.FixtureRequest, owner: Client, unit: Unit, report: Report) -> SharedComparison:
    report(unit, 2023, {"运维经费": [MISSED]}, 运维经费=MONEY)
    owner.post("/performance/share/", {"about": request.param, "query": "year=2023&page=3"})
    return SharedComparison.objects.get()


@pytest.fixture
def change(owner: Client, link: SharedComparison) -> Callable[..., None]:
    def change(**said: object) -> None:
        owner.post(f"{link.get_absolute_url()}change/", {"title": link.title, **said})
        link.refresh_from_db()

    return change


def test_its_owner_manages_it_where_it_is_shown(owner: Client, stranger: Client, link: SharedComparison) -> None:
    mine, theirs = (client.get(link.get_absolute_url()).content.decode() for client in (owner, stranger))
    for said in ("标题、说明、有效期、密码、固定版本", "二维码与嵌入代码", "撤销链接"):
        assert said in mine
        assert said not in theirs
    stranger.get(link.get_absolute_url())
    assert "已被打开 2 次" in owner.get(link.get_absolute_url()).content.decode()


def test_title_and_note_are_the_owners_and_in_the_audit_log(
    stranger: Client, link: SharedComparison, change: Callable[..., None]
) -> None:
    change(title="没有达到的指标", note="给预算委")
    page = stranger.get(link.get_absolute_url()).content.decode()
    assert "没有达到的指标" in page
    assert "给预算委" in page
    assert AuditEntry.objects.about(link).filter(action="changed").exists()


def test_a_password_closes_page_sources_files_and_picture(
    stranger: Client, link: SharedComparison, change: Callable[..., None]
) -> None:
    change(new_password="春天")
    slug = link.get_absolute_url()
    for address in (slug, f"{slug}export.csv", f"{slug}embed/", f"{slug}preview.png"):
        assert stranger.get(address).status_code == 403
    stranger.post(f"{slug}unlock/", {"password": "春天"})
    assert stranger.get(f"{slug}export.csv").status_code == 200


def test_it_closes_on_its_day(stranger: Client, link: SharedComparison) -> None:
    SharedComparison.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert stranger.get(link.get_absolute_url()).status_code == 410


def values(client: Client, link: SharedComparison) -> list[object]:
    """What the link's file says: results of indicators, or sums spent."""
    said = json.loads(b"".join(client.get(f"{link.get_absolute_url()}export.json").streaming_content))
    if link.about == "indicators":
        return [one["actual"] for one in said["indicators"]]
    return [one["value"] for one in said["projects"] if one["figure"] == "全年执行"]


def test_a_live_list_shows_the_new_revision_and_a_pinned_one_the_old(
    stranger: Client, unit: Unit, report: Report, link: SharedComparison, change: Callable[..., None]
) -> None:
    before = values(stranger, link)
    change(pinned="on")
    report(unit, 2023, {"运维经费": [MET]}, 运维经费=MONEY | {"executed_fen": 80_000_00})
    report(unit, 2023, {"别的经费": [MET]}, kind="budget")
    assert values(stranger, link) == before
    page = stranger.get(link.get_absolute_url()).content.decode()
    assert "固定之后，其中 1 个版本已被新版取代" in page
    assert "别的经费" not in page
    change()
    assert values(stranger, link) != before


def test_a_pinned_list_keeps_the_figures_of_its_day_and_says_that_some_were_corrected(
    stranger: Client, link: SharedComparison, change: Callable[..., None]
) -> None:
    before = values(stranger, link)
    change(pinned="on")
    clerk = User.objects.create_user("clerk")
    spent, result = Project.objects.get(), PerformanceIndicator.objects.get()
    correct(spent, Correction.Field.EXECUTED, Decimal(60_000), cause="edit", reason="看错", by=clerk)
    correct(result, Correction.Field.ACTUAL, "170次", cause="edit", reason="看错", by=clerk)
    assert values(stranger, link) == before
    page = stranger.get(link.get_absolute_url()).content.decode()
    assert "有 2 处更正或撤销更正" in page
    assert ("170次" in page, "6.00" in page) == (False, False)
    change()
    assert values(stranger, link) in (["170次"], ["60000.00"])


def test_a_withdrawn_revision_is_shown_by_no_pin(
    stranger: Client, link: SharedComparison, change: Callable[..., None]
) -> None:
    change(pinned="on")
    Revision.objects.update(state="withdrawn")
    assert values(stranger, link) == []


def test_sources_of_files_open_inside_the_link(stranger: Client, link: SharedComparison) -> None:
    said = json.loads(b"".join(stranger.get(f"{link.get_absolute_url()}export.json").streaming_content))
    sources = [one["source"] for one in said[link.about] if one["source"]]
    assert sources
    assert all(f"/s/{link.slug}/source/" in source for source in sources)
    assert stranger.get(sources[0]).status_code == 200
    panel = stranger.get(sources[0], headers={"HX-Request": "true"}).content.decode()
    assert f'href="/s/{link.slug}/source/' in panel
    assert 'href="/source/' not in panel


def test_it_has_a_frame_a_code_and_a_picture(stranger: Client, link: SharedComparison) -> None:
    frame = stranger.get(f"{link.get_absolute_url()}embed/")
    assert "frame-ancestors *" in frame["Content-Security-Policy"]
    assert "X-Frame-Options" not in frame
    assert "运维经费" in frame.content.decode()
    assert stranger.get(f"{link.get_absolute_url()}code.svg")["Content-Type"] == "image/svg+xml"
    if chinese_font():
        assert stranger.get(f"{link.get_absolute_url()}preview.png").content.startswith(b"\x89PNG")


def test_another_person_changes_nothing(link: SharedComparison) -> None:
    other = Client()
    other.force_login(User.objects.create_user("other"))
    assert other.post(f"{link.get_absolute_url()}change/", {"title": "别的"}).status_code == 404
    assert PerformanceIndicator.objects.published().count() == 1
