"""Build small documents for the tests of recognition, in the words of the field."""

from collections.abc import Iterable

from disclosures.evidence import Block, Cell, Grid, Line, SourceDocument
from disclosures.recognition import find_tables
from disclosures.recognition.statements import StatementTable


def grid(*rows: str, page: int | None = None) -> Grid:
    """Return a grid from rows such as ``收入|支出``."""
    cells = [tuple(Cell(text.strip()) for text in row.split("|")) for row in rows]
    width = max(map(len, cells))
    return Grid(tuple(row + (Cell(),) * (width - len(row)) for row in cells), page)


def lines(*texts: str, page: int | None = None, size: float | None = None) -> list[Line]:
    return [Line(text, page, None, size) for text in texts]


def document(*blocks: Block | Iterable[Block]) -> SourceDocument:
    flat = [part for block in blocks for part in ([block] if isinstance(block, Line | Grid) else block)]
    return SourceDocument("x.pdf", "0" * 64, "application/pdf", None, tuple(flat))


def tables_of(*blocks: Block | Iterable[Block]) -> tuple[StatementTable, ...]:
    return find_tables(document(*blocks))[0]


def budget_by_function(*rows: str, page: int | None = None) -> Grid:
    return grid("科目编码|科目名称|合计|基本支出|项目支出", *(rows or ("204|公共安全支出|30|10|20",)), page=page)
