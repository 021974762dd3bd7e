"""Small drawings in plain markup."""

from decimal import Decimal

import pytest

from disclosures.charts.sparkline import sparkline

A, B, C = Decimal(10), Decimal(20), Decimal(30)


def test_a_missing_year_interrupts_the_line() -> None:
    assert [len(points.split()) for points in sparkline([A, B, None, C])] == [2, 1]


@pytest.mark.parametrize("amounts", [[], [A], [None, A]])
def test_one_year_is_no_course(amounts: list[Decimal | None]) -> None:
    assert sparkline(amounts) == []


def test_more_money_stands_higher() -> None:
    (points,) = sparkline([A, C])
    first, last = (float(point.split(",")[1]) for point in points.split())
    assert last < first
