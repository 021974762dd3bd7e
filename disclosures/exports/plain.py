"""Write a comparison as CSV and JSON: exact decimals as text, absence as nothing."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import chain, repeat
from operator import is_
from typing import Any

from disclosures.amounts import plain_text
from disclosures.comparison.display import cell_reason
from disclosures.comparison.result import Cell, CellState, Comparison
from disclosures.exports.records import (
    HEADINGS,
    SourceAddress,
    in_words,
    of_columns,
    of_row,
    records,
    titles_of,
    value_unit,
)
from disclosures.exports.sums import sums_as_json, sums_as_lines
from disclosures.sources.addresses import around

# Spreadsheets take a cell that begins so for a formula; printed names never need to.
FORMULA_STARTS = ("=", "+", "@", "\t", "\r")


def to_csv(result: Comparison, title: str, address: SourceAddress) -> bytes:
    """Write one line a cell, with a byte order mark, without which Excel misreads Chinese."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADINGS.values())
    for record in records(result, address):
        writer.writerow([plain_cell(value) for value in in_words(record)])
    for record in sums_as_lines(result):
        writer.writerow([plain_cell(value) for value in record])
    return text.getvalue().encode("utf-8-sig")


def plain_cell(value: Any) -> Any:
    """Return what a cell of a CSV file holds; a text that begins like a formula is kept from being one."""
    if isinstance(value, Decimal):
        return plain_text(value)
    if isinstance(value, bool):
        return "是" if value else ""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else value


def to_json(result: Comparison, title: str, address: SourceAddress) -> bytes:
    """Write the selection's address and sentence, and every cell; numbers are strings so that none loses a digit."""
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
    titles = {table: _encoded(title) for table, title in titles_of(tables).items()}
    before, after = around(lambda place: _encoded(address(place)))
    columns = [f"{{{_members(shared)}, " for shared in of_columns(result)]
    revisions = [_whole(column.revision) for column in result.columns]
    comma = ""
    for row, field in zip(result.rows, fields if columns else (), strict=False):
        numbers = list(map(_number, field["amount"]))
        places = field["line_item"] if all(field["line_item"]) else [cell.place for cell in result.line(row)]
        members: dict[str, Iterable[str]] = {
            "state": [_PRINTED if state is CellState.PRINTED else _encoded(state.value) for state in field["state"]],
            "amount": numbers,
            "value": numbers if all(map(is_, field["value"], field["amount"])) else map(_number, field["value"]),
            "value_unit": repeat(_encoded(value_unit(result, row))),
            "reason": _reasons(result.line(row)) if None in field["value"] else repeat(_EMPTY),
            "corrected": map(_FLAGS.__getitem__, field["corrected"]),
            "revision": revisions,
            "table": [titles.get(table, _EMPTY) for table in field["table"]],
            "page": map(_whole, field["page"]),
            "source": [f"{before}{place}{after}" if place else _EMPTY for place in places],
            "text": [_encoded(text) if text else _EMPTY for text in field["text"]],
        }
        named = chain.from_iterable((repeat(f', "{name}": '), texts) for name, texts in members.items())
        written = zip(columns, repeat(_members(of_row(row))), *named, repeat("}"), strict=False)
        yield (comma + ", ".join(map("".join, written))).encode(_BYTEWISE)
        comma = ", "


def _reasons(cells: Iterable[Cell]) -> Iterator[str]:
    return (_encoded(cell_reason(cell)) for cell in cells)


def _encoded(said: str) -> str:
    return _encode(said).encode().decode(_BYTEWISE)


def _members(said: Mapping[str, str | int]) -> str:
    texts = ((name, _encoded(value) if isinstance(value, str) else str(value)) for name, value in said.items())
    return ", ".join(f'"{name}": {text}' for name, text in texts)


def _whole(number: int | None) -> str:
    return "null" if number is None else str(number)


def _number(number: Decimal | None) -> str:
    if number is None:
        return "null"
    text = str(number)  # a third of the time of f"{number:f}", which writes out what this would as 1E+3
    return f'"{number:f}"' if "E" in text else f'"{text}"'


_PRINTED = _encoded(CellState.PRINTED.value)
