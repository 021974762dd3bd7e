"""Who sees which page."""

import pytest
from django.conf import LazySettings
from django.test import Client

from disclosures.models import Revision


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/units/", "/units/1/", "/disclosures/1/", "/files/1/", "/compare/"])
def test_visitors_are_asked_to_sign_in_and_come_back(client: Client, address: str) -> None:
    assert client.get(address).headers["Location"] == f"/accounts/login/?next={address}"


@pytest.mark.django_db
def test_where_browsing_is_public_no_account_is_needed(
    client: Client, settings: LazySettings, budget: Revision
) -> None:
    settings.PUBLIC_BROWSING = True
    pages = ["/", "/units/", f"/units/{budget.disclosure.unit_id}/", f"/disclosures/{budget.disclosure_id}/"]
    assert [client.get(page).status_code for page in pages] == [200] * 4


@pytest.mark.django_db
def test_methods_are_open_to_everyone(client: Client) -> None:
    assert "没有数字不等于零" in client.get("/methods/").content.decode()


def test_readers_see_the_published_revision_and_never_a_draft(reader: Client, draft: Revision) -> None:
    page = f"/disclosures/{draft.disclosure_id}/"
    assert "第 1 版" in reader.get(page).content.decode()
    assert reader.get(page, {"revision": 2}).status_code == 404


def test_staff_open_a_draft_and_are_told_that_it_is_one(clerk: Client, draft: Revision) -> None:
    page = clerk.get(f"/disclosures/{draft.disclosure_id}/", {"revision": 2}).content.decode()
    assert "状态为“草稿”，公众看不到" in page


def test_a_disclosure_without_anything_published_does_not_exist_for_readers(reader: Client, draft: Revision) -> None:
    Revision.objects.filter(number=1).update(state="withdrawn")
    assert reader.get(f"/disclosures/{draft.disclosure_id}/").status_code == 404


def test_a_drafts_file_is_for_staff_alone(reader: Client, draft: Revision) -> None:
    file = draft.files.create(name="b.pdf", sha256="b" * 64, media_type="application/pdf")
    assert reader.get(f"/files/{file.pk}/").status_code == 404


def test_an_address_that_does_not_exist_says_so_in_words(reader: Client) -> None:
    response = reader.get("/nothing-here/")
    assert response.status_code == 404
    assert "这个页面不存在" in response.content.decode()
