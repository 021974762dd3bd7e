"""Part a grid into its header and its body, and give every column the path of headings above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from disclosures.amounts import is_blank, parse_number
from disclosures.evidence import Cell, Grid
from disclosures.extraction.statements.words import is_total, squeezed

Path = tuple[str, ...]

_CAPTION = re.compile(
    r"^(?:公开|表|附?表)?\s*\d*\s*表?[\d-]*$|^(?:编制|填报|预算|主管|编报)?(?:单位|部门)(?:名称)?[:：]|"
    r"^(?:金额)?单位[:：]|^(?:万|百万|亿)?元$|^公开.{0,6}表"
)
_ORDINAL = re.compile(r"^[一二三四五六七八九十]+、|^[（(][一二三四五六七八九十]+[)）]")
_COLUMN_NUMBER = re.compile(r"栏次|[*＊]+|\d{1,2}|[甲乙丙丁戊]|\(?\d{1,2}\)?(?:=|＝)[\d+＋\-–—()（）]+|[\d+＝=]+")
_COUNTING = frozenset("甲乙丙丁戊") | {"栏次"}
_LEVELS = ("类", "款", "项")
# A header on a further page repeats most words of the first, or stands above most of its columns of numbers; one
# printed badly loses or splits a few.
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Piece:
    """One grid parted: the heading path of each column, the body rows, and the number of rows before them."""

    paths: tuple[Path, ...]
    body: tuple[tuple[Cell, ...], ...]
    skipped: int
    grid: Grid

    @property
    def has_header(self) -> bool:
        """Tell whether the piece prints a header of its own."""
        return any(self.paths)


def part(grid: Grid, title: str | None, above: tuple[Path, ...] = ()) -> Piece:
    """Part a grid; ``above`` are the paths of the piece before, which a real header of this piece must repeat."""
    first = _first_caption_free(grid, title)
    end = _header_end(grid, first)
    header, body = list(range(first, end)), list(grid.rows[end:])
    split = _split_level_row(grid.rows[end]) if end < len(grid.rows) else None
    rows = [_resolved(grid, r) for r in header]
    if split is not None:
        rows.append(split[0])
        body[0] = split[1]
    paths = column_paths([row for row in rows if not is_column_numbers(row)])
    if above and not (_repeats(paths, above) or _heads_numbers(paths, body)):
        paths, body, end = (), list(grid.rows[first:]), first
    return Piece(_whole(paths, above), tuple(map(_without_column_numbers, body)), end, grid)


def _without_column_numbers(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Blank a row of column numbers that stands among the body rows, at the top of a page or beside 类 款 项."""
    texts = [squeezed(cell.text) for cell in row]
    return tuple(Cell() for _ in row) if is_column_numbers(texts) and _is_marked(texts) else row


def _first_caption_free(grid: Grid, title: str | None) -> int:
    """Return the first row that is neither blank nor a title, unit or label line printed inside the grid."""
    wanted = squeezed(title or "")
    for number, row in enumerate(grid.rows):
        texts = [squeezed(cell.text) for cell in row if cell.text.strip()]
        if texts and not _is_caption_row(texts, wanted):
            return number
    return len(grid.rows)


def _is_caption_row(texts: list[str], title: str) -> bool:
    if len(texts) == 1 and (texts[0] == title or texts[0].endswith("表")):
        return True
    return any(re.search(r"(?:单位|部门)(?:名称)?[:：]", text) for text in texts) and not any(map(_is_amount, texts))


def _is_amount(text: str) -> bool:
    return parse_number(text) is not None


def _header_end(grid: Grid, first: int) -> int:
    """Return the number of the first body row."""
    for number in range(first, len(grid.rows)):
        texts = [squeezed(cell.text) for cell in grid.rows[number]]
        if is_column_numbers(texts) and (_is_marked(texts) or _has_amounts(grid.rows[number + 1 :])):
            continue
        if _is_body_row(texts):
            return number
    return len(grid.rows)


def _is_marked(texts: Sequence[str]) -> bool:
    """Tell whether a row of column numbers says what it is (栏次, **); bare 1 2 3 could be the one row of a table."""
    return any(text and not text.isdigit() for text in texts)


def _has_amounts(rows: Sequence[Sequence[Cell]]) -> bool:
    return any(_is_amount(cell.text) for row in rows for cell in row)


