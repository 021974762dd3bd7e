"""Read the amounts, shares and counts that prose states, each with its topic, year, page and sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from disclosures.amounts import MoneyUnit
from disclosures.evidence import Finding, SourceDocument
from disclosures.extraction.prose.counts import counted_topic
from disclosures.extraction.prose.item_paths import FunctionNames
from disclosures.extraction.prose.paragraphs import Paragraph, find_paragraphs
from disclosures.extraction.prose.projects import find_project
from disclosures.extraction.prose.roles import (
    PURPOSE,
    REASON,
    REASON_ENDS,
    REASON_GOES_ON,
    Part,
    Role,
    is_compared,
    part_of,
    phase_in,
    year_in,
)
from disclosures.extraction.prose.sentences import AMOUNT, Phrase, Sentence, narrow, sentences
from disclosures.extraction.prose.subjects import Reader
from disclosures.extraction.prose.topics import (
    BOTH,
    EXPENDITURE,
    GENERAL_PUBLIC,
    NATURES,
    REVENUE,
    UNKNOWN,
    Subject,
    goes_on_about,
    is_named,
    is_narrow,
)
from disclosures.extraction.readings import Fact, Figure, Project
from disclosures.recognition.statements import Identity, StatementTable
from disclosures.vocabulary import Direction, FigureUnit, Phase, Severity

_GLOSSARY = re.compile(r"名词解释")
_MANAGED = re.compile(r"绩效.*项目|项目.*绩效")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseReading:
    """What the prose of a document states."""

    figures: tuple[Figure, ...] = ()
    projects: tuple[Project, ...] = ()
    findings: tuple[Finding, ...] = ()


def extract_figures(
    source: SourceDocument, identity: Identity, tables: tuple[StatementTable, ...], facts: tuple[Fact, ...]
) -> ProseReading:
    """Extract figures and projects from the prose; explanations of terms state nothing about the document's unit."""
    reader = Reader(identity.unit, FunctionNames.of(facts))
    cells = frozenset(cell.text for table in tables for grid in table.grids for row in grid.rows for cell in row)
    figures: list[Figure] = []
    projects: list[Project] = []
    findings: list[Finding] = []
    for paragraph in find_paragraphs(source, tables):
        if any(_GLOSSARY.search(heading.title) for heading in paragraph.headings):
            continue
        project = find_project(paragraph, cells, reader)
        if project:
            projects.append(project)
        else:
            figures.extend(_Walk(paragraph, identity, reader).figures())
        findings.extend(_unresolved(paragraph, reader))
    return ProseReading(figures=tuple(figures), projects=tuple(projects), findings=tuple(findings))


def _unresolved(paragraph: Paragraph, reader: Reader) -> Iterator[Finding]:
    """Yield a hint for every functional item of a paragraph that neither the tables nor the code lists know."""
    for name in reader.take_unresolved() if AMOUNT.search(narrow(paragraph.text)) else ():
        message = f"叙述中的功能科目“{name}”在本文件的表和科目代码表中都找不到唯一对应，其金额未采用。"
        page = paragraph.page
        boxes = tuple((line.page, line.box) for _, line in paragraph.lines[:1] if line.page and line.box)
        yield Finding("unread.item_path", Severity.HINT, message, (page,) if page else (), boxes=boxes)


