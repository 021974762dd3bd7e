"""Keep each content once in the storage, under its own name, as long as any row speaks of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from disclosures.ingest.page_pictures import remove_pictures
from disclosures.models import Job, RevisionFile
from disclosures.models.stored_paths import path_by_content


def keep(content: bytes, sha256: str, name: str, undo: ExitStack) -> str:
    """Return the path of a content in the storage, stored now unless it is there already and whole.

    What is stored now is removed again where ``undo`` is carried out.
    """
    path = path_by_content("filings", sha256, name)
    if default_storage.exists(path) and default_storage.size(path) == len(content):
        return path
    stored = default_storage.save(path, ContentFile(content))
    undo.callback(default_storage.delete, stored)
    return stored


def removal(path: str, sha256: str) -> Callable[[], None]:
    """Return what removes a content and the pictures of its pages, unless a row still speaks of it by then."""
    return partial(_remove_unless_needed, path, sha256)


def _remove_unless_needed(path: str, sha256: str) -> None:
    if not path or RevisionFile.objects.filter(file=path).exists() or Job.objects.filter(file=path).exists():
        return
    default_storage.delete(path)
    remove_pictures(sha256)
