"""Write a comparison as CSV and JSON: exact decimals as text, absence as nothing."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, repeat
from operator import is_
from typing import Any, NamedTuple

from disclosures.amounts import plain_text
from disclosures.comparison.arrangement import as_turned
from disclosures.comparison.display import cell_reason
from disclosures.comparison.result import Cell, CellState, Comparison
from disclosures.exports.records import (
    HEADINGS,
    SourceAddress,
    has_other_sources,
    in_words,
    of_columns,
    of_row,
    other_places,
    records,
    titles_of,
    value_unit,
)
from disclosures.exports.sums import sums_as_json, sums_as_lines
from disclosures.sources.addresses import around

# Spreadsheets take a cell that begins so for a formula; printed names never need to.
FORMULA_STARTS = ("=", "+", "@", "\t", "\r")


def to_csv(result: Comparison, title: str, address: SourceAddress) -> bytes:
    """Write one line a cell, and the sums behind them."""
    result = as_turned(result)
    cells = map(in_words, records(result, address))
    return csv_file(HEADINGS.values(), chain(cells, sums_as_lines(result, address)))


def csv_file(headings: Iterable[str], rows: Iterable[Iterable[Any]]) -> bytes:
    """Return rows as CSV, with a byte order mark, without which Excel misreads Chinese."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(headings)
    for row in rows:
        writer.writerow([plain_cell(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def plain_cell(value: Any) -> Any:
    """Return what a cell of a CSV file holds; a text that begins like a formula is kept from being one."""
    if isinstance(value, Decimal):
        return plain_text(value)
    if isinstance(value, bool):
        return "是" if value else ""
    if isinstance(value, list):
        return " ".join(value)
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else value


def to_json(result: Comparison, title: str, address: SourceAddress) -> bytes:
    """Write the selection's address and sentence, and every cell; numbers are strings so that none loses a digit."""
    result = as_turned(result)
    notes = [
        {"unit": column.unit_name, "year": column.year, "stage": column.stage.value, "note": note}
        for column, note in result.notes()
    ]
    said = {"title": title, "selection": result.selection.to_query(), "notes": notes}
    begun = json.dumps(said, ensure_ascii=False).removesuffix("}")
    sums = f', "sums": {sums_as_json(result, address)}' if result.selection.adds_units else ""
    return b"".join((begun.encode(), b', "cells": [', *_json_rows(result, address), b"]", sums.encode(), b"}"))


# Latin-1 has a character for each byte: a text in UTF-8 that is read so can be put together like any other, and is
# UTF-8 again when it is written so. Python joins such texts in half the time of Chinese ones.
_BYTEWISE = "latin-1"
_EMPTY = '""'
_FLAGS = {False: "false", True: "true"}
_encode = json.JSONEncoder(ensure_ascii=False).encode


def _json_rows(result: Comparison, address: SourceAddress) -> Iterator[bytes]:
    """Yield the cells of each row as JSON, member for member as in ``records``.

    A row is written member by member over all its cells: for each of many thousands nothing is done but what differs.
    All rows but the first begin with the comma between.
    """
    fields = [dict(zip(Cell._fields, zip(*result.line(row), strict=True), strict=False)) for row in result.rows]
    tables = {table for field in fields for table in field.get("table", ())}
    titles = defaultdict(lambda: _EMPTY, {table: _encoded(title) for table, title in titles_of(tables).items()})
    before, after = around(lambda place: _encoded(address(place)))
    columns = [f"{{{_members(shared)}" for shared in of_columns(result)]
    revisions = _wholes([column.revision for column in result.columns])
    others = other_places(result)
    is_computed = has_other_sources(result.selection)
    comma = ""
    for row, field in zip(result.rows, fields if columns else (), strict=False):
        cells, amounts = result.line(row), _numbers(field["amount"])
        is_as_printed = all(map(is_, field["value"], field["amount"]))
        places = field["line_item"] if all(field["line_item"]) else [cell.place for cell in cells]
        members: dict[str, str | _Differing] = {
            **{name: _encoded(value) for name, value in of_row(row).items()},
            "state": _states(field["state"]),
            "amount": amounts,
            "value": amounts if is_as_printed else _numbers(field["value"]),
            "value_unit": _encoded(value_unit(result, row)),
            "reason": _Differing([_encoded(cell_reason(c)) for c in cells]) if _has_none(field["value"]) else _EMPTY,
            "corrected": _Differing([_FLAGS[flag] for flag in field["corrected"]])
            if any(field["corrected"])
            else "false",
            "revision": revisions,
            "table": _Differing(list(map(titles.__getitem__, field["table"]))),
            "page": _wholes(field["page"]),
            "source": _sources(places, before, after),
            "text": _Differing([_encoded(text) for text in field["text"]]) if any(field["text"]) else _EMPTY,
            "other_sources": _lists([map(address, others(*numbered)) for numbered in enumerate(cells)])
            if is_computed
            else "[]",
        }
        yield (comma + ", ".join(_objects(columns, members))).encode(_BYTEWISE)
        comma = ", "


class _Differing(NamedTuple):
    """A member that differs from cell to cell, in what stands between ``before`` and ``after``."""

    texts: Sequence[str]
    before: str = ""
    after: str = ""


def _objects(begun: Sequence[str], members: Mapping[str, str | _Differing]) -> Iterator[str]:
    """Yield an object a cell; what all of them have in common is put together once."""
    pieces: list[Iterable[str]] = [begun]
    common = ""
    for name, said in members.items():
        common += f', "{name}": '
        if isinstance(said, str):
            common += said
        else:
            pieces += [repeat(common + said.before), said.texts]
            common = said.after
    return map("".join, zip(*pieces, repeat(common + "}"), strict=False))


def _states(states: Sequence[CellState]) -> str | _Differing:
    if states.count(CellState.PRINTED) == len(states):
        return _encoded(CellState.PRINTED.value)
    return _Differing([_encoded(state.value) for state in states])


def _numbers(numbers: Sequence[Decimal | None]) -> _Differing:
    """Return numbers in quotes; an absent one is null, and one that Python would write as 1E+3 is written out."""
    texts = list(map(str, numbers))
    if _has_none(numbers) or "E" in "".join(texts):
        return _Differing(["null" if number is None else f'"{number:f}"' for number in numbers])
    return _Differing(texts, '"', '"')


def _has_none(numbers: Sequence[Decimal | None]) -> bool:
    """Tell whether one is absent; ``in`` would ask each decimal whether it equals None, and take four times as long."""
    return any(map(is_, numbers, repeat(None)))


def _wholes(numbers: Sequence[int | None]) -> _Differing:
    texts = map(str, numbers)
    return _Differing(["null" if text == "None" else text for text in texts] if None in numbers else list(texts))


def _sources(places: Sequence[int | str | None], before: str, after: str) -> _Differing:
    if all(places):
        return _Differing(list(map(str, places)), before, after)
    return _Differing([f"{before}{place}{after}" if place else _EMPTY for place in places])


def _lists(texts: Iterable[Iterable[str]]) -> _Differing:
    return _Differing([f"[{', '.join(map(_encoded, some))}]" for some in texts])


def _encoded(said: str) -> str:
    return _encode(said).encode().decode(_BYTEWISE)


def _members(said: Mapping[str, str | int]) -> str:
    texts = ((name, _encoded(value) if isinstance(value, str) else str(value)) for name, value in said.items())
    return ", ".join(f'"{name}": {text}' for name, text in texts)
