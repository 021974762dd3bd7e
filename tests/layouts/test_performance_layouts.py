"""Every performance form gives the project and the indicators that it was made from, in every format."""

from __future__ import annotations

from decimal import Decimal

import pytest

from disclosures.extraction.readings import Indicator
from disclosures.pipeline import ReadDisclosure, read_disclosure
from disclosures.vocabulary import Operator
from tests.layouts import performance_forms as forms
from tests.layouts.performance_forms import GOAL, INDICATORS, NAME, REVIEWS, TARGETS, TERM, Form, Wanted
from tests.layouts.printing import PRINTERS

SIGNS = {"≥": Operator.AT_LEAST, "≤": Operator.AT_MOST}
FORMS = pytest.mark.parametrize("form", PRINTERS)
named = {"ids": lambda form: form.name}


@pytest.mark.parametrize("layout", TARGETS, **named)
@FORMS
def test_a_target_form_gives_its_indicators(layout: Form, form: str) -> None:
    read = reading(layout, form)

    assert [shown(indicator) for indicator in read.indicators] == [wanted(one, layout) for one in INDICATORS]


@pytest.mark.parametrize("layout", REVIEWS, **named)
@FORMS
def test_a_review_gives_what_was_reached_and_scored(layout: Form, form: str) -> None:
    read = reading(layout, form)

    assert [shown(indicator) for indicator in read.indicators] == [wanted(one, layout) for one in INDICATORS]
    assert [(one.actual_number, one.score) for one in read.indicators] == [
        (number(wanted.actual), number(wanted.score)) for wanted in INDICATORS
    ]


@pytest.mark.parametrize("layout", [layout for layout in TARGETS if layout.funded], **named)
@FORMS
def test_a_target_form_gives_its_project(layout: Form, form: str) -> None:
    (project,) = reading(layout, form).projects

    assert (project.name, project.total) == (NAME, yuan(forms.APPROVED))
    assert GOAL in (project.annual_goal, project.term_goal)


@pytest.mark.parametrize("layout", REVIEWS, **named)
@FORMS
def test_a_review_gives_the_funds_and_the_score(layout: Form, form: str) -> None:
    (project,) = reading(layout, form).projects

    assert (project.approved, project.revised, project.executed) == (
        yuan(forms.APPROVED),
        yuan(forms.REVISED),
        yuan(forms.EXECUTED),
    )
    assert (project.execution_rate, project.score) == (Decimal(forms.RATE), Decimal(forms.TOTAL_SCORE))


@FORMS
def test_the_whole_term_and_the_year_beside_each_other_are_two_blocks(form: str) -> None:
    read = reading(TERM, form)
    (project,) = read.projects

    expected = [wanted(one, TERM) for one in INDICATORS]
    assert sorted(map(str, map(shown, read.indicators))) == sorted(map(str, expected * 2))
    assert (project.total, project.approved) == (2 * yuan(forms.APPROVED), yuan(forms.APPROVED))


def reading(layout: Form, form: str) -> ReadDisclosure:
    read = read_disclosure(PRINTERS[form](layout.document), f"x.{form}")
    assert [table.kind.value for table in read.tables] == [layout.kind]
    return read


def shown(indicator: Indicator) -> tuple[object, ...]:
    operator = None if indicator.operator is Operator.QUALITATIVE else indicator.operator
    levels = (indicator.project, indicator.level1, indicator.level2, indicator.level3)
    return (*levels, operator, indicator.target_number, indicator.unit, indicator.weight)


def wanted(one: Wanted, layout: Form) -> tuple[object, ...]:
    weight = number(one.weight) if layout.weighted else None
    levels = (NAME, one.level1, one.level2, one.name)
    return (*levels, SIGNS.get(one.sign), number(one.number), one.unit or None, weight)


def number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def yuan(text: str) -> Decimal:
    return Decimal(text) * 10_000
