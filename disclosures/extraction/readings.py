"""Hold what a disclosure says: facts, projects, indicators, figures and sections (names as in the parse contract)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from disclosures.evidence import Box
from disclosures.vocabulary import Direction, FactState, FigureUnit, Fund, Item, Nature, Operator, Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One body cell of a statement: an amount in yuan with its dimensions, or a blank (``amount`` None).

    ``table`` is the index of the recognised table; ``row`` and ``column_number`` are the position in the
    table's joined grid (continuation pages counted on), ``column`` is the header path.
    """

    table: int
    direction: Direction
    fiscal_year: int
    phase: Phase | None
    fund: Fund
    nature: Nature | None = None
    function: str | None = None
    economic: str | None = None
    item: Item | None = None
    heading: str | None = None
    amount: Decimal | None = None
    printed: str = ""
    state: FactState = FactState.PRINTED
    page: int | None = None
    box: Box | None = None
    row: int | None = None
    column_number: int | None = None
    column: str | None = None
    name_function: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project with its amounts in yuan; ``execution_rate`` in percent as printed."""

    name: str
    code: str | None = None
    total: Decimal | None = None
    approved: Decimal | None = None
    revised: Decimal | None = None
    executed: Decimal | None = None
    execution_rate: Decimal | None = None
    score: Decimal | None = None
    term_goal: str | None = None
    annual_goal: str | None = None
    content: str | None = None
    page: int | None = None
    box: Box | None = None
    table: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One performance indicator; ``target`` and ``actual`` as printed, their numbers where there is exactly one.

    ``of_term`` where the form prints it for the whole term of the project, beside the targets of the year.
    """

    table: int
    project: str | None = None
    level1: str | None = None
    level2: str | None = None
    level3: str | None = None
    operator: Operator | None = None
    target: str | None = None
    target_number: Decimal | None = None
    unit: str | None = None
    actual: str | None = None
    actual_number: Decimal | None = None
    weight: Decimal | None = None
    score: Decimal | None = None
    explanation: str | None = None
    scoring_rule: str | None = None
    deviation_reason: str | None = None
    of_term: bool = False
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """An amount (yuan), share (percent) or count stated in prose; a decrease is negative."""

    topic: str
    value: Decimal
    unit: FigureUnit
    fiscal_year: int | None
    phase: Phase | None = None
    direction: Direction | None = None
    page: int | None = None
    box: Box | None = None
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A headed passage of the document's text."""

    title: str
    text: str
    page: int | None = None
