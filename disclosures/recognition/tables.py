"""Make one named table of the grids that belong together, in the order of the document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from disclosures.amounts import MoneyUnit, parse_number
from disclosures.evidence import Cell, Finding, Grid, Line, SourceDocument
from disclosures.meanings import NO_MEANINGS, Meanings
from disclosures.recognition.assigned import TABLE_ASSIGNED, as_assigned
from disclosures.recognition.headers import is_frame
from disclosures.recognition.headings import Role, compact, role_of
from disclosures.recognition.joining import FORMS, carries_on
from disclosures.recognition.kinds import kind_of, kind_of_title
from disclosures.recognition.notes import declares_empty, split_notes
from disclosures.recognition.statements import StatementTable
from disclosures.recognition.titles import Heading, heading_of
from disclosures.recognition.units import bracketed, named, unit_in_grids
from disclosures.vocabulary import Severity, TableKind

# A line on this many pages is a running header or footer, unless it names a table.
FURNITURE_PAGES = 3

_FUNDS = re.compile(r"金额|资金|(?:预算|执行|决算)数")
_LONGEST_HEADER = 12

_REVIEWS = frozenset({TableKind.REVIEW_BASE_DATA, TableKind.REVIEW_OVERALL, TableKind.REVIEW_PROJECT})


@dataclass(slots=True)
class _Draft:
    """A table while its pieces are being gathered."""

    kind: TableKind
    heading: Heading
    grids: list[Grid]
    money: list[MoneyUnit | None]
    notes: list[Line] = field(default_factory=list)

    @property
    def label(self) -> str | None:
        """Return the printed number; a Chinese ordinal before the title serves where there is no other."""
        return self.heading.label or self.heading.ordinal


def find_tables(
    source: SourceDocument, meanings: Meanings = NO_MEANINGS
) -> tuple[tuple[StatementTable, ...], tuple[Finding, ...]]:
    """Return every grid of the document in exactly one table, what was doubtful, and what a person had to say."""
    drafts: list[_Draft] = []
    for lines, grid in _approaches(source):
        if drafts:
            notes, lines = split_notes(lines)
            drafts[-1].notes.extend(notes)
        if grid is not None:
            _place(drafts, heading_of(lines, grid), grid)
    tables = _share_units(tuple(_finished(index, draft) for index, draft in enumerate(drafts)))
    tables, hints = as_assigned(tables, meanings)
    settled = {hint.table for hint in hints if hint.code == TABLE_ASSIGNED}
    unknown = (table for table in tables if table.index not in settled and _is_unknown_statement(table))
    return tables, (*_doubts(tables), *map(_unknown, unknown), *hints)


def _approaches(source: SourceDocument) -> Iterator[tuple[tuple[Line, ...], Grid | None]]:
    """Yield each grid with the lines since the grid before, and at last the lines after the last grid."""
    furniture = _furniture(source)
    lines: list[Line] = []
    for block in source.blocks:
        if isinstance(block, Grid):
            yield tuple(lines), block
            lines = _framed(block)
        elif compact(block.text) not in furniture:
            lines.append(block)
    yield tuple(lines), None


def _framed(grid: Grid) -> list[Line]:
    """Return the words of a grid that is only a frame around running text: they may name the next table."""
    return [Line(row[0].text, grid.page, row[0].box) for row in grid.rows if row[0].text] if is_frame(grid) else []


def _furniture(source: SourceDocument) -> frozenset[str]:
    """Return the running headers and footers: prose that recurs on several pages."""
    pages: defaultdict[str, set[int]] = defaultdict(set)
    for line in source.lines():
        if line.page is not None:
            pages[compact(line.text)].add(line.page)
    return frozenset(text for text, on in pages.items() if len(on) >= FURNITURE_PAGES and role_of(text) is Role.PROSE)


def _place(drafts: list[_Draft], heading: Heading, grid: Grid) -> None:
    """Add a grid to the table it carries on, or begin a new one; a frame is a table to itself."""
    if is_frame(grid):
        heading = Heading()
    elif drafts and not is_frame(drafts[-1].grids[-1]):
        last = drafts[-1]
        if carries_on(last.grids, last.kind, last.heading.title, last.label, grid, heading):
            last.grids.append(grid)
            last.money.append(heading.money)
            return
    drafts.append(_Draft(kind_of(heading.title, grid), heading, [grid], [heading.money]))


def _finished(index: int, draft: _Draft) -> StatementTable:
    heading = draft.heading
    return StatementTable(
        index=index,
        kind=kind_of(heading.title, _whole(draft.grids)),
        title=heading.title,
        label=draft.label,
        money_unit=_money_unit(draft),
        grids=tuple(draft.grids),
        declared_empty=declares_empty((*heading.captions, *draft.notes), draft.grids),
        captions=heading.captions,
        notes=tuple(draft.notes),
    )


def _whole(grids: Sequence[Grid]) -> Grid:
    """Return the pieces of a table one under the other, for its kind may show in any of them."""
    width = max(grid.width for grid in grids)
    return Grid(tuple(row + (Cell(),) * (width - len(row)) for grid in grids for row in grid.rows))


def _money_unit(draft: _Draft) -> MoneyUnit | None:
    """Return the unit of the captions, else of title, header or notes; None where captions contradict each other."""
    captioned = {unit for unit in draft.money if unit is not None}
    captioned |= {unit for line in draft.heading.captions if (unit := named(line.text))}
    if captioned:
        return captioned.pop() if len(captioned) == 1 else None
    noted = next((unit for note in draft.notes if (unit := named(note.text))), None)
    return bracketed(draft.heading.title or "") or unit_in_grids(draft.grids) or noted


def _share_units(tables: tuple[StatementTable, ...]) -> tuple[StatementTable, ...]:
    """Give self-evaluation forms without a money unit that of the document's other ones, where these agree.

    The forms are annexes of one report, filled in from one template; some copies drop the unit of the header.
    """
    printed = Counter(table.money_unit for table in tables if table.kind in _REVIEWS and table.money_unit)
    if len(printed) != 1:
        return tables
    (shared,) = printed
    return tuple(
        replace(table, money_unit=shared) if table.kind in _REVIEWS and table.money_unit is None else table
        for table in tables
    )


def _doubts(tables: Sequence[StatementTable]) -> Iterator[Finding]:
    for table in tables:
        if table.money_unit is None and table.kind is not TableKind.OTHER and _has_amounts(table):
            named = f"《{table.title}》" if table.title else "一张无标题的表"
            yield Finding(
                code="unread.money_unit",
                severity=Severity.WARNING,
                message=f"{named}未标明金额单位或前后不一，表内数字未作为金额读取。",
                pages=table.pages[:1],
                table=table.index,
            )


def _is_unknown_statement(table: StatementTable) -> bool:
    """Tell whether a table has a title, a money unit and amounts, and neither title nor header say what it is."""
    untold = table.kind is TableKind.OTHER and table.title is not None and kind_of_title(table.title) is None
    return untold and table.money_unit is not None and not table.declared_empty and _has_amounts(table)


def _unknown(table: StatementTable) -> Finding:
    message = f"《{table.title}》不是已知的报表，其中的金额未采用。"
    return Finding("unread.table_kind", Severity.WARNING, message, table.pages, table=table.index)


def _has_amounts(table: StatementTable) -> bool:
    """Tell whether a table prints amounts: any number, but in a form only where it asks for funds."""
    cells = [cell.text for grid in table.grids for row in grid.rows for cell in row if cell.text]
    asked = table.kind not in FORMS or any(_FUNDS.search(text) for text in cells if len(text) <= _LONGEST_HEADER)
    return asked and any(parse_number(text) is not None for text in cells)
