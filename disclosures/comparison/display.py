"""Write figures as people read them: scaled, with thousands separators, and a sign for each kind of absence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosures.comparison.measures import DEFINITIONS, Measure
from disclosures.comparison.result import Cell, CellState, Comparison
from disclosures.comparison.selection import MoneyScale, Selection
from disclosures.comparison.wording import has_own_units


@dataclass(frozen=True, slots=True)
class Scaling:
    """How many yuan one unit is, and with how many decimals it is shown."""

    yuan: Decimal
    step: Decimal


# A hundredth of 万元 is what most disclosures print; a ten-thousandth of 亿元 is one 万元.
SCALINGS: Mapping[MoneyScale, Scaling] = {
    MoneyScale.YUAN: Scaling(Decimal(1), Decimal("0.01")),
    MoneyScale.TEN_THOUSAND: Scaling(Decimal(10_000), Decimal("0.01")),
    MoneyScale.HUNDRED_MILLION: Scaling(Decimal(100_000_000), Decimal("0.0001")),
}

# A gap's sign; its reason is the state's label, shown as a tooltip and read aloud.
SIGNS: Mapping[CellState, str | Promise] = {
    CellState.BLANK: "—",
    CellState.NOT_LISTED: "·",
    CellState.DECLARED_EMPTY: _("空表"),
    CellState.NO_TABLE: _("无此表"),
    CellState.NOT_DISCLOSED: _("未公开"),
    CellState.NOT_READ: _("未读出"),
}
NOT_COMPUTABLE = "/"


def scaled(amount: Decimal, scale: MoneyScale) -> Decimal:
    """Return yuan in a scale, exactly."""
    return amount / SCALINGS[scale].yuan


def money_text(amount: Decimal, scale: MoneyScale) -> str:
    """Return yuan in a scale with thousands separators, rounded half up to the scale's decimals."""
    return f"{scaled(amount, scale).quantize(SCALINGS[scale].step, ROUND_HALF_UP) + 0:,f}"


def unit_text(measure: Measure, scale: MoneyScale) -> str:
    """Return the unit that a measure is shown in."""
    units = {"yuan": scale.label, "percent": "%", "rank": _("位"), "words": _("文字")}
    return str(units[DEFINITIONS[measure].unit])


def value_text(value: Decimal, measure: Measure, scale: MoneyScale) -> str:
    """Return a measured value as people read it; differences carry their sign."""
    definition = DEFINITIONS[measure]
    sign = "+" if definition.signed and value > 0 else ""
    if definition.unit == "percent":
        return f"{sign}{value:,f}%"
    return f"{value:f}" if definition.unit == "rank" else sign + money_text(value, scale)


def number_text(number: Decimal) -> str:
    """Return a number with thousands separators and no more decimals than it has."""
    whole = number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()
    return f"{whole:,f}"


def shown_unit(selection: Selection) -> str:
    """Return the unit that a selection's values are shown in."""
    if has_own_units(selection.dimension, selection.measure) and selection.measure != Measure.VERDICT:
        return str(_("见各行的计量单位"))
    return unit_text(selection.measure, selection.money)


def shows_money(selection: Selection) -> bool:
    """Tell whether a selection's values are money, which can be shown in several units."""
    return DEFINITIONS[selection.measure].unit == "yuan" and not has_own_units(selection.dimension, selection.measure)


def cell_text(cell: Cell, measure: Measure, scale: MoneyScale) -> str:
    """Return what a cell shows: its value, or the sign of why there is none."""
    if cell.text:
        return cell.text
    if cell.value is None:
        return NOT_COMPUTABLE if cell.state == CellState.PRINTED else str(SIGNS[cell.state])
    return value_text(cell.value, measure, scale)


def cell_reason(cell: Cell) -> str:
    """Return why a cell has no value, in words; nothing where it has one."""
    if cell.value is not None:
        return ""
    return str(cell.reason) if cell.state == CellState.PRINTED else str(CellState(cell.state).label)


def legend(result: Comparison) -> list[tuple[str, str]]:
    """Return the signs that a result uses, each with what it means."""
    used = {cell.state for cell in result.cells.values() if cell.state != CellState.PRINTED}
    signs = [(str(SIGNS[state]), str(state.label)) for state in CellState if state in used]
    reasons = dict.fromkeys(str(cell.reason) for cell in result.cells.values() if cell.reason and not cell.text)
    if reasons:
        signs.append((NOT_COMPUTABLE, str(_("无法计算：%(reasons)s")) % {"reasons": "；".join(reasons)}))
    return signs
