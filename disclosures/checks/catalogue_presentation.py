"""Declare the rules about what every file has to hold: required tables and sections, full headings, whole pages."""

from __future__ import annotations

from disclosures.checks import completeness, presentation
from disclosures.checks.rule import Rule
from disclosures.vocabulary import Severity

_NONE = "无容差：只看有没有，不比大小。"

PRESENTATION_RULES: tuple[Rule, ...] = (
    Rule(
        code="completeness.missing_table",
        title="必备的报表都在",
        severity=Severity.WARNING,
        formula=(
            "预算有收支、收入、支出、财政拨款收支、一般公共预算支出、一般公共预算基本支出、“三公”、政府性基金八张表；"
            "决算自2020年度起另有国有资本经营预算支出表；目录列有而正文没有题名的为错误，其余为疑点"
        ),
        tolerance=_NONE,
        needs="预决算报表",
        matters="财预〔2016〕143号规定了必须公开的表，缺表是公开检查首先要看的。",
        example="目录列有“支出决算表”，正文从收入决算表直接到财政拨款收入支出决算总表。",
        truth=completeness.required_tables_are_there,
    ),
    Rule(
        code="completeness.section",
        title="必备的说明都在",
        severity=Severity.WARNING,
        formula="说明文字提到机关运行经费、“三公”经费、政府采购、国有资产占有使用、预算绩效、名词解释",
        tolerance="只要提到就算有：各地的标题与编排不同。",
        needs="说明文字",
        matters="财预〔2016〕143号规定了必须说明的事项，没有的也要写明没有。",
        example="全文没有提到国有资产，也没有写车辆与设备。",
        truth=presentation.required_sections_are_there,
    ),
    Rule(
        code="completeness.table_heading",
        title="每张表写明年度、单位与金额单位",
        severity=Severity.HINT,
        formula="表题、表头或表上方的文字写有年度、单位名称与金额单位",
        tolerance=_NONE,
        needs="报表",
        matters="表常被单独转发，没有年度或单位就不知道是谁的、哪一年的。",
        example="《收入决算表》只写“单位：万元”，没有年度和编制单位。",
        truth=presentation.tables_are_headed_in_full,
    ),
    Rule(
        code="completeness.stray_page",
        title="没有空白页与断页",
        severity=Severity.HINT,
        formula="封面之后的每一页都有文字，或有不止一行的表格",
        tolerance="图片页不算空白页：只有读不到任何内容的页才提示。",
        needs="分页的文件",
        matters="断下来的合计行单独成页，读者看不出它属于哪张表。",
        example="第15页只有一行“合计”。",
        truth=presentation.pages_are_whole,
    ),
)
