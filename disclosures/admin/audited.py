"""Write down what is changed by the admin's own forms: who, what, from what to what."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, QuerySet
from django.forms import ModelChoiceField
from django.http import HttpRequest

from disclosures.admin.access import signed_in
from disclosures.admin.titled import TitledList
from disclosures.models import AuditEntry
from disclosures.models.audit import record

Action = AuditEntry.Action

# Never written down, not even as it is stored.
SECRET = ("password",)


class AuditedAdmin(TitledList):
    """An admin whose every change is in the audit log."""

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        """Save, and say which fields changed."""
        super().save_model(request, obj, form, change)
        _record_form(request, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Save the rows below, and say what became of each."""
        super().save_formset(request, form, formset, change)
        for row in formset.forms:
            if row.has_changed() and row.instance.pk is not None and row not in formset.deleted_forms:
                _record_form(request, row, row.instance in _changed(formset))
        for gone in formset.deleted_objects:
            record(signed_in(request), Action.DELETED, formset.instance, before={"row": str(gone)})

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        """Delete, and say what it was."""
        record(signed_in(request), Action.DELETED, obj, before={"name": str(obj)})
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Delete several, and say what they were."""
        for obj in queryset:
            record(signed_in(request), Action.DELETED, obj, before={"name": str(obj)})
        super().delete_queryset(request, queryset)


def _changed(formset: Any) -> list[Model]:
    return [changed for changed, _fields in formset.changed_objects]


def _record_form(request: HttpRequest, form: Any, change: bool) -> None:
    names = [name for name in form.changed_data if not any(secret in name for secret in SECRET)]
    if change and not names:
        return  # saved as it was
    before = {name: _plain(_initial(form, name)) for name in names} if change else {}
    after = {name: _plain(form.cleaned_data.get(name)) for name in names}
    record(signed_in(request), Action.CHANGED if change else Action.ADDED, form.instance, before=before, after=after)


def _initial(form: Any, name: str) -> object:
    """Return what a field held; a form keeps only the key of the row that it names."""
    value, field = form.initial.get(name), form.fields[name]
    if isinstance(field, ModelChoiceField) and field.queryset is not None and isinstance(value, int):
        return field.queryset.filter(pk=value).first()
    return value


def _plain(value: object) -> object:
    """Return a value as the log keeps it: whole numbers and truths as they are, rows by their names."""
    if isinstance(value, QuerySet | list | tuple | set):
        return [str(one) for one in value]
    return value if value is None or isinstance(value, bool | int) else str(value)
