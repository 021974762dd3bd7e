"""Keep beside a draft how its identity was found, for the clerk who reviews it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from disclosures.ingest.storable import storable_text
from disclosures.recognition.statements import Identity

# In the order of the review page.
IDENTITY_FIELDS = ("unit", "unit_code", "region", "supervising_department", "fiscal_year", "kind", "scope")


@dataclass(frozen=True, slots=True)
class RecognisedField:
    """One part of an identity: its value, how sure the reading is (0 to 1) and the words that it stands on."""

    name: str
    value: Any
    confidence: float | None
    source: str
    corrected: bool


def recognised_as_json(
    identity: Identity, corrections: Identity | None, created_units: Iterable[int] = ()
) -> dict[str, Any]:
    """Return what the column ``recognised`` of a revision or a job holds."""
    confidence, sources = dict(identity.confidence), dict(identity.sources)
    return {
        "fields": {
            name: {
                "value": _plain(getattr(identity, name)),
                "confidence": confidence.get(name),
                "source": storable_text(sources.get(name)),
                "corrected": getattr(corrections, name, None) is not None,
            }
            for name in IDENTITY_FIELDS
        },
        "created_units": list(created_units),
    }


def recognised_fields(stored: dict[str, Any]) -> dict[str, RecognisedField]:
    """Return the fields from what ``recognised_as_json`` stored; empty where nothing was."""
    return {name: RecognisedField(name=name, **kept) for name, kept in stored.get("fields", {}).items()}


def created_units(stored: dict[str, Any]) -> list[int]:
    """Return the ids of the units that were made for this draft."""
    return list(stored.get("created_units", ()))


def _plain(value: object) -> object:
    return storable_text(value) if isinstance(value, str) else value
