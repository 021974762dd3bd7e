"""Assert what every file has to show beside its figures: required sections, complete table headings, whole pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosures.checks.completeness import STATEMENTS
from disclosures.checks.document import Document
from disclosures.checks.rule import Breach, Holds, Outcome, Unread
from disclosures.evidence import Grid, Place
from disclosures.recognition.completeness import core_tables
from disclosures.recognition.headings import compact
from disclosures.recognition.statements import StatementTable

# What the prose has to explain (财预〔2016〕143号), with the words that any such explanation contains.
SECTIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("机关运行经费", re.compile(r"机关运行")),
    ("“三公”经费", re.compile(r"三公")),
    ("政府采购", re.compile(r"采购")),
    ("国有资产占有使用", re.compile(r"国有资产|共有车辆|共有公务用车")),
    ("预算绩效", re.compile(r"绩效")),
    ("名词解释", re.compile(r"名词解释")),
)
_FEWEST_PARAGRAPHS = 10  # a file of tables alone has a few lines of text too: its prose is filed apart
_YEAR = re.compile(r"20\d\d")
_MONEY = re.compile(r"(?:金额)?单位[:：]?(?:人民币)?[百千万亿]*元")
_OWNER = re.compile(r"(?:单位|部门|机关)(?:名称)?(?:[(（]公章[)）])?[:：]")
_HEADER_ROWS = 4
_AFTER_THE_COVER = 2  # covers are often drawn and not written
# What a page holds, each line as 0 and each grid as its rows, where it is no page of its own.
_STRAY = {(): "没有文字和表格（空白页，或只有图片）", (1,): "只有一行表格，是上一页断下来的"}


def required_sections_are_there(document: Document) -> Iterator[Outcome]:
    """Yield the subjects that the prose of a budget or final account has to explain and does not mention."""
    if not core_tables(document.identity.kind, document.year) or len(document.passages) < _FEWEST_PARAGRAPHS:
        yield Unread("没有读到说明文字，或文字另有文件")
        return
    text = "".join(f"{passage.titles}{passage.text}" for passage in document.passages)
    missing = [name for name, words in SECTIONS if not words.search(text)]
    if missing:
        message = f"说明文字没有提到{'、'.join(missing)}，公开的预决算应说明，没有的也应写明，请补充。"
        yield Breach(message=message, places=())
    else:
        yield Holds()


def tables_are_headed_in_full(document: Document) -> Iterator[Outcome]:
    """Yield, once for each, the tables that print no year, no name of their unit or no money unit."""
    lacking: dict[str, list[StatementTable]] = {}
    for table in document.tables:
        if table.kind not in STATEMENTS and not document.facts_of.get(table.index):
            continue
        yield Holds()
        for name in _lacking(document, table):
            lacking.setdefault(name, []).append(table)
    for name, tables in lacking.items():
        listed = "、".join(document.title(table) for table in tables[:3])
        more = f"等{len(tables)}张表" if len(tables) > 3 else ""
        places = tuple(Place("表题", table.title or "", *_where(table)) for table in tables)
        yield Breach(message=f"{listed}{more}没有写明{name}，单独流传时看不出来，建议补上。", places=places)


def _where(table: StatementTable) -> tuple[int | None, None]:
    return (table.pages[0] if table.pages else None, None)


def _lacking(document: Document, table: StatementTable) -> Iterator[str]:
    head = _head(table)
    if not _YEAR.search(head):
        yield "年度"
    if not (document.identity.unit and compact(document.identity.unit) in head) and not _OWNER.search(
        _MONEY.sub("", head)
    ):
        yield "单位名称"
    if table.money_unit is None and not table.declared_empty:
        yield "金额单位"


def _head(table: StatementTable) -> str:
    """Return what stands above a table and in its header."""
    cells = (cell.text for grid in table.grids[:1] for row in grid.rows[:_HEADER_ROWS] for cell in row)
    return compact("".join((table.title or "", *(line.text for line in table.captions), *cells)))


def pages_are_whole(document: Document) -> Iterator[Outcome]:
    """Yield the pages after the cover that hold nothing at all, or one row torn off the table before."""
    if document.source is None or not document.source.page_count:
        return
    held: dict[int, list[int]] = {}
    for block in document.source.blocks:
        if block.page is not None:
            held.setdefault(block.page, []).append(len(block.rows) if isinstance(block, Grid) else 0)
    unread = {page for finding in document.source.findings for page in finding.pages}
    for page in range(_AFTER_THE_COVER, document.source.page_count + 1):
        what = None if page in unread else _STRAY.get(tuple(held.get(page, ())))
        if what is None:
            yield Holds()
        else:
            message = f"第{page}页{what}，像是排版遗留，请核对；可以并入前页或删去。"
            yield Breach(message=message, places=(Place("页面", what, page),))
