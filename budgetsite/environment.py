"""Read settings from environment variables, and keep the secret key."""

import os
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

TRUE = {"1", "true", "yes", "on"}
FALSE = {"", "0", "false", "no", "off"}


def text(name: str, default: str = "") -> str:
    """An empty variable counts as unset: compose files pass optional ones on as empty."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool = False) -> bool:
    value = text(name, "1" if default else "0").lower()
    if value in TRUE | FALSE:
        return value in TRUE
    raise ImproperlyConfigured(f"{name} 应为 0 或 1 / must be 0 or 1, not {value!r}")


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    if value.isdecimal():
        return int(value)
    raise ImproperlyConfigured(f"{name} 应为整数 / must be a whole number, not {value!r}")


def words(name: str) -> list[str]:
    return [word.strip() for word in text(name).split(",") if word.strip()]


def kept_secret_key(file: Path) -> str:
    """Two processes may start at once: a hard link appears whole or not at all, and only once."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        draft, name = tempfile.mkstemp(dir=file.parent)  # mkstemp's files have mode 0600
        with os.fdopen(draft, "w") as stream:
            stream.write(get_random_secret_key())
        try:
            os.link(name, file)
        except FileExistsError:
            pass
        finally:
            os.unlink(name)
    return file.read_text()
