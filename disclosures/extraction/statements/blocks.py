"""Part the columns of a statement into side-by-side blocks and give each amount column its meaning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from disclosures.amounts import MoneyUnit
from disclosures.extraction.statements.columns import LABEL_PARTS, Column, Part
from disclosures.extraction.statements.headers import Path
from disclosures.extraction.statements.kinds import SIDED, SUMMARIES, Settled
from disclosures.extraction.statements.times import Time, time_in
from disclosures.extraction.statements.words import (
    CARRY_OVERS,
    FUNDS,
    NATURES,
    PURCHASES,
    Meaning,
    is_total,
    plain,
    said,
    said_by_all,
    squeezed,
)
from disclosures.meanings import NO_COLUMN_MEANINGS, ColumnMeaning, ColumnMeanings
from disclosures.vocabulary import Direction, Fund, Item, TableKind

_UNIT = re.compile(r"[（(](?:单位[:：])?(亿元|百万元|万元|千元|元)[)）]")
# What a heading may hold beside the words that say something, without meaning anything more.
_NEUTRAL = re.compile(
    r"20\d\d|本年度?|当年|上年度?|年初|年末|全年|年度?|调整后?|收入|支出|收支|预算|决算|执行|财政拨款|拨款|安排|资金|金额|总额|数|额|"
    r"增减|变动|变化|增长|比|较|同比|合计|总计|小计|总|机关运行经费|政府采购|三公|经费|一般公共|政府性基金|[国固]有资本经营|基本支出|项目支出|\(.*?\)|[、和及:]"
)


@dataclass(frozen=True, slots=True)
class AmountColumn:
    """A column of amounts with what its headings say; ``known`` is False where they say nothing.

    ``assigned`` tells that a person said it instead.
    """

    column: Column
    meaning: Meaning
    time: Time
    money_unit: MoneyUnit | None
    known: bool
    assigned: bool = False


_Key = tuple[Meaning, Time, MoneyUnit | None]


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring columns whose cells belong together: labels and the amounts right of them."""

    labels: tuple[Column, ...]
    amounts: tuple[AmountColumn, ...]
    direction: Direction
    heading: Path


def blocks_of(
    columns: tuple[Column, ...], settled: Settled, meanings: ColumnMeanings = NO_COLUMN_MEANINGS
) -> tuple[Block, ...]:
    """Return the blocks from left to right; a column of labels after amounts starts the next one."""
    runs: list[list[Column]] = [[]]
    for column in columns:
        if column.part is Part.IGNORED:
            continue
        if column.part in LABEL_PARTS and any(c.part is Part.AMOUNT for c in runs[-1]):
            runs.append([])
        runs[-1].append(column)
    whole = _has_own_public_subtotal(columns)
    return tuple(_block(run, settled, whole, meanings) for run in runs if run)


def _has_own_public_subtotal(columns: tuple[Column, ...]) -> bool:
    """Tell whether 三公 has a 小计 of its own, so that the table's 合计 holds more (meetings, training)."""
    totals = [path for column in columns if (path := tuple(map(plain, column.path))) and is_total(path[-1])]
    own = [any("三公" in word for word in path) for path in totals]
    return any(own) and not all(own)


def _block(run: list[Column], settled: Settled, public_subtotal: bool, meanings: ColumnMeanings) -> Block:
    labels = tuple(column for column in run if column.part in LABEL_PARTS)
    heading = _shared_heading(labels)
    words = [word for column in run for word in column.path] if settled.kind in SUMMARIES else heading
    direction = _direction(words, settled)
    paths = [column.path for column in run]
    amounts: list[AmountColumn] = []
    for column in run:
        if column.part is Part.AMOUNT:
            read = _amount_column(column, heading, settled, public_subtotal)
            # Of two columns under the same headings nobody can say which is meant.
            said = meanings.of(column.path) if paths.count(column.path) == 1 else None
            amounts.append(_as_assigned(read, said, settled, direction, meanings.year) if said else read)
    return Block(labels, _without_parts(tuple(amounts)), direction, heading)


def _as_assigned(
    read: AmountColumn, said: ColumnMeaning, settled: Settled, direction: Direction, year: int | None
) -> AmountColumn:
    """Return a column as a person said it is; what they left open its headings and the statement say.

    A word that only repeats the statement's is left out, so that two columns of one meaning are seen to be that.
    """
    meaning = Meaning(
        said.item,
        None if said.nature is settled.nature else said.nature,
        None if said.fund is settled.fund else said.fund,
        None if said.direction is direction else said.direction,
    )
    time = read.time
    if said.phase or (said.years is not None and year is not None):
        named = year + said.years if said.years is not None and year is not None else time.year
        time = Time(named, time.prior and said.years is None, said.phase or time.phase)
    return replace(read, meaning=meaning, time=time, known=True, assigned=True)


