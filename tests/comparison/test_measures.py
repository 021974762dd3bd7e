"""Each measure gives its figure, or says why it cannot; an absent amount is never taken as 0."""

from decimal import Decimal

import pytest

from disclosures.comparison.measures import Inputs, Measure, measured


def inputs(amount: str | None = "30", total: str | None = "120", before: str | None = "40") -> Inputs:
    given = {"amount": amount, "total": total, "before": before}
    return Inputs(**{name: None if text is None else Decimal(text) for name, text in given.items()})


@pytest.mark.parametrize(
    ("measure", "expected"),
    [(Measure.AMOUNT, "30"), (Measure.SHARE, "25.00"), (Measure.CHANGE, "-10"), (Measure.CHANGE_PERCENT, "-25.00")],
)
def test_measures_of_a_printed_amount(measure: Measure, expected: str) -> None:
    assert measured(measure, inputs()).number == Decimal(expected)


@pytest.mark.parametrize("measure", Measure)
def test_an_absent_amount_has_no_measure(measure: Measure) -> None:
    assert measured(measure, inputs(amount=None)).number is None


@pytest.mark.parametrize(
    ("measure", "given"),
    [
        (Measure.SHARE, inputs(total=None)),
        (Measure.SHARE, inputs(total="0")),
        (Measure.CHANGE, inputs(before=None)),
        (Measure.CHANGE_PERCENT, inputs(before=None)),
        (Measure.CHANGE_PERCENT, inputs(before="0")),
    ],
)
def test_a_measure_without_its_denominator_says_why(measure: Measure, given: Inputs) -> None:
    value = measured(measure, given)
    assert value.number is None
    assert value.reason


def test_a_printed_zero_is_a_figure() -> None:
    assert measured(Measure.AMOUNT, inputs(amount="0")).number == 0
    assert measured(Measure.SHARE, inputs(amount="0")).number == 0


def test_percentages_round_half_up_as_disclosures_do() -> None:
    assert measured(Measure.SHARE, inputs(amount="0.125", total="100")).number == Decimal("0.13")


def test_a_change_from_a_negative_amount_keeps_its_direction() -> None:
    assert measured(Measure.CHANGE_PERCENT, inputs(amount="-10", before="-20")).number == Decimal("50.00")
