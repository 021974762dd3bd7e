"""Read uploads in the background: queue them, hold them while they are read, take up what a killed worker left."""

from disclosures.tasks.queue import NotNow, cancel, confirm, correct, read_anew, reread, retry, submit
from disclosures.tasks.sweeper import sweep

__all__ = ["NotNow", "cancel", "confirm", "correct", "read_anew", "reread", "retry", "submit", "sweep"]
