"""Projects of forms, lists and task tables."""

from __future__ import annotations

from decimal import Decimal

from disclosures.amounts import MoneyUnit
from disclosures.vocabulary import Operator, TableKind
from tests.extraction.performance.performance_tables import levels, reading

REVIEW = TableKind.REVIEW_PROJECT
TARGET = TableKind.PERFORMANCE_PROJECT
OVERALL = TableKind.PERFORMANCE_OVERALL

REVIEW_FORM = """
项目名称|公路养护||||||
主管部门|某局|||实施单位|某站||
项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|100|120.00|114.00|10|95.00%|9.5
|其中：当年财政拨款|100|120.00|114.00|—|95.00%|—
其他资金||||||
年度总体目标|预期目标|||实际完成情况|||
|完成养护100公里|||养护已完成|||
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
|产出指标（50分）|数量指标|养护里程|≥100公里|105公里|50|50
|效益指标（40分）|社会效益指标|通行|良好|良好|40|38.5
总分|||||100|98|
填表人：某某||||联系电话：00000000|||
"""


def test_a_self_evaluation_names_one_project_with_its_money_rate_and_score() -> None:
    (project,) = reading(REVIEW, REVIEW_FORM).projects
    assert (project.name, project.approved, project.revised, project.executed) == (
        "公路养护",
        Decimal(1_000_000),
        Decimal(1_200_000),
        Decimal(1_140_000),
    )
    assert (project.execution_rate, project.score, project.annual_goal) == (95, 98, "完成养护100公里")


def test_an_empty_initial_budget_leaves_the_other_amounts_in_their_columns() -> None:
    (project,) = reading(REVIEW, REVIEW_FORM.replace("资金总额|100|", "资金总额||")).projects
    assert (project.approved, project.revised) == (None, Decimal(1_200_000))


def test_a_row_of_funds_that_moved_right_is_read_all_the_same() -> None:
    (project,) = reading(REVIEW, REVIEW_FORM.replace("资金总额|100|", "资金总额||100|")).projects
    assert (project.approved, project.revised, project.execution_rate) == (
        Decimal(1_000_000),
        Decimal(1_200_000),
        Decimal("95.00"),
    )


def test_money_without_a_unit_is_not_money() -> None:
    read = reading(REVIEW, REVIEW_FORM.replace("（万元）", ""), money_unit=None)
    assert read.projects[0].revised is None
    assert [finding.code for finding in read.findings] == ["unread.unit"]


def test_a_name_that_ends_like_a_unit_states_none() -> None:
    read = reading(REVIEW, REVIEW_FORM.replace("公路养护", "维修住宅单元").replace("（万元）", ""), money_unit=None)
    assert (read.projects[0].name, read.projects[0].revised) == ("维修住宅单元", None)


def test_a_label_and_its_amount_may_share_a_cell() -> None:
    read = reading(
        TARGET,
        """
        项目名称：绿化工程|
        年度资金总额（万元）：88.5|其中：财政拨款：88.5
        年度绩效目标：完成绿化|
        一级指标|二级指标|三级指标|指标值
        产出指标|数量指标|面积|10亩
        """,
        money_unit=None,
    )
    (project,) = read.projects
    assert (project.name, project.total, project.annual_goal) == ("绿化工程", Decimal(885_000), "完成绿化")


def test_persons_never_enter_a_field() -> None:
    read = reading(REVIEW, REVIEW_FORM)
    assert "某某" not in repr(read)
    assert "00000000" not in repr(read)


def test_execution_and_total_are_no_indicators() -> None:
    read = reading(REVIEW, REVIEW_FORM)
    assert [levels(indicator) for indicator in read.indicators] == [
        ("产出指标", "数量指标", "养护里程"),
        ("效益指标", "社会效益指标", "通行"),
    ]
    assert [indicator.project for indicator in read.indicators] == ["公路养护", "公路养护"]


