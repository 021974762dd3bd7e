"""Turn the rows of a revision back into what extraction read: facts, projects, indicators, figures and sections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from disclosures.amounts import MoneyUnit, decimals, parse_amount, to_fen
from disclosures.evidence import Box
from disclosures.extraction.readings import Fact as ReadFact
from disclosures.extraction.readings import Figure as ReadFigure
from disclosures.extraction.readings import Indicator as ReadIndicator
from disclosures.extraction.readings import Project as ReadProject
from disclosures.extraction.readings import Section as ReadSection
from disclosures.models import Correction, Figure, LineItem, PerformanceIndicator, Project, Section
from disclosures.vocabulary import Direction, FactState, FigureUnit, Fund, Item, Nature, Operator, Phase

# What stands to one line item, by field.
Corrected = Mapping[str, Correction]


def read_fact(item: LineItem, corrected: Corrected) -> ReadFact:
    """Return a line item as a fact, with what was corrected in place of what was read."""
    fact = ReadFact(
        table=item.table.index,
        direction=Direction(item.direction),
        fiscal_year=item.fiscal_year,
        phase=Phase(item.phase) if item.phase else None,
        fund=Fund(item.fund),
        nature=Nature(item.nature) if item.nature else None,
        function=item.function or None,
        economic=item.economic or None,
        item=Item(item.item) if item.item else None,
        heading=item.heading or None,
        amount=_as_printed(item),
        printed=item.printed,
        state=FactState(item.state),
        page=item.page,
        box=_box(item.box),
        row=item.row,
        column_number=item.column_number,
        column=item.column or None,
        name_function=item.name_function or None,
    )
    if heading := corrected.get(Correction.Field.HEADING):
        fact = replace(fact, heading=heading.value)
    if amount := corrected.get(Correction.Field.AMOUNT):
        fact = _with_amount(fact, amount.amount, _unit(item))
    return fact


def _unit(item: LineItem) -> MoneyUnit:
    return MoneyUnit.named(item.table.money_unit) or MoneyUnit.YUAN


def _as_printed(item: LineItem) -> Decimal | None:
    """Return an amount as exact as it was printed: a table in 万元 may print less than a fen."""
    exact = parse_amount(item.printed, _unit(item))
    return exact if to_fen(exact) == item.amount_fen else item.amount


def _with_amount(fact: ReadFact, amount: Decimal | None, unit: MoneyUnit) -> ReadFact:
    """Return a fact with another amount, as its table would have printed it."""
    if amount is None:
        return replace(fact, amount=None, printed="", state=FactState.BLANK)
    typed = (amount / unit.value).normalize()
    places = max(decimals(fact.printed), -int(typed.as_tuple().exponent), 0)
    return replace(fact, amount=amount, printed=f"{typed:,.{places}f}", state=FactState.PRINTED)


def read_project(project: Project) -> ReadProject:
    """Return a project as it was read."""
    return ReadProject(
        name=project.name,
        code=project.code or None,
        total=project.total,
        approved=project.approved,
        revised=project.revised,
        executed=project.executed,
        execution_rate=_plain(project.execution_rate),
        score=_plain(project.score),
        term_goal=project.term_goal or None,
        annual_goal=project.annual_goal or None,
        content=project.content or None,
        page=project.page,
        box=_box(project.box),
        table=project.table.index if project.table else None,
    )


def read_indicator(indicator: PerformanceIndicator) -> ReadIndicator:
    """Return an indicator as it was read."""
    return ReadIndicator(
        table=indicator.table.index,
        project=indicator.project.name if indicator.project else None,
        level1=indicator.level1 or None,
        level2=indicator.level2 or None,
        level3=indicator.level3 or None,
        operator=Operator(indicator.operator) if indicator.operator else None,
        target=indicator.target or None,
        target_number=_plain(indicator.target_number),
        unit=indicator.measure or None,
        actual=indicator.actual or None,
        actual_number=_plain(indicator.actual_number),
        weight=_plain(indicator.weight),
        score=_plain(indicator.score),
        explanation=indicator.explanation or None,
        scoring_rule=indicator.scoring_rule or None,
        deviation_reason=indicator.deviation_reason or None,
        of_term=indicator.of_term,
        page=indicator.page,
        box=_box(indicator.box),
    )


def read_figure(figure: Figure) -> ReadFigure:
    """Return a figure in prose as it was read."""
    return ReadFigure(
        topic=figure.topic,
        value=Decimal(figure.value),
        unit=FigureUnit(figure.unit),
        fiscal_year=figure.fiscal_year,
        phase=Phase(figure.phase) if figure.phase else None,
        direction=Direction(figure.direction) if figure.direction else None,
        page=figure.page,
        box=_box(figure.box),
        sentence=figure.sentence,
    )


def read_section(section: Section) -> ReadSection:
    """Return a passage as it was read."""
    return ReadSection(title=section.title, text=section.text, page=section.page)


def _plain(number: Decimal | None) -> Decimal | None:
    """Return a number without the zeros that its column adds."""
    return None if number is None else Decimal(f"{number.normalize():f}")


def _box(stored: list[float] | None) -> Box | None:
    return Box(*stored) if stored else None
