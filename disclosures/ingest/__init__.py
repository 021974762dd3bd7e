"""Bring a file from upload to published: store it atomically, correct it, publish and withdraw it."""

from disclosures.ingest.drafts import discard, merge_drafts, replace_content
from disclosures.ingest.filing import AlreadyFiled, IncompleteIdentity, OutsideResponsibility, ingest
from disclosures.ingest.printed_grids import grid_as_printed, grids_as_stored
from disclosures.ingest.publication import NotPossible, publish, why_not_to_publish, withdraw
from disclosures.ingest.rereading import store_rereading
from disclosures.ingest.unit_matching import AmbiguousUnit
from disclosures.ingest.uploads import (
    AlreadyWaiting,
    LeaseLost,
    Upload,
    drop,
    note_duplicate,
    receive,
    receive_read,
    store_read,
)

__all__ = [
    "AlreadyFiled",
    "AlreadyWaiting",
    "AmbiguousUnit",
    "IncompleteIdentity",
    "LeaseLost",
    "NotPossible",
    "OutsideResponsibility",
    "Upload",
    "discard",
    "drop",
    "grid_as_printed",
    "grids_as_stored",
    "ingest",
    "merge_drafts",
    "note_duplicate",
    "publish",
    "receive",
    "receive_read",
    "replace_content",
    "store_read",
    "store_rereading",
    "why_not_to_publish",
    "withdraw",
]
