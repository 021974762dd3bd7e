"""Write indicators as CSV lines: printed texts and typed values side by side, each with the address of its source."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosures.models import PerformanceIndicator
from disclosures.tables.indicators import source_address
from disclosures.tables.performance import plain

COLUMNS: Mapping[str | Promise, Callable[[PerformanceIndicator], Any]] = {
    _("单位"): lambda one: one.unit.name,
    _("年度"): lambda one: one.fiscal_year,
    _("文件"): lambda one: one.revision.disclosure.get_kind_display(),
    _("项目"): lambda one: one.project.name if one.project else "",
    _("一级指标"): lambda one: one.level1,
    _("二级指标"): lambda one: one.level2,
    _("三级指标"): lambda one: one.level3,
    _("符号"): lambda one: one.get_operator_display() if one.operator else "",
    _("指标值（原文）"): lambda one: one.target,
    _("指标值（数字）"): lambda one: plain(one.target_number),
    _("计量单位"): lambda one: one.measure,
    _("指标值种类"): lambda one: one.get_target_kind_display(),
    _("完成值（原文）"): lambda one: one.actual,
    _("完成值（数字）"): lambda one: plain(one.actual_number),
    _("判断"): lambda one: one.get_verdict_display(),
    _("判断理由"): lambda one: one.get_verdict_reason_display(),
    _("分值"): lambda one: plain(one.weight),
    _("得分"): lambda one: plain(one.score),
    _("扣分"): lambda one: plain(one.points_lost),
    _("偏差原因"): lambda one: one.deviation_reason,
    _("页码"): lambda one: one.page or "",
}
# Excel takes UTF-8 for what it is only after this mark.
MARK = "\ufeff"


class _Echo:
    """A file that hands each line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def sheet_lines(indicators: Iterable[PerformanceIndicator], absolute: Callable[[str], str]) -> Iterator[str]:
    """Yield the header and a line for each indicator."""
    writer = csv.writer(_Echo())
    yield MARK + writer.writerow([*map(str, COLUMNS), str(_("出处"))])
    for one in indicators:
        cells = [_safe(str(value(one))) for value in COLUMNS.values()]
        yield writer.writerow([*cells, absolute(source_address("indicator", one.pk))])


def _safe(text: str) -> str:
    """Keep a cell that begins like a formula from being one: =100% and -5 are texts here."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
