"""What a sentence states: its subject, its value with sign and unit, and its year."""

from __future__ import annotations

from decimal import Decimal

from disclosures.vocabulary import Direction, DisclosureKind, FigureUnit, Phase
from tests.extraction.prose.literal_lines import reading, said, topics

D = Decimal


def test_a_total_with_its_parts_and_their_shares() -> None:
    sentence = "2024年度支出合计500万元，其中：基本支出300万元，占60%；项目支出200万元，占40%。"
    assert said(sentence) == [
        ("total_expenditure", D(5000000), 2024),
        ("basic", D(3000000), 2024),
        ("share:basic", D(60), 2024),
        ("project", D(2000000), 2024),
        ("share:project", D(40), 2024),
    ]


def test_a_change_has_the_sign_of_its_word_and_the_subject_of_its_sentence() -> None:
    sentence = "2024年“三公”经费预算10万元，比2023年预算减少2.5万元，下降20%。"
    assert said(sentence)[1:] == [
        ("change_amount:three_public", D(-25000), 2024),
        ("change_percent:three_public", D(-20), 2024),
    ]


def test_a_change_may_stand_before_its_subject_or_follow_in_a_sentence_of_its_own() -> None:
    assert said("与上年相比，公务接待费支出增加1万元。") == [("change_amount:reception", D(10000), 2024)]
    assert topics("项目支出预算数为40万元。与上年相比减少2万元。") == ["project", "change_amount:project"]


def test_a_change_that_the_template_left_open_is_not_read() -> None:
    assert topics("会议费预算3万元，比上年增加（减少）1万元。") == ["conferences"]


def test_no_change_in_words_is_no_figure() -> None:
    assert topics("机关运行经费8万元，与上年预算持平。") == ["operating_costs"]


def test_an_amount_of_the_year_before_has_that_year() -> None:
    assert said("收入总计90万元，比2023年年初预算数80万元增加10万元。") == [
        ("total_revenue", D(900000), 2024),
        ("total_revenue", D(800000), 2023),
        ("change_amount:total_revenue", D(100000), 2024),
    ]
    assert said("培训费预算2万元（上年预算3万元）。")[1] == ("training", D(30000), 2023)


def test_budget_and_outturn_are_two_figures_with_their_phases() -> None:
    sentence = "“三公”经费支出预算为6万元，支出决算为5万元，完成预算的83.33%。"
    figures = reading(sentence, kind=DisclosureKind.FINAL_ACCOUNTS).figures
    assert [(figure.value, figure.phase) for figure in figures] == [
        (D(60000), Phase.APPROVED),
        (D(50000), Phase.OUTTURN),
    ]


def test_expenses_in_brackets_do_not_change_what_the_sentence_goes_on_about() -> None:
    sentence = "公务用车购置及运行费8万元（公务用车购置费0万元，公务用车运行维护费8万元），比上年减少1万元。"
    assert topics(sentence) == ["vehicles", "vehicle_purchase", "vehicle_operation", "change_amount:vehicles"]


def test_what_a_reason_names_is_no_figure_but_what_follows_a_semicolon_is() -> None:
    sentence = "会议费2万元，主要原因是基本支出增加1万元；培训费3万元。"
    assert topics(sentence) == ["conferences", "training"]


def test_a_part_of_an_amount_is_not_the_amount() -> None:
    assert topics("培训费6万元，其中1万元用于职工培训。") == ["training"]
    assert topics("授予中小企业合同金额8万元，占政府采购支出总额的20%。") == []
    assert topics("2024年财政拨款支出总计50万元，包含本年支出40万元，年末结转和结余10万元。") == []


def test_both_sides_may_be_stated_at_once() -> None:
    assert topics("2024年收入、支出预算总计70万元。") == ["total_revenue", "total_expenditure"]


def test_the_heading_gives_the_subject_where_the_sentence_has_none() -> None:
    assert said("（三）公务接待费", "2024年预算数0.5万元，比上年减少0.1万元。") == [
        ("reception", D(5000), 2024),
        ("change_amount:reception", D(-1000), 2024),
    ]
    assert topics("第三部分 部门预算支出情况", "甲市教育局预算80万元，包括项目支出30万元。") == [
        "total_expenditure",
        "project",
    ]


