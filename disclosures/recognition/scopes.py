"""Find whether a disclosure is of a department with its subordinate units or of one unit alone."""

from __future__ import annotations

import re

from disclosures.recognition.clues import Clues, Known
from disclosures.vocabulary import Scope

_LONGEST_HEADING = 40
# A body that says it has no unit below it publishes for itself alone, even under the heading 部门预算.
_ALONE = re.compile(
    r"(?:无|没有|未设|不存在)(?:其他|独立核算的?|所属)*(?:下属|二级|所属|下级)(?:预算|决算|独立核算|事业|行政)*(?:单位|机构)"
    r"|(?:无|没有)其他(?:预算|决算)单位"
)
# Weaker words: a department may budget for itself only and yet have units that keep their own books.
_ONLY_ITSELF = re.compile(
    r"(?:只有|仅有|仅为|只包括|仅包括|仅含|只含)[^，。；]{0,30}(?:本级|本单位)"
    r"|(?:预算|决算)单位(?:共计?|仅|只有)?(?:1|一)[家个](?![^，。]{0,20}和)"
)
_HAS_OTHERS = re.compile(r"(?:下属|所属|下设)(?:事业|行政|预算|二级)*单位(?:包括|有|为|：|:|共|如下)")
_UNIT = re.compile(r"单位(?:综合)?(?:预算|决算)(?!单位|编码)")
_DEPARTMENT = re.compile(r"部门(?:汇总|综合)?(?:预算|决算)(?!经济|支出经济|单位)")
_LEVEL = re.compile(r"[（(]?(?:本级|机关本级)[)）]?(?:20\d\d年?度?)?(?:部门|单位)?(?:预算|决算)")


def scope_of(clues: Clues, supervised: bool, codes: int) -> Known[Scope] | None:
    """Return the scope by the surest words that tell it; ``codes`` counts the units that the tables list."""
    cover = "".join(clues.cover)
    if found := _UNIT.search(cover) or _LEVEL.search(cover) or _alone(clues.text):
        return Known(Scope.UNIT, 0.9, found.group())
    if supervised:
        return Known(Scope.UNIT, 0.7, "主管部门")
    if found := _DEPARTMENT.search(cover):
        return Known(Scope.DEPARTMENT, 0.9, found.group())
    if codes == 1:
        return Known(Scope.UNIT, 0.6, "单位代码")
    headings = "\n".join((*clues.titles, *(line for line in clues.lines if len(line) <= _LONGEST_HEADING)))
    named = _majority(len(_UNIT.findall(headings)), len(_DEPARTMENT.findall(headings)), 0.6, "标题")
    words = [owner.word for owner in clues.captions]
    return named or _majority(sum("单位" in w for w in words), sum("部门" in w for w in words), 0.4, "编制单位")


def _alone(text: str) -> re.Match[str] | None:
    """Find the words that say a body has no unit below it."""
    return _ALONE.search(text) or (None if _HAS_OTHERS.search(text) else _ONLY_ITSELF.search(text))


def _majority(units: int, departments: int, confidence: float, source: str) -> Known[Scope] | None:
    if units == departments:
        return None
    return Known(Scope.UNIT if units > departments else Scope.DEPARTMENT, confidence, source)
