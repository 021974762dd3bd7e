"""Write down whose document a person says it is, for a worker to read it as that; and guess it from a file's name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from disclosures.evidence import Line, SourceDocument
from disclosures.ingest.recognised import IDENTITY_FIELDS, recognised_fields
from disclosures.recognition import recognise
from disclosures.recognition.statements import Identity
from disclosures.vocabulary import DisclosureKind, Scope

# A name is what somebody typed, not what the document says: never as sure as the document.
TRUST_IN_NAMES = 0.6


def identity_as_json(identity: Identity | None) -> dict[str, Any]:
    """Return the fields that are given."""
    given = {name: getattr(identity, name) for name in IDENTITY_FIELDS}
    return {name: value for name, value in given.items() if value is not None}


def identity_from_json(stored: Mapping[str, Any]) -> Identity | None:
    """Return what ``identity_as_json`` wrote down; None where nobody said anything."""
    if not stored:
        return None
    known = {name: stored[name] for name in IDENTITY_FIELDS if name in stored}
    if "kind" in known:
        known["kind"] = DisclosureKind(known["kind"])
    if "scope" in known:
        known["scope"] = Scope(known["scope"])
    return Identity(**known)


def corrections_in(recognised: dict[str, Any]) -> Identity | None:
    """Return the parts of a stored identity that a person gave."""
    fields = recognised_fields(recognised).values()
    return identity_from_json({field.name: field.value for field in fields if field.corrected and field.value})


def guess_by_name(name: str, folder: str = "") -> Identity:
    """Return what a file's name and folder say of its identity, for the list until the file is read."""
    lines = [Line(part) for part in (PurePosixPath(name).stem, *reversed(PurePosixPath(folder).parts)) if part]
    guessed, _tables, _doubts = recognise(SourceDocument(name, "", "", None, tuple(lines)))
    less_sure = tuple((field, round(sure * TRUST_IN_NAMES, 2)) for field, sure in guessed.confidence)
    sources = tuple((field, f"文件名：{name}") for field, _sure in less_sure)
    return replace(guessed, confidence=less_sure, sources=sources)
