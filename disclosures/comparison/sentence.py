"""Say a comparison in one sentence: the units that there are, what is compared, and in what order it stands."""

from __future__ import annotations

from disclosures.comparison.ordering import order_in_words
from disclosures.comparison.result import Comparison


def sentence_of(result: Comparison) -> str:
    """Return the sentence that says a result; two units of one name are two."""
    names = {column.unit: column.unit_name for column in result.columns}
    return result.selection.sentence(list(names.values()), order_in_words(result))


def unknown_units(result: Comparison) -> list[int]:
    """Return the numbers in a complete address that are no unit's."""
    known = {column.unit for column in result.columns}
    return [unit for unit in result.selection.units if unit not in known]
