"""One button signs in to the demo, and only to the demo."""

import pytest
from django.conf import LazySettings
from django.contrib.auth import get_user_model
from django.test import Client

ADDRESS = "/demo/sign-in/"


@pytest.mark.django_db
def test_a_button_signs_in_and_goes_on(client: Client, settings: LazySettings) -> None:
    settings.DEMO = True
    get_user_model().objects.create_user("reader")
    response = client.post(ADDRESS, {"user": "reader", "next": "/units/"})
    assert response.headers["Location"] == "/units/"
    assert client.get("/units/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["reader", "admin"])
def test_outside_the_demo_it_does_not_exist(client: Client, name: str) -> None:
    get_user_model().objects.create_user(name)
    assert client.post(ADDRESS, {"user": name}).status_code == 404
    assert "演示：选一个角色" not in client.get("/accounts/login/").content.decode()


@pytest.mark.django_db
def test_only_the_three_people_of_the_demo(client: Client, settings: LazySettings) -> None:
    settings.DEMO = True
    get_user_model().objects.create_superuser("admin")
    assert client.post(ADDRESS, {"user": "admin"}).status_code == 404


@pytest.mark.django_db
def test_it_leads_to_no_other_site(client: Client, settings: LazySettings) -> None:
    settings.DEMO = True
    get_user_model().objects.create_user("clerk")
    response = client.post(ADDRESS, {"user": "clerk", "next": "https://elsewhere.example/"})
    assert response.headers["Location"] == "/"
