"""Work out the numbers that Word sets before paragraphs of lists: 一、 （二） 3. stand in no paragraph's text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

_DIGITS = "零一二三四五六七八九"
_PLACE = re.compile(r"%(\d)")


def chinese(number: int) -> str:
    """Return a number up to 99 in Chinese; larger ones in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十") + (_DIGITS[ones] if ones else "")


def letter(number: int) -> str:
    """Return the letter of a lettered list."""
    return chr(ord("a") + (number - 1) % 26)


# Word's names of number formats → how they are written; formats without an entry are written in digits.
FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "chineseLegalSimplified": chinese,
    "ideographDigital": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
    "decimalZero": lambda number: f"{number:02d}",
    "none": lambda _: "",
}


@dataclass
class Level:
    """How one level of a list counts."""

    start: int
    form: str
    text: str


@dataclass
class Numbering:
    """The lists of a document, and how far each has counted."""

    lists: dict[str, dict[int, Level]]
    styles: dict[str, tuple[str, int]]
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def prefix(self, paragraph: Any) -> str:
        """Return the number set before a paragraph, and count it."""
        place = _place(paragraph, self.styles)
        levels = self.lists.get(place[0], {}) if place else {}
        if place is None or place[1] not in levels:
            return ""
        name, depth = place
        level = levels[depth]
        self.counts[place] = self.counts.get(place, level.start - 1) + 1
        for deeper in range(depth + 1, 9):
            self.counts.pop((name, deeper), None)
        if level.form == "bullet":
            return ""

        def written(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            other = levels.get(at, level)
            return FORMATS.get(other.form, str)(self.counts.get((name, at), other.start))

        return _PLACE.sub(written, level.text)


def read_numbering(document: Any) -> Numbering:
    """Return the lists that a Word document defines."""
    try:
        root = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except (KeyError, AttributeError):
        return Numbering({}, {})
    abstract = {item.get(qn("w:abstractNumId")): _levels(item) for item in root.iterchildren(qn("w:abstractNum"))}
    lists = {
        item.get(qn("w:numId")): abstract.get(_value(item, "w:abstractNumId") or "", {})
        for item in root.iterchildren(qn("w:num"))
    }
    styles = {}
    for style in document.styles.element.iterchildren(qn("w:style")):
        properties = style.find(qn("w:pPr"))
        own = _number_properties(properties)
        if own is not None and own[0] is not None:
            styles[style.get(qn("w:styleId"))] = (own[0], own[1])
    return Numbering(lists, styles)


def _levels(abstract: Any) -> dict[int, Level]:
    return {
        int(item.get(qn("w:ilvl"))): Level(
            int(_value(item, "w:start") or 1), _value(item, "w:numFmt") or "decimal", _value(item, "w:lvlText") or ""
        )
        for item in abstract.iterchildren(qn("w:lvl"))
    }


def _place(paragraph: Any, styles: dict[str, tuple[str, int]]) -> tuple[str, int] | None:
    """Return the list and level of a paragraph, its own or its style's."""
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        return None
    inherited = styles.get(_value(properties, "w:pStyle") or "")
    own = _number_properties(properties)
    if own is None:
        return inherited
    name = own[0] or (inherited[0] if inherited else None)
    return (name, own[1]) if name else None


def _number_properties(properties: Any) -> tuple[str | None, int] | None:
    """Return the list's id and level that properties set; None where they set none."""
    numbered = properties.find(qn("w:numPr")) if properties is not None else None
    if numbered is None:
        return None
    return _value(numbered, "w:numId"), int(_value(numbered, "w:ilvl") or 0)


def _value(element: Any, tag: str) -> str | None:
    child = element.find(qn(tag))
    value = child.get(qn("w:val")) if child is not None else None
    return None if value is None else str(value)
