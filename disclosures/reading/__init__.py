"""Read bytes into lines and grids; the only place that knows file formats."""

from __future__ import annotations

from disclosures.reading.files import MAX_BYTES, read
from disclosures.reading.refusal import UnreadableFile

__all__ = ["MAX_BYTES", "UnreadableFile", "read"]
