"""Name people in the desk's lists as the office knows them: by their name, with the account."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Field
from django.http import HttpRequest

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


def named(user: User | None) -> str:
    """Return a person's name with the account; the account alone where no name was given, a dash for nobody."""
    if user is None:
        return str(admin.site.empty_value_display)
    name = user.get_full_name()
    return f"{name}（{user.get_username()}）" if name else user.get_username()


def person(field: str, label: str | _StrPromise) -> Callable[[Any], str]:
    """Return a column of a list that names the person of a field."""

    @admin.display(description=label, ordering=field)
    def shown(row: Any) -> str:
        return named(getattr(row, field))

    shown.__name__ = field  # the admin takes the column's style from it
    return shown


class PersonFilter(admin.RelatedOnlyFieldListFilter):
    """Offer the people who occur in a list, named as in its columns."""

    def field_choices(
        self, field: Field[Any, Any], request: HttpRequest, model_admin: admin.ModelAdmin[Any]
    ) -> list[tuple[str, str | _StrPromise]]:
        """Return the people by their keys."""
        occurring = model_admin.get_queryset(request).order_by().values(field.name)
        return [(str(user.pk), named(user)) for user in User.objects.filter(pk__in=occurring).order_by("username")]
