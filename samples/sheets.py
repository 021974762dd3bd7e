"""Hold a sample's figures: sheets of columns and rows as printed, and the facts that they state."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
TEN_THOUSAND = 10_000
Says = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header path, what it holds, and what its amounts are (fund, nature, item …)."""

    heading: tuple[str, ...]
    holds: str
    says: Says = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: its code and name, the amounts as printed, and what the row says of them.

    ``group`` is a label merged over rows, ``labels`` stand in a table with several text columns,
    ``foot`` rows stand at the end of a block however long its neighbours are.
    """

    name: str = ""
    amounts: tuple[str, ...]
    code: str | None = None
    says: Says = field(default_factory=dict)
    unit: str = ""
    group: str = ""
    labels: tuple[str, ...] = ()
    depth: int = 0
    foot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Columns with rows of their own; a sheet has several of them side by side."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    coded: str = "function"
    says: Says = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table of a disclosure."""

    kind: str
    title: str
    money_unit: str | None
    label: str | None = None
    declared_empty: bool = False
    numbered: bool = False
    says: Says = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    form: Says = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """All that one demo disclosure states."""

    slug: str
    family: str
    identity: Says
    sheets: tuple[Sheet, ...]
    figures: tuple[Says, ...] = ()
    projects: tuple[Says, ...] = ()

    @property
    def name(self) -> str:
        """Return the file name people see: unit, year and kind."""
        who, year, kind = (self.identity[key] for key in ("unit", "fiscal_year", "kind"))
        words = {"budget": "年预算公开", "final_accounts": "年度决算公开", "performance_target": "年项目支出绩效目标"}
        return f"{who}{year}{words[kind]}"


def samples() -> Iterator[Sample]:
    """Yield every sample, in the order of their file names."""
    for path in sorted(DATA.glob("*.json")):
        yield load(path.stem, json.loads(path.read_text("utf-8")))


def load(slug: str, data: Says) -> Sample:
    """Turn a data file into values."""
    sheets = tuple(sheet(entry) for entry in data["sheets"])
    return Sample(
        slug=slug,
        family=data["family"],
        identity=data["identity"],
        sheets=sheets,
        figures=tuple(data.get("figures", ())),
        projects=tuple(data.get("projects", ())),
    )


def sheet(entry: Says) -> Sheet:
    return Sheet(**{**entry, "blocks": tuple(block(one) for one in entry.get("blocks", ()))})


def block(entry: Says) -> Block:
    columns = tuple(Column(tuple(c["heading"]), c["holds"], c.get("says", {})) for c in entry["columns"])
    return Block(**{**entry, "columns": columns, "rows": tuple(row(one) for one in entry["rows"])})


def row(entry: Says) -> Row:
    return Row(**{**entry, "amounts": tuple(entry["amounts"]), "labels": tuple(entry.get("labels", ()))})


def facts(sheet: Sheet) -> Iterator[Says]:
    """Yield the printed amounts of a sheet in yuan, with their dimensions."""
    for block in sheet.blocks:
        columns = [column for column in block.columns if column.holds == "amount"]
        for row in block.rows:
            for column, printed in zip(columns, row.amounts, strict=True):
                if printed:
                    yield fact(sheet, block, row, column, printed)


def fact(sheet: Sheet, block: Block, row: Row, column: Column, printed: str) -> Says:
    """Say what one printed amount is: the sheet's, block's, column's and row's words, the narrower over the wider."""
    code = {block.coded: row.code.replace("|", "")} if row.code else {}
    heading = {"heading": row.name} if row.name else {}
    return {**sheet.says, **block.says, **column.says, **heading, **row.says, **code, "amount": yuan(printed, sheet)}


def yuan(printed: str, sheet: Sheet) -> Decimal:
    amount = Decimal(printed.replace(",", ""))
    return amount * TEN_THOUSAND if sheet.money_unit == "万元" else amount
