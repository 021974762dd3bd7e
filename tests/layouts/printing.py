"""Print documents in the notation as the files that bureaus publish: web pages, texts, workbooks."""

from __future__ import annotations

import io
from html import escape

from openpyxl import Workbook

from tests.layouts.notation import Document, Place, Printed, cells_of, places_of

_STYLE = """<style>
@page {size: A3 landscape; margin: 12mm}
table {border-collapse: collapse; page-break-after: always}
td {border: 1px solid; padding: 2px; font-size: 8px}
</style>"""


def web_page(document: Document) -> bytes:
    """Return a web page, each table with rowspan and colspan as in the bureau's own template."""
    parts = [f"<p>{escape(line)}</p>" for line in document.cover]
    for table in document.tables:
        parts += [f"<p>{escape(line)}</p>" for line in table.above]
        rows = ("".join(_cell(place) for place in row if place) for row in places_of(table))
        parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        parts += [f"<p>{escape(line)}</p>" for line in table.below]
    return f"<html><head><meta charset='utf-8'>{_STYLE}</head><body>{''.join(parts)}</body></html>".encode()


def _cell(place: Place) -> str:
    spans = f" rowspan={place.rowspan}" * (place.rowspan > 1) + f" colspan={place.colspan}" * (place.colspan > 1)
    return f"<td{spans}>{escape(place.text)}</td>"


def text(document: Document) -> bytes:
    """Return a text with tabs between the cells: merged cells are blanks, as in an export."""
    parts = [*document.cover, ""]
    for table in document.tables:
        parts += [*table.above, *("\t".join(_unmerged(row)) for row in cells_of(table)), *table.below, ""]
    return "\n".join(parts).encode()


def _unmerged(row: list[str]) -> list[str]:
    return ["" if cell in ("<", "^") else cell for cell in row]


def workbook(document: Document) -> bytes:
    """Return a workbook with a sheet for each table, the cover on the first."""
    book = Workbook()
    cover = book.active
    assert cover is not None
    cover.title = "封面"
    for line in document.cover:
        cover.append([line])
    for number, table in enumerate(document.tables, 1):
        _sheet(book, number, table)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _sheet(book: Workbook, number: int, table: Printed) -> None:
    sheet = book.create_sheet(f"{number}")
    for line in table.above:
        sheet.append([line])
    first = len(table.above) + 1
    for r, row in enumerate(places_of(table), first):
        for c, place in enumerate(row, 1):
            if place is None:
                continue
            if place.text:
                sheet.cell(r, c, place.text)
            if place.rowspan > 1 or place.colspan > 1:
                sheet.merge_cells(
                    start_row=r, start_column=c, end_row=r + place.rowspan - 1, end_column=c + place.colspan - 1
                )
    for line in table.below:
        sheet.append([line])


PRINTERS = {"html": web_page, "txt": text, "xlsx": workbook}
