"""A table or column is found again next year by its title and headings, whatever year they print."""

from __future__ import annotations

import pytest

from disclosures.meanings import ColumnMeaning, Meanings, TableMeaning, same_path, same_title
from disclosures.vocabulary import TableKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024年收入总表", "收入总表"),
        ("2024年度收入总表", "2025 年度收入总表"),
        ("“三公”经费支出表", "三公经费支出表"),
        ("支出表（按 经济分类）", "支出表(按经济分类)"),
    ],
)
def test_a_title_is_the_same_over_the_years(one, other):
    assert same_title(one) == same_title(other)


def test_titles_of_other_words_differ():
    assert same_title("收入总表") != same_title("收入决算表")


def test_a_year_in_a_heading_counts_from_that_of_the_file():
    headings = ("库区收益", "2024年返还", "2023年决算数")
    assert same_path(headings, 2024) == ("库区收益", "[+0]返还", "[-1]决算数")
    assert same_path(headings, 2024) == same_path(("库区收益", "2025年返还", "2024年度决算数"), 2025)
    assert same_path(headings, 2024) != same_path(headings, 2025)


TABLE = TableMeaning(title="水库情况表", headings=("编码", "名称", "合计", "收益"), kind=TableKind.EXPENDITURE)


@pytest.mark.parametrize(
    ("title", "headings", "is_it"),
    [
        ("2025年水库情况表", ("编码", "名称", "合计", "收益"), True),
        ("水库情况表", ("编码", "名称", "合计", "备注"), True),
        ("水库情况表", ("水库", "库容", "高程", "收益"), False),
        ("水库一览表", ("编码", "名称", "合计", "收益"), False),
        (None, ("编码", "名称", "合计", "收益"), False),
    ],
)
def test_a_table_is_known_by_its_title_and_most_of_its_header(title, headings, is_it):
    assert (Meanings(tables=(TABLE,)).of_table(title, headings) is TABLE) == is_it


def test_a_table_without_a_title_is_known_by_all_of_its_header():
    untitled = TableMeaning(title="", headings=("编码", "收益"), kind=TableKind.EXPENDITURE)
    known = Meanings(tables=(untitled,))
    assert known.of_table(None, ("编码", "收益")) is untitled
    assert known.of_table(None, ("编码", "收益", "备注")) is None


def test_a_column_is_known_by_its_table_and_all_headings_above_it():
    column = ColumnMeaning(title="收入总表", kind=TableKind.REVENUE, path=("库区收益", "[+0]返还"))
    known = Meanings(columns=(column,))
    of_next_year = known.of_columns("2025年收入总表", TableKind.REVENUE, 2025)
    assert of_next_year.of(("库区收益", "2025年返还")) is column
    assert of_next_year.of(("库区收益", "2024年返还")) is None
    assert of_next_year.of(("2025年返还",)) is None
    assert known.of_columns("支出总表", TableKind.REVENUE, 2025).of(("库区收益", "2025年返还")) is None


def test_in_tables_without_a_title_a_column_is_known_by_the_kind_of_table():
    column = ColumnMeaning(title="", kind=TableKind.REVENUE, path=("库区收益",))
    known = Meanings(columns=(column,))
    assert known.of_columns(None, TableKind.REVENUE, 2025).of(("库区收益",)) is column
    assert known.of_columns(None, TableKind.EXPENDITURE, 2025).of(("库区收益",)) is None
