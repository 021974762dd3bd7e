"""Read what a table's header and codes tell about its kind, for tables whose title does not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from disclosures.amounts import parse_number
from disclosures.codes import is_departmental, is_functional, is_government
from disclosures.evidence import Cell, Grid
from disclosures.recognition.headings import compact
from disclosures.vocabulary import TableKind

Rule = tuple[re.Pattern[str], TableKind]

PROJECT_NAME = re.compile(r"(?:项目|专项)[)）]?(?:支出|资金)?名称(?!\|[^|]*整体)")

_HEADER_ROWS = 6  # headers run to four levels; a title and a caption inside the grid add two
_LONGEST_LABEL = 30
_CODE = re.compile(r"^\d{3}(?:\d{2}){0,2}(?!\d)")
_OWN_REVENUE = re.compile(r"事业收入|经营收入|上级补助|其他收入|单位资金|附属单位|其他资金|财政专户")
_RESULTS = re.compile(r"完成值|完成情况|得分|执行率")
# The forms of a whole unit and of a project.
_TARGETS = (TableKind.PERFORMANCE_OVERALL, TableKind.PERFORMANCE_PROJECT)
_REVIEWS = (TableKind.REVIEW_OVERALL, TableKind.REVIEW_PROJECT)

# The code lists, each under the kind of table that goes by it, with the class that such a table begins with.
_LISTS: tuple[tuple[Callable[[str], bool], TableKind, str], ...] = (
    (is_functional, TableKind.EXPENDITURE, "2"),
    (is_departmental, TableKind.BASIC_EXPENDITURE_DEPARTMENTAL, "301"),
    (is_government, TableKind.BASIC_EXPENDITURE_GOVERNMENT, "501"),
)

_HEADERS: tuple[Rule, ...] = tuple(
    (re.compile(pattern, re.DOTALL), kind)
    for pattern, kind in (
        (r"因公出国.*公务接待|公务接待.*因公出国", TableKind.THREE_PUBLIC),
        (r"采购(?:品目|组织形式|方式|项目名称|目录)", TableKind.PROCUREMENT),
        (r"收入\|+支出", TableKind.REVENUE_EXPENDITURE),
        (r"事业收入|上级补助收入|经营收入", TableKind.REVENUE),
        (r"上缴上级支出|对附属单位补助", TableKind.EXPENDITURE),
        (r"^(?!.*一般公共).*政府性基金", TableKind.GOVERNMENT_FUNDS),
        (r"^(?!.*一般公共).*国有资本经营", TableKind.STATE_CAPITAL),
    )
)


def is_frame(grid: Grid) -> bool:
    """Tell whether a grid is only a frame around running text: it has one column."""
    return grid.width == 1


def kind_of_header(grid: Grid) -> TableKind:
    """Return the kind that the header and the codes make sure, ``other`` where several kinds share them."""
    if is_frame(grid):
        return TableKind.OTHER
    every = "\n".join("|".join(_labels(row)) for row in grid.rows)
    if "一级指标" in every:
        forms = _REVIEWS if _RESULTS.search(every) else _TARGETS
        return forms[PROJECT_NAME.search(every) is not None]
    words = header_words(grid)
    found = next((kind for pattern, kind in _HEADERS if pattern.search(words)), None)
    if found is TableKind.REVENUE_EXPENDITURE:
        return found if _OWN_REVENUE.search(every) else TableKind.APPROPRIATION
    return found or _kind_of_body(grid, words, every)


def _labels(row: Sequence[Cell]) -> list[str]:
    """Return the texts of a row that are short enough for a label; sentences name many things."""
    return [compact(cell.text) for cell in row if 0 < len(cell.text) <= _LONGEST_LABEL]


def _kind_of_body(grid: Grid, words: str, every: str) -> TableKind:
    """Return the kind that the codes or, in a vertical list, the row labels make sure."""
    lists = code_lists(grid)
    if not lists and "因公出国" in every and "公务接待" in every:
        return TableKind.THREE_PUBLIC
    for _, kind, first in _LISTS[1:]:
        begins = any(compact(cell.text).startswith(first) for row in grid.rows for cell in row)
        if begins and "项目支出" not in words and lists[kind] == max(lists.values()):
            return kind
    return TableKind.OTHER


def code_lists(grid: Grid) -> Counter[TableKind]:
    """Count the codes of a grid by list; each list stands under the kind of table that goes by it."""
    found = [match.group() for row in grid.rows for cell in row if (match := _CODE.match(cell.text))]
    return Counter(kind for code in found for is_code, kind, _ in _LISTS if is_code(code))


def header_words(grid: Grid) -> str:
    """Return the words above the first row with numbers, without spaces."""
    words = []
    for row in grid.rows[:_HEADER_ROWS]:
        if any(parse_number(cell.text) is not None for cell in row):
            break
        words.append("|".join(compact(cell.text) for cell in row))
    return "\n".join(words)
