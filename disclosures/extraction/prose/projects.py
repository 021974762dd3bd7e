"""Read projects that prose names with their amounts: their budget and purpose, or how a budget was carried out."""

from __future__ import annotations

import re
from decimal import Decimal

from disclosures.amounts import MoneyUnit
from disclosures.extraction.prose.item_paths import find_path
from disclosures.extraction.prose.paragraphs import Paragraph
from disclosures.extraction.prose.sentences import narrow
from disclosures.extraction.prose.subjects import Reader
from disclosures.extraction.prose.topics import UNKNOWN
from disclosures.extraction.readings import Project

_AMOUNT = r"(?P<{0}>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<{0}_unit>亿元|万元|元)"
_ORDINAL = r"(?:\d{1,2}[.、．]|\(\d{1,2}\)|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))"
_NAME = r"(?P<name>[^,，。;；:\d][^,，。;；:]{1,60}?)"

# 1.综合管理预算150万元，主要用于…。
_PLANNED = re.compile(rf"{_ORDINAL}{_NAME}(?:20\d\d年(?:度)?)?预算(?:数|安排|金额)?(?:为)?{_AMOUNT.format('total')}")
_CONTENT = re.compile(r"主要用于[^。]*。")
# 业务工作经费2023年初预算安排N万元，…全年预算合计N万元。全年执行数为N万元，执行率为P%
_STARTED = re.compile(rf"(?:{_ORDINAL})?{_NAME}(?:20\d\d)?年?初预算(?:安排|数)?(?:为)?{_AMOUNT.format('approved')}")
_REVISED = re.compile(rf"全年预算(?:合计|数|安排)?(?:为)?{_AMOUNT.format('revised')}")
_EXECUTED = re.compile(rf"执行数(?:合计)?(?:为)?{_AMOUNT.format('executed')}")
_RATE = re.compile(r"执行率(?:为|达)?(?P<rate>\d+(?:\.\d+)?)%")


def find_project(paragraph: Paragraph, cells: frozenset[str], reader: Reader) -> Project | None:
    """Return the project that a whole paragraph is about, or None."""
    text = narrow(paragraph.text)
    return _carried_out(paragraph, text, reader) or _planned(paragraph, text, cells, reader)


def _carried_out(paragraph: Paragraph, text: str, reader: Reader) -> Project | None:
    """Return a project with its budget at the start of the year and what was spent of it."""
    started, executed = _STARTED.match(text), _EXECUTED.search(text)
    if not started or not executed or not _is_name(started["name"], reader):
        return None
    revised, rate = _REVISED.search(text), _RATE.search(text)
    return Project(
        name=started["name"],
        approved=_yuan(started, "approved"),
        revised=_yuan(revised, "revised") if revised else None,
        executed=_yuan(executed, "executed"),
        execution_rate=Decimal(rate["rate"]) if rate else None,
        page=paragraph.page,
        box=paragraph.lines[0][1].box,
    )


def _planned(paragraph: Paragraph, text: str, cells: frozenset[str], reader: Reader) -> Project | None:
    """Return a project of a numbered list of projects."""
    planned = _PLANNED.match(text)
    listed = any("项目" in heading.title for heading in paragraph.headings)
    if not planned or not listed or not _is_name(planned["name"], reader):
        return None
    content = _CONTENT.search(paragraph.text)
    return Project(
        name=_plain_name(paragraph.text[planned.start("name") : planned.end("name")], cells),
        total=_yuan(planned, "total"),
        content=content.group() if content else None,
        page=paragraph.page,
        box=paragraph.lines[0][1].box,
    )


def _is_name(words: str, reader: Reader) -> bool:
    """Tell whether words name a project: they are neither a subject of the contract nor a functional item."""
    return find_path(words) is None and reader.subject(words) == UNKNOWN


def _plain_name(printed: str, cells: frozenset[str]) -> str:
    """Return a name without the word 项目 that the sentence adds to it; the tables show which names have it."""
    bare = printed.removesuffix("项目")
    added = bare in cells or bare.endswith((")", "）"))
    return bare if added and printed not in cells else printed


def _yuan(found: re.Match[str], name: str) -> Decimal:
    unit = MoneyUnit.named(found[f"{name}_unit"])
    assert unit is not None  # the pattern takes no other units
    return Decimal(found[name].replace(",", "")) * unit.value
