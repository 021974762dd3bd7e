"""Keep a checked file for an hour, for the session that brought it and nobody else; then it is removed."""

from __future__ import annotations

import json
import secrets
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.crypto import salted_hmac

from disclosures.precheck.checked_file import CheckedFile
from disclosures.precheck.written import from_json, to_json

FOLDER = "prechecks"
KEPT_MINUTES = 60
_RESULT, _ORIGINAL = "result.json", "original"
_TOKEN_BYTES = 12


def keep(session: str, content: bytes, checked: CheckedFile) -> str:
    """Keep a file with its result; return the token that finds it again within the same session."""
    sweep()
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    folder = _folder(session, token)
    default_storage.save(f"{folder}/{_ORIGINAL}", ContentFile(content))
    default_storage.save(f"{folder}/{_RESULT}", ContentFile(json.dumps(to_json(checked)).encode()))
    return token


def kept(session: str, token: str) -> CheckedFile | None:
    """Return a result that this session keeps; nothing once its hour is over."""
    name = f"{_folder(session, token)}/{_RESULT}"
    if not default_storage.exists(name) or _is_over(name):
        return None
    with default_storage.open(name) as stored:
        return from_json(json.loads(stored.read()))


def kept_content(session: str, token: str) -> bytes:
    """Return the file that a result is about."""
    with default_storage.open(f"{_folder(session, token)}/{_ORIGINAL}") as stored:
        content: bytes = stored.read()
    return content


def sweep(now: datetime | None = None) -> int:
    """Remove what was kept long enough; return how many files were."""
    folders = [f"{FOLDER}/{folder}" for folder in _listed(FOLDER)[0]]
    return sum(_remove(folder) for folder in folders if _all_over(folder, now))


def _folder(session: str, token: str) -> str:
    """Return where a session's file is kept: without the session nobody can name the folder."""
    return f"{FOLDER}/{salted_hmac('disclosures.precheck', f'{session}:{token}', algorithm='sha256').hexdigest()}"


def _listed(folder: str) -> tuple[list[str], list[str]]:
    """Return the folders and names in a folder; another process may have removed it."""
    try:
        return default_storage.listdir(folder)
    except FileNotFoundError:
        return [], []


def _all_over(folder: str, now: datetime | None) -> bool:
    """Tell whether all in a folder is over; one without anything is just being filled."""
    names = _listed(folder)[1]
    return bool(names) and all(_is_over(f"{folder}/{name}", now) for name in names)


def _is_over(name: str, now: datetime | None = None) -> bool:
    try:
        kept_since = default_storage.get_modified_time(name)
    except FileNotFoundError:
        return True
    return (now or timezone.now()) - kept_since > timedelta(minutes=KEPT_MINUTES)


def _remove(folder: str) -> bool:
    for name in _listed(folder)[1]:
        default_storage.delete(f"{folder}/{name}")
    default_storage.delete(folder)
    return True
