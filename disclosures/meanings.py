"""Hold what a person said that tables and columns of one unit's documents mean, found again by their headings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from disclosures.amounts import MoneyUnit
from disclosures.codes import comparable
from disclosures.vocabulary import Direction, Fund, Item, Nature, Phase, TableKind

_MARKS = re.compile(r"[“”\"'‘’＂「」《》]")
_YEAR = re.compile(r"(20\d\d)(?:年度?)?")
# A table with a title is the same where it still prints most words of its header: a column may come or go.
_MOST = 0.5


def same_title(title: str | None) -> str:
    """Return what a table's title has in common over the years: 《2024年收入总表》 and 2025年度收入总表 are one."""
    return _YEAR.sub("", _MARKS.sub("", comparable(title or "")))


def same_heading(heading: str, year: int | None) -> str:
    """Return what a heading has in common over the years: in a file of 2024, 2023年决算数 is the prior year's."""
    return _YEAR.sub(lambda found: _relative(int(found[1]), year), _MARKS.sub("", comparable(heading)))


def _relative(named: int, year: int | None) -> str:
    return f"[{named - year:+d}]" if year is not None else "[]"


def same_path(path: Iterable[str], year: int | None) -> tuple[str, ...]:
    """Return what the headings above a column have in common over the years."""
    return tuple(same_heading(heading, year) for heading in path)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMeaning:
    """What a table is: its kind (``other`` to leave it alone), its money unit, or both; None leaves it as read.

    ``title`` and ``headings`` are as ``same_title`` and ``same_path`` give them.
    """

    title: str
    headings: tuple[str, ...]
    kind: TableKind | None = None
    money_unit: MoneyUnit | None = None

    def is_of(self, title: str, headings: Iterable[str]) -> bool:
        """Tell whether a table with a title and the words of a header is the one that was meant."""
        printed, meant = set(headings), set(self.headings)
        if title != self.title:
            return False
        return len(printed & meant) >= _MOST * len(meant) if title else printed == meant


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMeaning:
    """What the amounts of a column are; None leaves a dimension as the table and the headings say it.

    ``title`` and ``path`` are as ``same_title`` and ``same_path`` give them; ``years`` is 0 for the year of the
    document and -1 for the year before. An ``ignored`` column is left alone.
    """

    title: str
    kind: TableKind
    path: tuple[str, ...]
    ignored: bool = False
    direction: Direction | None = None
    phase: Phase | None = None
    years: int | None = None
    fund: Fund | None = None
    nature: Nature | None = None
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class ColumnMeanings:
    """What was said of the columns of one table, in a document of one year."""

    said: tuple[ColumnMeaning, ...] = ()
    year: int | None = None

    def of(self, path: tuple[str, ...]) -> ColumnMeaning | None:
        """Return what was said of the column under some headings."""
        if not self.said or not path:
            return None
        wanted = same_path(path, self.year)
        return next((meaning for meaning in self.said if meaning.path == wanted), None)


@dataclass(frozen=True, slots=True)
class Meanings:
    """All that was said of the documents of one unit."""

    tables: tuple[TableMeaning, ...] = ()
    columns: tuple[ColumnMeaning, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.tables or self.columns)

    def of_table(self, title: str | None, headings: Iterable[str]) -> TableMeaning | None:
        """Return what was said of a table with a title and the words of a header."""
        wanted, words = same_title(title), same_path(headings, None)
        return next((meaning for meaning in self.tables if meaning.is_of(wanted, words)), None)

    def of_columns(self, title: str | None, kind: TableKind, year: int | None) -> ColumnMeanings:
        """Return what was said of the columns of a table; one without a title is known by its kind."""
        wanted = same_title(title)
        said = (one for one in self.columns if one.title == wanted and (wanted or one.kind is kind))
        return ColumnMeanings(tuple(said), year)


NO_MEANINGS = Meanings()
NO_COLUMN_MEANINGS = ColumnMeanings()
