"""Make the small documents in tests/documents/ and what they state: `python -m tests.make_documents`."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

import openpyxl

from samples.expected import of_tables
from samples.forms import FORMS
from samples.grids import grid
from samples.sheets import Sample, Sheet
from tests import document_sheets as sheets

FOLDER = Path(__file__).parent / "documents"
UNIT = "示例市交通运输局"
HEADINGS = {"budget": "2024年部门预算", "final_accounts": "2024年度部门决算", "performance_review": "2024年度绩效自评"}


def sample(*sheets: Sheet, kind: str = "budget") -> Sample:
    scope = None if kind == "performance_review" else "department"
    identity = {"unit": UNIT, "region": "示例市", "fiscal_year": 2024, "kind": kind, "scope": scope}
    identity |= {"unit_code": None, "supervising_department": None}
    return Sample(slug="case", family="shenzhen", identity=identity, sheets=sheets)


def page(*parts: str, kind: str = "budget") -> bytes:
    top = f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><body><h1>{UNIT}{HEADINGS[kind]}</h1>'
    return f"{top}{''.join(parts)}</body></html>\n".encode()


def captioned(sheet: Sheet) -> str:
    """A table under its number, title and unit of money, and over the note that declares it empty."""
    label = f"<p>{sheet.label}</p>" if sheet.label else ""
    unit = f"<p>单位：{sheet.money_unit}</p>" if sheet.money_unit else ""
    note = "<p>注：本部门没有使用政府性基金安排的支出，故本表为空表。</p>" if sheet.declared_empty else ""
    return f"{label}<p>{escape(sheet.title)}</p>{unit}{body(sheet)}{note}"


def body(sheet: Sheet) -> str:
    if not sheet.form:
        return grid(sheet)
    rows, _ = FORMS[sheet.form["style"]](sheet, sample(sheet))
    return f"<table>{''.join(rows)}</table>"


def titled_inside(sheet: Sheet) -> str:
    """A table whose title and unit are its own first rows."""
    width = sum(len(block.columns) for block in sheet.blocks)
    lines = (sheet.title, f"单位：{sheet.money_unit}")
    return grid(sheet, above="".join(f"<tr><td colspan={width}>{escape(text)}</td></tr>" for text in lines))


def in_two(sheet: Sheet, at: int) -> str:
    """A table that goes on below without its header."""
    (block,) = sheet.blocks
    first, rest = (replace(sheet, blocks=(replace(block, rows=rows),)) for rows in (block.rows[:at], block.rows[at:]))
    headless = grid(rest).split("</thead>")[1]
    return captioned(first) + f"<table>{headless}"


def workbook(*sheets: Sheet) -> bytes:
    """A workbook with a table on each sheet; codes are numbers, amounts too."""
    book = openpyxl.Workbook()
    cover = book.active
    cover.append([f"{UNIT}{HEADINGS['budget']}"])
    for sheet in sheets:
        (block,) = sheet.blocks
        page = book.create_sheet(sheet.title)
        page.append([sheet.title])
        page.append([f"单位：{sheet.money_unit}"])
        page.append([column.heading[-1] for column in block.columns])
        for line in block.rows:
            codes = [int(line.code)] if line.code else [None]
            page.append([*codes, line.name, *(float(text.replace(",", "")) for text in line.amounts)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def tabbed(sheet: Sheet, at: int) -> bytes:
    """A text file: cells between tabs, a page break as an empty line within the table."""
    (block,) = sheet.blocks
    rows = [[column.heading[-1] for column in block.columns]]
    rows += [[line.code or "", line.name, *line.amounts] for line in block.rows]
    lines = ["\t".join(cells) for cells in rows]
    parts = (f"{UNIT}{HEADINGS['budget']}", sheet.title, f"单位：{sheet.money_unit}", *(["\n".join(lines[:at])]))
    return "\n\n".join([*parts, "\n".join(lines[at:])]).encode() + b"\n"


@dataclass(frozen=True, slots=True)
class Case:
    """A small document: its kind of file, its bytes, what it states, and the doubts it must raise."""

    suffix: str
    source: bytes
    states: Sample
    doubts: tuple[str, ...] = ()


def html(
    *tables: Sheet, draw: Callable[[Sheet], str] = captioned, kind: str = "budget", doubts: tuple[str, ...] = ()
) -> Case:
    return Case("html", page(*map(draw, tables), kind=kind), sample(*tables, kind=kind), doubts)


def layouts() -> dict[str, Case]:
    """Name the layouts of statements."""
    joined, split = sheets.spending(sheets.CODE, sheets.PLAIN_NAME), sheets.spending(*sheets.SPLIT, sheets.NAME)
    revenue = sheets.revenue_by_source()
    return {
        "code-in-three-columns": html(split),
        "code-in-one-column": html(joined),
        "title-inside-the-grid": html(split, draw=titled_inside),
        "goes-on-without-header": html(joined, draw=lambda sheet: in_two(sheet, 3)),
        "page-break-in-a-text": Case("txt", tabbed(joined, 4), sample(joined)),
        "line-and-column-numbers": html(sheets.numbered_accounts(), kind="final_accounts"),
        "three-blocks-side-by-side": html(sheets.three_blocks()),
        "revenue-by-source": html(revenue),
        "workbook": Case("xlsx", workbook(joined, revenue), sample(joined, revenue)),
        "blanks-and-zeros": html(sheets.blanks_and_zeros()),
        "declared-empty": html(sheets.empty_funds()),
    }


def three_public_expenses() -> dict[str, Case]:
    """Name the layouts of the three public expenses."""
    one = ("14.10", "0.00", "13.80", "0.00", "13.80", "0.30")
    two = ("6.60", "0.00", "3.60", "0.00", "3.60", "3.00", "1.18", "0.00", "0.85", "0.00", "0.85", "0.33")
    by_phase = {"approved": "预算数", "outturn": "决算数"}
    return {
        "three-public-in-twelve-columns": html(sheets.three_public(by_phase, *two), kind="final_accounts"),
        "three-public-in-a-list": html(sheets.vertical_three_public()),
        "yuan-and-ten-thousand-yuan": html(sheets.in_yuan(), sheets.three_public({"approved": ""}, *one)),
    }


def doubtful() -> dict[str, Case]:
    """Name the documents that must raise a doubt."""
    unitless = replace(sheets.spending(sheets.CODE, sheets.PLAIN_NAME), money_unit=None)
    unread = Case("html", page(captioned(unitless)), sample(replace(unitless, blocks=())), ("unread.money_unit",))
    return {
        "no-unit-of-money": unread,
        "self-evaluation": html(
            sheets.self_evaluation(),
            kind="performance_review",
            doubts=("performance.groups", "performance.target_score"),
        ),
        "a-sum-that-is-wrong": html(sheets.broken_sum(), doubts=("arithmetic.children",)),
        "a-code-that-is-none": html(sheets.impossible_code(), doubts=("code.form", "codes.unknown")),
    }


def main() -> None:
    for name, case in {**layouts(), **three_public_expenses(), **doubtful()}.items():
        folder = FOLDER / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"source.{case.suffix}").write_bytes(case.source)
        result = {**of_tables(case.states), "findings": [{"code": code} for code in case.doubts]}
        text = json.dumps(result, ensure_ascii=False, indent=1)
        (folder / "expected.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
