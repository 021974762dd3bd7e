"""Read one file from bytes to findings, without a database: reading, recognition, extraction, checks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace

from disclosures.checks import check
from disclosures.checks.rule import NotChecked
from disclosures.evidence import Finding, SourceDocument
from disclosures.extraction import extract
from disclosures.extraction.readings import Fact, Figure, Indicator, Project, Section
from disclosures.meanings import NO_MEANINGS, Meanings
from disclosures.reading import read
from disclosures.recognition import recognise
from disclosures.recognition.statements import Identity, StatementTable

PARSER_VERSION = "1"

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDisclosure:
    """All that was read from one file."""

    source: SourceDocument
    identity: Identity
    tables: tuple[StatementTable, ...]
    facts: tuple[Fact, ...]
    projects: tuple[Project, ...]
    indicators: tuple[Indicator, ...]
    figures: tuple[Figure, ...]
    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]
    unchecked: tuple[NotChecked, ...] = ()


def read_disclosure(
    content: bytes,
    name: str,
    progress: Progress | None = None,
    corrections: Identity | None = None,
    meanings: Meanings = NO_MEANINGS,
) -> ReadDisclosure:
    """Read a file; ``progress(stage, done, total)`` is called as it goes.

    What ``corrections`` says of the identity stands in place of what was recognised, before any fact takes its year;
    ``meanings`` are what people said of the unit's tables and columns.
    Raises ``UnreadableFile`` (see ``disclosures.reading``) where the file as a whole cannot be read.
    """
    return understand(read(content, name, progress), progress, corrections, meanings)


def understand(
    source: SourceDocument,
    progress: Progress | None = None,
    corrections: Identity | None = None,
    meanings: Meanings = NO_MEANINGS,
) -> ReadDisclosure:
    """Take from a file's pages, once they are read, all that they say; quick, and so done anew for new meanings."""
    say = progress or _say_nothing
    say("recognising", 0, 1)
    recognised, tables, doubts = recognise(source, meanings)
    identity = corrected(recognised, corrections)
    said = extract(source, identity, tables, meanings)
    say("checking", 0, 1)
    checked = check(identity, tables, said, source)
    return ReadDisclosure(
        source=source,
        identity=identity,
        tables=tables,
        facts=said.facts,
        projects=said.projects,
        indicators=said.indicators,
        figures=said.figures,
        sections=said.sections,
        findings=(*source.findings, *doubts, *said.findings, *checked.findings),
        unchecked=checked.unchecked,
    )


def _say_nothing(stage: str, done: int, total: int) -> None:
    """Take no notice of the progress."""


def corrected(recognised: Identity, corrections: Identity | None) -> Identity:
    """Return an identity with every field that a person gave in place of the one recognised."""
    given = {field.name: getattr(corrections or Identity(), field.name) for field in fields(Identity)}
    return replace(recognised, **{name: value for name, value in given.items() if value not in (None, ())})
