"""Turn the aligned rows of one form into drafts of indicators, with their levels carried down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from disclosures.amounts import parse_number
from disclosures.extraction.performance.alignment import AlignedRow
from disclosures.extraction.performance.indicator_columns import Role
from disclosures.extraction.performance.indicator_levels import Group, first_level, is_label, read_label, second_level
from disclosures.extraction.performance.targets import full_marks, read_points


@dataclass(frozen=True, slots=True)
class Draft:
    """One indicator's row with its levels; ``caption`` is what its first level's label says it is worth."""

    row: AlignedRow
    level1: str | None
    level2: str | None
    caption: Decimal | None
    weight: Decimal | None
    names_level1: bool
    names_level2: bool
    project: int | None = None

    @property
    def values(self) -> tuple[str | None, ...]:
        """Return what makes two rows the same indicator."""
        texts = (self.row.text(role) for role in (Role.LEVEL3, Role.TARGET, Role.EXPLANATION))
        return (self.level1, self.level2, *texts)


@dataclass(frozen=True, slots=True)
class _Levels:
    level1: str | None = None
    level2: str | None = None
    caption: Decimal | None = None
    project: int | None = None


def draft_indicators(rows: Iterable[tuple[AlignedRow, int | None]]) -> list[Draft]:
    """Carry the labels down to every indicator; each row comes with the number of its project."""
    given = list(rows)
    spellings = _spellings(row for row, _ in given)
    cost_apart = any(second_level(text) is Group.COST for row, _ in given for text in row.printed.texts)
    levels, drafts = _Levels(), []
    for row, project in given:
        if project != levels.project:
            levels = _Levels(project=project)
        label1, label2 = _labels(row, cost_apart)
        levels = _step(levels, label1, label2, spellings)
        if _is_indicator(row):
            drafts.append(_draft(row, levels, label1 is not None, label2 is not None))
    return _with_first_labels(drafts)


def _with_first_labels(drafts: list[Draft]) -> list[Draft]:
    """Give rows above a project's first labels those labels: a merged cell may print its text in its middle."""
    filled: list[Draft] = []
    for draft in reversed(drafts):
        below = filled[-1] if filled and filled[-1].project == draft.project else None
        if draft.level1 is None and below is not None:
            draft = replace(draft, level1=below.level1, level2=draft.level2 or below.level2, caption=below.caption)
        filled.append(draft)
    return filled[::-1]


def weight_of(row: AlignedRow) -> Decimal | None:
    """Return a row's weight from its column, or from its scoring rule."""
    printed = row.text(Role.WEIGHT)
    if printed is not None:
        return points_in(printed)
    return full_marks(row.text(Role.RULE))


def points_in(text: str | None) -> Decimal | None:
    """Return points printed as ``5``, ``5分`` or ``5%``."""
    plain = (text or "").removesuffix("%").removesuffix("％")
    number = parse_number(plain)
    return number if number is not None else read_points(text)


def _is_indicator(row: AlignedRow) -> bool:
    """Tell whether a row holds more than labels; 三级指标 may repeat a label, but then something is beside it."""
    if all(is_label(text) for text in row.printed.texts):
        return False
    return any(row.text(role) is not None for role in (Role.LEVEL3, Role.TARGET, Role.ACTUAL))


def _draft(row: AlignedRow, levels: _Levels, names1: bool, names2: bool) -> Draft:
    return Draft(row, levels.level1, levels.level2, levels.caption, weight_of(row), names1, names2, levels.project)


def _labels(row: AlignedRow, cost_apart: bool) -> tuple[str | None, str | None]:
    """Return the labels that a row prints; 成本指标 alone is a first level only beside 经济成本 and the like."""
    label1, label2 = _printed_labels(row)
    if label1 is not None and label2 is None and _either_level(label1) and not cost_apart:
        return None, label1
    if label2 is not None and label1 is None and _either_level(label2) and cost_apart:
        return label2, None
    return label1, label2


def _printed_labels(row: AlignedRow) -> tuple[str | None, str | None]:
    """Return the labels by their columns; where a row has two labels and no more, by their order."""
    texts = row.printed.texts
    if len(texts) == 2 and first_level(texts[0]) is not None and second_level(texts[1]) is not None:
        return texts[0], texts[1]
    if len(texts) == 1 and second_level(texts[0]) is not None:
        return None, texts[0]
    return row.text(Role.LEVEL1), row.text(Role.LEVEL2)


def _either_level(label: str) -> bool:
    return first_level(label) is not None and second_level(label) is not None


def _step(levels: _Levels, printed1: str | None, printed2: str | None, spellings: dict[Group, str]) -> _Levels:
    if printed1 is not None:
        label = read_label(printed1)
        if label.text != levels.level1:
            levels = replace(levels, level1=label.text, level2=None, caption=label.caption)
        elif label.caption is not None:
            levels = replace(levels, caption=label.caption)
    if printed2 is not None:
        levels = replace(levels, level2=read_label(printed2).text)
        group = second_level(printed2)
        if printed1 is None and group is not None and _contradicts(levels.level1, group):
            levels = replace(levels, level1=spellings.get(group, f"{group.value}指标"), caption=None)
    return levels


def _contradicts(level1: str | None, group: Group) -> bool:
    """Tell whether a second level cannot stand under the label carried down."""
    if level1 is None:
        return True
    carried = first_level(level1)
    return carried is not None and carried is not group and carried is not Group.MANAGEMENT


def _spellings(rows: Iterable[AlignedRow]) -> dict[Group, str]:
    """Return how the table itself writes its first-level labels."""
    found: dict[Group, str] = {}
    for row in rows:
        printed = row.text(Role.LEVEL1)
        group = first_level(printed) if printed else None
        if printed and group is not None:
            found.setdefault(group, read_label(printed).text)
    return found