def _without_parts(amounts: tuple[AmountColumn, ...]) -> tuple[AmountColumn, ...]:
    """Leave unknown what its words do not tell from another column: 教育事业收入 beside the 小计 of 事业收入.

    The whole of such columns is the one headed by a total, else the first; 其中 says itself that it is a part.
    A person's word gives way to the document's own.
    """
    wholes: dict[_Key, Path] = {}
    known = (amount for amount in amounts if amount.known)
    for amount in sorted(known, key=_standing):
        wholes.setdefault(_key(amount), amount.column.path)
    return tuple(
        replace(amount, known=amount.known and (_is_marked(amount) or wholes[_key(amount)] == amount.column.path))
        for amount in amounts
    )


def _standing(amount: AmountColumn) -> tuple[bool, bool, bool]:
    return amount.assigned, not is_total(amount.column.heading), _is_marked(amount)


def _key(amount: AmountColumn) -> _Key:
    return amount.meaning, amount.time, amount.money_unit


def _is_marked(amount: AmountColumn) -> bool:
    return amount.column.heading.startswith("其中")


def _shared_heading(labels: tuple[Column, ...]) -> Path:
    """Return the headings above all labels of a block: they name the block, not its amounts."""
    shared: list[str] = []
    named = [column for column in labels if column.part is not Part.MARGIN]
    for words in zip(*(column.path[:-1] for column in named), strict=False):
        if len(set(words)) > 1:
            break
        shared.append(words[0])
    return tuple(shared)


def _direction(words: Sequence[str], settled: Settled) -> Direction:
    """Return the direction of a block of a 收支 table by its headings, else that of the statement."""
    if settled.kind in SIDED:
        for word in words:
            if "支出" in word or "功能" in word or "运用" in word:
                return Direction.EXPENDITURE
            if "收入" in word or "来源" in word:
                return Direction.REVENUE
    return settled.direction


def _amount_column(column: Column, heading: Path, settled: Settled, public_subtotal: bool) -> AmountColumn:
    own = column.path[len(heading) :] if column.path[: len(heading)] == heading else column.path
    words = own or column.path[-1:]
    meaning, time, known = Meaning(), Time(), False
    for word in words:
        below = _word_meaning(word, settled, meaning)
        time = time.then(time_in(word))
        known = below is not None or _says_nothing(word)
        meaning = _refined(meaning, below or Meaning())
    if meaning.item is None and words and any(is_total(word) for word in words):
        meaning = replace(meaning, item=_total_item(words, settled, public_subtotal))
    units = [unit for word in reversed(column.path) if (unit := money_unit_in(word))]
    return AmountColumn(column, meaning, time, units[0] if units else None, known)


def _word_meaning(word: str, settled: Settled, above: Meaning) -> Meaning | None:
    if settled.kind is TableKind.PROCUREMENT and (purchase := said_by_all(word, PURCHASES)):
        return purchase
    if above.direction is Direction.BALANCE:
        return said(word, CARRY_OVERS, FUNDS, NATURES)
    meaning: Meaning | None = None
    for table in settled.column_words:
        if table is FUNDS and "三公" in word:
            continue  # the title tells the fund of the three public expenses as a whole
        if found := said(word, table):
            meaning = found if meaning is None else _refined(found, meaning)
    return replace(meaning, direction=Direction.BALANCE) if meaning and said(word, CARRY_OVERS) else meaning


def _refined(above: Meaning, below: Meaning) -> Meaning:
    """Return the meaning of a heading as refined by the one below it."""
    # 其中：财政拨款 below 一般公共预算 is a part of that budget, not of all three.
    wider = below.fund is Fund.FISCAL and above.fund is not None
    return Meaning(
        below.item or above.item,
        below.nature or above.nature,
        above.fund if wider else below.fund or above.fund,
        below.direction or above.direction,
    )


def _says_nothing(word: str) -> bool:
    return _NEUTRAL.sub("", plain(word)) == ""


def _total_item(words: Path, settled: Settled, public_subtotal: bool) -> Item | None:
    """Return what a column headed by a total alone is: revenue columns and 三公 columns are items, others are not."""
    if settled.kind is TableKind.THREE_PUBLIC:
        return Item.TOTAL if public_subtotal else Item.THREE_PUBLIC
    if settled.kind is TableKind.REVENUE:
        current = any("本年" in word or "当年" in word for word in words if is_total(word))
        return Item.CURRENT_YEAR_TOTAL if current else Item.TOTAL
    return None


def money_unit_in(heading: str) -> MoneyUnit | None:
    """Return the money unit that a heading prints in brackets: ``预算数（万元）``."""
    found = _UNIT.search(squeezed(heading))
    return MoneyUnit.named(found[1]) if found else None
