"""The same statement gives the same facts in whatever order, unit or pages it is printed."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from disclosures.amounts import MoneyUnit
from disclosures.extraction.readings import Fact
from disclosures.vocabulary import TableKind
from tests.extraction.statements.printed import read, statement

LABELS = ["科目编码", "科目名称"]
AMOUNTS = ["支出总计", "基本支出", "项目支出", "一般公共预算", "政府性基金预算", "单位资金"]
ROWS = [
    ["", "合计", "18553", "1646", "16907", "18000", "500", "53"],
    ["208", "社会保障和就业支出", "268", "268", "0", "268", "0", "0"],
    ["20805", "行政事业单位养老支出", "268", "268", "", "268", "", ""],
    ["2080505", "机关事业单位基本养老保险缴费支出", "106.5", "106.5", "", "", "106.5", ""],
    ["214", "交通运输支出", "18285", "1378", "16907", "17732", "500", "53"],
]


def printed(rows: list[list[str]]) -> str:
    return "\n".join(" | ".join(row) for row in rows)


def meanings(facts: list[Fact]) -> Counter[tuple[object, ...]]:
    return Counter(
        (fact.function, fact.item, fact.nature, fact.fund, fact.heading, fact.column, fact.amount) for fact in facts
    )


def facts_of(text: str, unit: MoneyUnit = MoneyUnit.TEN_THOUSAND) -> Counter[tuple[object, ...]]:
    facts, findings = read(statement(TableKind.EXPENDITURE, text, unit=unit))
    assert findings == ()
    return meanings(facts)


EXPECTED = facts_of(printed([LABELS + AMOUNTS, *ROWS]))


@given(labels=st.permutations(range(2)), amounts=st.permutations(range(2, 8)))
def test_in_any_order_of_columns(labels: list[int], amounts: list[int]) -> None:
    order = [*labels, *amounts]

    assert facts_of(printed([[row[n] for n in order] for row in [LABELS + AMOUNTS, *ROWS]])) == EXPECTED


@given(unit=st.sampled_from(list(MoneyUnit)))
def test_in_any_money_unit(unit: MoneyUnit) -> None:
    def converted(text: str) -> str:
        return f"{Decimal(text) * 10_000 / unit.value:f}" if text else ""

    rows = [row[:2] + list(map(converted, row[2:])) for row in ROWS]

    assert facts_of(printed([LABELS + AMOUNTS, *rows]), unit) == EXPECTED


@given(breaks=st.sets(st.integers(1, len(ROWS) - 1)), repeated=st.booleans())
def test_on_any_number_of_pages_with_or_without_the_header_repeated(breaks: set[int], repeated: bool) -> None:
    header = [LABELS + AMOUNTS]
    pages = [ROWS[start:end] for start, end in zip([0, *sorted(breaks)], [*sorted(breaks), len(ROWS)], strict=True)]

    text = "\n\n".join(printed((header if repeated or not n else []) + page) for n, page in enumerate(pages))

    assert facts_of(text) == EXPECTED


@given(blank=st.integers(2, 7))
def test_a_column_without_amounts_changes_no_other(blank: int) -> None:
    rows = [[text if n != blank else "" for n, text in enumerate(row)] for row in ROWS]

    facts = facts_of(printed([LABELS + AMOUNTS, *rows]))

    kept = {key: count for key, count in EXPECTED.items() if key[5] != (LABELS + AMOUNTS)[blank]}
    assert facts == kept


@given(levels=st.booleans())
def test_with_codes_in_one_column_or_in_three(levels: bool) -> None:
    def parted(code: str) -> list[str]:
        return [code[:3], code[3:5], code[5:]] if levels else [code]

    header = [["科目编码", "", "", *LABELS[1:], *AMOUNTS], ["类", "款", "项"] + [""] * 7]
    rows = [[*parted(row[0]), *row[1:]] for row in ROWS]

    assert facts_of(printed([*(header if levels else [LABELS + AMOUNTS]), *rows])) == EXPECTED
