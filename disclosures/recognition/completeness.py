"""Know the tables that every budget or final account has to have, and say where a file has none of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disclosures.evidence import Finding
from disclosures.recognition.statements import StatementTable
from disclosures.vocabulary import DisclosureKind, Severity, TableKind

# The statements of the ministry's rules on publishing (财办预〔2016〕143号), by their usual names. Any kind in a
# group will do: basic expenditure may stand on its own or within the general public budget by economic class.
CoreTable = tuple[str, frozenset[TableKind]]
_CORE: tuple[CoreTable, ...] = (
    ("收支总表", frozenset({TableKind.REVENUE_EXPENDITURE})),
    ("收入总表", frozenset({TableKind.REVENUE})),
    ("支出总表", frozenset({TableKind.EXPENDITURE})),
    ("财政拨款收支总表", frozenset({TableKind.APPROPRIATION})),
    ("一般公共预算支出表", frozenset({TableKind.GENERAL_PUBLIC_EXPENDITURE})),
    (
        "一般公共预算基本支出表",
        frozenset(
            {
                TableKind.BASIC_EXPENDITURE_DEPARTMENTAL,
                TableKind.BASIC_EXPENDITURE_GOVERNMENT,
                TableKind.GENERAL_PUBLIC_ECONOMIC,
            }
        ),
    ),
    ("“三公”经费支出表", frozenset({TableKind.THREE_PUBLIC})),
    ("政府性基金预算支出表", frozenset({TableKind.GOVERNMENT_FUNDS})),
)
_STATE_CAPITAL = ("国有资本经营预算支出表", frozenset({TableKind.STATE_CAPITAL}))
_STATE_CAPITAL_FROM = 2020  # added to the final accounts for 2019, and taken up everywhere within a year
_WITH_TABLES = frozenset({DisclosureKind.BUDGET, DisclosureKind.FINAL_ACCOUNTS})


def core_tables(kind: DisclosureKind | None, year: int | None) -> tuple[CoreTable, ...]:
    """Return the tables that a disclosure of a kind and year has to have: none where it is neither of the two."""
    if kind not in _WITH_TABLES:
        return ()
    with_capital = kind is DisclosureKind.FINAL_ACCOUNTS and year is not None and year >= _STATE_CAPITAL_FROM
    return (*_CORE, _STATE_CAPITAL) if with_capital else _CORE


def no_tables(tables: Sequence[StatementTable], kind: DisclosureKind | None, year: int | None) -> Iterator[Finding]:
    """Yield a finding where a budget or final account has no core table at all: they are filed apart, or unread."""
    core = core_tables(kind, year)
    present = {table.kind for table in tables}
    if core and all(present.isdisjoint(kinds) for _, kinds in core):
        message = "文件中没有找到任何预决算报表；若报表另有文件，请一并上传。"
        yield Finding(code="completeness.no_tables", severity=Severity.WARNING, message=message)
