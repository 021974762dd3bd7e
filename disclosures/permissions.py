"""Give the groups of a finance office their rights: who files, who publishes, who reads."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

CLERKS = "财务录入"
REVIEWERS = "审核"
READERS = "浏览"

_VIEWED = (
    "correction",
    "disclosure",
    "figure",
    "finding",
    "findingmark",
    "fiscalyear",
    "job",
    "lineitem",
    "performanceindicator",
    "project",
    "projectmatch",
    "projectseries",
    "revision",
    "revisionfile",
    "section",
    "sharedcomparison",
    "statementtable",
    "uncheckedrule",
    "unit",
    "unitalias",
)
_VIEW = tuple(f"view_{model}" for model in _VIEWED)
_AUDIT = ("view_auditentry",)
_KEEP_UNITS = ("add_unit", "change_unit", "add_unitalias", "change_unitalias", "delete_unitalias")

_CORRECT = ("add_correction", "change_correction", "change_projectmatch")
_ANSWER = ("add_findingmark", "change_findingmark")

RIGHTS: dict[str, tuple[str, ...]] = {
    CLERKS: (
        *_VIEW,
        *_KEEP_UNITS,
        *_CORRECT,
        *_ANSWER,
        *_AUDIT,
        "add_job",
        "change_job",
        "add_revision",
        "change_revision",
        "publish_revision",
    ),
    REVIEWERS: (
        *_VIEW,
        *_KEEP_UNITS,
        *_CORRECT,
        *_ANSWER,
        *_AUDIT,
        "publish_revision",
        "withdraw_revision",
        "change_sharedcomparison",
    ),
    READERS: _VIEW,
}


def set_up_groups(sender: AppConfig, **_: Any) -> None:
    """Make the groups and give them what they lack; rights that an office added stay."""
    create_permissions(sender, verbosity=0)
    for name, codenames in RIGHTS.items():
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.add(*Permission.objects.filter(content_type__app_label=sender.label, codename__in=codenames))
