"""Gather what a document says about itself: its cover, owner captions, labelled cells and headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from disclosures.evidence import Cell, Grid, Line, SourceDocument
from disclosures.recognition.headers import is_frame
from disclosures.recognition.headings import Role, compact, dissect, role_of
from disclosures.recognition.statements import StatementTable

_COVER_LINES = 12  # a cover names place, year, unit, owner and printer, some of them over two lines
# What a web page says of itself above the document: dates and numbers of its own, the way to it, a welcome.
_PAGE_FURNITURE = re.compile(
    r"^\W*(?:监督)?(?:索\s?引\s?号|发文字号|文\s?号|备注/文号|主题分类|体裁分类|发布(?:机构|机关|单位|日期|时间)|成文日期|公文生成日期"
    r"|(?:公开)?(?:日期|时间)|(?:信息|文章)?来源|[有时]效性|点击|浏览|阅读|字[体号]|打印|分享|(?:您?的?当前|您的)位置|首页|导航|欢迎|作者"
    r"|(?:责任)?编辑|审核人|保密审查|版权)"
)
_OWNER_WORD = re.compile(r"^[（(]?([^:：]{2,12}?)(?:[（(][^（）()]{1,6}[)）])*[:：]")
_LABELLED = re.compile(
    r"(?:预算|项目|业务)?主管部门(?:[（(]单位[)）]|及代码)?|实施单位|(?:预算)?(?:部门|单位)(?:[（(]单位[)）]|单位)?名称"
)


Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Known(Generic[Value]):
    """One thing known about a document: the value, how sure it is (0 to 1) and the words that say it."""

    value: Value
    confidence: float
    source: str


@dataclass(frozen=True, slots=True)
class Owner:
    """An organisation named by a caption or a labelled cell: 编制单位：某局, 主管部门 | 某厅."""

    word: str
    name: str


@dataclass(frozen=True, slots=True)
class Clues:
    """What a document says about itself, without spaces."""

    cover: tuple[str, ...]
    lines: tuple[str, ...]
    titles: tuple[str, ...]
    captions: tuple[Owner, ...]
    labelled: tuple[Owner, ...]
    cells: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return all lines as one run of text, so that a sentence broken by a line or page is whole again."""
        return "".join(self.lines)


def gather(source: SourceDocument, tables: Iterable[StatementTable]) -> Clues:
    """Return the clues of a document."""
    grids = list(source.grids())
    return Clues(
        cover=tuple(_cover(source)),
        lines=tuple(compact(text) for _, text in _running(source)),
        titles=tuple(table.title for table in tables if table.title),
        captions=tuple(_captions(source)),
        labelled=tuple(owner for grid in grids for row in grid.rows for owner in _labelled(row)),
        cells=tuple(compact(cell.text) for grid in grids for row in grid.rows for cell in row if cell.text),
    )


def _running(source: SourceDocument) -> Iterator[tuple[int | None, str]]:
    """Yield the running text with its pages: the lines, and the words in frames."""
    for block in source.blocks:
        if not isinstance(block, Grid):
            yield block.page, block.text
        elif is_frame(block):
            yield from ((block.page, row[0].text) for row in block.rows if row[0].text)


def _cover(source: SourceDocument) -> Iterator[str]:
    """Yield the lines of the first page, up to the contents and the first table, without a web page's furniture."""
    first = source.blocks[0].page if source.blocks else None
    blocks = [block for block in source.blocks if not _is_furniture(block)]
    for number, block in enumerate(blocks):
        table = isinstance(block, Grid) and not is_frame(block)
        if table or block.page != first or number >= _COVER_LINES:
            return
        texts = [row[0].text for row in block.rows] if isinstance(block, Grid) else [block.text]
        for text in filter(None, texts):
            if role_of(text) is Role.CONTENTS or "。" in text:
                return
            yield compact(text)


def _is_furniture(block: Line | Grid) -> bool:
    """Tell whether a block is what a web page says of itself; a small table of such lines is, too."""
    if isinstance(block, Grid):
        firsts = [row[0].text for row in block.rows if row]
        return bool(firsts) and all(_PAGE_FURNITURE.match(text) for text in firsts)
    return _PAGE_FURNITURE.match(block.text) is not None


def _captions(source: SourceDocument) -> Iterator[Owner]:
    """Yield the owners that captions outside and at the top of the grids name."""
    waiting: str | None = None
    for text in _caption_texts(source):
        parts = dissect(text)
        found = _OWNER_WORD.match(compact(text))
        if waiting is not None and parts.rest:
            yield Owner(waiting, parts.rest)
        waiting = None
        if parts.owner and found:
            yield Owner(found.group(1), parts.owner)
        elif parts.owner == "" and found:
            waiting = found.group(1)


def _caption_texts(source: SourceDocument) -> Iterator[str]:
    for block in source.blocks:
        if not isinstance(block, Grid):
            yield block.text
            continue
        for row in block.rows[:3] if not is_frame(block) else block.rows:
            yield from (cell.text for cell in row if "：" in cell.text or ":" in cell.text)


def _labelled(row: tuple[Cell, ...]) -> Iterator[Owner]:
    """Yield the organisations that stand right of a cell such as 主管部门."""
    texts = [compact(cell.text) for cell in row if cell.text]
    for word, name in pairwise(texts):
        if _LABELLED.fullmatch(word):
            yield Owner(word, name)
