"""Tell whether a file gave any figures at all: one that gave none is a failure, whatever else went well."""

from __future__ import annotations

from disclosures.ingest.filing import missing_parts
from disclosures.pipeline import ReadDisclosure
from disclosures.vocabulary import FactState, TableKind


def why_nothing_was_read(read: ReadDisclosure) -> str:
    """Return why a file gave no figures, in words for the clerk; empty where it gave some."""
    if any(fact.state == FactState.PRINTED for fact in read.facts) or read.indicators or read.figures:
        return ""
    if any(table.declared_empty for table in read.tables):
        return ""  # 空表 is what the unit has to say
    if not any(read.source.grids()):
        return "没有读出任何数据：文件里没有表格，正文里也没有金额。请检查是否传错文件；扫描件请改传可复制文字的版本。"
    known = [table for table in read.tables if table.kind != TableKind.OTHER]
    if not known:
        return "没有读出任何数据：文件里的表格都不是预算、决算或绩效表。请检查是否传错文件。"
    if missing_parts(read.identity):
        return ""  # without its year and kind no figure has a meaning: that is asked for first
    names = "、".join(dict.fromkeys(str(table.kind.label) for table in known))
    return f"没有读出任何数据：识别出{names}，但其中没有金额（可能是空白模板）。请上传填好的文件。"
