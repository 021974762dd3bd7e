"""Bring a file from upload to published: store it atomically, correct it, publish and withdraw it."""

from disclosures.ingest.drafts import correct_draft, discard, merge_drafts
from disclosures.ingest.filing import AlreadyFiled, IncompleteIdentity, ingest
from disclosures.ingest.printed_grids import grid_as_printed, grids_as_stored
from disclosures.ingest.publication import NotPossible, publish, withdraw
from disclosures.ingest.unit_matching import AmbiguousUnit
from disclosures.ingest.uploads import AlreadyWaiting, complete, drop, receive, receive_read

__all__ = [
    "AlreadyFiled",
    "AlreadyWaiting",
    "AmbiguousUnit",
    "IncompleteIdentity",
    "NotPossible",
    "complete",
    "correct_draft",
    "discard",
    "drop",
    "grid_as_printed",
    "grids_as_stored",
    "ingest",
    "merge_drafts",
    "publish",
    "receive",
    "receive_read",
    "withdraw",
]
