"""Set a statement's line items as rows and columns again: codes fold, columns are named by what sets them apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from disclosures.codes import parent_code
from disclosures.models import LineItem
from disclosures.vocabulary import Direction, Fund, Item, Nature, Phase

ColumnKey = tuple[object, ...]
TOTALS = frozenset({Item.TOTAL, Item.CURRENT_YEAR_TOTAL})
# What may set the columns of a statement apart, in the order in which a column's name says it.
DIMENSIONS = ("fiscal_year", "phase", "fund", "nature", "item")
CHOICES: Mapping[str, type[TextChoices]] = {"phase": Phase, "fund": Fund, "nature": Nature, "item": Item}
# What a column without a distinguishing word is: the sum of the others.
UNSAID = frozenset({"", Fund.ALL})


@dataclass(frozen=True, slots=True)
class StatementColumn:
    """One column of amounts, with the name that sets it apart from the others."""

    key: ColumnKey
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """One row: its code and heading, its amounts by column, and the row that it folds under.

    ``misnamed`` is the printed heading where a person corrected it.
    """

    key: str
    parent: str
    depth: int
    has_parts: bool
    code: str
    heading: str
    is_total: bool
    cells: tuple[LineItem | None, ...]
    misnamed: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """The revenue, the expenditure or the carry-overs of a statement; the sides of one sheet share only its paper."""

    direction: Direction
    columns: tuple[StatementColumn, ...]
    rows: tuple[StatementRow, ...]

    @property
    def folds(self) -> bool:
        """Tell whether any row has parts."""
        return any(row.has_parts for row in self.rows)


def sides(items: Iterable[LineItem]) -> list[Side]:
    """Return a statement's sides in the order of the vocabulary: revenue, expenditure, carry-overs."""
    order = list(Direction)
    listed = sorted(items, key=lambda item: order.index(Direction(item.direction)))
    grouped = groupby(listed, key=lambda item: Direction(item.direction))
    return [_side(direction, list(of_side)) for direction, of_side in grouped]


def _side(direction: Direction, items: Sequence[LineItem]) -> Side:
    fields = _column_fields(items)
    rows: dict[ColumnKey, dict[ColumnKey, LineItem]] = {}
    for item in items:
        _free_row(rows, _row_key(item, fields), _values(item, fields))[_values(item, fields)] = item
    keys = _column_order(items, fields)
    return Side(direction, _named(keys, fields), tuple(_rows(list(rows.values()), keys)))


def _free_row(
    rows: dict[ColumnKey, dict[ColumnKey, LineItem]], key: ColumnKey, column: ColumnKey
) -> dict[ColumnKey, LineItem]:
    """Return a row's cells; where two amounts would share a cell (支出总计 of two blocks), the second gets a row."""
    number = 0
    while column in rows.setdefault((*key, number), {}):
        number += 1
    return rows[(*key, number)]


def _column_fields(items: Sequence[LineItem]) -> tuple[str, ...]:
    """Return what sets columns apart: what varies within a printed row. The rest belongs to the rows.

    A table of one single row is set upright, an item a line. The heading path is asked where nothing else tells.
    """
    printed: dict[ColumnKey, list[LineItem]] = {}
    for item in items:
        printed.setdefault(_printed_row(item), []).append(item)
    told = DIMENSIONS if len(printed) > 1 else tuple(name for name in DIMENSIONS if name != "item")
    fields = tuple(name for name in told if any(_vary(row, (name,)) for row in printed.values()))
    fields = fields or ("phase",)
    places: dict[ColumnKey, list[LineItem]] = {}
    for item in items:
        places.setdefault((_row_key(item, fields), _values(item, fields)), []).append(item)
    crowded = any(_vary(together, ("column",)) for together in places.values())
    return (*fields, "column") if crowded else fields


def _vary(items: Sequence[LineItem], fields: Sequence[str]) -> bool:
    return len({_values(item, fields) for item in items}) > 1


def _printed_row(item: LineItem) -> ColumnKey:
    return (item.page, item.row, item.heading, item.function, item.name_function, item.economic)


def _row_key(item: LineItem, fields: Sequence[str]) -> ColumnKey:
    return _printed_row(item) if "item" in fields else (*_printed_row(item), item.item)


def _values(item: LineItem, fields: Sequence[str]) -> ColumnKey:
    return tuple(getattr(item, name) for name in fields)


def _column_order(items: Sequence[LineItem], fields: Sequence[str]) -> list[ColumnKey]:
    """Return the columns from left to right as printed; without places, as they first occur."""
    leftmost: dict[ColumnKey, int] = {}
    for item in items:
        key = _values(item, fields)
        place = item.column_number or 0
        leftmost[key] = min(leftmost.get(key, place), place)
    return sorted(leftmost, key=lambda key: leftmost[key])


def _named(keys: Sequence[ColumnKey], fields: Sequence[str]) -> tuple[StatementColumn, ...]:
    apart = [number for number, _field in enumerate(fields) if len({key[number] for key in keys}) > 1]
    return tuple(StatementColumn(key, _column_label(key, fields, apart)) for key in keys)


def _column_label(key: ColumnKey, fields: Sequence[str], apart: Sequence[int]) -> str:
    """Name a column by what sets it apart from the others; by its phase where it stands alone."""
    if "column" in fields and key[-1]:
        return str(key[-1]).replace("/", " · ")
    said = [_word(fields[number], key[number]) for number in apart if key[number] not in UNSAID]
    if said:
        return " · ".join(said)
    return _("合计") if apart else _word("phase", key[fields.index("phase")]) if "phase" in fields else _("金额")


def _word(field: str, value: object) -> str:
    if field == "fiscal_year":
        return _("%(year)s年") % {"year": value}
    return str(CHOICES[field](str(value)).label) if field in CHOICES and value else str(value)


def _rows(rows: Sequence[Mapping[ColumnKey, LineItem]], keys: Sequence[ColumnKey]) -> Iterable[StatementRow]:
    """Yield the rows; a code folds under the nearest row above that has its parent's code."""
    firsts = [next(iter(cells.values())) for cells in rows]
    parents = _parents([_code(first) for first in firsts])
    upright = len(rows) > 1 and len({_printed_row(first) for first in firsts}) == 1
    depths: list[int] = []
    for number, cells in enumerate(rows):
        first = firsts[number]
        above = parents[number]
        depths.append(0 if above is None else depths[above] + 1)
        yield StatementRow(
            key=str(number),
            parent="" if above is None else str(above),
            depth=depths[number],
            has_parts=number in parents,
            code=_code(first),
            heading=_heading(first, upright),
            is_total=first.item in TOTALS and not _code(first),
            cells=tuple(cells.get(key) for key in keys),
        )


def _heading(item: LineItem, upright: bool) -> str:
    """Return the row's own heading; where one printed row was set upright, each line is named by its item."""
    if item.item and (upright or not item.heading):
        return str(item.get_item_display())
    return item.heading or _("（无名称）")


def _parents(codes: Sequence[str]) -> list[int | None]:
    seen: dict[str, int] = {}
    found: list[int | None] = []
    for number, code in enumerate(codes):
        above = parent_code(code)
        while above and above not in seen:
            above = parent_code(above)
        found.append(seen[above] if above else None)
        if code:
            seen[code] = number
    return found


def _code(item: LineItem) -> str:
    return item.function or item.economic or item.name_function
