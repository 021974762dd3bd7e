"""Turn the sums over a comparison's units into records: what each export writes of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from disclosures.amounts import plain_text
from disclosures.comparison.addresses import runs
from disclosures.comparison.display import cell_reason
from disclosures.comparison.result import Comparison, Row
from disclosures.comparison.sums import Sum, SumColumn, Sums, coverage_in_words
from disclosures.exports.records import Record, SourceAddress, of_row, other_places, value_unit

SUM_STATE = "合计"
SUM_NAME = "各单位合计"


class SumRecord(NamedTuple):
    """One sum: ``given`` of ``of`` units have a part in it; the others are ``missing``, each with the reason."""

    year: int
    stage: str
    code: str
    item: str
    amount: Decimal | None
    value: Decimal | None
    value_unit: str
    corrected: bool
    given: int
    of: int
    missing: list[dict[str, str]]
    reason: str
    notes: list[str]
    sources: list[str]


SUM_HEADINGS = (
    "年度", "阶段", "编码", "项目", "合计（数值）", "数值单位", "有数的单位", "没有加入的单位", "说明",
    "所加各数（“出处”表的行）",
)  # fmt: skip
# The list of cells has its headings in the first row.
_FIRST_ROW = 2


def sum_records(result: Comparison, address: SourceAddress) -> Iterator[SumRecord]:
    """Yield every sum, row by row, with the address of each printed figure that it comes from."""
    counted = other_places(result)
    for row, column, summed in _sums(result):
        line = result.line(row)
        places = [place for number in summed.parts for place in (line[number].place, *counted(number, line[number]))]
        yield SumRecord(
            year=column.year,
            stage=result.stage_label(column.stage),
            **of_row(row),
            amount=summed.cell.amount,
            value=summed.cell.value,
            value_unit=value_unit(result, row),
            corrected=summed.cell.corrected,
            given=len(summed.parts),
            of=summed.of,
            missing=_missing(result, summed),
            reason=cell_reason(summed.cell),
            notes=list(summed.notes),
            sources=[address(place) for place in places if place],
        )


def _sums(result: Comparison) -> Iterator[tuple[Row, SumColumn, Sum]]:
    """Yield every sum with its row and column."""
    sums = Sums.of(result)
    for row in result.rows if sums.columns else ():
        yield from ((row, column, sums.at(row, column)) for column in sums.columns)


def _missing(result: Comparison, summed: Sum) -> list[dict[str, str]]:
    return [{"unit": result.columns[number].unit_name, "reason": reason} for number, reason in summed.missing]


def sums_as_lines(result: Comparison, address: SourceAddress) -> Iterator[Record]:
    """Yield the sums as lines of the list of cells, after them: a unit's name says that it is none."""
    for one in sum_records(result, address):
        lacking = f"（{coverage_in_words(one.given, one.of)}）" if one.missing and one.value is not None else ""
        yield Record(
            unit=SUM_NAME + lacking,
            year=one.year,
            stage=one.stage,
            scope="",
            code=one.code,
            item=one.item,
            state=SUM_STATE,
            amount=one.amount,
            value=one.value,
            value_unit=one.value_unit,
            reason=one.reason or missing_in_words(one),
            corrected=one.corrected,
            revision=None,
            table="",
            page=None,
            source="",
            text="",
            other_sources=one.sources,
        )


def sums_as_json(result: Comparison, address: SourceAddress) -> str:
    """Return the sums as a JSON list; numbers are strings so that none loses a digit."""
    return json.dumps([one._asdict() for one in sum_records(result, address)], ensure_ascii=False, default=plain_text)


def sums_as_rows(result: Comparison) -> Iterator[list[Any]]:
    """Yield a sum as the cells of a sheet's row, under ``SUM_HEADINGS``."""
    for one, numbers in zip(sum_records(result, str), parts_as_rows(result), strict=True):
        said = "；".join([*filter(None, [one.reason]), *one.notes])
        figure = [one.year, one.stage, one.code, one.item, one.value, one.value_unit]
        parts = "、".join(run.replace("-", "–") for run in runs(numbers))
        shown = f"{len(numbers)} 处：第 {parts} 行" if numbers else ""
        yield [*figure, coverage_in_words(one.given, one.of), missing_in_words(one), said, shown]


def parts_as_rows(result: Comparison) -> Iterator[list[int]]:
    """Yield for each sum in which rows of the sheet of all cells its parts stand, with their sources."""
    firsts = {row.key: _FIRST_ROW + number * len(result.columns) for number, row in enumerate(result.rows)}
    for row, _column, summed in _sums(result):
        yield [firsts[row.key] + number for number in sorted(summed.parts)]


def missing_in_words(one: SumRecord) -> str:
    """Say which units are missing and why."""
    return "；".join(f"{each['unit']}：{each['reason']}" for each in one.missing)
