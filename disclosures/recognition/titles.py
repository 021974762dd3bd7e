"""Find the title, the number and the captions that stand above a grid or in its first rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from disclosures.amounts import MoneyUnit
from disclosures.evidence import Cell, Grid, Line
from disclosures.recognition.headings import Parts, Role, compact, dissect, role_of
from disclosures.recognition.kinds import kind_of_title
from disclosures.recognition.notes import says_empty
from disclosures.vocabulary import TableKind

_HEADING_ROWS = 5  # title, number, owner, money unit and period may each take a row of their own
_WEAK_TITLE = 40  # a title without the word 表 (the name of a sheet, a section heading) is short
_NO_WEAK_TITLE = re.compile(r"[。；，,！？：:]|说明$|情况$|部分|表$")
_SHORTEST_TITLE = 2
_LONGEST_NAME = 30
_SHORTEST_LIST = 2  # two titles right above a third are a list of contents, not three titles of one table
_SUBTITLE = re.compile(r"[（(][^（）()]{2,20}[)）]")
_SECTION = re.compile(r"第.{1,3}部分")
_SHEET_NAME = re.compile(r"^\d{1,2}(?=[\u4e00-\u9fff])")

# What may stand between a title and its grid.
_ABOVE_GRIDS = frozenset({Role.CAPTION, Role.HEADING, Role.SIGNATURE, Role.NOTE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands before a grid: its name and captions, and whether prose parts it from the grid before."""

    title: str | None = None
    label: str | None = None
    ordinal: str | None = None
    money: MoneyUnit | None = None
    captions: tuple[Line, ...] = ()
    continued: bool = False
    prose: bool = False

    @property
    def named(self) -> bool:
        """Tell whether the grid has a name or number of its own."""
        return self.title is not None or self.label is not None


def heading_of(lines: Sequence[Line], grid: Grid) -> Heading:
    """Return the heading of a grid from its own first rows, completed by the lines above it."""
    inside, above = _inside(grid), _above(lines)
    if inside.title is None:
        return replace(
            above,
            label=inside.label or above.label,
            money=inside.money or above.money,
            continued=inside.continued or above.continued,
        )
    return replace(
        inside,
        label=inside.label or (above.label if above.title is None else None),
        money=inside.money or above.money,
        captions=above.captions if above.title is None else (),
        prose=above.prose,
    )


def heading_rows(grid: Grid) -> int:
    """Return how many rows at the top of a grid are its title and captions, printed inside the frame."""
    count = 0
    for row in grid.rows[:_HEADING_ROWS]:
        texts = _texts(row)
        if not texts or any(role_of(text) not in (Role.HEADING, Role.CAPTION) for text in texts):
            break
        count += 1
    return count


def _inside(grid: Grid) -> Heading:
    """Return the heading inside the frame; a grid of nothing but names is a list of tables, not one of them."""
    heading = Heading()
    count = heading_rows(grid)
    for row in grid.rows[:count] if count < len(grid.rows) else ():
        for text in _texts(row):
            heading = _with(heading, dissect(text))
    return heading


def _texts(row: Sequence[Cell]) -> list[str]:
    return list(dict.fromkeys(cell.text for cell in row if cell.text))


def _above(lines: Sequence[Line]) -> Heading:
    """Walk up from the grid: captions, the title, then the captions and the number above the title."""
    heading = Heading()
    rest = [line for line in lines if role_of(line.text) is not Role.PAGE_NUMBER]
    while rest:
        line = rest.pop()
        role, parts = role_of(line.text), dissect(line.text)
        if _is_second(heading, parts):
            return heading
        if parts.title and _is_listed(parts.title, line, rest):
            return replace(heading, prose=True)
        if role in _ABOVE_GRIDS or says_empty(line.text) or _ends_caption(line, rest):
            heading = _with(heading, parts)
        elif heading.title is not None:
            return heading
        else:
            return _weakly_titled(heading, line, rest)
        heading = replace(heading, captions=(line, *heading.captions))
        if parts.title and rest:
            heading = _joined(heading, rest)
    return heading


def _is_second(heading: Heading, parts: Parts) -> bool:
    """Tell whether a line names another table than the one already named (an entry of a list, say)."""
    return heading.title is not None and (
        parts.title is not None or (parts.label is not None and heading.label is not None)
    )


def _ends_caption(line: Line, above: Sequence[Line]) -> bool:
    """Tell whether a line is the second half of a caption: 单位：万 | 元, or 部门： | its name."""
    if compact(line.text) == "元":
        return True
    return bool(above) and dissect(above[-1].text).owner == "" and len(compact(line.text)) <= _LONGEST_NAME


def _with(heading: Heading, parts: Parts) -> Heading:
    """Add what one line says; what stands nearer to the grid was there first and stays."""
    return replace(
        heading,
        title=heading.title or parts.title,
        label=heading.label or parts.label,
        ordinal=heading.ordinal or parts.ordinal,
        money=heading.money or parts.money,
        continued=heading.continued or parts.continued,
    )


def _joined(heading: Heading, above: list[Line]) -> Heading:
    """Put the first line of a title before its second, where the second alone is no whole title."""
    title, line = heading.title or "", above[-1]
    whole = dissect(compact(line.text) + title)
    if role_of(line.text) is not Role.PROSE or not whole.title or not _belongs(line, title, heading.captions[0]):
        return heading
    above.pop()
    return replace(heading, title=whole.title, label=heading.label or whole.label, captions=(line, *heading.captions))


def _belongs(line: Line, title: str, last: Line) -> bool:
    """Tell whether a line is the first half of a title: it has the title's number or size, or the title needs it."""
    if line.page != last.page or _SECTION.match(compact(line.text)):
        return False
    unbalanced = title.count("（") + title.count("(") != title.count("）") + title.count(")")
    if unbalanced or dissect(line.text).label:
        return True
    changed = kind_of_title(compact(line.text) + title) is not kind_of_title(title)
    same_size = line.size is not None and line.size == last.size
    return changed and (same_size or not _names_kind(title))


def _weakly_titled(heading: Heading, line: Line, above: Sequence[Line]) -> Heading:
    """Take a line for the title that names a kind though it is only the tail of one, or does not end in 表."""
    text = _SHEET_NAME.sub("", dissect(line.text).rest)
    if above and (len(text) <= _SHORTEST_TITLE or _SUBTITLE.fullmatch(text)):
        whole = dissect(compact(above[-1].text) + text)
        if whole.title and _names_kind(whole.title):
            return _with(replace(heading, captions=(above[-1], line, *heading.captions)), whole)
    weak = _SHORTEST_TITLE < len(text) <= _WEAK_TITLE and not _NO_WEAK_TITLE.search(text)
    if weak and _names_kind(text):
        return replace(heading, title=text, captions=(line, *heading.captions))
    return replace(heading, prose=True)


def _names_kind(text: str) -> bool:
    return kind_of_title(text) not in (None, TableKind.OTHER)


def _is_listed(title: str, line: Line, above: Sequence[Line]) -> bool:
    """Tell whether a title is the last entry of a contents page: a list of other titles stands right above it."""
    run = []
    for before in reversed(above):
        parts = dissect(before.text)
        if before.page != line.page or parts.title is None:
            break
        run.append(parts.title)
    return len(run) >= _SHORTEST_LIST and title not in run
