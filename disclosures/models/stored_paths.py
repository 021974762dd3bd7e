"""Name stored files by their content: a printed name may be longer than a file system takes, or hide a path."""

from __future__ import annotations

import re
from pathlib import PurePath

_ENDING = re.compile(r"\.[a-z0-9]{1,5}")


def path_by_content(folder: str, sha256: str, name: str) -> str:
    """Return ``folder/ab/abcd….pdf``: of the printed name only the ending is kept."""
    ending = PurePath(name).suffix.lower()
    return f"{folder}/{sha256[:2]}/{sha256}{ending if _ENDING.fullmatch(ending) else ''}"
