"""Give every column of a statement its part: code, name, owner, year, amount, or nothing of interest."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from disclosures.amounts import is_blank, parse_number
from disclosures.codes import name_of
from disclosures.evidence import Cell
from disclosures.extraction.statements.headers import Path
from disclosures.extraction.statements.words import is_total, plain


class Part(Enum):
    """What the cells of a column are; of a margin (serial numbers, units' codes) only a total's label counts."""

    CODE = auto()
    NAME = auto()
    OWNER = auto()
    YEAR = auto()
    MARGIN = auto()
    AMOUNT = auto()
    IGNORED = auto()


LABEL_PARTS = frozenset({Part.CODE, Part.NAME, Part.OWNER, Part.YEAR, Part.MARGIN})


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its number in the grid, its headings from the top, its part.

    ``level`` is 0, 1 or 2 for the code columns 类, 款 and 项, None for a column of whole codes.
    """

    number: int
    path: Path
    part: Part
    level: int | None = None

    @property
    def heading(self) -> str:
        """Return the lowest heading."""
        return self.path[-1] if self.path else ""


_LEVELS = {"类": 0, "款": 1, "项": 2}
_IGNORED = re.compile(
    r"^(?:行次|序号|栏次|备注|说明|附注|(?:采购)?组织形式|采购方式|计量单位|规格|.*数量|.*单价)|"
    # What is said of a row beside its name, which would else be taken for the name.
    r"(?:原因|依据|理由|(?:主要|工作)内容|资金用途|期限|时间|日期|负责人|规格型号|领域)$|"
    r"^(?:预算)?(?:单位|部门)(?:\((?:单位|部门)\))?(?:代|编)码"
)
_CODES = re.compile(r"编码|代码|编号")
_OWNERS = re.compile(r"^(?:预算|编制|主管|所属|项目)?(?:单位|部门)(?:\((?:单位|部门)\))?(?:名称)?$")
_YEARS = re.compile(r"^(?:预算)?年[度份]$")
# Headings of names, of amounts, and of either, whatever a shifted row puts below them.
_NAMES = re.compile(r"名称$|科目$|^.{0,4}项目(?:\(.*\))?$|^内容$|^类型$")
_SURE_AMOUNTS = re.compile(r"(?:数|额|合计|小计|总计)(?:\(.*\))?$")
_AMOUNTS = re.compile(r"额|数|计|支出|收入|资金|经费|费用?|拨款|结转|结余|(?:预算|基金|经营|公共)(?:\(.*\))?$")
# Digits and what is written among them: an amount even where it was printed so that it cannot be read.
_FIGURES = re.compile(r"[^\u4e00-\u9fffA-Za-z]*\d[^\u4e00-\u9fffA-Za-z]*(?:万?元)?")
_CODE = re.compile(r"[235]\d{2}(?:\d{2}){0,2}")
# A total's label may stand in a column of codes, and a shifted row puts a number among names.
_MOSTLY = 0.6
# Under a heading that may be of amounts; one amount among ten names is a row that has moved.
_SOME = 0.2


def classify(paths: tuple[Path, ...], body: Sequence[Sequence[Cell]]) -> tuple[Column, ...]:
    """Return the columns with their parts: a telling heading decides, else what the cells hold."""
    texts = [[row[number].text.strip() for row in body] for number in range(len(paths))]
    return tuple(_column(number, path, texts[number]) for number, path in enumerate(paths))


def _column(number: int, path: Path, texts: list[str]) -> Column:
    heading = plain(path[-1]) if path else ""
    if heading in _LEVELS:
        return Column(number, path, Part.CODE, _LEVELS[heading])
    if _IGNORED.search(heading):
        return Column(number, path, Part.MARGIN if any(map(is_total, texts)) else Part.IGNORED)
    for part, words in ((Part.CODE, _CODES), (Part.YEAR, _YEARS)):
        if words.search(heading):
            return Column(number, path, part)
    return Column(number, path, _by_content(heading, [text for text in texts if not is_blank(text)]))


def _by_content(heading: str, texts: list[str]) -> Part:
    if _OWNERS.search(heading):
        return Part.OWNER
    if not texts:
        # A column of blanks between amounts is one of amounts; without a heading it is none at all.
        names = bool(_NAMES.search(heading)) or "分类" in heading
        return Part.NAME if names else Part.AMOUNT if heading else Part.IGNORED
    numbers = _share(texts, lambda text: parse_number(text) is not None)
    if numbers and not _AMOUNTS.search(heading) and _are_codes(texts):
        return Part.CODE
    if _SURE_AMOUNTS.search(heading):
        return Part.AMOUNT
    named = numbers < 1 and _NAMES.search(heading)
    figures = _share(texts, lambda text: bool(_FIGURES.fullmatch(text)))
    enough = _SOME if _AMOUNTS.search(heading) else _MOSTLY
    return Part.AMOUNT if figures >= enough and not named else Part.NAME


def _are_codes(texts: list[str]) -> bool:
    """Tell whether numbers have the form of codes and most of them are codes: 250 and 300 may be amounts."""
    formed = _share(texts, lambda text: bool(_CODE.fullmatch(text))) == 1
    return formed and _share(texts, lambda text: name_of(text) is not None) > 1 - _MOSTLY


def _share(texts: list[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, texts)) / len(texts) if texts else 0.0
