"""Assert that a file is whole: empty tables say so, filled ones do not, and annexes referred to are there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosures.checks.document import Document
from disclosures.checks.rule import Breach, Holds, Outcome, Unread
from disclosures.codes import comparable
from disclosures.evidence import Line, Place
from disclosures.recognition.completeness import core_tables
from disclosures.recognition.headings import compact
from disclosures.recognition.kinds import kind_of_title
from disclosures.recognition.statements import StatementTable
from disclosures.vocabulary import Severity, TableKind

STATEMENTS = frozenset(TableKind) - {
    TableKind.PERFORMANCE_OVERALL,
    TableKind.PERFORMANCE_PROJECT,
    TableKind.REVIEW_BASE_DATA,
    TableKind.REVIEW_OVERALL,
    TableKind.REVIEW_PROJECT,
    TableKind.OTHER,
}
_ANNEX = re.compile(r"(?:详见|见)(?P<name>附[件表][^，。；、（）()]{2,30}表)")
_ENTRY = re.compile(
    r"^(?:(?:第?[一二三四五六七八九十\d]+[、.．)）]|[（(][一二三四五六七八九十\d]+[)）]|表\d+[.、]?)\s*)+"
)
_LEADER = re.compile(r"[.．。·…\s]*\d*$")
_CONTENTS = re.compile(r"^目[录次]$")
_MOST_ENTRIES = 60
_BASIC = frozenset(
    {
        TableKind.BASIC_EXPENDITURE_DEPARTMENTAL,
        TableKind.BASIC_EXPENDITURE_GOVERNMENT,
        TableKind.GENERAL_PUBLIC_ECONOMIC,
    }
)
# Titles alone do not tell these apart: the body's header did.
_ALIKE: dict[TableKind | None, frozenset[TableKind]] = {
    **dict.fromkeys(_BASIC, _BASIC),
    TableKind.GENERAL_PUBLIC_EXPENDITURE: _BASIC | {TableKind.GENERAL_PUBLIC_EXPENDITURE},
    TableKind.APPROPRIATION_EXPENDITURE: frozenset(
        {TableKind.APPROPRIATION_EXPENDITURE, TableKind.GENERAL_PUBLIC_EXPENDITURE, TableKind.OTHER}
    ),
}

# A statement named in the contents page: its line, its name, and what kind it is.
Entry = tuple[Line, str, TableKind]


def empty_tables_say_so(document: Document) -> Iterator[Outcome]:
    """Yield statements without any amount and without a note that they are empty."""
    for table in document.tables:
        if table.kind not in STATEMENTS:
            continue
        filled = any(fact.amount is not None for fact in document.facts_of.get(table.index, ()))
        if not filled and not table.declared_empty:
            message = f"{document.title(table)}：表中没有任何金额，也没有写明本表为空表，请补写说明或数据。"
            yield Breach(message=message, places=(_title(table),), table=table.index)
        yield Holds()


def filled_tables_are_not_declared_empty(document: Document) -> Iterator[Outcome]:
    """Yield statements with amounts under a note that says that there are none."""
    for table in document.tables:
        if not table.declared_empty or table.kind not in STATEMENTS:
            continue
        filled = [fact for fact in document.facts_of.get(table.index, ()) if fact.amount]
        if filled:
            notes = tuple(Place("说明", line.text, line.page, line.box) for line in table.notes)
            cells = tuple(document.printed(fact).place for fact in filled[:3])
            message = f"{document.title(table)}：表下注明本表为空表，表中却有{len(filled)}个金额，请删去说明。"
            yield Breach(message=message, places=(*notes, *cells), table=table.index)
        else:
            yield Holds()


def _title(table: StatementTable) -> Place:
    box = table.grids[0].box if table.grids else None
    return Place("表题", table.title or "", table.pages[0] if table.pages else None, box)


def annexes_are_there(document: Document) -> Iterator[Outcome]:
    """Yield the annexes that the prose refers to and no table is titled as."""
    titles = [comparable(table.title or "") for table in document.tables]
    for passage in document.passages:
        for found in _ANNEX.finditer(passage.text):
            wanted = _bare(found["name"])
            if any(wanted in _bare(title) or _bare(title) in wanted for title in titles if _bare(title)):
                yield Holds()
                continue
            place = passage.place(found)
            page = f"第{place.page}页" if place.page else "文中"
            message = f"{page}：文中写“{found.group()}”，文件中没有这张表，请补上或改正引用。"
            yield Breach(message=message, places=(place,))


def _bare(name: str) -> str:
    return re.sub(r"附[件表]\d*|20\d\d年度?|[\d\-：:]", "", compact(name))


def required_tables_are_there(document: Document) -> Iterator[Outcome]:
    """Yield the core tables that are not there: an error where the contents page lists what the body never titles."""
    core = core_tables(document.identity.kind, document.year)
    present = {table.kind for table in document.tables}
    missing = [(name, kinds) for name, kinds in core if present.isdisjoint(kinds)]
    if len(missing) == len(core):
        yield Unread("没有读到预决算报表，或报表另有文件")
        return
    yield Holds()
    listed = _listed(document) or []
    for name, kinds in missing:
        entry = next((one for one in listed if one[2] in kinds), None)
        yield _missing(document, name, kinds, entry)


def _missing(document: Document, name: str, kinds: frozenset[TableKind], entry: Entry | None) -> Breach:
    message = f"没有找到《{name}》，公开的预决算应有这张表，请补上。"
    if entry is None:
        return Breach(message=message, places=())
    line, title, _ = entry
    places = (Place("目录", title, line.page, line.box),)
    if _is_titled(document, kinds) or _has_unread_pages(document):
        return Breach(message=message, places=places)
    page = f"第{line.page}页：" if line.page else ""
    message = f"{page}目录列有“{title}”，正文中没有；这是必须公开的表，请补上。"
    return Breach(message=message, places=places, severity=Severity.ERROR)


def _has_unread_pages(document: Document) -> bool:
    """Tell whether a table may stand on a page that could not be read."""
    found = document.source.findings if document.source else ()
    return any(one.code in ("unread.page", "unread.table", "unread.letters", "unread.end") for one in found)


def _is_titled(document: Document, kinds: frozenset[TableKind]) -> bool:
    """Tell whether the body prints a title of such a table, although no table of the kind was read under it."""
    entries = {id(line) for line, _ in _entries(document)}
    lines = document.source.lines() if document.source else iter(())
    printed = [line.text for line in lines if id(line) not in entries]
    printed += [cell.text for table in document.tables for grid in table.grids for cell in grid.rows[0]]
    titles = (_LEADER.sub("", compact(text)) for text in printed if "表" in text)
    return any(title.endswith("表") and kind_of_title(title) in kinds for title in titles)


def contents_are_in_the_body(document: Document) -> Iterator[Outcome]:
    """Yield the other statements that the contents page lists and the body does not hold, however they are titled."""
    listed = _listed(document)
    if listed is None:
        yield Unread("没有读到列有报表的目录，或报表另有文件")
        return
    yield Holds()
    required = {kind for _, kinds in core_tables(document.identity.kind, document.year) for kind in kinds}
    for line, name, kind in listed:
        if kind in required:
            continue
        place = Place("目录", name, line.page, line.box)
        page = f"第{line.page}页" if line.page else "目录"
        message = f"{page}：目录列有“{name}”，正文中没有找到这张表，请补上或改正目录。"
        yield Breach(message=message, places=(place,))


def _listed(document: Document) -> list[Entry] | None:
    """Return the statements that only the contents page names, None where there is no contents page for these tables.

    Titles may be worded otherwise; where most are missing the tables are filed apart.
    """
    named = [(line, name, kind_of_title(name)) for line, name in _entries(document)]
    entries = [(line, name, kind) for line, name, kind in named if kind is not None and kind in STATEMENTS]
    present = {table.kind for table in document.tables}
    missing = [entry for entry in entries if present.isdisjoint(_ALIKE.get(entry[2], {entry[2]}))]
    return missing if entries and 2 * len(missing) <= len(entries) else None


def _entries(document: Document) -> Iterator[tuple[Line, str]]:
    """Yield the tables that the contents page names."""
    if document.source is None:
        return
    lines = list(document.source.lines())
    start = next((place for place, line in enumerate(lines) if _CONTENTS.match(compact(line.text))), None)
    if start is None:
        return
    captions = {id(line) for table in document.tables for line in table.captions}
    for line in lines[start + 1 : start + 1 + _MOST_ENTRIES]:
        name = _ENTRY.sub("", _LEADER.sub("", compact(line.text)))
        if name.endswith("表") and len(name) > 3 and id(line) not in captions and "部分" not in line.text:
            yield line, name


def functional_codes_go_down_to_items(document: Document) -> Iterator[Outcome]:
    """Yield tables of general public expenditure that stop above 项, and basic tables that stop above 款."""
    for table in document.of_kind(TableKind.GENERAL_PUBLIC_EXPENDITURE):
        codes = {fact.function for fact in document.facts_of.get(table.index, ()) if fact.function}
        yield from _level(document, table, codes, 7, "功能分类项级")
    for table in document.of_kind(TableKind.BASIC_EXPENDITURE_DEPARTMENTAL):
        codes = {fact.economic for fact in document.facts_of.get(table.index, ()) if fact.economic}
        yield from _level(document, table, codes, 5, "经济分类款级")


def _level(document: Document, table: StatementTable, codes: set[str], wanted: int, words: str) -> Iterator[Outcome]:
    if not codes:
        return
    if max(len(code) for code in codes) < wanted:
        message = f"{document.title(table)}：只列到上级科目，应细化到{words}。"
        yield Breach(message=message, places=(_title(table),), table=table.index)
    else:
        yield Holds()
