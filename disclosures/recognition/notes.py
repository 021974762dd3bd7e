"""Tell the notes under a table from what follows them, and whether they declare the table empty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from disclosures.amounts import parse_number
from disclosures.evidence import Grid, Line
from disclosures.recognition.headings import Role, compact, role_of

_SHORTEST_WRAPPED = 15  # a note that goes on in the next line has filled its own line
_NUMBERED = re.compile(r"\d{1,2}[.、．]|本(?:套|表|报)")
_ENDED = re.compile(r"[。；！]$")

_EMPTY = re.compile(
    r"(?:此|本|该)表(?:空|[^，。；]{0,6}?(?:[为是系]空|空表|空白|无数据|无数字|无内容|无发生额|无金额|没有数据|没有数字))"
    r"|(?:故|因此|所以)(?:此|本|该)?表?(?:为|是)?(?:空表|空|无数据)|^空表|无数据|(?:以|为|公开)空表"
)
_NOTHING = re.compile(r"(?:没有|无|未)[^。]*(?:收支|收入|支出|预算|拨款|安排|发生额|业务|项目|内容|数据)")
_BRACKETED = re.compile(r"[（(](?:本部门|本单位)?无[^（）()]{2,20}[)）]")
_CONDITIONAL = re.compile(r"如(?!下|期|实)|若(?!干)|倘|(?<!原)则|表示")
_NOTHING_CELLS = frozenset({"无", "0", "0.00", "0.0", "-", "—", "/", ""})


def split_notes(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the notes and signatures directly under a grid, and the lines after them."""
    notes: list[Line] = []
    for position, line in enumerate(lines):
        role = role_of(line.text)
        if role is Role.PAGE_NUMBER:
            continue
        if not (_is_note(line, role) or _goes_on(notes, line, role)):
            return tuple(notes), tuple(lines[position:])
        notes.append(line)
    return tuple(notes), ()


def _is_note(line: Line, role: Role) -> bool:
    """Tell whether a line is a note by its first word, or by saying that the table is empty."""
    bracketed = _BRACKETED.fullmatch(compact(line.text)) is not None
    return role in (Role.NOTE, Role.SIGNATURE) or bracketed or says_empty(line.text)


def _goes_on(notes: Sequence[Line], line: Line, role: Role) -> bool:
    """Tell whether a line carries on the note before it: a numbered item, or its wrapped end."""
    if not notes or role is not Role.PROSE or line.page != notes[-1].page:
        return False
    before = compact(notes[-1].text)
    return bool(_NUMBERED.match(compact(line.text))) or (len(before) >= _SHORTEST_WRAPPED and not _ENDED.search(before))


def declares_empty(notes: Iterable[Line], grids: Sequence[Grid]) -> bool:
    """Tell whether a note says, without a condition, that the table has no figures."""
    said = re.split(r"[。；]", "".join(compact(line.text) for line in notes))
    said += [sentence for grid in grids for text in _notes_inside(grid) for sentence in re.split(r"[。；]", text)]
    return (
        any(says_empty(sentence) for sentence in said)
        or (not _has_amounts(grids) and any(_says_nothing(sentence) for sentence in said))
        or all(_only_nothing(grid) for grid in grids)
    )


def says_empty(text: str) -> bool:
    """Tell whether a sentence says, without a condition, that the table is empty."""
    plain = compact(text)
    return _EMPTY.search(plain) is not None and _CONDITIONAL.search(plain) is None


def _says_nothing(text: str) -> bool:
    return _NOTHING.search(text) is not None and _CONDITIONAL.search(text) is None


def _notes_inside(grid: Grid) -> list[str]:
    """Return the notes printed in rows of the grid itself."""
    return [compact(row[0].text) for row in grid.rows if row and role_of(row[0].text) is Role.NOTE]


def _has_amounts(grids: Sequence[Grid]) -> bool:
    return any(parse_number(cell.text) for grid in grids for row in grid.rows for cell in row)


def _only_nothing(grid: Grid) -> bool:
    """Tell whether every row under the header consists of 无, zeros and blanks."""
    body = [[compact(cell.text) for cell in row] for row in grid.rows[1:]]
    return bool(body) and all("无" in row and _NOTHING_CELLS.issuperset(row) for row in body)