def _is_body_row(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    if not filled:
        return False
    if any(_is_amount(text) and not _is_year(text) for text in filled):
        return True
    return bool(_ORDINAL.match(filled[0])) or (is_total(filled[0]) and all(map(is_blank, filled[1:])))


def _is_year(text: str) -> bool:
    return re.fullmatch(r"20\d\d", text) is not None


def is_column_numbers(texts: Sequence[str]) -> bool:
    """Tell whether a row counts the columns (栏次 1 2 3, ** ** 1 2, 7=1+3) and so holds no amounts."""
    filled = [text for text in texts if text]
    if not filled or not all(_COLUMN_NUMBER.fullmatch(text) for text in filled):
        return False
    counted = [int(text) for text in filled if text.isdigit()]
    marked = len(counted) < len(filled)
    # One count may be misprinted (12 13 13), so nearly every step has to be one, not all of them.
    steps = [after - before for before, after in pairwise(counted)]
    ascending = steps.count(1) >= max(1, len(steps) - 1) and min(steps, default=1) >= 0
    named = any(text in _COUNTING for text in filled) or not filled[0].strip("*＊")
    return named or (marked and (len(counted) < 2 or ascending)) or (len(counted) > 1 and counted[0] == 1 and ascending)


def _split_level_row(row: tuple[Cell, ...]) -> tuple[list[str], tuple[Cell, ...]] | None:
    """Part a row that prints 类 款 项 and the total on one line into its header and its body half."""
    levels = [squeezed(cell.text) if squeezed(cell.text) in _LEVELS else "" for cell in row]
    if sum(map(bool, levels)) < 2 or not any(_is_amount(cell.text) for cell in row):
        return None
    return levels, tuple(Cell(box=cell.box) if level else cell for cell, level in zip(row, levels, strict=True))


def _resolved(grid: Grid, number: int) -> list[str]:
    """Return the texts of a row with those of the merged cells that cover it."""
    return [_owned(grid, number, column) for column in range(grid.width)]


def _owned(grid: Grid, row: int, column: int) -> str:
    r, c = grid.owner(row, column)
    return squeezed(grid.rows[r][c].text)


def column_paths(rows: list[list[str]]) -> tuple[Path, ...]:
    """Return the heading path of each column: blanks right of a parent heading belong to it."""
    filled = _spread(rows)
    width = len(rows[0]) if rows else 0
    return tuple(_distinct([row[column] for row in filled]) for column in range(width))


def _spread(rows: list[list[str]]) -> list[list[str]]:
    """Fill a blank heading from its left neighbour where both have headings below and one parent above."""
    spread = [list(row) for row in rows]
    for level, row in enumerate(spread):
        for column in range(1, len(row)):
            siblings = all(above[column] == above[column - 1] for above in spread[:level])
            both_go_on = _below(rows, level, column) and _below(rows, level, column - 1)
            if not row[column] and siblings and both_go_on:
                row[column] = row[column - 1]
    return spread


def _below(rows: list[list[str]], level: int, column: int) -> bool:
    return any(row[column] for row in rows[level + 1 :])


def _distinct(texts: list[str]) -> Path:
    """Leave out blanks and the repeats of a vertically merged heading."""
    path: list[str] = []
    for text in texts:
        if text and (not path or path[-1] != text):
            path.append(text)
    return tuple(path)


def _repeats(paths: tuple[Path, ...], above: tuple[Path, ...]) -> bool:
    """Tell whether a header found on a continuation repeats the words of the header before it."""
    words = [word for path in paths for word in path]
    known = {word for path in above for word in path}
    return bool(words) and sum(word in known for word in words) >= _MOST * len(words)


def _heads_numbers(paths: tuple[Path, ...], body: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether words at the top of a page stand above its columns of numbers, as names split by a break do not."""
    numbered = [path for n, path in enumerate(paths) if any(_is_amount(row[n].text) for row in body)]
    return bool(numbered) and sum(map(bool, numbered)) > _MOST * len(numbered)


def _whole(paths: tuple[Path, ...], above: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the full paths of the page before where a page repeats only the lower rows of its header."""
    part_of = len(paths) == len(above) and all(set(own) <= set(full) for own, full in zip(paths, above, strict=True))
    return above if part_of else paths
