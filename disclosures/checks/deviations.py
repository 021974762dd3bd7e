"""Assert that what a review says was missed, cancelled or done is what its indicators and goals say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosures.checks.document import Document
from disclosures.checks.passages import Passage
from disclosures.checks.performance import indicator_place, where_indicator
from disclosures.checks.rule import Breach, Holds, Outcome, Unread
from disclosures.evidence import Cell, Place
from disclosures.extraction.readings import Indicator
from disclosures.recognition.headings import compact
from disclosures.recognition.statements import StatementTable
from disclosures.vocabulary import TableKind

_FORMS = (TableKind.REVIEW_OVERALL, TableKind.REVIEW_PROJECT)
_UNDONE = re.compile(r"初稿|暂停|中止|终止|取消|停滞|推迟|延期|未(?:完成|执行|开展|实施|启动|达到)")
_DENIED = re.compile(r"(?:不|无|未|没有)(?:得|被|曾|再)?(?:暂停|中止|终止|取消|停滞|推迟|延期)")
_RATE = re.compile(r"率(?:为|达|约)?(?P<rate>\d[\d.]*)[%％]")
_MONTH = re.compile(r"20\d\d年\d{1,2}月")
_FULL = Decimal(100)
_DEVIATION = re.compile(
    r"(?P<target>\d[\d.]*)(?P<unit>[^\d，,。；;]{1,2})(?:以上|以下|以内)?[，,]实际完成(?:值|数)?(?:为)?"
    r"(?P<actual>\d[\d.]*)(?P=unit)"
)
_SUBJECT = re.compile(r"[（(](?P<name>[^（）()]{4,})[)）]$")
_STAGE = re.compile(r"第?[一二三四五六七八九十\d]期$")
_CLAUSE = re.compile(r"[，,。；;：:]")
_RESULT = "实际完成情况"
_GOAL = "预期目标"
_SHARED = 6  # 农村客运补贴资金 and 农村客运补贴与…: names that share as many characters are one project


def full_scores_are_earned(document: Document) -> Iterator[Outcome]:
    """Yield the full scores of indicators whose own words say that the work was not finished as it was planned."""
    for one in document.said.indicators:
        if one.score is None or one.score != one.weight or not one.actual:
            continue
        why = _unearned(compact(one.target or ""), compact(one.actual))
        if not why:
            yield Holds()
            continue
        said = f"指标值{one.target}，完成值{one.actual}，分值{one.weight}，得分{one.score}"
        message = f"{where_indicator(document, one)}：“{one.level3}”{why}，却得了满分（{said}），请核对。"
        yield Breach(message=message, places=(indicator_place(one, said),), table=one.table, formula=said)


def _unearned(target: str, actual: str) -> str:
    """Say why an actual value does not earn full points; empty where its words leave that open."""
    if _UNDONE.search(_DENIED.sub("", actual)) and not _UNDONE.search(target):
        return "完成值写有未完成、暂停一类的情况"
    rate = _RATE.search(actual)
    if rate and Decimal(rate["rate"].rstrip(".")) < _FULL and "%" not in target and "％" not in target:
        return f"完成值写明只完成{rate['rate']}%"
    planned, done = set(_MONTH.findall(target)), set(_MONTH.findall(actual))
    if len(planned) > 1 and len(done) > 1 and planned != done:
        return "完成的时间段与指标值不同"
    return ""


def stated_deviations_are_indicators(document: Document) -> Iterator[Outcome]:
    """Yield the deviations of the prose (目标100人，实际完成0人) that no indicator prints."""
    if not document.of_kind(*_FORMS) or not document.said.indicators:
        return
    for passage in document.passages:
        for found in _DEVIATION.finditer(passage.text):
            if _is_of_unformed_project(document, passage):
                yield Unread("文字所说的项目没有自评表")
            elif any(_is_deviation(one, found) for one in document.said.indicators):
                yield Holds()
            else:
                yield _without_indicator(passage, found)


def _without_indicator(passage: Passage, found: re.Match[str]) -> Breach:
    place = passage.place(found)
    page = f"第{place.page}页" if place.page else "文中"
    message = f"{page}：文字说明的偏差“{found.group()}”在自评表中没有对应的指标，请核对。"
    return Breach(message=message, places=(place,), formula=found.group())


def _is_deviation(one: Indicator, found: re.Match[str]) -> bool:
    numbers = (Decimal(found["target"].rstrip(".")), Decimal(found["actual"].rstrip(".")))
    return (one.target_number, one.actual_number) == numbers


def _is_of_unformed_project(document: Document, passage: Passage) -> bool:
    """Tell whether a paragraph begins with the name of a project that has no form: nothing can be compared."""
    formed = {one.name for one in document.said.projects if one.table is not None}
    told = {one.name for one in document.said.projects if one.table is None} - formed
    return any(name[:_SHARED] in passage.text for name in told if len(name) >= _SHARED)


def results_agree_with_indicators(document: Document) -> Iterator[Outcome]:
    """Yield the subjects that 实际完成情况 tells as done, and an indicator of the same form as cancelled."""
    for table in document.of_kind(*_FORMS):
        result = _result_of(table)
        if result is None:
            continue
        yield Holds()
        clauses = _CLAUSE.split(compact(result.text))
        for one in document.said.indicators:
            subject = _subject(one) if one.table == table.index else None
            told = next((clause for clause in clauses if subject and clause.startswith(subject)), None)
            if told and not _UNDONE.search(told):
                yield _contradicted(document, one, told, Place(_RESULT, told, table.pages[0] if table.pages else None))


def _subject(one: Indicator) -> str | None:
    """Return what a cancelled indicator is about: 短信平台 of 平台运行可靠性（短信平台第二期）."""
    actual = _DENIED.sub("", compact(one.actual or ""))
    found = _SUBJECT.search(compact(one.level3 or ""))
    if found is None or not re.search(r"取消|未(?:执行|开展|实施|启动)", actual):
        return None
    return _STAGE.sub("", found["name"])


def _contradicted(document: Document, one: Indicator, told: str, place: Place) -> Breach:
    message = (
        f"{where_indicator(document, one)}：“{one.level3}”的完成值为“{one.actual}”，“{_RESULT}”却写“{told}”，请核对。"
    )
    return Breach(message=message, places=(place, indicator_place(one, one.actual or "")), table=one.table)


def _result_of(table: StatementTable) -> Cell | None:
    """Return the cell below 实际完成情况, beside the one below 预期目标."""
    for grid in table.grids:
        for head, body in zip(grid.rows, grid.rows[1:], strict=False):
            names = [compact(cell.text) for cell in head]
            if _RESULT in names and _GOAL in names:
                cell = body[names.index(_RESULT)]
                return cell if cell.text else None
    return None
