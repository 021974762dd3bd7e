"""Read what the labels of one row of one block say: its codes, its name, the group it stands in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from disclosures.amounts import is_blank, parse_number
from disclosures.evidence import Cell
from disclosures.extraction.statements.blocks import Block
from disclosures.extraction.statements.columns import Column, Part
from disclosures.extraction.statements.words import is_total, squeezed

_CODE_AND_NAME = re.compile(r"[\[【(（]?(\d{3}(?:\d{2}){0,2})[\])】）]?[-—.、\s]*([^\d\s.,，%％年月日].*)")
# Columns that name no row, unless the label of a total stands in them.
_ASIDE = frozenset({Part.OWNER, Part.YEAR, Part.MARGIN})
_WHOLE_CODE = re.compile(r"[235]\d{2}(?:\d{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Label:
    """One text that names a row, with the column it stands in and how many rows its cell covers."""

    text: str
    column: int
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class Labels:
    """What the label cells of a row hold.

    ``codes`` are joined as printed, in order; ``levels`` are the parts of the codes in columns 类, 款, 项, one
    tuple for each such run of columns, with the upper parts carried down; ``stray`` are numbers among the names.
    """

    codes: tuple[Label, ...] = ()
    levels: tuple[tuple[str, ...], ...] = ()
    names: tuple[Label, ...] = ()
    owner: str | None = None
    year: str | None = None
    stray: tuple[int, ...] = ()

    @property
    def empty(self) -> bool:
        """Tell whether nothing names the row."""
        return not (self.codes or self.names or self.owner or self.year)

    @property
    def code(self) -> str | None:
        """Return the most detailed code, the first of those equally long."""
        return self.longest(lambda code: True)

    def longest(self, family: Callable[[str], bool]) -> str | None:
        """Return the most detailed code of a family of codes, the first of those equally long."""
        return max((code.text for code in self.codes if family(code.text)), key=len, default=None)

    def named_by(self, code: str | None) -> str | None:
        """Return the name that stands with a code: in its cell, or next to the right of it."""
        column = next((label.column for label in self.codes if label.text == code), 0)
        return next((label.text for label in self.names if label.column >= column), self.name)

    @property
    def name(self) -> str | None:
        """Return the innermost name, without the code that may be joined with it."""
        return self.names[-1].text if self.names else None


def read_labels(block: Block, row: Sequence[Cell], above: Labels) -> Labels:
    """Return what names a row; ``above`` is the row before, whose upper code levels go on where blank."""
    filled = [(column, row[column.number]) for column in block.labels if not is_blank(row[column.number].text)]
    levels = _levels(block, row, above.levels)
    codes = _level_codes(block, levels)
    names: list[Label] = []
    stray: list[int] = []
    for column, cell in filled:
        text = squeezed(cell.text)
        aside = column.part in _ASIDE and not is_total(text)
        if aside or (column.level is not None and text.isdigit()):
            continue
        if joined := _CODE_AND_NAME.fullmatch(text):
            codes.append(Label(joined[1], column.number))
            names.append(Label(joined[2], column.number, cell.rowspan))
        elif _is_code(text, column):
            codes.append(Label(text, column.number))
        elif parse_number(text) is not None:
            stray.append(column.number)
        else:
            names.append(Label(text, column.number, cell.rowspan))
    kept = levels if any(map(any, levels)) else above.levels
    return Labels(tuple(codes), kept, tuple(names), _only(filled, Part.OWNER), _only(filled, Part.YEAR), tuple(stray))


def _only(filled: list[tuple[Column, Cell]], part: Part) -> str | None:
    texts = (squeezed(cell.text) for column, cell in filled if column.part is part)
    return next((text for text in texts if not is_total(text)), None)


def _is_code(text: str, column: Column) -> bool:
    return text.isdigit() if column.part is Part.CODE else _WHOLE_CODE.fullmatch(text) is not None


def _levels(block: Block, row: Sequence[Cell], above: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Return the parts of each code that is printed in columns 类, 款, 项."""
    runs: list[list[str]] = []
    before = 0
    for column in block.labels:
        if column.level is None:
            continue
        if not runs or column.level <= before:
            runs.append([])
        text = squeezed(row[column.number].text)
        runs[-1].append(text if text.isdigit() else "")
        before = column.level
    return tuple(_carried(run, above[n] if n < len(above) else ()) for n, run in enumerate(runs))


def _level_codes(block: Block, levels: tuple[tuple[str, ...], ...]) -> list[Label]:
    """Return the codes of each run of columns 类, 款, 项, at the place of its first column."""
    starts = [column.number for column in block.labels if column.level == 0]
    places = starts if len(starts) == len(levels) else [block.labels[0].number] * len(levels)
    return [Label(code, place) for parts, place in zip(levels, places, strict=True) if (code := _joined(parts))]


def _carried(parts: list[str], above: tuple[str, ...]) -> tuple[str, ...]:
    """Fill blank upper levels from the row before; a row without any level has none."""
    deepest = max((level for level, part in enumerate(parts) if part), default=-1)
    return tuple(part or (above[n] if n < len(above) else "") for n, part in enumerate(parts[: deepest + 1]))


def _joined(parts: tuple[str, ...]) -> str | None:
    """Join 类, 款 and 项 as printed, the lower ones padded to two digits; whole codes in one column stay whole."""
    if not parts:
        return None
    if any(len(part) > 2 for part in parts[1:]):
        return max(parts, key=len)
    return parts[0] + "".join(part.zfill(2) for part in parts[1:])
