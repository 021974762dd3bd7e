"""completeness.stray_page: 没有空白页与断页."""

from __future__ import annotations

from disclosures.checks.document import Document
from disclosures.evidence import Block, Cell, Finding, Grid, Line, SourceDocument
from disclosures.vocabulary import Severity
from tests.checks.literal import BUDGET, document, is_sound, is_unchecked, wrong

RULE = "completeness.stray_page"
ROW = (Cell("合计"), Cell("3.00"))


def given(*blocks: Block, findings: tuple[Finding, ...] = ()) -> Document:
    source = SourceDocument("文件.pdf", "0" * 64, "application/pdf", 3, (*blocks, Line("说明", 3)), findings)
    return Document(BUDGET, (), document().said, source)


def test_it_holds() -> None:
    assert is_sound(RULE, given(Grid((ROW, ROW), 2)))


def test_it_is_broken() -> None:
    [torn], [blank] = wrong(RULE, given(Grid((ROW,), 2))), wrong(RULE, given())
    assert "只有一行表格" in torn.message
    assert "没有文字和表格" in blank.message


def test_what_comes_near_is_let_pass() -> None:
    assert is_sound(RULE, given(Line("续表", 2), Grid((ROW,), 2)))
    assert is_sound(RULE, given(findings=(Finding("unread.page", Severity.WARNING, "第2页是图片。", (2,)),)))


def test_it_says_when_it_is_not_checked() -> None:
    assert is_unchecked(RULE, document(prose=["没有分页。"]))
