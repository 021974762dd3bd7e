"""Write a comparison as CSV and JSON: exact decimals as text, absence as nothing."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache, partial
from typing import Any

from disclosures.amounts import plain_text
from disclosures.comparison.display import cell_reason
from disclosures.comparison.result import CellState, Comparison
from disclosures.exports.records import (
    HEADINGS,
    SourceAddress,
    of_column,
    of_row,
    records,
    table_titles,
    value_unit,
)
from disclosures.sources.addresses import quickly

# Spreadsheets take a cell that begins so for a formula; printed names never need to.
FORMULA_STARTS = ("=", "+", "@", "\t", "\r")


def to_csv(result: Comparison, title: str, address: SourceAddress) -> bytes:
    """Write one line a cell, with a byte order mark, without which Excel misreads Chinese."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADINGS.values())
    for record in records(result, address):
        writer.writerow([_plain(value) for value in record])
    return text.getvalue().encode("utf-8-sig")


def _plain(value: Any) -> Any:
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
    return f'{begun}, "cells": [{", ".join(_json_cells(result, address))}]}}'.encode()


def _json_cells(result: Comparison, address: SourceAddress) -> Iterator[str]:
    """Yield every cell as JSON, member for member as in ``records``; what many cells share is encoded once."""
    encoded = cache(partial(json.dumps, ensure_ascii=False))
    source = quickly(lambda line_item: json.dumps(address(line_item)))
    titles = table_titles(result)
    unit = encoded(value_unit(result))
    columns = [(_members(of_column(column)), column.revision or "null") for column in result.columns]
    states = {state: encoded(state.value) for state in CellState}
    for row in result.rows:
        named = _members(of_row(row))
        for (shared, revision), cell in zip(columns, result.line(row), strict=True):
            amount = _number(cell.amount)
            value = amount if cell.value is cell.amount else _number(cell.value)
            reason = EMPTY if cell.value is not None else encoded(cell_reason(cell))
            yield (
                f'{{{shared}, {named}, "state": {states[cell.state]}, "amount": {amount}, "value": {value}, '
                f'"value_unit": {unit}, "reason": {reason}, "corrected": {"true" if cell.corrected else "false"}, '
                f'"revision": {revision}, "table": {encoded(titles.get(cell.table, ""))}, '
                f'"page": {cell.page or "null"}, "source": {source(cell.line_item) if cell.line_item else EMPTY}}}'
            )


EMPTY = '""'


def _members(said: Mapping[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False)[1:-1]


def _number(number: Decimal | None) -> str:
    return "null" if number is None else f'"{number:f}"'