def test_the_heading_tells_of_which_budget_the_appropriation_is() -> None:
    assert topics("五、一般公共预算财政拨款支出情况说明", "2024年度财政拨款支出60万元。") == ["general_public"]
    assert topics("四、财政拨款收入支出情况说明", "2024年度财政拨款支出60万元。") == []


def test_procurement_by_kind() -> None:
    sentence = "政府采购支出总额9万元，其中：政府采购货物支出2万元、政府采购工程支出3万元、政府采购服务支出4万元。"
    assert topics(sentence) == ["procurement", "procurement_goods", "procurement_works", "procurement_services"]
    assert topics("商品和服务支出4万元。") == []


def test_units_become_yuan() -> None:
    assert [value for _, value, _ in said("基本支出1.5亿元，项目支出12,345.67元。")] == [
        D("150000000.0"),
        D("12345.67"),
    ]


def test_vehicles_are_counted_on_the_day_that_is_named() -> None:
    sentence = "截至2023年12月31日，本部门共有车辆5辆，其中，执法执勤用车2辆；单价50万元以上设备3台。"
    assert said(sentence) == [("vehicle_count", D(5), 2023)]
    assert topics("2024年拟购置公务用车1辆。") == []


def test_staff_established_actual_and_retired() -> None:
    found = reading("事业编制总数30人，实有在编人数28人；离休1人，退休12人。").figures
    assert [(figure.topic, figure.value) for figure in found] == [
        ("staff_established", D(30)),
        ("staff_actual", D(28)),
        ("staff_retired", D(1)),
        ("staff_retired", D(12)),
    ]
    assert {figure.unit for figure in found} == {FigureUnit.COUNT}


def test_money_under_performance_management_is_that_of_projects() -> None:
    assert topics("2024年度，编报绩效目标的项目共4个，涉及预算资金70万元。") == ["project"]


def test_general_public_money_among_revenue_is_revenue() -> None:
    figures = reading("2024年收入预算90万元，其中，一般公共预算拨款90万元。").figures
    assert [figure.direction for figure in figures] == [Direction.REVENUE, Direction.REVENUE]


def test_terms_that_are_explained_state_nothing() -> None:
    assert topics("第四部分 名词解释", "一、基本支出：指单价在50元的支出，如基本支出10万元。") == []


def test_several_amounts_under_the_same_words_are_not_guessed_apart() -> None:
    assert topics("与上年相比，收、支总计各减少12.67、25.70万元，各下降3.51%、8.28%。") == []
    assert topics("基本支出和项目支出分别为10万元、20万元。") == []
    assert topics("培训费2万元，占5%。") == ["training", "share:training"]


def test_what_was_spent_in_all_on_something_is_not_the_whole_expenditure() -> None:
    assert topics("国内公务接待支出3.1万元，国内公务接待42批次，共计支出3.1万元。") == []


def test_a_fund_that_pays_for_named_spending_is_no_total_of_its_own() -> None:
    assert topics("按政府采购资金类型划分，一般公共预算拨款1.7万元。") == []
    assert topics("一般公共预算财政拨款支出1.7万元。") == ["general_public"]


def test_parts_of_money_of_another_name_are_not_those_of_the_unit() -> None:
    sentence = "另外，下属单位事业运行经费预算安排30万元，其中：基本支出预算10万元，项目支出预算20万元。"
    assert topics(sentence) == []
    assert topics("支出预算安排30万元，其中：基本支出预算10万元。") == ["total_expenditure", "basic"]


def test_cars_may_be_called_by_their_short_name() -> None:
    assert topics("公车购置及运行费9万元（其中公务用车购置费3万元，公车运行费6万元）。") == [
        "vehicles",
        "vehicle_purchase",
        "vehicle_operation",
    ]


def test_parts_of_one_item_are_not_those_of_the_unit() -> None:
    assert topics("初中教育支出20万元，其中：基本支出20万元，项目支出0元。") == []
    assert topics("教育支出类科目20万元，其中：基本支出15万元，项目支出5万元。") == ["function:205"]
    assert topics("一般公共预算支出20万元，其中：基本支出15万元，项目支出5万元。") == [
        "general_public",
        "basic",
        "project",
    ]
