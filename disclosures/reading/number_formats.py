"""Show a workbook's numbers as their cells' formats print them: decimals, thousands, per cent, leading zeros."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

# Formats of the cells of a workbook: sheet name → (row, column), both from 0 → format code.
Formats = dict[str, dict[tuple[int, int], str]]

# What a format code prints besides the number: texts in quotes, colours, paddings, fillings, escaped characters.
_DRESS = re.compile(r"\"[^\"]*\"|\[[^\]]*\]|_.|\*.|\\.")
_NUMBER = re.compile(r"(?P<whole>[#0,?]+)(?:\.(?P<decimals>[0#?]+))?(?P<percent>%?)")


def number_formats(content: bytes) -> Formats:
    """Return the formats of an XLSX file's cells that have one; other workbooks do not tell theirs."""
    if not content.startswith(b"PK"):
        return {}
    try:
        workbook = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
        return {sheet.title: _sheet_formats(sheet) for sheet in workbook.worksheets}
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        ParseError,
        LookupError,
        TypeError,
        ValueError,
    ):
        return {}


def _sheet_formats(sheet: Any) -> dict[tuple[int, int], str]:
    return {
        (cell.row - 1, cell.column - 1): cell.number_format
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, int | float) and cell.number_format != "General"
    }


def shown(value: float, code: str | None) -> str:
    """Return a number as a cell shows it; without a format it has the 15 digits that a workbook keeps."""
    number = Decimal(format(value, ".15g"))
    section = _DRESS.sub("", (code or "").split(";")[0])
    found = _NUMBER.search(section)
    if found is None or "E" in section or "/" in section:
        return format(number, "f")
    if found["percent"]:
        number *= 100
    decimals = found["decimals"] or ""
    places = max(decimals.count("0"), min(len(decimals), _decimals(number)))
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = format(rounded, ",f" if "," in found["whole"] else "f")
    whole, dot, rest = text.lstrip("-").partition(".")
    padded = whole.zfill(found["whole"].count("0"))
    return ("-" if text.startswith("-") else "") + padded + dot + rest + found["percent"]


def _decimals(number: Decimal) -> int:
    """Return how many decimals a number has."""
    exponent = number.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
