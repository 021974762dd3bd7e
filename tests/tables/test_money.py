"""Amounts are shown in the chosen unit, never with more decimals than were printed."""

from decimal import Decimal

import pytest

from disclosures.comparison.selection import MoneyScale
from disclosures.tables.money import as_printed

YUAN, WAN, YI = MoneyScale.YUAN, MoneyScale.TEN_THOUSAND, MoneyScale.HUNDRED_MILLION


@pytest.mark.parametrize(
    ("printed", "printed_in", "scale", "shown"),
    [
        ("267.8", "万元", WAN, "267.8"),
        ("267.80", "万元", WAN, "267.80"),
        ("98", "万元", WAN, "98"),
        ("267.80", "万元", YUAN, "2,678,000"),
        ("267.80", "万元", YI, "0.0268"),
        ("2,678,000.00", "元", WAN, "267.80"),
        ("2678000", "元", WAN, "267.80"),
        ("2,678,000.25", "元", YUAN, "2,678,000.25"),
        ("2678000", "元", YUAN, "2,678,000"),
    ],
)
def test_decimals_move_with_the_unit(printed: str, printed_in: str, scale: MoneyScale, shown: str) -> None:
    factor = 10_000 if printed_in == "万元" else 1
    amount = Decimal(printed.replace(",", "")) * factor
    assert as_printed(amount, scale, printed, printed_in) == shown


def test_an_amount_whose_print_is_unknown_has_the_usual_decimals() -> None:
    assert as_printed(Decimal(1050600), WAN, "", "") == "105.06"
