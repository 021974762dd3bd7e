"""Whose disclosure it is comes from the document's own words; what contradicts itself is reported."""

from collections.abc import Iterable

import pytest

from disclosures.evidence import Block, Finding
from disclosures.recognition import recognise
from disclosures.recognition.statements import Identity
from disclosures.vocabulary import DisclosureKind, Scope
from tests.recognition.documents import budget_by_function, document, grid, lines


def identity(*blocks: Block | Iterable[Block]) -> Identity:
    return recognise(document(*blocks))[0]


def findings(code: str, *blocks: Block | Iterable[Block]) -> list[Finding]:
    return [finding for finding in recognise(document(*blocks))[2] if finding.code == code]


def test_the_cover_names_unit_year_and_kind() -> None:
    found = identity(lines("2023年度", "湖南省某市信息", "中心部门决算", "目录"), lines("湖南省某市信息中心概况"))
    assert (found.unit, found.region) == ("湖南省某市信息中心", "湖南省某市")
    assert (found.fiscal_year, found.kind) == (2023, DisclosureKind.FINAL_ACCOUNTS)


@pytest.mark.parametrize(
    "caption",
    ["预算单位：江苏省某某局", "编制部门：江苏省某某局", "部门：083006 江苏省某某局", "部门：江苏省某某局（本级）"],
)
def test_captions_name_the_unit_where_the_cover_names_only_the_place(caption: str) -> None:
    found = identity(lines("江苏省2024年省级部门预算", "目录", "支出总表", caption), budget_by_function())
    assert (found.unit, found.region) == ("江苏省某某局", "江苏省")


def test_an_owner_on_the_line_after_its_caption_is_read() -> None:
    found = identity(lines("支出总表", "部门：", "江苏省某某局", "单位：万元"), budget_by_function())
    assert found.unit == "江苏省某某局"


def test_the_code_is_the_one_beside_the_unit_s_name() -> None:
    rows = grid("单位代码|单位名称|资金总额", "083001|某市某局|5", "083002|某市某站|4")
    assert identity(lines("项目支出绩效目标表", "单位：某市某局"), rows).unit_code == "083001"


def test_of_several_codes_none_beside_the_name_none_is_taken() -> None:
    rows = grid("单位代码|单位名称|资金总额", "083003|某市某所|5", "083002|某市某站|4")
    assert identity(lines("项目支出绩效目标表", "单位：某市某局"), rows).unit_code is None


@pytest.mark.parametrize(
    ("above", "expected"),
    [("某省某厅", "某省某厅"), ("某省某厅信息中心", None), ("某省某厅信息中心（本级）", None)],
)
def test_a_department_above_is_never_the_unit_itself(above: str, expected: str | None) -> None:
    form = grid(f"主管部门|{above}", "实施单位|某省某厅信息中心")
    found = identity(lines("整体支出绩效目标表", "单位：某省某厅信息中心"), form)
    assert found.supervising_department == expected


@pytest.mark.parametrize(
    ("said", "scope"),
    [
        (["某市某局2024年部门预算", "目录"], Scope.DEPARTMENT),
        (["某市某局2024年单位预算", "目录"], Scope.UNIT),
        (["某市某局2024年部门预算", "目录", "某市某局无下属单位。"], Scope.UNIT),
        (["某市某局2024年部门预算", "目录", "某局部门只有本级，没有其他二级预", "算单位。"], Scope.UNIT),
        (["某市某局2024年部门预算", "目录", "预算单位共计1家，即本级。"], Scope.UNIT),
        (["某市某局2024年部门预算", "目录", "纳入编制范围的只有某局本级。"], Scope.UNIT),
        (["某市某局2024年部门预算", "目录", "下属事业单位包括：某站。", "预算单位共计1家，即本级。"], Scope.DEPARTMENT),
        (["某市某局2024年部门预算", "目录", "下属单位包括：某站。", "编制范围仅包括某局本级。"], Scope.DEPARTMENT),
    ],
)
def test_scope_follows_the_cover_unless_the_body_says_it_is_alone(said: list[str], scope: Scope) -> None:
    assert identity(lines(*said)).scope is scope


