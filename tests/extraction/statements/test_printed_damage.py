"""Rows that a page break or a lost cell has damaged are mended where that is certain, and else reported."""

from __future__ import annotations

from disclosures.amounts import MoneyUnit
from disclosures.evidence import Box, Cell, Grid
from disclosures.extraction.statements.page_breaks import mended
from disclosures.recognition.statements import StatementTable
from disclosures.vocabulary import TableKind
from tests.extraction.statements.printed import read, shown, statement


def cells(*texts: str) -> tuple[Cell, ...]:
    return tuple(map(Cell, texts))


def texts(row: tuple[Cell, ...]) -> list[str]:
    return [cell.text for cell in row]


def test_a_name_split_by_a_page_break_is_put_together_where_that_makes_a_known_name() -> None:
    above, below = mended(cells("三、其他资金", "", "八、社会保障和就", "7"), cells("", "", "业支出", ""))

    assert texts(above) == ["三、其他资金", "", "八、社会保障和就业支出", "7"]
    assert texts(below) == ["", "", "", ""]


def test_the_amount_beside_the_rest_of_a_split_name_belongs_to_the_name() -> None:
    above, below = mended(cells("社会保障和就", "", "二、项目支出", ""), cells("业支出", "7", "", "3"))

    assert texts(above) == ["社会保障和就业支出", "7", "二、项目支出", ""]
    assert texts(below) == ["", "", "", "3"]


def test_an_open_bracket_is_closed_by_the_rest_on_the_next_page() -> None:
    above, below = mended(cells("台式计算机（20万以", "3"), cells("下）", ""))

    assert texts(above) == ["台式计算机（20万以下）", "3"]
    assert texts(below) == ["", ""]


def test_two_whole_names_stay_two() -> None:
    rows = cells("一、外交支出", "1"), cells("二、国防支出", "2")

    assert mended(*rows) == rows


def test_a_row_moved_by_one_column_is_moved_back_where_its_sum_proves_it() -> None:
    table = statement(
        TableKind.EXPENDITURE,
        """
        预算单位 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
        某中心 | | | 10 | 6 | 4 |
        | 201 | 一般公共服务支出 | 10 | 6 | 4 |
        20101 | 人大事务 | 10 | 6 | 4 | |
        | | 2010101 | 行政运行 | 10 | 6 | 4
        """,
    )

    facts, findings = read(table)

    assert shown(facts, "function", "nature")[6:] == [
        ("20101", None, "100000.00"),
        ("20101", "basic", "60000.00"),
        ("20101", "project", "40000.00"),
        ("2010101", None, "100000.00"),
        ("2010101", "basic", "60000.00"),
        ("2010101", "project", "40000.00"),
    ]
    assert findings == ()


def test_a_moved_row_whose_sum_proves_nothing_is_reported_and_not_read() -> None:
    table = statement(
        TableKind.EXPENDITURE,
        """
        预算单位 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
        | 201 | 一般公共服务支出 | 10 | 6 | 4
        20101 | 人大事务 | 11 | 6 | 4 |
        """,
    )

    facts, findings = read(table)

    assert {fact.function for fact in facts} == {"201"}
    assert [finding.code for finding in findings] == ["unread.shifted"]


def test_subtotals_belong_to_the_class_named_below_them_after_a_page_break() -> None:
    table = statement(
        TableKind.BASIC_EXPENDITURE_GOVERNMENT,
        """
        政府经济分类 | | 金额
        总计 | | 7
        504 机关资本性支出（二） | 小计 | 2
        | 50401 房屋建筑物购建 | 1

        政府经济分类 | | 金额
        504 机关资本性支出（二） | 50499 其他资本性支出 | 1
        | 小计 | 5
        505 对事业单位经常性补助 | 50501 工资福利支出 | 5
        | 小计 | 0
        506 对事业单位资本性补助 | 50601 资本性支出（一） | 0
        """,
        title="一般公共预算基本支出表",
    )

    facts, _ = read(table)

    assert shown(facts, "economic", "item") == [
        (None, "total", "70000.00"),
        ("504", None, "20000.00"),
        ("50401", None, "10000.00"),
        ("50499", None, "10000.00"),
        ("505", None, "50000.00"),
        ("50501", None, "50000.00"),
        ("506", None, "0.00"),
        ("50601", None, "0.00"),
    ]


def test_the_subtotal_of_a_group_is_the_group() -> None:
    table = statement(
        TableKind.REVENUE,
        """
        项目名称 | | 金额
        收入总计 | | 9
        一般公共预算资金 | 小计 | 7
        | 公共财政拨款（补助）资金 | 7
        | 小计 | 2
        其他资金 | 其他收入 | 2
        """,
    )

    facts, _ = read(table)

    assert shown(facts, "item", "heading") == [
        ("total", "收入总计", "90000.00"),
        ("general_public", "小计", "70000.00"),
        ("general_public_regular", "公共财政拨款（补助）资金", "70000.00"),
        ("own_funds", "小计", "20000.00"),
        ("other_revenue", "其他收入", "20000.00"),
    ]


def test_a_page_with_fewer_columns_is_placed_by_the_position_of_its_cells() -> None:
    edges = [0.0, 40.0, 100.0, 140.0, 180.0]
    first = Grid(
        tuple(
            tuple(
                Cell(text, Box(left, top, right, top + 10))
                for text, left, right in zip(row, edges, edges[1:], strict=False)
            )
            for top, row in enumerate(
                [
                    ["科目编码", "科目名称", "合计", "项目支出"],
                    ["201", "一般公共服务支出", "5", "5"],
                    ["204", "公共安全支出", "4", "4"],
                ]
            )
        ),
        page=1,
    )
    second = Grid(
        ((Cell("合计", Box(0, 0, 100, 10)), Cell("9", Box(100, 0, 140, 10)), Cell("9", Box(140, 0, 180, 10))),), page=2
    )
    table = StatementTable(
        index=0,
        kind=TableKind.EXPENDITURE,
        title="支出总表",
        label=None,
        money_unit=MoneyUnit.TEN_THOUSAND,
        grids=(first, second),
    )

    facts, findings = read(table)

    assert shown(facts, "item", "nature", "page")[4:] == [
        ("total", None, "2", "90000.00"),
        ("total", "project", "2", "90000.00"),
    ]
    assert findings == ()


def test_a_page_that_fits_under_no_header_is_reported() -> None:
    table = statement(
        TableKind.EXPENDITURE,
        """
        科目编码 | 科目名称 | 合计 | 基本支出
        201 | 一般公共服务支出 | 5 | 5

        204 | 公共安全支出 | 5
        """,
    )

    facts, findings = read(table)

    assert {fact.function for fact in facts} == {"201"}
    assert [finding.code for finding in findings] == ["unread.column"]
