"""Weigh how well the content of a cell suits a column of a performance table."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from disclosures.amounts import parse_number
from disclosures.extraction.performance.indicator_columns import Role
from disclosures.extraction.performance.indicator_levels import first_level, second_level
from disclosures.extraction.performance.targets import is_quantity, is_unit, read_points, read_sign

# Costs are in units of "one column out of place"; a misfit outweighs any distance.
_MISFIT = 9.0
# Labels are short; a longer text is a name, a target or a sentence.
_LONGEST_LABEL = 14


class Sort(Enum):
    """What the text of a cell looks like."""

    FIRST = "label of the first level"
    SECOND = "label of the second level"
    NUMBER = "number"
    PERCENT = "percentage"
    POINTS = "points"
    QUANTITY = "quantity"
    SIGN = "operator"
    UNIT = "unit"
    WORD = "short text"
    TEXT = "text"


_TARGET_COSTS = {
    Sort.QUANTITY: 0.0,
    Sort.NUMBER: 0.0,
    Sort.PERCENT: 0.0,
    Sort.POINTS: 0.3,
    Sort.WORD: 0.3,
    Sort.TEXT: 0.3,
    Sort.FIRST: 3.0,
    Sort.SECOND: 3.0,
    Sort.UNIT: 4.0,
    Sort.SIGN: 4.0,
}
_WORDS_COSTS = {
    Sort.WORD: 0.3,
    Sort.TEXT: 0.3,
    Sort.QUANTITY: 1.0,
    Sort.PERCENT: 1.0,
    Sort.POINTS: 1.0,
    Sort.NUMBER: 2.0,
    Sort.UNIT: 2.0,
    Sort.SIGN: 3.0,
    Sort.FIRST: 3.0,
    Sort.SECOND: 3.0,
}
_NUMBER_COSTS = {Sort.NUMBER: 0.0, Sort.PERCENT: 6.0}
_COSTS: dict[Role, dict[Sort, float]] = {
    Role.CODE: {Sort.NUMBER: 0.0, Sort.WORD: 1.5},
    Role.PROJECT: {Sort.WORD: 0.0, Sort.TEXT: 0.5, Sort.FIRST: 6.0, Sort.SECOND: 6.0},
    Role.AMOUNT: _NUMBER_COSTS,
    Role.CONTENT: _WORDS_COSTS,
    Role.TERM_GOAL: _WORDS_COSTS,
    Role.ANNUAL_GOAL: _WORDS_COSTS,
    Role.LEVEL1: {Sort.FIRST: 0.0, Sort.SECOND: 6.0, Sort.WORD: 3.0},
    Role.LEVEL2: {Sort.SECOND: 0.0, Sort.FIRST: 6.0, Sort.WORD: 2.5},
    Role.LEVEL3: {
        Sort.WORD: 0.0,
        Sort.TEXT: 0.0,
        Sort.SECOND: 1.0,
        Sort.FIRST: 2.5,
        Sort.QUANTITY: 3.0,
        Sort.PERCENT: 4.0,
        Sort.NUMBER: 4.0,
        Sort.UNIT: 2.0,
    },
    Role.OPERATOR: {Sort.SIGN: 0.0, Sort.WORD: 4.0, Sort.UNIT: 3.0},
    Role.TARGET: _TARGET_COSTS,
    Role.TERM_TARGET: _TARGET_COSTS,
    Role.UNIT: {Sort.UNIT: 0.0, Sort.WORD: 2.5},
    Role.EXPLANATION: _WORDS_COSTS,
    Role.RULE: {**_WORDS_COSTS, Sort.POINTS: 0.0},
    Role.ACTUAL: _TARGET_COSTS,
    Role.GROUP_WEIGHT: {Sort.NUMBER: 0.0, Sort.POINTS: 0.2, Sort.PERCENT: 0.5},
    Role.WEIGHT: {Sort.NUMBER: 0.0, Sort.POINTS: 0.2, Sort.PERCENT: 0.5},
    Role.SCORE: {Sort.NUMBER: 0.0, Sort.POINTS: 0.2, Sort.PERCENT: 1.0},
    Role.REASON: _WORDS_COSTS,
    Role.REMARK: {**_WORDS_COSTS, Sort.NUMBER: 0.5},
    Role.APPROVED: _NUMBER_COSTS,
    Role.REVISED: _NUMBER_COSTS,
    Role.EXECUTED: _NUMBER_COSTS,
    Role.RATE: {Sort.PERCENT: 0.0, Sort.NUMBER: 1.0},
    Role.UNKNOWN: _WORDS_COSTS,
}


@lru_cache(maxsize=4096)
def fit(role: Role, text: str) -> float:
    """Return what it costs to read a text in a column: 0 where it is just what belongs there."""
    costs = _COSTS[role]
    return min(costs.get(sort, _MISFIT) for sort in sorts(text))


@lru_cache(maxsize=4096)
def sorts(text: str) -> frozenset[Sort]:
    """Return everything that a cell's text may be."""
    tests = (
        (Sort.FIRST, first_level(text) is not None),
        (Sort.SECOND, second_level(text) is not None),
        (Sort.NUMBER, parse_number(text) is not None),
        (Sort.PERCENT, text.endswith(("%", "％")) and parse_number(text[:-1]) is not None),
        (Sort.POINTS, read_points(text) is not None),
        (Sort.QUANTITY, is_quantity(text)),
        (Sort.SIGN, read_sign(text) is not None),
        (Sort.UNIT, is_unit(text)),
    )
    found = frozenset(sort for sort, holds in tests if holds)
    return found or frozenset({Sort.WORD if len(text) <= _LONGEST_LABEL else Sort.TEXT})