@pytest.mark.parametrize(("cover", "year"), [("某市某局2024年度部门决算", 2024), ("某市某局二〇二四年部门预算", 2024)])
def test_the_year_is_the_cover_s_not_the_date_of_publication(cover: str, year: int) -> None:
    assert identity(lines(cover, "2025年8月", "目录"), lines("比2023年增加5万元")).fiscal_year == year


def test_a_year_found_only_inside_the_text_is_reported() -> None:
    blocks = [*lines("项目支出绩效目标表", "单位：某市某局"), grid("一级指标|指标值", "产出指标|2023年12月完成")]
    assert identity(blocks).fiscal_year == 2023
    assert findings("identity.fiscal_year", blocks)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("项目支出绩效目标表", DisclosureKind.PERFORMANCE_TARGET),
        ("项目支出绩效自评表", DisclosureKind.PERFORMANCE_REVIEW),
    ],
)
def test_a_file_of_forms_alone_is_named_by_them(title: str, kind: DisclosureKind) -> None:
    assert identity(lines(title), grid("一级指标|指标值", "产出指标|5")).kind is kind


def test_a_cover_and_titles_of_different_years_are_reported() -> None:
    blocks = [*lines("某市某局2024年部门预算", "目录", "2023年部门支出总表", "单位：元"), budget_by_function()]
    assert identity(blocks).fiscal_year == 2024
    assert findings("identity.fiscal_year", blocks)


def test_a_cover_and_titles_of_different_kinds_are_reported() -> None:
    blocks = [*lines("某市某局2024年部门预算", "目录", "支出决算表", "单位：元"), budget_by_function()]
    assert findings("identity.kind", blocks)


def test_a_heading_with_the_city_s_bureau_for_the_district_s_is_reported() -> None:
    cover = lines("上海市普陀区某某局", "2024年度部门决算", "目录")
    blocks = [*cover, *lines("上海市普陀区某某局概况", "上海市某某局2024年度部门决算表")]
    assert findings("identity.unit", blocks)


def test_a_text_without_any_table_is_one_finding() -> None:
    blocks = lines("某市某局2024年部门预算", "目录", "一、部门概况")
    assert len(findings("completeness.no_tables", blocks)) == 1


def test_a_file_with_a_core_table_is_not_one_without_tables() -> None:
    blocks = [*lines("某市某局2024年部门预算", "目录", "支出总表", "单位：元"), budget_by_function()]
    assert findings("completeness.no_tables", blocks) == []


def test_what_a_web_page_says_of_itself_is_no_cover() -> None:
    furniture = lines(
        "发布日期：2020-09-16 09:46 信息来源：某市林业局", "欢迎来到某市政府网站", "索引号：0001/2020-00067"
    )
    found = identity(furniture, lines("某市林业局2019年度部门决算编制说明", "目录"), lines("某市林业局概况"))
    assert (found.unit, found.fiscal_year) == ("某市林业局", 2019)


def test_a_table_of_a_web_page_s_own_numbers_does_not_end_the_cover() -> None:
    numbers = grid("[ 索引号 ]|115/2025-00067", "[ 发布机构 ]|某县林业局")
    found = identity(numbers, lines("某县林业局（本级）2024年度决算公开说明", "目录"), lines("某县林业局概况"))
    assert (found.unit, found.fiscal_year, found.scope) == ("某县林业局", 2024, Scope.UNIT)


def test_a_title_that_follows_other_lines_of_the_cover_names_the_unit() -> None:
    found = identity(lines("某省重点建设医院", "2023年度某市中医医院单位决算", "目录"), lines("某市中医医院概况"))
    assert found.unit == "某市中医医院"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("某市数据中心2024年度项目支出绩效自评报告", DisclosureKind.PERFORMANCE_REVIEW),
        ("某市数据中心2024年整体支出绩效目标", DisclosureKind.PERFORMANCE_TARGET),
    ],
)
def test_a_report_of_performance_is_named_by_its_title(title: str, kind: DisclosureKind) -> None:
    assert identity(lines(title, "一、基本情况")).kind == kind
