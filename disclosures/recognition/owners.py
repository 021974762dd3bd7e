"""Find the unit that publishes a document and the department above it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from disclosures.recognition.clues import Clues, Known, Owner
from disclosures.recognition.regions import bare_name, is_organisation, region_of

_COVER_TITLE = re.compile(
    r"^(?:第.{1,2}部分)?(?:关于)?(?:20\d\d年?度?)?(?P<name>[\u4e00-\u9fff（）()、]{4,40}?)(?:20\d\d年?度?)?(?:省级|市级|区级|县级)?"
    r"(?:部门|单位)?(?:本级)?(?:汇总|综合)?(?:整体支出|项目支出)?(?:预算|决算|绩效)"
)
_DATED = re.compile(r"20\d\d年")
_OVERVIEW = re.compile(r"^(?:第[一二]部分)?(?P<name>[\u4e00-\u9fff（）()]{4,40}?)(?:概况|主要职能|主要职责|机构设置)$")
_SAID = re.compile(r"(?P<name>[\u4e00-\u9fff（）()]{4,30}?)20\d\d年度?(?:部门|单位)?(?:预算|决算|收入|支出|收支)")
_LEADING_CODE = re.compile(r"^[\[【（(]?\d{3,12}[\]】）)]?[-－—_]?")
_CONFIRMED = 2  # a name on the cover that recurs in the text is no accident of joining the cover's lines
# What a body's own name may have more than the short form that a table prints of it.
_SAME_BODY = re.compile(r"(?:中共|中国共产党)?(?:办事处|机关|本级|本部)?")
_ABOVE = re.compile(r"主管部门")


def unit_of(clues: Clues) -> Known[str] | None:
    """Return the unit by the surest source that names an organisation."""
    for source, confidence, names in _sources(clues):
        found = Counter(bare for name in names if is_organisation(bare := bare_name(name)))
        if found:
            return Known(found.most_common(1)[0][0], confidence, source)
    return None


def _sources(clues: Clues) -> Iterator[tuple[str, float, Iterable[str]]]:
    """Yield the names of the unit by source, the surest source first."""
    titles = ("".join(clues.cover), *(line for line in clues.cover if _DATED.search(line)))
    titled = [found["name"] for title in titles if (found := _COVER_TITLE.match(title))]
    yield "封面", 0.95, (name for name in titled if clues.text.count(bare_name(name)) >= _CONFIRMED)
    yield "编制单位", 0.95, _publishers(clues.captions)
    yield "封面", 0.85, (*titled, *(line for line in clues.cover if region_of(line)))
    yield "单位名称", 0.7, _publishers(clues.labelled)
    yield "标题", 0.7, (found["name"] for line in clues.lines if (found := _OVERVIEW.match(line)))
    yield "正文", 0.5, (found["name"] for line in clues.lines if (found := _SAID.search(line)))


def _publishers(owners: Iterable[Owner]) -> list[str]:
    """Return the names that stand for the unit itself; 预算主管部门 on a cover is the unit, 主管部门 is not."""
    return [_name(owner) for owner in owners if not _ABOVE.search(owner.word) or owner.word.startswith("预算")]


def _name(owner: Owner) -> str:
    return _LEADING_CODE.sub("", owner.name)


def supervising_of(clues: Clues, unit: str | None) -> Known[str] | None:
    """Return the department above the unit, where the document names another than the unit itself."""
    stated = [owner for owner in (*clues.captions, *clues.labelled) if _ABOVE.search(owner.word)]
    captioned = [owner for owner in clues.captions if owner.word.endswith(("部门", "部门名称"))]
    for owners, confidence in ((stated, 0.9), (captioned, 0.6)):
        for name, _ in Counter(_name(owner) for owner in owners).most_common():
            bare = bare_name(name)
            if is_organisation(bare) and not _same_body(bare, unit):
                return Known(bare, confidence, owners[0].word)
    return None


def _same_body(name: str, unit: str | None) -> bool:
    """Tell whether two names are of one body: equal, or one the short form of the other."""
    if unit is None:
        return False
    short, long = sorted((name, unit), key=len)
    return short in long and _SAME_BODY.fullmatch(long.replace(short, "", 1)) is not None
