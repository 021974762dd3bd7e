"""People of a finance office, signed in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from disclosures.permissions import CLERKS, READERS, REVIEWERS


@pytest.fixture
def sign_in(db: None) -> Callable[[str], Client]:
    """Return how to sign in as a member of a group."""

    def as_member(group: str) -> Client:
        user = User.objects.create_user(f"member-of-{group}", is_staff=group != READERS)
        user.groups.add(Group.objects.get(name=group))
        client = Client()
        client.force_login(user)
        return client

    return as_member


@pytest.fixture
def clerk(sign_in: Callable[[str], Client]) -> Client:
    """Return a clerk's browser."""
    return sign_in(CLERKS)


@pytest.fixture
def reviewer(sign_in: Callable[[str], Client]) -> Client:
    """Return a reviewer's browser."""
    return sign_in(REVIEWERS)
