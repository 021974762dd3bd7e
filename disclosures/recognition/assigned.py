"""Take a person's word for what a table is, wherever a table with this title and header is printed again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from disclosures.evidence import Finding
from disclosures.meanings import Meanings, TableMeaning
from disclosures.recognition.headers import header_words
from disclosures.recognition.statements import StatementTable
from disclosures.vocabulary import Severity

TABLE_ASSIGNED = "assigned.table"


def as_assigned(
    tables: Iterable[StatementTable], meanings: Meanings
) -> tuple[tuple[StatementTable, ...], tuple[Finding, ...]]:
    """Return the tables as people said they are, and a hint for each of which they said anything."""
    found: list[StatementTable] = []
    hints: list[Finding] = []
    for table in tables:
        said = meanings.of_table(table.title, headings_of(table)) if meanings.tables else None
        found.append(_taken(table, said) if said else table)
        hints.extend(_hints(table, said) if said else ())
    return tuple(found), tuple(hints)


def headings_of(table: StatementTable) -> tuple[str, ...]:
    """Return the words that a table's header prints."""
    words = re.split(r"[|\n]+", header_words(table.grids[0])) if table.grids else []
    return tuple(dict.fromkeys(word for word in words if word))


def _taken(table: StatementTable, said: TableMeaning) -> StatementTable:
    return replace(table, kind=said.kind or table.kind, money_unit=said.money_unit or table.money_unit)


def _hints(table: StatementTable, said: TableMeaning) -> Iterator[Finding]:
    named = f"《{table.title}》" if table.title else "一张无标题的表"
    if said.kind:
        yield _hint(TABLE_ASSIGNED, f"{named}的表种由人工指定。", table)
    if said.money_unit:
        message = f"{named}的金额单位由人工指定为{said.money_unit.label}。"
        yield _hint("assigned.money_unit", message, table)


def _hint(code: str, message: str, table: StatementTable) -> Finding:
    return Finding(code, Severity.HINT, message, table.pages[:1], table=table.index)