def test_a_whole_unit_review_is_one_project_and_its_indicators_have_none() -> None:
    read = reading(TableKind.REVIEW_OVERALL, REVIEW_FORM.replace("项目名称|公路养护", "单位名称|某局"))
    assert [project.name for project in read.projects] == ["某局"]
    assert {indicator.project for indicator in read.indicators} == {None}


def test_a_whole_unit_review_without_a_name_is_named_after_the_unit() -> None:
    nameless = REVIEW_FORM.replace("项目名称|公路养护", "预算年度|2023")
    assert [project.name for project in reading(TableKind.REVIEW_OVERALL, nameless, unit="某局").projects] == ["某局"]


def test_a_second_name_begins_a_second_form() -> None:
    second = REVIEW_FORM.replace("公路养护", "桥梁检测")
    read = reading(REVIEW, REVIEW_FORM, second)
    assert [project.name for project in read.projects] == ["公路养护", "桥梁检测"]
    assert [indicator.project for indicator in read.indicators] == ["公路养护"] * 2 + ["桥梁检测"] * 2


def test_a_goal_that_runs_over_a_page_is_joined() -> None:
    first, rest = REVIEW_FORM.split("绩效指标|一级指标")
    (project,) = reading(REVIEW, first, "|，巡查12次|，巡查完成\n绩效指标|一级指标" + rest).projects
    assert project.annual_goal == "完成养护100公里，巡查12次"


def test_a_label_of_the_next_block_is_no_part_of_the_goal() -> None:
    read = reading(
        TARGET,
        """
        项目名称|水库||
        年度目标|建成一座||
        绩效指标|||
        一级指标|二级指标|三级指标|指标值
        产出指标|数量指标|水库|1座
        """,
    )
    assert read.projects[0].annual_goal == "建成一座"


def test_a_target_form_has_the_money_of_the_term_and_of_the_year() -> None:
    read = reading(
        TARGET,
        """
        项目名称|水库||||
        项目资金（万元）|实施期资金总额：|300|年度资金总额：|100|
        总体目标|实施期目标|||年度目标||
        |建成三座|||建成一座||
        绩效指标|一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值
        |产出指标|数量指标|水库|3座|数量指标|水库|1座
        """,
    )
    (project,) = read.projects
    assert (project.total, project.approved) == (Decimal(3_000_000), Decimal(1_000_000))
    assert (project.term_goal, project.annual_goal) == ("建成三座", "建成一座")
    assert [(indicator.target, indicator.of_term) for indicator in read.indicators] == [("3座", True), ("1座", False)]


def test_targets_of_the_term_above_those_of_the_year_are_told_apart() -> None:
    read = reading(
        TARGET,
        """
        项目名称|水库|||
        绩效指标|一级指标|二级指标|三级指标|指标值
        中期绩效指标|产出指标|数量指标|水库|3座
        ||质量指标|合格率|100%
        年度绩效指标|产出指标|数量指标|水库|1座
        """,
    )
    told = [(indicator.level1, indicator.target, indicator.of_term) for indicator in read.indicators]
    assert told == [("产出指标", "3座", True), ("产出指标", "100%", True), ("产出指标", "1座", False)]


def test_a_form_of_the_term_alone_gives_the_targets_there_are() -> None:
    read = reading(
        TARGET,
        """
        项目名称|水库|||
        绩效指标|一级指标|二级指标|三级指标|指标值
        中期绩效指标|产出指标|数量指标|水库|3座
        """,
    )
    assert [(indicator.target, indicator.of_term) for indicator in read.indicators] == [("3座", False)]


def test_two_levels_with_content_value_and_remark() -> None:
    read = reading(
        TARGET,
        """
        项目名称|绿化
        年度绩效目标|完成绿化
        一级指标|二级指标|指标内容|指标值|备注
        产出指标|数量指标|面积|≥500平方米|
        |质量指标|成活率|95%以上|抽查
        """,
    )
    assert [levels(indicator) for indicator in read.indicators] == [
        ("产出指标", "数量指标", "面积"),
        ("产出指标", "质量指标", "成活率"),
    ]
    assert read.projects[0].annual_goal == "完成绿化"


