"""Make the demo's three accounts, one of each group, with random passwords."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.contrib.auth.models import Group, User

from disclosures.permissions import CLERKS, READERS, REVIEWERS

# The one-click sign-in of the demo knows these names.
ACCOUNTS = {"clerk": CLERKS, "reviewer": REVIEWERS, "reader": READERS}

PASSWORD_BYTES = 9


@dataclass(frozen=True, slots=True)
class Account:
    """A demo account; its password is known only in the moment it is set."""

    user: User
    group: str
    password: str | None


def demo_accounts(*, reset_passwords: bool) -> dict[str, Account]:
    """Return the accounts by user name, made where they are missing."""
    return {name: _account(name, group, reset_passwords) for name, group in ACCOUNTS.items()}


def _account(name: str, group: str, reset_password: bool) -> Account:
    # The page's head greets by first name: the demo's people are called by what they do.
    known = {"is_staff": group != READERS, "first_name": group}
    user, is_new = User.objects.get_or_create(username=name, defaults=known)
    if is_new:
        user.groups.add(Group.objects.get(name=group))
    if not (is_new or reset_password):
        return Account(user, group, None)
    password = secrets.token_urlsafe(PASSWORD_BYTES)
    user.set_password(password)
    user.save(update_fields=["password"])
    return Account(user, group, password)
