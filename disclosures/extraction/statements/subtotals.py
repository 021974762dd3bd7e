"""Find out which class or group a row 小计 belongs to where the merged cell of the class is printed beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from disclosures.amounts import parse_number
from disclosures.extraction.statements.rows import Label
from disclosures.extraction.statements.sheets import BlockRow
from disclosures.extraction.statements.words import is_subtotal, plain

# Amounts are rounded singly: the sum of n of them may be off by n halves of the last printed decimal.
_ROUNDING = Decimal("0.005")


@dataclass(frozen=True, slots=True)
class Owner:
    """What a 小计 is the total of: a class by its code or a group by its name."""

    code: str | None = None
    name: str | None = None


def is_subtotal_row(placed: BlockRow) -> bool:
    """Tell whether a row is the 小计 of some group; a 合计 is one only beside the name of its group."""
    names = placed.labels.names
    return bool(names) and is_subtotal(names[-1].text) and (len(names) > 1 or plain(names[-1].text) == "小计")


def owners(rows: Sequence[BlockRow]) -> dict[int, Owner]:
    """Return the owner of each 小计 row by its place in the block; bare totals of the whole have none."""
    found: dict[int, Owner] = {}
    taken: set[Owner] = set()
    for place, placed in enumerate(rows):
        if is_subtotal_row(placed) and (owner := _owner(rows, place, taken)):
            found[place] = owner
            taken.add(owner)
    return found


def _owner(rows: Sequence[BlockRow], place: int, taken: set[Owner]) -> Owner | None:
    """Return the class named in the row itself, else the one below, else the one above; sums settle a doubt.

    A merged cell of a class is often printed in its middle or, after a page break, a row too low, so that a 小计
    stands before the row that names its class.
    """
    own = own_group(rows[place])
    if own:
        return own
    below, above = _next_group(rows, place), _group_before(rows, place)
    candidates = [owner for owner in (below, above) if owner and owner not in taken]
    adding_up = [owner for owner in candidates if owner.code and _adds_up(rows, place, owner.code)]
    if len(adding_up) == 1:
        return adding_up[0]
    if above and above not in taken and not above.code:
        return above
    return candidates[0] if candidates else None


def own_group(placed: BlockRow) -> Owner | None:
    """Return the class or group that the row itself names beside its 小计 or detail."""
    labels = placed.labels
    if is_subtotal_row(placed):
        if labels.code:
            return Owner(code=labels.code)
        return Owner(name=labels.names[0].text) if len(labels.names) > 1 else None
    if labels.code:
        return Owner(code=labels.code[:3])
    return Owner(name=labels.names[0].text) if len(labels.names) > 1 or _merged(labels.names) else None


def _merged(names: tuple[Label, ...]) -> bool:
    return bool(names) and names[0].rowspan > 1


def _next_group(rows: Sequence[BlockRow], place: int) -> Owner | None:
    for placed in rows[place + 1 :]:
        if is_subtotal_row(placed):
            return None
        if group := own_group(placed):
            return group
    return None


def _group_before(rows: Sequence[BlockRow], place: int) -> Owner | None:
    return next((group for placed in reversed(rows[:place]) if (group := own_group(placed))), None)


def _adds_up(rows: Sequence[BlockRow], place: int, code: str) -> bool:
    """Tell whether the subtotal's last amount is the sum of the codes below its class."""
    children = [placed for placed in rows if (own := placed.labels.code) and own != code and own.startswith(code)]
    numbers = [number for placed in children if (number := _last_number(placed)) is not None]
    total = _last_number(rows[place])
    if total is None or not numbers or not (total or any(numbers)):
        return False
    return abs(sum(numbers) - total) <= _ROUNDING * (len(numbers) + 1)


def _last_number(placed: BlockRow) -> Decimal | None:
    numbers = [parse_number(placed.row.cells[amount.column.number].text) for amount in placed.block.amounts]
    return next((number for number in reversed(numbers) if number is not None), None)
