"""Write a comparison as CSV and JSON: exact decimals as text, absence as nothing."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from disclosures.amounts import plain_text
from disclosures.comparison.result import Comparison
from disclosures.exports.records import HEADINGS, SourceAddress, records

# Spreadsheets take a cell that begins so for a formula; printed names never need to.
FORMULA_STARTS = ("=", "+", "@", "\t", "\r")


def to_csv(result: Comparison, title: str, address: SourceAddress) -> bytes:
    """Write one line a cell, with a byte order mark, without which Excel misreads Chinese."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADINGS.values())
    for record in records(result, address):
        writer.writerow([_plain(value) for value in asdict(record).values()])
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
    cells = [
        {name: plain_text(value) if isinstance(value, Decimal) else value for name, value in asdict(record).items()}
        for record in records(result, address)
    ]
    notes = [
        {"unit": column.unit_name, "year": column.year, "stage": column.stage.value, "note": note}
        for column, note in result.notes()
    ]
    said = {"title": title, "selection": result.selection.to_query(), "notes": notes, "cells": cells}
    return json.dumps(said, ensure_ascii=False).encode()
