"""Small disclosures as text files, in the form the text reader takes: tab-separated lines are tables."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

BUDGET = """\
{year}年度

{unit}单位预算

目录

第一部分 单位概况
第二部分 {year}年单位预算表

第一部分 单位概况

一、主要职责

负责河道管理工作。

第二部分 {year}年单位预算表

收支总表

公开01表
单位：万元

收入\t\t支出\t
项目\t预算数\t项目\t预算数
一、一般公共预算拨款收入\t1,050.60\t一、一般公共服务支出\t50.60
二、政府性基金预算拨款收入\t\t二、农林水支出\t1,000.00
本年收入合计\t1,050.60\t本年支出合计\t1,050.60
收入总计\t1,050.60\t支出总计\t1,050.60
"""

# Says neither whose budget it is nor of which year.
NAMELESS = """\
收支总表

单位：万元

收入\t\t支出\t
项目\t预算数\t项目\t预算数
收入总计\t7.00\t支出总计\t7.00
"""


def upload(text: str, name: str = "预算.txt") -> SimpleUploadedFile:
    """Return a text as the file a clerk uploads."""
    return SimpleUploadedFile(name, text.encode(), content_type="text/plain")


def budget(unit: str = "青河市水务局", year: int = 2024) -> str:
    """Return the text of a budget."""
    return BUDGET.format(unit=unit, year=year)
