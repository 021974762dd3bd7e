"""Check a file before it is published: read it, say what the rules find, and store nothing of it as a disclosure."""

from disclosures.apart import Refusal
from disclosures.precheck.checked_file import CheckedFile, check_file
from disclosures.precheck.keeping import KEPT_MINUTES, keep, kept, kept_content, sweep

__all__ = ["KEPT_MINUTES", "CheckedFile", "Refusal", "check_file", "keep", "kept", "kept_content", "sweep"]
