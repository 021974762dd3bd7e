"""The place an organisation belongs to is the one its name begins with."""

import pytest

from disclosures.recognition.regions import bare_name, is_organisation, region_of


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("25年青河市财政局", None),
        ("gbc_青河市财政局", None),
        ("上海市普陀区规划和自然资源局", "上海市普陀区"),
        ("上海市浦东新区教育局", "上海市浦东新区"),
        ("中共江苏省委办公厅", "江苏省"),
        ("湖南省衡阳市南岳区财政局", "湖南省衡阳市南岳区"),
        ("广州市交通运输局", "广州市"),
        ("连云港市数字化城市管理监督指挥中心", "连云港市"),
        ("山东省济宁市邹城市教育局", "山东省济宁市邹城市"),
        ("深圳市城市管理和综合执法局", "深圳市"),
        ("上海市市场监督管理局", "上海市"),
        ("上海市社区服务中心", "上海市"),
        ("湖北省恩施土家族苗族自治州财政局", "湖北省恩施土家族苗族自治州"),
        ("内蒙古自治区锡林郭勒盟财政局", "内蒙古自治区锡林郭勒盟"),
        ("衡阳县教育局", "衡阳县"),
        ("省委办公厅", None),
    ],
)
def test_region_of_a_name(name: str, region: str | None) -> None:
    assert region_of(name) == region


@pytest.mark.parametrize("text", ["上海市", "上海市普陀区", "本部门", "负责全市交通工作的局"])
def test_places_and_phrases_are_no_organisations(text: str) -> None:
    assert not is_organisation(text)


@pytest.mark.parametrize("name", ["某局（本级）", "某局本级", "某局（单位）"])
def test_the_level_is_no_part_of_the_name(name: str) -> None:
    assert bare_name(name) == "某局"
