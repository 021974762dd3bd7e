"""Who may do what in a finance office."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group

from disclosures.permissions import CLERKS, READERS, REVIEWERS, RIGHTS, set_up_groups

pytestmark = pytest.mark.django_db


def rights(name):
    return set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))


@pytest.mark.parametrize("name", [CLERKS, REVIEWERS, READERS])
def test_each_group_has_all_its_rights_after_migrating(name):
    assert rights(name) == set(RIGHTS[name])


def test_only_reviewers_withdraw():
    assert "withdraw_revision" in rights(REVIEWERS)
    assert "withdraw_revision" not in rights(CLERKS)
    assert all(right.startswith("view_") for right in rights(READERS))


def test_rights_that_an_office_added_stay():
    clerks = Group.objects.get(name=CLERKS)
    extra = Group.objects.get(name=REVIEWERS).permissions.get(codename="withdraw_revision")
    clerks.permissions.add(extra)
    set_up_groups(apps.get_app_config("disclosures"))
    assert "withdraw_revision" in rights(CLERKS)
