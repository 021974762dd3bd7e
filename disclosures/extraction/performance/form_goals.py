"""Read the block of a form that holds its goals."""

from __future__ import annotations

import re
from dataclasses import dataclass

from disclosures.extraction.performance.indicator_columns import Role, plain_heading
from disclosures.extraction.performance.indicator_levels import SECTION_LABELS
from disclosures.extraction.performance.printed_rows import PrintedCell, PrintedRow

_GOAL_HEADINGS: tuple[tuple[str, Role], ...] = (
    (r"(?:年度|全年|本年)?(?:总体|绩效|预期)?(?:目标)?(?:实际)?完成情况.{0,6}", Role.ACTUAL),
    (
        r"(?:预期|年度|本年|年度总体|年度绩效|本年度|年度预期|当年|年初|年初设定|年初预期)(?:绩效|总体)?目标.{0,12}",
        Role.ANNUAL_GOAL,
    ),
    (r"(?:实施期|中期|长期|中长期|总体|项目总|项目总体|项目绩效|项目|总)?(?:绩效|总体|总)?目标.{0,14}", Role.TERM_GOAL),
)


def goal_heading(plain: str) -> Role | None:
    """Return which goal a heading announces; its text may follow behind a colon."""
    label = plain.partition(":")[0]
    return next((role for form, role in _GOAL_HEADINGS if re.fullmatch(form, label)), None)


def read_goals(rows: list[PrintedRow]) -> dict[Role, str]:
    """Return the printed goals by their heading; a goal that runs over a page is joined."""
    found: dict[Role, str] = {}
    headings: list[_GoalHeading] = []
    for row in rows:
        named = [heading for cell in row.cells if (heading := _read_goal_heading(cell)) is not None]
        texts = [cell for cell in row.cells if _read_goal_heading(cell) is None and not _is_label(cell)]
        headings = named or headings
        for heading in named:
            found[heading.role] = found.get(heading.role, "") + heading.inline
        for heading, cell in zip(_beside(headings, texts), texts, strict=False):
            found[heading.role] = found.get(heading.role, "") + cell.text
    return {role: text for role, text in found.items() if text}


@dataclass(frozen=True, slots=True)
class _GoalHeading:
    column: int
    role: Role
    inline: str


def _is_label(cell: PrintedCell) -> bool:
    """Tell whether a cell announces the next block of the form: 绩效指标 alone in a row is no goal."""
    return plain_heading(cell.text) in SECTION_LABELS


def _read_goal_heading(cell: PrintedCell) -> _GoalHeading | None:
    role = goal_heading(plain_heading(cell.text))
    inline = cell.text.replace("：", ":").partition(":")[2]
    return None if role is None else _GoalHeading(cell.column, role, inline)


def _beside(headings: list[_GoalHeading], texts: list[PrintedCell]) -> list[_GoalHeading]:
    """Return the headings of a row's texts: the last ones, since a label of the whole block stands before them.

    A single text, the rest of one goal on the next page, belongs to the heading it stands under.
    """
    if len(texts) == 1 and len(headings) > 1:
        left = [heading for heading in headings if heading.column <= texts[0].column]
        return [max(left, key=lambda heading: heading.column)] if left else headings[:1]
    return headings[-len(texts) :] if texts else []
