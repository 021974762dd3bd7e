"""Tell the targets of a project's whole term (中期, 实施期) from those of the year, where a form prints both."""

from __future__ import annotations

import re

from disclosures.extraction.performance.form_goals import goal_heading
from disclosures.extraction.performance.indicator_columns import Columns, Role, plain_heading
from disclosures.extraction.performance.printed_rows import PrintedRow

_TERM_LABEL = re.compile(r"(?:实施期|中期|长期|中长期)(?:绩效)?指标")
_YEAR_LABEL = re.compile(r"(?:年度|本年|当年)(?:绩效)?指标")


def opens_term(row: PrintedRow) -> bool | None:
    """Tell whether a row's label begins the targets of the term or those of the year; None where it says neither."""
    plain = [plain_heading(text) for text in row.texts]
    terms, years = (any(label.fullmatch(text) for text in plain) for label in (_TERM_LABEL, _YEAR_LABEL))
    return None if terms == years else terms


def term_half(halves: tuple[Columns, Columns], goals: list[PrintedRow]) -> int | None:
    """Return which of two blocks beside each other is about the term: by its header, else as the goals stand."""
    headed = [half.has(Role.TERM_TARGET) for half in halves]
    if any(headed):
        return headed.index(True)
    at: dict[Role, int] = {}
    for row in goals:
        for cell in row.cells:
            if (role := goal_heading(plain_heading(cell.text))) is not None:
                at.setdefault(role, cell.column)
    if Role.TERM_GOAL not in at or Role.ANNUAL_GOAL not in at:
        return None
    return 0 if at[Role.TERM_GOAL] < at[Role.ANNUAL_GOAL] else 1
