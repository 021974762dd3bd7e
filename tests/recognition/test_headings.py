"""A line near a table is taken apart into number, title, owner and money unit; other lines are told apart."""

import pytest

from disclosures.recognition.headings import Role, dissect, role_of


@pytest.mark.parametrize(
    ("line", "label", "title"),
    [
        ("公开 03 表：部门支出总表", "公开03表", "部门支出总表"),
        ("收入支出决算总表 公开01表", "公开01表", "收入支出决算总表"),
        ("预算01表 收支预算总表", "预算01表", "收支预算总表"),
        ("财决公开01表", "财决公开01表", None),
        ("公开表一", "公开表一", None),
        ("表 12", "表12", None),
        ("表1-1 部门收入总表", "表1-1", "部门收入总表"),
        ("## 附件 3-1:", "附件3-1", None),
        ("2024 年部门收支总体情况表（部门公开表1）", "部门公开表1", "2024年部门收支总体情况表"),
        ("2.15 一般公共预算支出表", None, "一般公共预算支出表"),
        ("05-2 一般公共预算支出表", None, "一般公共预算支出表"),
        ("（一）收支总表", None, "收支总表"),
        ("收入预算总表（续）", None, "收入预算总表"),
    ],
)
def test_number_and_title_are_taken_apart(line: str, label: str | None, title: str | None) -> None:
    parts = dissect(line)
    assert (parts.label, parts.title) == (label, title)


def test_a_chinese_ordinal_before_a_title_is_kept_aside() -> None:
    parts = dissect("三、2017年度部门支出预算总表")
    assert (parts.ordinal, parts.label, parts.title) == ("三", None, "2017年度部门支出预算总表")


@pytest.mark.parametrize(
    ("line", "owner", "money"),
    [
        ("编制单位：某市财政局 单位：元", "某市财政局", "元"),
        ("部门：某市财政局 2024年 金额单位：万元", "某市财政局", "万元"),
        ("预算单位：元江县教育局", "元江县教育局", None),
        ("单位：万里街道办事处", "万里街道办事处", None),
        ("单 位 ：万元 单位：万元", None, "万元"),
        ("单位：元（列至角分）", None, "元"),
        ("金额单位：人民币元", None, "元"),
        ("单位:万", None, "万元"),
    ],
)
def test_owner_and_money_unit_of_a_caption(line: str, owner: str | None, money: str | None) -> None:
    parts = dissect(line)
    assert (parts.owner, parts.money.label if parts.money else None) == (owner, money)
    assert role_of(line) is Role.CAPTION


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("一、收支总表………………3", Role.CONTENTS),
        ("收支总表 12", Role.CONTENTS),
        ("收支总表 PAGEREF _Toc123 \\h 5", Role.CONTENTS),
        ("目 录", Role.CONTENTS),
        ("- 12 -", Role.PAGE_NUMBER),
        ("第 3 页 共 9 页", Role.PAGE_NUMBER),
        ("注：本表反映部门本年度的总收支情况。", Role.NOTE),
        ("备注：无。", Role.NOTE),
        ("（2024年度）", Role.CAPTION),
        ("续表", Role.CAPTION),
        ("收支总表", Role.HEADING),
        ("本表反映部门年度总体收支预算情况，见下表", Role.PROSE),
        ("2024年部门预算公开表", Role.PROSE),
        ("一、收支预算总表情况说明", Role.PROSE),
    ],
)
def test_lines_are_told_apart(line: str, role: Role) -> None:
    assert role_of(line) is role
