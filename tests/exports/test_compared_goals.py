"""A workbook of indicators shows numbers with the signs they are printed with, and words as words."""

import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from disclosures.comparison import Comparison, Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.result import Cell, CellState
from disclosures.comparison.stages import Stage
from disclosures.exports import FORMATS
from disclosures.exports.records import Record
from disclosures.exports.workbook import format_as_shown
from disclosures.models import Unit
from tests.reported import Report, row

WANTED = [
    row("产出指标", "数量指标", "会议次数", "≥1200次", "1,300次", operator=">="),
    row("产出指标", "质量指标", "合格率", "≥95.5%", "98%", operator=">="),
    row("效益指标", "社会效益指标", "=服务能力", "明显提升", "明显提升"),
]


@pytest.mark.parametrize(
    ("shown", "value", "said"),
    [
        ("≥1200次", "1200", '"≥"#,##0"次"'),
        ("≥1,200次", "1200", '"≥"#,##0"次"'),
        (">95.50%", "95.5", '">"#,##0.0"0%"'),
        ("+40", "40", '"+"#,##0'),
        ('"5"个', "5", '#,##0"个"'),
        ("完成6个应用子系统", "6", "#,##0"),
        ("九成", "90", "#,##0"),
    ],
)
def test_a_number_format_says_what_stands_around_the_number(shown: str, value: str, said: str) -> None:
    assert format_as_shown(Cell(CellState.PRINTED, value=Decimal(value), text=shown)) == said


@pytest.fixture
def result(db: None, report: Report) -> Comparison:
    unit = Unit.objects.create(name="信息中心", region="示例市")
    report(unit, 2023, {"经费": WANTED})
    stages = (Stage.ACCOUNTS_BUDGET, Stage.OUTTURN)
    return compare(Selection(units=(unit.pk,), years=(2023,), stages=stages, dimension=Dimension.INDICATORS))


def test_the_sheet_names_every_unit_of_measure_and_takes_no_words_for_a_formula(result: Comparison) -> None:
    book = load_workbook(io.BytesIO(FORMATS["xlsx"].write(result, "标题", lambda place: f"/source/{place}/")))
    sheet = book["比较"]
    shown = {line[1].value: [cell.value for cell in line[2:]] for line in sheet.iter_rows(min_row=5)}
    assert sheet["A2"].value == "印出的值（单位：见各行的计量单位）"
    assert [cell.value for cell in sheet[4]][2:] == ["2023 自评所列指标值", "2023 自评完成值"]
    assert shown["会议次数（次）"] == [1200, 1300]
    assert shown["合格率（%）"] == [95.5, 98]
    assert shown["=服务能力"] == ["明显提升", "明显提升"]
    assert shown["产出指标"] == ["2 项", "2 项"]
    assert not [cell for line in sheet.iter_rows() for cell in line if cell.data_type == "f"]
    lines = list(book["出处"].iter_rows(min_row=2))
    counted = [line for line in lines if line[Record._fields.index("value")].value is not None]
    leads = [line[Record._fields.index("source")].hyperlink.target for line in counted]
    assert [lead.startswith("/source/indicator/") for lead in leads] == [True] * 4