class _Walk:
    """One walk through a paragraph, which keeps what was last spoken of.

    ``head`` is what a sentence is about, ``current`` what its last phrase was about. A phrase without a subject
    takes the current one; a sentence without one goes on about the head of the sentence before it, and the first
    sentence of a paragraph about what the heading above it names.
    """

    def __init__(self, paragraph: Paragraph, identity: Identity, reader: Reader) -> None:
        self.paragraph = paragraph
        self.identity = identity
        self.reader = reader
        self.before: Subject | None = None
        self.head: Subject | None = None
        self.current: Subject | None = None
        self.outside: list[tuple[Subject | None, int | None]] = []
        self.year = identity.fiscal_year
        self.phase: Phase | None = None
        self.reason = self.purpose = False
        self.narrow_whole = self.parts_of_narrow = False

    def figures(self) -> Iterator[Figure]:
        """Yield the figures of the paragraph in order."""
        for sentence in sentences(self.paragraph.text):
            yield from self._sentence(sentence)
            self.before = self.head or self.before

    def _sentence(self, sentence: Sentence) -> Iterator[Figure]:
        self.head = self.current = self.phase = None
        self.year = self.identity.fiscal_year
        self.purpose = False
        self.outside = []
        self.narrow_whole = self.parts_of_narrow = False
        self.reason = self.reason and REASON_GOES_ON.match(sentence.text) is not None
        for phrase in sentence.phrases():
            self._brackets(phrase.depth)
            self._explanation(phrase.words)
            self.parts_of_narrow = self.parts_of_narrow or (self.narrow_whole and "其中" in phrase.words)
            if self.reason:
                continue
            if phrase.amount is not None:
                yield from self._stated(phrase, sentence)
            elif not self.purpose:
                self._mention(phrase.words)

    def _explanation(self, words: str) -> None:
        """Notice where a reason or a purpose begins: what they name is not what the sentence states."""
        self.reason = (self.reason and not REASON_ENDS.match(words)) or REASON.search(words) is not None
        self.purpose = self.purpose or PURPOSE.match(words) is not None

    def _brackets(self, depth: int) -> None:
        """Remember what is spoken of before a bracket, and come back to it behind."""
        while len(self.outside) < depth:
            self.outside.append((self.current, self.year))
        while len(self.outside) > depth:
            self.current, self.year = self.outside.pop()

    def _mention(self, words: str) -> None:
        """Take the subject and the year that a phrase without a number names."""
        subject = self._own(words)
        if subject is not None and (subject.known or self.head is None):
            self._speak_of(subject)
        if not is_compared(words):
            self.year = year_in(words, Role.LEVEL, self.identity.fiscal_year) or self.year

    def _speak_of(self, subject: Subject) -> None:
        self.current = subject
        self.head = self.head or subject

    def _own(self, words: str) -> Subject | None:
        """Return the subject that a phrase has of its own, read in the light of what its sentence is about."""
        subject = self.reader.subject(words, self.paragraph.headings)
        if subject == EXPENDITURE and goes_on_about(words, self.head or self.before):
            return None
        if self._is_part(subject, words):
            return UNKNOWN
        return subject

    def _is_part(self, subject: Subject | None, words: str) -> bool:
        """Tell whether a total is only that of a fund named before it: 财政拨款…，包含本年收入N万元.

        So is a nature of spending only a part after 其中 where the whole is one item or another body's money, and a
        fund only what pays for the spending that the sentence is about: 政府采购…，一般公共预算拨款N万元.
        """
        if subject is not None and subject.topics in NATURES and self.parts_of_narrow:
            return True
        if subject is not None and subject.topics == GENERAL_PUBLIC:
            return self.head is not None and is_named(self.head)
        if subject == BOTH:
            return (self.head or self.before) == UNKNOWN
        return subject in (REVENUE, EXPENDITURE) and "本年" in words and self.head == UNKNOWN

    def _stated(self, phrase: Phrase, sentence: Sentence) -> Iterator[Figure]:
        """Yield what a number states, if it has a topic."""
        assert phrase.amount is not None
        unit = phrase.amount.unit
        if unit in ("辆", "人", "名", "人次"):
            topic = counted_topic(phrase.words, unit)
            if topic:
                year = year_in(phrase.words, Role.LEVEL, self.identity.fiscal_year) or self.year
                yield self._figure(topic, phrase, sentence, Part(Role.LEVEL, phrase.words), None, year)
            return
        part = part_of(phrase.words, unit)
        if part.role is Role.NOTHING or phrase.listed or phrase.after.startswith("用于"):
            return
        subject = self._subject(part, sentence)
        self.narrow_whole = self.narrow_whole or is_narrow(subject, part.words)
        year = self._year(part)
        for topic in subject.topics:
            direction = Direction.REVENUE if self._is_revenue(topic) else subject.direction
            yield self._figure(_named(topic, part.role, unit), phrase, sentence, part, direction, year)

    def _subject(self, part: Part, sentence: Sentence) -> Subject:
        if "涉及" in part.words and _MANAGED.search(sentence.text):
            own: Subject | None = Subject(("project",))
        else:
            own = self._own(part.words)
        subject = own or self.current or self.before or self.reader.of_headings(self.paragraph.headings) or UNKNOWN
        self._speak_of(subject)
        return subject

    def _is_revenue(self, topic: str) -> bool:
        return topic == "total_revenue" or (topic == "general_public" and self.head == REVENUE)

    def _year(self, part: Part) -> int | None:
        """Return the year of a number; a year given for comparison does not go on to the next one."""
        own = year_in(part.words, part.role, self.identity.fiscal_year)
        if part.role is Role.LEVEL:
            self.phase = phase_in(part.words, self.identity.kind)
        if own is None or is_compared(part.words):
            return own or self.year
        self.year = own
        return own

    def _figure(
        self,
        topic: str,
        phrase: Phrase,
        sentence: Sentence,
        part: Part,
        direction: Direction | None,
        year: int | None,
    ) -> Figure:
        assert phrase.amount is not None
        amount = phrase.amount
        money = MoneyUnit.named(amount.unit)
        line = self.paragraph.line_over(amount.offset, amount.end)
        counted = FigureUnit.PERCENT if amount.unit == "%" else FigureUnit.COUNT
        return Figure(
            topic=topic,
            value=amount.number * part.sign * (money.value if money else Decimal(1)),
            unit=FigureUnit.YUAN if money else counted,
            fiscal_year=year,
            phase=None if direction is None else self.phase or phase_in("", self.identity.kind),
            direction=direction,
            page=line.page,
            box=line.box,
            sentence=sentence.text,
        )


def _named(topic: str, role: Role, unit: str) -> str:
    """Return a topic with the prefix of the contract for changes and shares."""
    if role is Role.CHANGE:
        return f"change_percent:{topic}" if unit == "%" else f"change_amount:{topic}"
    return f"share:{topic}" if role is Role.SHARE else topic
