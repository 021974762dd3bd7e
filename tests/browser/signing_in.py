"""Who looks at a page: a tab gets a person's session without the form, which is test_desk's and test_journey's."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer


def sign_in(page: Page, live_server: LiveServer, person: User | None = None) -> Page:
    """Sign a person in, by default somebody who may only read, and return the tab."""
    client = Client()
    client.force_login(person or get_user_model().objects.create_user("reader"))
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    page.context.add_cookies([cookie])
    return page
