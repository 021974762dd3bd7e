"""Let only those with a right onto a page of the desk, and only to what they answer for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404

from disclosures.models import Job, Revision

View = Callable[..., HttpResponseBase]


class RightsOnly:
    """Wrap views of the admin: signed in first, then with a permission."""

    def __init__(self, site: AdminSite, permission: str) -> None:
        self.site = site
        self.permission = permission

    def __call__(self, view: View) -> View:
        """Return the guarded view."""

        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.has_perm(self.permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        wrapped: View = self.site.admin_view(guarded)
        return wrapped


def signed_in(request: HttpRequest) -> User:
    """Return who is signed in; the admin's own guard has refused everybody else."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def own_revision(request: HttpRequest, pk: int, state: str | None = None) -> Revision:
    """Return a revision that a person answers for; of others they learn not even that they exist."""
    wanted = Revision.objects.handled_by(request.user).select_related(
        "disclosure__unit__supervising_department", "uploaded_by"
    )
    return get_object_or_404(wanted.filter(state=state) if state else wanted, pk=pk)


def own_job(request: HttpRequest, pk: int) -> Job:
    """Return an upload that a person answers for."""
    return get_object_or_404(Job.objects.handled_by(request.user).with_revision(), pk=pk)
