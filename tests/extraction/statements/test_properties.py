"""A statement printed badly gives its facts or a finding, and never a number that it does not hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from disclosures.amounts import MoneyUnit
from disclosures.evidence import Cell, Grid
from disclosures.extraction.readings import Fact
from disclosures.recognition.statements import StatementTable
from disclosures.vocabulary import TableKind
from tests.extraction.statements.printed import read

Rows = tuple[tuple[str, ...], ...]
Meanings = Counter[tuple[object, ...]]

# Headings of every depth, so that permuting columns also takes merged headings apart.
COLUMNS = {
    TableKind.EXPENDITURE: (
        ("合计",), ("基本支出", "小计"), ("基本支出", "人员经费"), ("基本支出", "公用经费"),
        ("项目支出",), ("经营支出",),
    ),
    TableKind.GENERAL_PUBLIC_EXPENDITURE: (
        ("2023年执行数",), ("2024年预算数", "小计"), ("2024年预算数", "基本支出"), ("2024年预算数", "项目支出"),
    ),
    TableKind.REVENUE: (
        ("本年收入合计",), ("财政拨款收入",), ("上级补助收入",), ("事业收入",), ("经营收入",), ("其他收入",),
        ("上年结转",),
    ),
    TableKind.GOVERNMENT_FUNDS: (
        ("年初结转和结余",), ("本年收入",), ("本年支出", "小计"), ("本年支出", "项目支出"), ("年末结转和结余",),
    ),
}  # fmt: skip
CODES = (
    ("201", "一般公共服务支出"), ("20103", "政府办公厅（室）及相关机构事务"), ("2010301", "行政运行"),
    ("208", "社会保障和就业支出"), ("2080505", "机关事业单位基本养老保险缴费支出"), ("221", "住房保障支出"),
)  # fmt: skip


@dataclass(frozen=True)
class Printed:
    """A statement as it stands on paper: two header rows, body rows, both with as many cells."""

    kind: TableKind
    header: Rows
    body: Rows
    unit: MoneyUnit = MoneyUnit.TEN_THOUSAND

    def in_order(self, order: Sequence[int]) -> Printed:
        """Return the statement with its columns in another order."""
        return replace(self, header=_ordered(self.header, order), body=_ordered(self.body, order))


def _ordered(rows: Rows, order: Sequence[int]) -> Rows:
    return tuple(tuple(row[n] for n in order) for row in rows)


@st.composite
def statements(draw: st.DrawFn) -> Printed:
    """Draw a statement with amounts of two decimals, some of them blank."""
    kind = draw(st.sampled_from(list(COLUMNS)))
    amounts = st.one_of(st.just(""), st.integers(0, 9_999_999).map(lambda fen: f"{Decimal(fen) / 100:,.2f}"))
    paths = COLUMNS[kind]
    rows = draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=5, unique=True))
    body = [("", "合计"), *rows]
    header = (
        ("科目编码", "科目名称", *(path[0] for path in paths)),
        ("", "", *(path[1] if len(path) > 1 else "" for path in paths)),
    )
    return Printed(kind, header, tuple((*row, *(draw(amounts) for _ in paths)) for row in body))


def grids(printed: Printed, pages: Sequence[Rows]) -> tuple[Grid, ...]:
    return tuple(
        Grid(tuple(tuple(map(Cell, row)) for row in page), page=number) for number, page in enumerate(pages, 1) if page
    )


def facts_of(printed: Printed, pages: Sequence[Rows] | None = None) -> tuple[Meanings, bool]:
    """Return the facts, and whether a finding says that something was not read."""
    table = StatementTable(
        index=0, kind=printed.kind, title="表", label=None, money_unit=printed.unit,
        grids=grids(printed, pages or [printed.header + printed.body]),
    )  # fmt: skip
    facts, findings = read(table)
    return Counter(map(_meaning, facts)), any(finding.code.startswith("unread.") for finding in findings)


def _meaning(fact: Fact) -> tuple[object, ...]:
    dimensions = (fact.direction, fact.fiscal_year, fact.phase, fact.fund, fact.nature)
    return (*dimensions, fact.function, fact.item, fact.amount)


def assert_same_or_said(expected: Meanings, printed: Printed, pages: Sequence[Rows] | None = None) -> None:
    facts, doubtful = facts_of(printed, pages)

    assert not facts - expected
    assert facts == expected or doubtful


@given(printed=statements(), data=st.data())
def test_permuted_columns_and_other_money_units_give_the_same_facts(printed: Printed, data: st.DataObject) -> None:
    labels = data.draw(st.permutations(range(2)))
    amounts = data.draw(st.permutations(range(2, len(printed.header[0]))))
    unit = data.draw(st.sampled_from(list(MoneyUnit)))

    moved = in_unit(printed, unit).in_order([*labels, *amounts])

    assert facts_of(moved) == facts_of(printed)


def in_unit(printed: Printed, unit: MoneyUnit) -> Printed:
    def converted(text: str) -> str:
        return f"{Decimal(text.replace(',', '')) * printed.unit.value / unit.value:f}" if text else ""

    body = tuple(row[:2] + tuple(map(converted, row[2:])) for row in printed.body)
    return replace(printed, body=body, unit=unit)


@given(printed=statements(), data=st.data())
def test_ghost_columns_of_double_borders_change_no_amount(printed: Printed, data: st.DataObject) -> None:
    width = len(printed.header[0])
    ghosts = data.draw(st.sets(st.integers(0, width - 1), max_size=4))
    shifted = data.draw(st.booleans())

    def widened(row: tuple[str, ...], moves: bool) -> tuple[str, ...]:
        """Put a ghost right of some columns; in the body the cell may stand in the ghost instead."""
        pairs = (((("", text) if moves else (text, "")) if n in ghosts else (text,)) for n, text in enumerate(row))
        return tuple(text for pair in pairs for text in pair)

    header = tuple(widened(row, False) for row in printed.header)
    body = tuple(widened(row, shifted) for row in printed.body)

    assert_same_or_said(facts_of(printed)[0], replace(printed, header=header, body=body))


@given(printed=statements(), data=st.data())
def test_pages_with_the_header_repeated_or_not_and_split_rows(printed: Printed, data: st.DataObject) -> None:
    breaks = sorted(data.draw(st.sets(st.integers(1, len(printed.body) - 1))))
    repeated = data.draw(st.booleans())
    numbered = data.draw(st.booleans())
    header = (*printed.header, _numbers(len(printed.header[0]))) if numbered else printed.header
    pages = [printed.body[start:end] for start, end in zip([0, *breaks], [*breaks, None], strict=True)]
    pages = _split(pages, data.draw(st.integers(1, 3)), data.draw(st.booleans()))

    printed_pages = [(header if repeated or not number else ()) + page for number, page in enumerate(pages)]

    assert_same_or_said(facts_of(printed)[0], printed, printed_pages)


def _numbers(width: int) -> tuple[str, ...]:
    return ("栏次", "", *(str(n) for n in range(1, width - 1)))


def _split(pages: Sequence[Rows], length: int, amounts_below: bool) -> list[Rows]:
    """Cut the name of each page's last row in two; its amounts stay above or go below with the rest of the name."""
    cut = [list(page) for page in pages]
    for page, after in pairwise(cut):
        code, name, *amounts = page[-1]
        blanks = [""] * len(amounts)
        above, below = (blanks, amounts) if amounts_below else (amounts, blanks)
        kept = min(length, len(name) - 1)
        page[-1] = (code, name[:kept], *above)
        after.insert(0, ("", name[kept:], *below))
    return [tuple(page) for page in cut]


@given(printed=statements(), data=st.data())
def test_a_row_moved_beside_its_columns_is_moved_back_or_reported(printed: Printed, data: st.DataObject) -> None:
    # The label of a total may stand in any column of labels, so that one cannot see its row move.
    place = data.draw(st.integers(1, len(printed.body) - 1))
    left = data.draw(st.booleans())
    # A column without cells on either side, so that no cell falls off.
    header = tuple(("预算单位" if not number else "", *row, "") for number, row in enumerate(printed.header))
    body = [("", *row, "") for row in printed.body]
    body[place] = (*printed.body[place], "", "") if left else ("", "", *printed.body[place])

    assert_same_or_said(facts_of(printed)[0], replace(printed, header=header, body=tuple(body)))
