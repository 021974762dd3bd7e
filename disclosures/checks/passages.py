"""Read the prose for checking: every number of a paragraph with its role, year, phase, words and place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from disclosures.amounts import MoneyUnit
from disclosures.checks.printed import Printed
from disclosures.evidence import Line, Place
from disclosures.extraction.prose.paragraphs import Paragraph
from disclosures.extraction.prose.roles import PHASE_WORDS, REASON, Role, part_of, year_in
from disclosures.extraction.prose.sentences import Sentence, narrow, sentences
from disclosures.recognition.statements import Identity
from disclosures.vocabulary import Phase

_GLOSSARY = re.compile(r"名词解释")
_COMPLETED = re.compile(r"完成[^,。;]{0,12}(?:预算|计划|任务)[^,。;]{0,6}$")
_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Number:
    """One number of the prose; a fall is negative. ``aside`` numbers stand within a reason."""

    printed: Printed
    role: Role
    words: str
    sentence: int
    offset: int
    year: int | None
    phase: Phase | None
    depth: int
    aside: bool
    completes: bool = False

    @property
    def value(self) -> Decimal:
        """Return the value in yuan or percent."""
        return self.printed.value

    @property
    def is_money(self) -> bool:
        """Tell whether it is an amount."""
        return MoneyUnit.named(self.printed.unit) is not None

    @property
    def is_percent(self) -> bool:
        """Tell whether it is a share, rate or change in percent."""
        return self.printed.unit == "%"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with its sentences and numbers; ``glossary`` ones explain terms and state nothing."""

    paragraph: Paragraph
    sentences: tuple[str, ...]
    numbers: tuple[Number, ...]
    glossary: bool

    @property
    def text(self) -> str:
        """Return the paragraph without spaces."""
        return self.paragraph.text

    @property
    def titles(self) -> str:
        """Return the titles of the headings above it as one text."""
        return "/".join(heading.title for heading in self.paragraph.headings)

    def place(self, found: re.Match[str] | None = None, label: str = "文字") -> Place:
        """Return where the paragraph, or what was found in it, stands."""
        start = found.start() if found else 0
        line = self.paragraph.line_at(start)
        quoted = found.group() if found else self.text[:_LONGEST_LABEL]
        return Place(label, quoted, line.page, line.box)


def passages_of(paragraphs: Iterable[Paragraph], identity: Identity) -> tuple[Passage, ...]:
    """Return the paragraphs with their numbers."""
    return tuple(_passage(paragraph, identity) for paragraph in paragraphs)


def _passage(paragraph: Paragraph, identity: Identity) -> Passage:
    parts = tuple(sentences(paragraph.text))
    glossary = any(_GLOSSARY.search(heading.title) for heading in paragraph.headings)
    numbers: tuple[Number, ...] = ()
    if not glossary and any(character.isdigit() for character in paragraph.text):
        numbers = tuple(
            number
            for place, sentence in enumerate(parts)
            for number in _numbers(paragraph, sentence, place, identity.fiscal_year)
        )
    return Passage(paragraph, tuple(part.text for part in parts), numbers, glossary)


def _numbers(paragraph: Paragraph, sentence: Sentence, place: int, fiscal_year: int | None) -> Iterator[Number]:
    """Yield the amounts and percentages of a sentence; a year or a phase goes on until another is named."""
    year: int | None = None
    phase: Phase | None = None
    aside = False
    before = ""
    for phrase in sentence.phrases():
        aside = aside or REASON.search(phrase.words) is not None
        if phrase.amount is None:
            year = year_in(phrase.words, Role.LEVEL, fiscal_year) or year
            before = phrase.words
            continue
        amount = phrase.amount
        part = part_of(phrase.words, amount.unit)
        year = year_in(phrase.words, part.role, fiscal_year) or year
        phase = _phase(phrase.words) if part.role is Role.LEVEL else phase
        line = paragraph.line_over(amount.offset, amount.end)
        yield Number(
            printed=_printed(amount.number * part.sign, amount.unit, before, phrase.words, line),
            role=Role.NOTHING if phrase.listed else part.role,
            words=phrase.words,
            sentence=place,
            offset=amount.offset,
            year=year,
            phase=phase,
            depth=phrase.depth,
            aside=aside,
            completes=_COMPLETED.search(phrase.words) is not None,
        )
        before = ""


def _phase(words: str) -> Phase | None:
    plain = words.replace("一般公共预算", "").replace("基金预算", "")
    return next((phase for pattern, phase in PHASE_WORDS if pattern.search(plain)), None)


def _printed(number: Decimal, unit: str, before: str, words: str, line: Line) -> Printed:
    money = MoneyUnit.named(unit)
    scale = money.value if money else Decimal(1)
    exponent = int(number.as_tuple().exponent)
    step = Decimal(1).scaleb(exponent) * scale if number else Decimal(0)
    label = narrow(words or before)[-_LONGEST_LABEL:]
    return Printed(label, number * scale, step, unit, line.page, line.box)
