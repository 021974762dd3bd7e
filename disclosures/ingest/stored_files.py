"""Remove stored files through the storage API."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.db.models.fields.files import FieldFile


def removal_of(file: FieldFile) -> Callable[[], None]:
    """Return what removes a file as it is stored now, whatever its row says by then."""
    return partial(file.storage.delete, file.name or "")
