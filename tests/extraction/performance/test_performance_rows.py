"""Indicators whose cells moved, whose labels slipped and whose rows were split over pages."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from disclosures.evidence import Box
from disclosures.extraction.performance.indicator_groups import drop_repeated
from disclosures.extraction.performance.tables import extract_performance
from disclosures.recognition.statements import Identity, StatementTable
from disclosures.vocabulary import TableKind
from tests.extraction.performance.performance_tables import levels, line, page, reading

REVIEW = TableKind.REVIEW_PROJECT
TARGET = TableKind.PERFORMANCE_PROJECT

HEAD = """
项目名称|养护
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
"""


def test_labels_of_merged_cells_are_carried_down() -> None:
    read = reading(
        REVIEW,
        HEAD
        + """产出指标|数量指标|里程|≥100公里|105公里|20|20|
            ||巡查|12次|12次|20|20|
            |质量指标|合格率|100%|99%|20|18|返工
        """,
    )
    assert [levels(indicator) for indicator in read.indicators] == [
        ("产出指标", "数量指标", "里程"),
        ("产出指标", "数量指标", "巡查"),
        ("产出指标", "质量指标", "合格率"),
    ]
    assert read.indicators[2].deviation_reason == "返工"
    assert read.findings == ()


def test_a_row_that_moved_left_or_right_keeps_its_meaning() -> None:
    read = reading(
        REVIEW,
        HEAD
        + """产出指标|数量指标|里程|≥100公里|105公里|20|20|
            数量指标|巡查|12次|12次|20|20|
            |||质量指标|合格率|100%|99%|20|18|
            ||保畅||保障|已保障|10|10|
        """,
    )
    assert [line(indicator) for indicator in read.indicators] == [
        ("里程", "≥100公里", "105公里", "20", "20"),
        ("巡查", "12次", "12次", "20", "20"),
        ("合格率", "100%", "99%", "20", "18"),
        ("保畅", "保障", "已保障", "10", "10"),
    ]
    assert [indicator.level2 for indicator in read.indicators] == ["数量指标", "数量指标", "质量指标", "质量指标"]


def test_columns_may_stand_in_any_order() -> None:
    read = reading(
        TARGET,
        """
        项目名称|培训
        三级指标|一级指标|二级指标|权重|指标值|单位
        培训人数|产出指标|数量指标|30|≥200|人次
        及格率|产出指标|质量指标|20|≥90|%
        """,
    )
    assert [levels(indicator) for indicator in read.indicators] == [
        ("产出指标", "数量指标", "培训人数"),
        ("产出指标", "质量指标", "及格率"),
    ]
    assert [(i.target_number, i.unit, i.weight) for i in read.indicators] == [
        (Decimal(200), "人次", Decimal(30)),
        (Decimal(90), "%", Decimal(20)),
    ]


def test_a_label_without_an_indicator_is_none() -> None:
    read = reading(
        TARGET,
        """
        项目名称|培训
        一级指标|二级指标|三级指标|指标值
        产出指标|数量指标|人数|≥200人
        ||时效指标|
        |成本指标||
        成本指标|生态环境成本指标||
        满意度指标|服务对象满意度指标|学员满意度|≥95%
        """,
    )
    assert [indicator.level3 for indicator in read.indicators] == ["人数", "学员满意度"]


def test_a_lost_first_level_follows_from_the_second() -> None:
    read = reading(
        TARGET,
        """
        项目名称|一级指标|二级指标|三级指标|指标值
        养护|产出指标|数量指标|里程|100公里
        保洁||可持续影响指标|环境|改善
        ||经济效益指标|成本|降低
        """,
    )
    assert [(i.project, i.level1) for i in read.indicators] == [
        ("养护", "产出指标"),
        ("保洁", "效益指标"),
        ("保洁", "效益指标"),
    ]


def test_a_row_split_by_a_page_break_is_one_indicator() -> None:
    read = reading(
        REVIEW,
        HEAD + "产出指标|数量指标|采集报送客票数|>1500万条|服务期（累计达到20|20|20|\n",
        """
        ||据||万）|||
        |质量指标|合格率|100%|99%|20|18|
        """,
    )
    assert [line(indicator)[:3] for indicator in read.indicators] == [
        ("采集报送客票数据", ">1500万条", "服务期（累计达到20万）"),
        ("合格率", "100%", "99%"),
    ]


def test_labels_cut_in_two_by_a_page_break_are_whole_again() -> None:
    read = reading(
        REVIEW,
        HEAD
        + """产出指标|数量指标|里程|100公里|105公里|20|20|
            满意度|服务对用户满意|基本满意|满意|2|2||
        """,
        """
        指标(10分)|象满意度指标|程度|||||
        ||回访|95%以上|98%|8|8|
        """,
    )
    assert [levels(indicator) for indicator in read.indicators[1:]] == [
        ("满意度指标", "服务对象满意度指标", "用户满意程度"),
        ("满意度指标", "服务对象满意度指标", "回访"),
    ]


def test_the_end_of_a_label_before_a_full_row_goes_back_to_its_label() -> None:
    read = reading(
        REVIEW,
        HEAD + "满意度指标(10|服务对象满意|用户|基本满意|满意|2|2|\n",
        "分）|度指标|回访|95%以上|98%|8|8|\n",
    )
    assert [levels(indicator)[:2] for indicator in read.indicators] == [("满意度指标", "服务对象满意度指标")] * 2


def test_captions_decide_where_a_group_ends() -> None:
    read = reading(
        REVIEW,
        HEAD
        + """产出指标(50分)|数量指标|里程|100公里|105公里|50|50|
            效益指标(30分)|社会效益指标|保畅|保障|保障|20|20|
            满意度指标(10分)||安全|提升|提升|10|10|
            |服务对象满意度指标|群众满意度|≥90%|95%|10|10|
        """,
    )
    assert [levels(indicator) for indicator in read.indicators[1:]] == [
        ("效益指标", "社会效益指标", "保畅"),
        ("效益指标", "社会效益指标", "安全"),
        ("满意度指标", "服务对象满意度指标", "群众满意度"),
    ]
    assert [finding.code for finding in read.findings] == ["repaired.level"]


def test_a_label_printed_in_the_middle_of_its_merged_cell_holds_for_all_of_it() -> None:
    read = reading(
        REVIEW,
        HEAD
        + """||里程|100公里|105公里|20|20|
            产出指标(50分)|数量指标|巡查|12次|12次|30|30|
            ||保畅|保障|保障|20|20|
            效益指标(30分)|社会效益指标|安全|提升|提升|10|10|
        """,
    )
    assert [levels(indicator)[:2] for indicator in read.indicators] == [
        ("产出指标", "数量指标"),
        ("产出指标", "数量指标"),
        ("效益指标", "社会效益指标"),
        ("效益指标", "社会效益指标"),
    ]


def test_labels_that_no_list_knows_are_read_where_they_stand() -> None:
    read = reading(
        REVIEW,
        HEAD
        + """部门履职|行业监管|检查次数|10次|10次|50|50|
            |应急处置|响应时间|30分钟|30分钟|40|40|
        """,
    )
    assert [levels(indicator)[:2] for indicator in read.indicators] == [
        ("部门履职", "行业监管"),
        ("部门履职", "应急处置"),
    ]
    assert read.findings == ()


def test_captions_that_do_not_add_up_move_nothing() -> None:
    read = reading(
        REVIEW,
        HEAD
        + """产出指标(60分)|数量指标|里程|100公里|105公里|50|50|
            效益指标(30分)|社会效益指标|保畅|保障|保障|30|30|
        """,
    )
    assert [indicator.level1 for indicator in read.indicators] == ["产出指标", "效益指标"]


def test_a_lost_name_is_reported_and_not_filled_with_the_target() -> None:
    read = reading(
        REVIEW,
        HEAD
        + """产出指标|数量指标|里程|100公里|105公里|20|20|
            ||巡查|12次|12次|20|20|
            ||掌握进度，提升能力|已经掌握了进度|20|20|
        """,
    )
    assert line(read.indicators[2])[:3] == (None, "掌握进度，提升能力", "已经掌握了进度")
    assert [(finding.code, finding.pages) for finding in read.findings] == [("unread.indicator", (1,))]
    assert "该行印有“掌握进度，提升能力、已经掌握了进度" in read.findings[0].message


def test_a_lost_name_is_marked_where_its_indicator_stands() -> None:
    printed = page(HEAD + "产出指标|数量指标|里程|100公里|105公里|20|20\n||掌握进度，提升能力|已经掌握了进度|20|20\n")
    rows = tuple(
        tuple(replace(cell, box=Box(at * 50, row * 10, at * 50 + 50, row * 10 + 10)) for at, cell in enumerate(cells))
        for row, cells in enumerate(printed.rows)
    )
    grids = (replace(printed, rows=rows),)
    table = StatementTable(index=0, kind=REVIEW, title=None, label=None, money_unit=None, grids=grids)
    read = extract_performance(Identity(), (table,))
    (doubt,) = (one for one in read.findings if one.code == "unread.indicator")
    assert doubt.boxes == ((1, read.indicators[-1].box),)


def test_one_label_has_one_spelling_in_a_document() -> None:
    read = reading(
        REVIEW,
        HEAD
        + """效益指标|经济效 益|成本|降低|降低|20|20|
            |社会效益指标|保畅|保障|保障|20|20|
            |经济效益指标|收入|提高|提高|20|20|
        """,
    )
    assert [i.level2 for i in read.indicators] == ["经济效益指标", "社会效益指标", "经济效益指标"]


def test_exchanged_target_and_content_are_put_right() -> None:
    read = reading(
        TARGET,
        """
        项目名称|一级指标|二级指标|三级指标|指标值|指标值内容|评（扣分标准）
        养护|成本指标|经济成本指标|经济成本指标|总成本|10万元|20分
        |产出指标|时效指标|时效指标|及时|完成及时性|10分
        """,
    )
    assert [(i.target, i.explanation, i.weight) for i in read.indicators] == [
        ("10万元", "总成本", Decimal(20)),
        ("及时", "完成及时性", Decimal(10)),
    ]


def test_a_heading_without_a_meaning_is_reported() -> None:
    read = reading(
        TARGET,
        """
        项目名称|养护
        一级指标|二级指标|三级指标|指标值|领域
        产出指标|数量指标|里程|100公里|交通
        """,
    )
    assert [finding.code for finding in read.findings] == ["unread.column"]


def test_a_filled_table_without_a_header_is_reported() -> None:
    read = reading(TARGET, "本表|内容\n甲|乙\n")
    assert [finding.code for finding in read.findings] == ["unread.indicator"]


def test_a_form_without_a_single_indicator_repeats_none() -> None:
    assert drop_repeated([]) == ([], [])
