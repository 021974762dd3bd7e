"""Tell headings from prose by their ordinals and wording, and keep the path of headings above a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from disclosures.evidence import Line
from disclosures.recognition.headings import compact

_NUMERAL = r"[一二三四五六七八九十百]{1,4}"

# Ordinals that open a heading or a numbered paragraph, by rank: a smaller rank stands above a greater one.
ORDINALS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(rf"第(?:{_NUMERAL}|\d{{1,2}})(?:部分|章|篇)")),
    (1, re.compile(r"附件\d{0,2}(?:[-－—]\d{1,2})?(?=[:：]|$)")),
    (3, re.compile(rf"{_NUMERAL}[、.．]")),
    (4, re.compile(rf"[（(]{_NUMERAL}[)）][、.．]?")),
    (5, re.compile(r"\d{1,2}(?:、|[.．](?!\d)|[.．](?=20\d\d年))")),
    (6, re.compile(r"[（(]\d{1,2}[)）][、.．]?")),
    (7, re.compile(r"[①-⑳]|[a-zA-Z][、.．](?=[\u4e00-\u9fff])")),
)
PART = 1
UNNUMBERED = 2  # a heading without an ordinal stands below a part and above 一、
SECTION_RANK = 4  # 一、 and （一） open sections of their own; what is numbered below belongs to their text

_LONGEST_HEADING = 60
_LONGEST_UNNUMBERED = 40
_HEADING_END = re.compile(
    r"(?:说明|情况|概况|概述|职能|职责|设置|解释|报告|构成|目标|附件|部分|事项)(?:[(（][^()（）]{1,20}[)）])?$"
)
_SENTENCE_MARK = re.compile(r"[。；;！？!?，,]")
_AMOUNT = re.compile(r"\d(?:万元|元|亿元|%|辆|人)")
_CONTENTS = re.compile(r"目[录次]")
_LEADER = re.compile(r"(?:[.．。·…]{2,}\d*|(?<=[\u4e00-\u9fff])\d{1,3})$")
_LONGEST_CONTENTS = 120  # lines; no table of contents seen has more than 60


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its rank; ``title`` is without the ordinal."""

    rank: int
    title: str


def ordinal_of(text: str) -> tuple[int, str] | None:
    """Return the rank of the ordinal that opens a text without spaces, and the text after it."""
    for rank, pattern in ORDINALS:
        found = pattern.match(text)
        if found:
            return rank, text[found.end() :]
    return None


def heading_of(text: str) -> Heading | None:
    """Return the heading that a whole paragraph is, or None where it is prose."""
    plain = compact(text).rstrip(":：")
    if len(plain) > _LONGEST_HEADING or _SENTENCE_MARK.search(plain) or _AMOUNT.search(plain):
        return None
    numbered = ordinal_of(plain)
    if numbered:
        return Heading(numbered[0], numbered[1].lstrip(":：、 "))
    titled = len(plain) <= _LONGEST_UNNUMBERED and _HEADING_END.search(plain) and not re.search("[:：]", text)
    return Heading(UNNUMBERED, plain) if titled or text.lstrip().startswith("#") else None


def lead_of(text: str) -> Heading | None:
    """Return the words that open a numbered paragraph as its heading: ``（一）机关运行经费：…``."""
    numbered = ordinal_of(compact(text))
    if numbered is None:
        return None
    return Heading(numbered[0], re.split(r"[。；;:：，,]", numbered[1], maxsplit=1)[0])


def completes_part(path: tuple[Heading, ...], text: str) -> bool:
    """Tell whether a line is the title of the part whose number stands alone above it."""
    open_part = bool(path) and path[-1] == Heading(PART, "")
    return open_part and len(text) <= _LONGEST_UNNUMBERED and not _SENTENCE_MARK.search(text) and not ordinal_of(text)


def below(path: tuple[Heading, ...], heading: Heading) -> tuple[Heading, ...]:
    """Return the path with a heading put in its place; a part's title may stand on a line of its own."""
    last = path[-1] if path else None
    if heading.rank == UNNUMBERED and last is not None and last.rank == PART and not last.title:
        return (*path[:-1], Heading(PART, heading.title))
    return (*(above for above in path if above.rank < heading.rank), heading)


def without_contents(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines outside the table of contents, which ends where one of its entries is printed again."""
    entries: list[str] | None = None
    page: int | None = None
    for line in lines:
        plain = _LEADER.sub("", compact(line.text))
        if entries is None and _CONTENTS.fullmatch(plain):
            entries, page = [], line.page
        elif entries is not None and not _ends_contents(plain, entries, turned=line.page != page):
            entries.append(plain)
        else:
            entries = None
            yield line


def _ends_contents(plain: str, entries: list[str], *, turned: bool) -> bool:
    """Tell whether a line is no entry any more: a sentence, words without an ordinal overleaf, or an entry again."""
    if not plain:
        return False
    if len(entries) > _LONGEST_CONTENTS or (_SENTENCE_MARK.search(plain) and len(plain) > _LONGEST_HEADING):
        return True
    if turned and ordinal_of(plain) is None:
        return True
    return len(plain) > 2 and any(entry.startswith(plain) for entry in entries)
