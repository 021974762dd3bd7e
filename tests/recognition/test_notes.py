"""A table is declared empty exactly where a note says so without a condition."""

import pytest

from disclosures.evidence import Grid
from tests.recognition.documents import budget_by_function, grid, lines, tables_of

EMPTY = grid("科目编码|科目名称|合计", "合计||")
ZERO = grid("科目编码|科目名称|合计", "合计||0.00")
FILLED = budget_by_function()


@pytest.mark.parametrize(
    ("note", "printed", "declared"),
    [
        ("注：本部门无政府性基金预算安排的支出，故本表无数据。", EMPTY, True),
        ("说明：本单位没有国有资本经营预算收入和支出，故本表为空表。", ZERO, True),
        ("注：本表本年无发生额。", ZERO, True),
        ("说明：本部门无相关收支项目。", EMPTY, True),
        ("（无政府性基金支出）", EMPTY, True),
        ("注：本部门无“三公”经费预算，故本表为空表。", FILLED, True),
        ("注：此表如无数字则表示单位无该项支出。", ZERO, False),
        ("注：以上报表中，空表表示本部门无相关收支情况。", EMPTY, False),
        ("注：本部门无因公出国支出。", FILLED, False),
        ("注：本表反映部门本年度各项支出情况。", EMPTY, False),
        ("注：无。", FILLED, False),
    ],
)
def test_notes_that_declare_a_table_empty(note: str, printed: Grid, declared: bool) -> None:
    (table,) = tables_of(lines("政府性基金预算支出表"), printed, lines(note))
    assert table.declared_empty is declared
    assert [line.text for line in table.notes] == [note]


def test_a_note_in_a_row_of_the_grid_counts() -> None:
    (table,) = tables_of(lines("政府性基金预算支出表"), grid("科目|合计", "合计|", "注：故本表无数据。|"))
    assert table.declared_empty


def test_a_table_that_only_says_none_is_empty() -> None:
    (table,) = tables_of(grid("项目名称|预算数（万元）|绩效目标", "无|0|无"))
    assert table.declared_empty


def test_wrapped_and_numbered_notes_stay_together() -> None:
    printed = ["注：1.本表反映部门本年度的总收支和年末结转", "结余情况。", "2.本套报表可能存在尾数误差。"]
    first, second = tables_of(lines("收支总表"), FILLED, lines(*printed, "支出总表"), FILLED)
    assert [line.text for line in first.notes] == printed
    assert second.title == "支出总表"
