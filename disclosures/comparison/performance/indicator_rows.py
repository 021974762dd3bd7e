"""Lay performance indicators into rows: by level, name and unit of measure, the same over units and years."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from django.utils.translation import gettext as _

from disclosures.comparison.filed import Filing
from disclosures.comparison.performance.printings import WAN_SIGN, Printing, printing
from disclosures.comparison.performance.told import digest
from disclosures.comparison.result import Row
from disclosures.models import PerformanceIndicator
from disclosures.performance.marking import name_key
from disclosures.performance.series import project_key

# The forms' own order; levels of other names follow in the order of the documents.
USUAL_LEVELS = ("成本", "产出", "效益", "满意度")
_POINTS = re.compile(r"[（(]?\d+分?[)）]?")


class Name(NamedTuple):
    """What an indicator is called, as far as two printings of it agree."""

    level1: str
    level2: str
    name: str


@dataclass(slots=True)
class Line:
    """One row in the making: the printings that stand in it, by whose year's budget or accounts they are."""

    name: Name
    measure: str
    printings: dict[Filing, list[Printing]] = field(default_factory=lambda: defaultdict(list))

    @property
    def first(self) -> PerformanceIndicator:
        """Return the indicator that the row is called by."""
        return next(iter(self.printings.values()))[0].indicator

    @property
    def label(self) -> str:
        """Return the name as printed."""
        return self.first.level3 or self.first.level2 or _("未写名称")

    @property
    def is_split(self) -> bool:
        """Tell whether any document has several of it, for several projects."""
        return any(len(found) > 1 for found in self.printings.values())

    def as_printed(self) -> Line:
        """Return the line counted in ten thousands where all of it is printed so."""
        counted = [one for found in self.printings.values() for one in found if one.counts]
        if not counted or not all(one.in_wan for one in counted):
            return self
        scaled = {filing: [one.scaled() for one in found] for filing, found in self.printings.items()}
        return Line(self.name, f"{WAN_SIGN}{self.measure}", scaled)

    def speaks_of(self, words: str) -> bool:
        """Tell whether each of the words occurs in the name, its levels or its projects."""
        every = [one.indicator for found in self.printings.values() for one in found]
        projects = {one.project.name for one in every if one.project}
        said = "\n".join((self.label, self.first.level1, self.first.level2, *projects))
        return all(word in said for word in words.split())


@dataclass(frozen=True, slots=True)
class Laid:
    """Rows with what stands in them: a printing by row and filing; for groups, how many indicators they hold."""

    rows: Sequence[Row]
    printings: Mapping[tuple[str, Filing], Printing]
    counts: Mapping[tuple[str, Filing], int]


def lay_out(found: Mapping[Filing, Sequence[PerformanceIndicator]], words: str = "") -> Laid:
    """Lay indicators into rows below their levels; words keep the rows that they occur in."""
    rows: dict[str, Row] = {}
    printings: dict[tuple[str, Filing], Printing] = {}
    counts: Counter[tuple[str, Filing]] = Counter()
    for line in _ordered([line.as_printed() for line in _lines(found) if line.speaks_of(words)]):
        above = _above(line)
        for row in above:
            rows.setdefault(row.key, row)
        for filing, one, row in _leaves(line, above):
            rows.setdefault(row.key, row)
            printings[row.key, filing] = one
            counts.update((group.key, filing) for group in above)
    return Laid(list(rows.values()), printings, counts)


def _lines(found: Mapping[Filing, Sequence[PerformanceIndicator]]) -> Iterator[Line]:
    """Yield a line for each name and measure; what counts nothing stands with the one measure that the name has."""
    named: dict[Name, list[tuple[Filing, Printing]]] = defaultdict(list)
    for filing, indicators in found.items():
        for indicator in indicators:
            named[_name(indicator)].append((filing, printing(indicator)))
    for name, printed in named.items():
        measures = {one.measure for _filing, one in printed} - {""}
        usual = measures.pop() if len(measures) == 1 else ""
        lines: dict[str, Line] = {}
        for filing, one in printed:
            measure = one.measure or usual
            lines.setdefault(measure, Line(name, measure)).printings[filing].append(one)
        yield from lines.values()


def _name(indicator: PerformanceIndicator) -> Name:
    called = indicator.name_key or name_key(indicator.level2)
    return Name(_stem(indicator.level1), _stem(indicator.level2), called)


def _stem(level: str) -> str:
    """Return a level's name without 指标 and without its points: 产出, where a form prints 产出指标（50分）."""
    return name_key(_POINTS.sub("", level)).removesuffix("指标")


def _ordered(lines: Sequence[Line]) -> list[Line]:
    """Put the levels in the forms' order, else in that of the documents; rows of one level stay together."""
    firsts: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(lines):
        firsts.setdefault(line.name[:1], number)
        firsts.setdefault(line.name[:2], number)
    return sorted(lines, key=lambda line: (_usual(line.name.level1), firsts[line.name[:1]], firsts[line.name[:2]]))


def _usual(level1: str) -> int:
    places = (number for number, stem in enumerate(USUAL_LEVELS) if level1.startswith(stem))
    return next(places, len(USUAL_LEVELS))


def _above(line: Line) -> list[Row]:
    """Return the groups that a line's indicators stand in: its levels, and itself where several projects have it."""
    levels = [(digest(*line.name[:1]), line.first.level1), (digest(*line.name[:2]), line.first.level2)]
    said = [(f"g{key}", label, "") for key, label in levels if label]
    if line.is_split:
        said.append((f"g{_key(line)}", line.label, line.measure))
    parents = [None, *(key for key, _label, _measure in said)]
    return [
        Row(
            key=key,
            label=label,
            depth=depth,
            parent=parents[depth],
            measure=measure,
            is_group=True,
            above=tuple(label for _key, label, _measure in said[:depth]),
        )
        for depth, (key, label, measure) in enumerate(said)
    ]


def _key(line: Line) -> str:
    return digest(*line.name, line.measure)


def _leaves(line: Line, above: Sequence[Row]) -> Iterator[tuple[Filing, Printing, Row]]:
    """Yield each printing of a line with its row: the line's own, or its project's where the line is split."""
    own = Row(
        key=f"i{_key(line)}",
        label=line.label,
        depth=len(above),
        parent=above[-1].key if above else None,
        measure=line.measure,
        above=tuple(str(row.label) for row in above),
    )
    for filing, found in line.printings.items():
        repeats: Counter[str] = Counter()
        for one in found:
            yield filing, one, _of_project(own, one, repeats) if line.is_split else own


def _of_project(own: Row, one: Printing, repeats: Counter[str]) -> Row:
    """Return the row of an indicator's project; what a project has twice is numbered."""
    label = one.indicator.project.name if one.indicator.project else _("单位整体")
    project = project_key(label)
    repeats[project] += 1
    number = repeats[project]
    said = label if number == 1 else _("%(name)s（第%(number)s项）") % {"name": label, "number": number}
    return replace(own, key=f"i{digest(own.key, project, str(number))}", label=said)
