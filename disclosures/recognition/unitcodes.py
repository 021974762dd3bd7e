"""Find the unit's budget code in the tables' code columns and in the captions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from disclosures.evidence import Grid, SourceDocument
from disclosures.recognition.clues import Clues, Known
from disclosures.recognition.headings import compact

_COLUMN = re.compile(r"(?:预算)?(?:单位|部门)(?:编码|代码|编号)")
_CODE = re.compile(r"\d{3,12}")
_BEFORE_NAME = re.compile(r"^[\[【（(]?(\d{3,12})[\]】）)]?[-－—_]?(?=[\u4e00-\u9fff])")


def unit_code_of(source: SourceDocument, clues: Clues, unit: str | None) -> Known[str] | None:
    """Return the code printed beside the unit's name, or else the only code in the columns of unit codes."""
    rows = coded_rows(source)
    if unit is not None:
        captions = (_BEFORE_NAME.match(owner.name) for owner in clues.captions if owner.name.endswith(unit))
        beside = Counter(found.group(1) for found in captions if found)
        beside += Counter(code for code, texts in rows if unit in texts)
        if beside:
            return Known(beside.most_common(1)[0][0], 0.95, unit)
    every = {code for code, _ in rows}
    return Known(every.pop(), 0.8, "单位代码") if len(every) == 1 else None


def coded_rows(source: SourceDocument) -> list[tuple[str, list[str]]]:
    """Return the code and the texts of every row that has a code in a column headed 单位代码."""
    return [row for grid in source.grids() for row in _coded_rows(grid)]


def _coded_rows(grid: Grid) -> Iterator[tuple[str, list[str]]]:
    """Yield the code and the texts of every row that has a code in a column headed 单位代码."""
    column: int | None = None
    for row in grid.rows:
        texts = [compact(cell.text) for cell in row]
        headed = next((place for place, text in enumerate(texts) if _COLUMN.fullmatch(text)), None)
        if headed is not None:
            column = headed
            beside = next((text for text in texts[headed + 1 :] if text), "")
            if _CODE.fullmatch(beside):
                yield beside, texts
        elif column is not None and _CODE.fullmatch(texts[column]):
            yield texts[column], texts
