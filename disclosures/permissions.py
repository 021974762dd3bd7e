"""Say who may do what: the rights of a finance office's groups, who may browse, whom a shared link lets in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import AppConfig
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.http import HttpRequest

if TYPE_CHECKING:
    from disclosures.models import SharedComparison

CLERKS = "财务录入"
REVIEWERS = "审核"
READERS = "浏览"

_VIEWED = (
    "assignedmeaning",
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
_ASSIGN = ("add_assignedmeaning", "change_assignedmeaning")
_ANSWER = ("add_findingmark", "change_findingmark")

RIGHTS: dict[str, tuple[str, ...]] = {
    CLERKS: (
        *_VIEW,
        *_KEEP_UNITS,
        *_CORRECT,
        *_ANSWER,
        *_ASSIGN,
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
        *_ASSIGN,
        *_AUDIT,
        "publish_revision",
        "withdraw_revision",
        "change_sharedcomparison",
    ),
    READERS: _VIEW,
}


def may_browse(visitor: Any) -> bool:
    """Tell whether a visitor may browse what is published: everyone with an account, or the public by setting."""
    return bool(settings.PUBLIC_BROWSING or visitor.is_authenticated)


def is_owner(request: HttpRequest, link: SharedComparison) -> bool:
    """Tell whether the visitor made a shared link."""
    return request.user.is_authenticated and link.created_by_id == request.user.pk


def may_enter(request: HttpRequest, link: SharedComparison) -> bool:
    """Tell whether the visitor made the link or has given the password that it has now."""
    return is_owner(request, link) or request.session.get(_key(link)) == link.password


def let_in(request: HttpRequest, link: SharedComparison) -> None:
    """Remember for the visitor's session that the link's password was given."""
    request.session[_key(link)] = link.password


def _key(link: SharedComparison) -> str:
    return f"share:{link.pk}"


def set_up_groups(sender: AppConfig, **_: Any) -> None:
    """Make the groups and give them what they lack; rights that an office added stay."""
    create_permissions(sender, verbosity=0)
    for name, codenames in RIGHTS.items():
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.add(*Permission.objects.filter(content_type__app_label=sender.label, codename__in=codenames))
