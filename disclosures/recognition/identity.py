"""Find whose disclosure a document is, of which year and kind, and say where it contradicts itself."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import TypeVar

from disclosures.evidence import Finding, SourceDocument
from disclosures.recognition.clues import Clues, Known, Value, gather
from disclosures.recognition.completeness import no_tables
from disclosures.recognition.owners import supervising_of, unit_of
from disclosures.recognition.periods import Vote, kind_votes, year_votes
from disclosures.recognition.regions import region_of
from disclosures.recognition.scopes import scope_of
from disclosures.recognition.statements import Identity, StatementTable
from disclosures.recognition.unitcodes import coded_rows, unit_code_of
from disclosures.vocabulary import DisclosureKind, Scope, Severity

_INFERRED = 0.5  # what is less sure than this was not printed as such, and a person should look at it

_WORDS = {
    "budget": "预算",
    "final_accounts": "决算",
    "performance_target": "绩效目标",
    "performance_review": "绩效自评",
}
_SECTION = re.compile(
    r"(?:第.{1,2}部分)?(?P<name>[\u4e00-\u9fff]{4,30}?)(?:部门|单位)?20\d\d年度?(?:部门|单位)(?:预算|决算)"
)
_DEPARTMENT_TITLE = re.compile(r"年度?部门(?!预算(?:支出)?经济)")

Elected = TypeVar("Elected", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """The fields of an identity, each with how sure it is and where it stands."""

    unit: Known[str] | None
    unit_code: Known[str] | None
    supervising_department: Known[str] | None
    region: Known[str] | None
    fiscal_year: Known[int] | None
    kind: Known[DisclosureKind] | None
    scope: Known[Scope] | None

    def known(self) -> Iterator[tuple[str, Known[str] | Known[int] | Known[DisclosureKind] | Known[Scope]]]:
        """Yield the fields that are known, by name."""
        return ((part.name, fact) for part in fields(self) if (fact := getattr(self, part.name)) is not None)


def find_identity(source: SourceDocument, tables: tuple[StatementTable, ...]) -> tuple[Identity, tuple[Finding, ...]]:
    """Return whose document it is, of which year and kind, and what contradicts itself about that."""
    clues = gather(source, tables)
    years, kinds = list(year_votes(clues)), list(kind_votes(clues, tables))
    unit = unit_of(clues)
    above = supervising_of(clues, _value(unit))
    found = _Found(
        unit=unit,
        unit_code=unit_code_of(source, clues, _value(unit)),
        supervising_department=above,
        region=_region(clues, unit, above),
        fiscal_year=_elect(years),
        kind=_elect(kinds),
        scope=scope_of(clues, above is not None, len({code for code, _ in coded_rows(source)})),
    )
    identity = _identity(found)
    doubts = (
        *_unsure("unit", "公开单位", found.unit),
        *_unsure("fiscal_year", "预算年度", found.fiscal_year),
        *_unsure("kind", "公开类型（预算或决算）", found.kind),
        *_contradictions("fiscal_year", "年度", years),
        *_contradictions("kind", "类型", kinds),
        *_other_places(clues, identity),
        *_department_titles(clues, identity),
        *no_tables(tables, identity.kind, identity.fiscal_year),
    )
    return identity, doubts


def _identity(found: _Found) -> Identity:
    return Identity(
        unit=_value(found.unit),
        unit_code=_value(found.unit_code),
        supervising_department=_value(found.supervising_department),
        region=_value(found.region),
        fiscal_year=_value(found.fiscal_year),
        kind=_value(found.kind),
        scope=_value(found.scope),
        confidence=tuple((name, fact.confidence) for name, fact in found.known()),
        sources=tuple((name, fact.source) for name, fact in found.known()),
    )


def _value(known: Known[Value] | None) -> Value | None:
    return known.value if known else None


def _region(clues: Clues, unit: Known[str] | None, above: Known[str] | None) -> Known[str] | None:
    """Return the place that the unit's name begins with, or else the cover or the department above."""
    for text, confidence in (
        *((known.value, known.confidence) for known in (unit,) if known),
        *((line, 0.6) for line in clues.cover),
        *((known.value, 0.5) for known in (above,) if known),
    ):
        region = region_of(text)
        if region:
            return Known(region, confidence, text)
    return None


def _elect(votes: Iterable[Vote[Elected]]) -> Known[Elected] | None:
    """Return the majority of the surest source that says anything."""
    for vote in votes:
        if vote.counts:
            return Known(vote.counts.most_common(1)[0][0], vote.confidence, vote.source)
    return None


def _unsure(field: str, words: str, known: Known[Elected] | None) -> Iterator[Finding]:
    if known is None:
        yield _finding(field, f"没有找到{words}，请核对后填写。")
    elif known.confidence < _INFERRED:
        yield _finding(field, f"{words}未在封面或标题中标明，由文中内容推断，请核对。")


def _contradictions(field: str, words: str, votes: Sequence[Vote[Elected]]) -> Iterator[Finding]:
    """Say where two of the surest sources (cover, titles) name different things."""
    said = [(vote.source, vote.counts.most_common(1)[0][0]) for vote in votes if vote.binding and vote.counts]
    if len({value for _, value in said}) > 1:
        listed = "；".join(f"{source}为{_WORDS.get(str(value), str(value))}" for source, value in said)
        yield _finding(field, f"{words}前后不一致：{listed}。")


def _other_places(clues: Clues, identity: Identity) -> Iterator[Finding]:
    """Say where a heading names the body of the same name in another place (the city's bureau for the district's)."""
    if identity.unit is None or identity.region is None:
        return
    body = identity.unit.removeprefix(identity.region)
    for name in dict.fromkeys(found["name"] for line in clues.lines if (found := _SECTION.match(line))):
        region = region_of(name) or ""
        nested = region.startswith(identity.region) or identity.region.startswith(region)
        if region not in ("", identity.region) and nested and name == f"{region}{body}":
            yield _finding("unit", f"标题中的“{name}”与公开单位“{identity.unit}”不一致。")


def _department_titles(clues: Clues, identity: Identity) -> Iterator[Finding]:
    """Say where the tables of a unit's own disclosure are titled as the department's."""
    if identity.scope is Scope.UNIT and "单位预算" in "".join(clues.cover):
        for title in (title for title in clues.titles if _DEPARTMENT_TITLE.search(title)):
            yield _finding("scope", f"封面为单位预算，表题却为部门：《{title}》。")


def _finding(field: str, message: str) -> Finding:
    return Finding(code=f"identity.{field}", severity=Severity.WARNING, message=message)
