"""Read a file in a process apart and keep of it only what a person wants to know before publishing."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from django.conf import settings

from disclosures.apart import Limits, Reader, Refusal
from disclosures.checks.rule import NotChecked
from disclosures.evidence import Finding
from disclosures.pipeline import ReadDisclosure
from disclosures.recognition.statements import Identity
from disclosures.vocabulary import FactState

# Somebody waits for the answer: what takes longer than this belongs into the queue.
MOST_SECONDS = 180
# One file at a time for each web process, or a few people could use up the machine's memory.
_ONE_AT_A_TIME = Lock()
_WAIT_SECONDS = 60.0
BUSY = Refusal("check.busy", "现在检查的人较多，请过一分钟再试。")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedFile:
    """What the rules say of a file, and as whose disclosure it was read."""

    name: str
    sha256: str
    media_type: str
    page_count: int | None
    unit: str
    fiscal_year: int | None
    kind: str
    tables: tuple[str, ...]
    amounts: int
    findings: tuple[Finding, ...]
    unchecked: tuple[NotChecked, ...]

    @property
    def is_pdf(self) -> bool:
        """Tell whether the file has pages that can be shown and drawn on."""
        return self.media_type == "application/pdf"


def check_file(content: bytes, name: str) -> CheckedFile | Refusal:
    """Return what the rules find in a file, or why it cannot be read."""
    if not _ONE_AT_A_TIME.acquire(timeout=_WAIT_SECONDS):
        return BUSY
    seconds = min(settings.READ_SECONDS, MOST_SECONDS)
    reader = Reader(Limits(seconds, settings.READ_MEGABYTES, settings.READ_PAGES))
    try:
        read = reader.read(content, name)
    finally:
        reader.close()
        _ONE_AT_A_TIME.release()
    return read if isinstance(read, Refusal) else _checked(read)


def _checked(read: ReadDisclosure) -> CheckedFile:
    identity: Identity = read.identity
    return CheckedFile(
        name=read.source.name,
        sha256=read.source.sha256,
        media_type=read.source.media_type,
        page_count=read.source.page_count,
        unit=identity.unit or "",
        fiscal_year=identity.fiscal_year,
        kind=identity.kind.value if identity.kind else "",
        tables=tuple(table.title or str(table.kind.label) for table in read.tables),
        amounts=sum(fact.state == FactState.PRINTED for fact in read.facts),
        findings=read.findings,
        unchecked=read.unchecked,
    )
