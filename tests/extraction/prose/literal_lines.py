"""Prose as literal lines, and what is read from it."""

from __future__ import annotations

from decimal import Decimal

from disclosures.evidence import Line, SourceDocument
from disclosures.extraction.prose.figures import ProseReading, extract_figures
from disclosures.extraction.readings import Fact
from disclosures.recognition.statements import Identity
from disclosures.vocabulary import Direction, DisclosureKind, Fund

Said = tuple[str, Decimal, int | None]


def prose(*lines: str) -> SourceDocument:
    """Return a text file of these lines."""
    return SourceDocument("a.txt", "", "text/plain", None, tuple(Line(line) for line in lines))


def reading(
    *lines: str, year: int = 2024, kind: DisclosureKind = DisclosureKind.BUDGET, facts: tuple[Fact, ...] = ()
) -> ProseReading:
    """Return what is read from the lines of an education bureau's disclosure."""
    identity = Identity(unit="甲市教育局", fiscal_year=year, kind=kind)
    return extract_figures(prose(*lines), identity, (), facts)


def said(
    *lines: str, year: int = 2024, kind: DisclosureKind = DisclosureKind.BUDGET, facts: tuple[Fact, ...] = ()
) -> list[Said]:
    """Return topic, value and year of the figures in lines."""
    found = reading(*lines, year=year, kind=kind, facts=facts).figures
    return [(figure.topic, figure.value, figure.fiscal_year) for figure in found]


def topics(*lines: str) -> list[str]:
    """Return the topics of the figures in lines."""
    return [topic for topic, _, _ in said(*lines)]


def named(function: str, heading: str) -> Fact:
    """Return a fact that prints a functional code with its name."""
    return Fact(
        table=0,
        direction=Direction.EXPENDITURE,
        fiscal_year=2024,
        phase=None,
        fund=Fund.ALL,
        function=function,
        heading=heading,
    )
