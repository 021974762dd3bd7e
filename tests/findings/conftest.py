"""People who read and answer findings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from disclosures.permissions import CLERKS, READERS


@pytest.fixture
def sign_in(db: None) -> Callable[[str, str], Client]:
    """Return how to sign in somebody of a group."""

    def as_member(name: str, group: str) -> Client:
        user = User.objects.create_user(name, is_staff=group != READERS)
        user.groups.add(Group.objects.get(name=group))
        client = Client()
        client.force_login(user)
        return client

    return as_member


@pytest.fixture
def reader(sign_in: Callable[[str, str], Client]) -> Client:
    return sign_in("reader", READERS)


@pytest.fixture
def clerk(sign_in: Callable[[str, str], Client]) -> Client:
    return sign_in("clerk", CLERKS)