LIST_HEAD = """
单位代码|单位（专项）名称|资金总额|实施期绩效目标|年度绩效目标|绩效指标||||||
|||||一级指标|二级指标|三级指标|指标值|指标值内容|评（扣分标准）
合计：||50|单位数：|1||||||
001|某局|50||||||||
"""


def test_a_list_has_a_project_for_each_name_and_none_for_the_unit_and_the_sum() -> None:
    read = reading(
        TARGET,
        LIST_HEAD
        + """001|养护|30|路好|年内路好|产出指标|数量指标|数量指标|100公里|里程|100分
            001|桥梁|20|桥好|年内桥|产出指标|数量指标|数量指标|5座|桥|60分
        """,
        """
        001|桥梁|20|桥好|年内桥好|效益指标|社会效益指标|社会效益指标|安全|通行|40分
        """,
        unit="某局",
    )
    assert [(p.name, p.total, p.annual_goal) for p in read.projects] == [
        ("养护", Decimal(300_000), "年内路好"),
        ("桥梁", Decimal(200_000), "年内桥好"),
    ]
    assert [(i.project, i.weight) for i in read.indicators] == [("养护", 100), ("桥梁", 60), ("桥梁", 40)]


def test_a_row_repeated_before_its_project_counts_once() -> None:
    read = reading(
        TARGET,
        LIST_HEAD
        + """001|养护|30|路好|路|产出指标|数量指标|数量指标|100公里|里程|100分
            成本指标|经济成本指标|经济成本指标|20万元|总成本|20分
            001|桥梁|20|桥好|桥|成本指标|经济成本指标|经济成本指标|20万元|总成本|20分
        """,
        unit="某局",
    )
    assert [(i.project, i.target) for i in read.indicators] == [("养护", "100公里"), ("桥梁", "20万元")]
    assert [finding.code for finding in read.findings] == ["repaired.repeated_row"]


def test_a_code_joined_to_a_name_is_taken_off() -> None:
    read = reading(
        TARGET,
        """
        项目名称|年度目标|一级指标|二级指标|三级指标|绩效指标性质|绩效指标值|绩效度量单位|权重
        51000022T000000000001-会议费|开好会议|产出指标|数量指标|会议次数|≥|10|次|20
        """,
    )
    assert [(project.code, project.name) for project in read.projects] == [("51000022T000000000001", "会议费")]
    assert (read.indicators[0].operator, read.indicators[0].unit) == (Operator.AT_LEAST, "次")


def test_tasks_of_a_whole_unit_are_projects_and_their_sum_is_none() -> None:
    read = reading(
        OVERALL,
        """
        单位名称||某中心|主管部门|某局|
        任务名称|主要内容|预算金额（元）|||
        ||总额|其中：财政拨款|其中：其他资金|
        年度主要任务|基本支出|人员和公用|1646|1646|0
        |信息化|系统运维|5779|5000|779
        |金额合计||7425|6646|779
        年度总体目标|保障运行||||
        年度绩效指标|一级指标|二级指标|三级指标||目标值
        |产出指标|数量指标|报告||≥50份
        """,
    )
    assert [(p.name, p.total, p.content) for p in read.projects] == [
        ("基本支出", Decimal(1646), "人员和公用"),
        ("信息化", Decimal(5779), "系统运维"),
    ]
    assert [(i.project, i.target_number) for i in read.indicators] == [(None, Decimal(50))]


def test_a_list_of_self_evaluations_without_indicators_gives_the_projects() -> None:
    read = reading(
        REVIEW,
        """
        序号|项目名称|年初预算数|全年预算数|执行数|执行率|自评得分
        1|养护费|100|110|100|90.91%|95
        2|信息化|50|50|50|100%|98.5
        |合计|150|160|150||
        """,
        money_unit=MoneyUnit.YUAN,
    )
    assert [(p.name, p.approved, p.revised, p.executed, p.execution_rate, p.score) for p in read.projects] == [
        ("养护费", 100, 110, 100, Decimal("90.91"), 95),
        ("信息化", 50, 50, 50, 100, Decimal("98.5")),
    ]
