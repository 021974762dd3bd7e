"""The basic data of a review give amounts by year, and counts of posts and staff."""

from __future__ import annotations

from disclosures.amounts import MoneyUnit
from disclosures.extraction.statements.base_data import base_data_facts, staff_figures
from disclosures.vocabulary import FactState, TableKind
from tests.extraction.statements.printed import ACCOUNTS, shown, statement

FORM = """
    财政供养人员情况（人） | 编制数 | 2023年实际在职人数 | 控制率
    | 33 | 28 | 84.8%
    经费控制情况（万元） | 2022年决算数 | 2023年预算数 | 2023年决算数
    三公经费 | 2.01 | 6.6 | 1.18
    其中：公车购置 | | |
    项目支出： | | |
    1、运行维护经费 | 9 | | 8
    公用经费 | 7 | 6 | 5
    会议费、培训费 | 3 | 2 | 1
    政府采购金额 | --- | 4 | 4

    部门基本支出预算调整 | | --- | | 9 | | 8
    楼堂馆所控制情况 | 批复规模 | 实际规模 | 规模控制率 | 预算投资 | 实际投资 | 投资概算控制率
    某楼 | 100 | 90 | 90 | 5 | 4 | 80
"""


def test_lines_take_their_meaning_from_their_words_and_the_group_above() -> None:
    table = statement(TableKind.REVIEW_BASE_DATA, FORM.split("\n\n")[0], unit=None)

    facts, findings = base_data_facts(ACCOUNTS, table)

    printed = [fact for fact in facts if fact.state is FactState.PRINTED and fact.fiscal_year == 2023]
    assert shown(printed, "phase", "nature", "item", "heading") == [
        ("approved", None, "three_public", "三公经费", "66000.00"),
        ("outturn", None, "three_public", "三公经费", "11800.00"),
        ("outturn", "project", None, "1、运行维护经费", "80000.00"),
        ("approved", "operating", "operating_total", "公用经费", "60000.00"),
        ("outturn", "operating", "operating_total", "公用经费", "50000.00"),
        ("approved", "operating", None, "会议费、培训费", "20000.00"),
        ("outturn", "operating", None, "会议费、培训费", "10000.00"),
        ("approved", None, "procurement", "政府采购金额", "40000.00"),
        ("outturn", None, "procurement", "政府采购金额", "40000.00"),
    ]
    assert findings == []


def test_a_page_with_other_columns_is_reported_where_their_years_are_unsure() -> None:
    table = statement(TableKind.REVIEW_BASE_DATA, FORM, unit=MoneyUnit.TEN_THOUSAND)

    facts, findings = base_data_facts(ACCOUNTS, table)

    assert not any(fact.page == 2 for fact in facts)
    assert [(finding.code, finding.pages) for finding in findings] == [("unread.column", (2,))]


def test_posts_and_staff_are_counts() -> None:
    figures = staff_figures(statement(TableKind.REVIEW_BASE_DATA, FORM), ACCOUNTS)

    assert [(figure.topic, figure.value, figure.fiscal_year) for figure in figures] == [
        ("staff_established", 33, 2023),
        ("staff_actual", 28, 2023),
    ]


def test_counts_moved_one_column_to_the_right_are_moved_back() -> None:
    form = statement(
        TableKind.REVIEW_BASE_DATA,
        """
        财政供养人员情况（人） | 编制数 | 2023年实际在职人数 | 控制率
        | | 33 | 28
        """,
    )

    assert [(figure.topic, figure.value) for figure in staff_figures(form, ACCOUNTS)] == [
        ("staff_established", 33),
        ("staff_actual", 28),
    ]
