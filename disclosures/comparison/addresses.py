"""Read and write the parts of a comparison's address: ids, runs of years, choices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Protocol, TypeVar

from django.db.models import TextChoices

EARLIEST, LATEST = 1990, 2100
MAX_YEARS = 20
_YEARS = re.compile(r"(\d{4})(?:-(\d{4}))?")
ANYTHING = re.compile(r".*")
_ID = re.compile(r"[1-9]\d{0,17}")

Choice = TypeVar("Choice", bound=TextChoices)


class Query(Protocol):
    """What Django's QueryDict offers and an address needs."""

    def getlist(self, key: str) -> Sequence[Any]: ...


def parts(query: Query, key: str) -> list[str]:
    """Return the values of a field, whether repeated as a form sends them or joined by dots."""
    return [part for value in query.getlist(key) for part in re.split(r"[.,]", value) if part]


def last(query: Query, key: str, allowed: re.Pattern[str]) -> str:
    """Return a field's last value where it has an allowed form, else nothing."""
    return next((value for value in query.getlist(key)[-1:] if allowed.fullmatch(value)), "")


def choice(query: Query, key: str, default: Choice) -> Choice:
    """Return the choice that a field makes, or the default."""
    values = query.getlist(key)
    return type(default)(values[-1]) if values and values[-1] in type(default).values else default


def choices(query: Query, key: str, default: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Return several choices of one field in their own order, or the default where there is none."""
    kind = type(default[0])
    said = set(parts(query, key))
    return tuple(one for one in kind if one.value in said) or default


def ids(query: Query, key: str) -> list[int]:
    """Return database ids without repeats; what no key can be is left out."""
    return list(dict.fromkeys(int(part) for part in parts(query, key) if _ID.fullmatch(part)))


def years(query: Query, key: str) -> list[int]:
    """Return the years of ``2020.2022-2024`` or of repeated values, sorted."""
    found: set[int] = set()
    for part in parts(query, key):
        if match := _YEARS.fullmatch(part):
            first, until = int(match[1]), int(match[2] or match[1])
            found.update(range(first, min(until, first + MAX_YEARS - 1) + 1))
    return sorted(year for year in found if EARLIEST <= year <= LATEST)[:MAX_YEARS]


def runs(listed: Iterable[int]) -> list[str]:
    """Return sorted years as runs: 2020, 2022, 2023, 2024 → ``2020``, ``2022-2024``."""
    found: list[list[int]] = []
    for year in listed:
        if found and year == found[-1][-1] + 1:
            found[-1].append(year)
        else:
            found.append([year])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in found]
