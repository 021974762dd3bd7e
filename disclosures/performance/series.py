"""Lay each entry of a project into its series: by code, else by name; a person may join and part."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from disclosures.codes import comparable
from disclosures.models import AuditEntry, Project, ProjectMatch, ProjectSeries
from disclosures.models.audit import record
from disclosures.models.project_series import ProjectMatchQuerySet

Basis = ProjectMatch.Basis
_YEARS = re.compile(r"^(?:19|20)\d{2}年?度?|[(（](?:19|20)\d{2}年?度?[)）]")
_KIND_WORDS = re.compile(r"(?:项目支出|专项资金|项目经费|专项经费|项目|经费|专项|资金)$")
_MARKS = re.compile(r"[\s\"'“”‘’《》·,，。、;；:：\-—_()（）]+")


def project_key(name: str) -> str:
    """Return what two printings of one project's name have in common: no year, no marks, no spaces."""
    return _MARKS.sub("", _YEARS.sub("", comparable(name)))


@dataclass(frozen=True, slots=True)
class Named:
    """One entry with what it is told by."""

    match: ProjectMatch
    key: str
    code: str

    @property
    def year(self) -> int:
        """Return the year of the entry."""
        return self.match.project.fiscal_year


def match_projects(entries: Sequence[Project]) -> None:
    """Give the new entries of one unit their series; a series is made for what is new."""
    if not entries:
        return
    unit = entries[0].unit_id
    known = _named(list(ProjectMatch.objects.of_unit(unit)))
    for new in _named([ProjectMatch(project=entry) for entry in entries]):
        _lay(new, known)
        known.append(new)
        if new.match.series_id is None:
            new.match.series = ProjectSeries.objects.create(unit_id=unit, name=new.match.project.name)
    ProjectMatch.objects.bulk_create([one.match for one in known if one.match.pk is None])
    ProjectSeries.objects.of_unit(unit).emptied().delete()


def _named(matches: Sequence[ProjectMatch]) -> list[Named]:
    """Return each entry's key and code; a code that several names share in one document is the unit's, not theirs."""
    keys = [project_key(match.project.name) for match in matches]
    names: dict[tuple[int, str], set[str]] = defaultdict(set)
    for match, key in zip(matches, keys, strict=True):
        names[match.project.revision_id, match.project.code].add(key)
    return [
        Named(match, key, match.project.code if len(names[match.project.revision_id, match.project.code]) == 1 else "")
        for match, key in zip(matches, keys, strict=True)
    ]


def _lay(new: Named, known: Sequence[Named]) -> None:
    """Find the series of an entry: where a former revision of its disclosure had it, else where it stood last."""
    by_code = [one for one in known if new.code and one.code == new.code]
    by_name = [one for one in known if new.key and one.key == new.key and not _told_apart(one, new)]
    new.match.basis = Basis.CODE if by_code else Basis.NAME if by_name else Basis.FIRST
    if found := by_code or by_name:
        disclosure = new.match.project.revision.disclosure_id
        same = [one for one in found if one.match.project.revision.disclosure_id == disclosure]
        new.match.series = (same or found)[-1].match.series


def _told_apart(known: Named, new: Named) -> bool:
    """Two codes in one year tell two projects of one name apart; a new year may give a project a new code."""
    return len({known.code, new.code} - {""}) == 2 and known.year == new.year


def alike(series: ProjectSeries, limit: int = 5) -> list[ProjectSeries]:
    """Return the unit's other projects with a name so near that a person should decide."""
    core = _core(series.name)
    others = ProjectSeries.objects.published().of_unit(series.unit_id).exclude(pk=series.pk)
    return [one for one in others if _near(core, _core(one.name))][:limit]


def _core(name: str) -> str:
    return _KIND_WORDS.sub("", project_key(name))


def _near(one: str, other: str) -> bool:
    """Names are near when one holds the other, or most pairs of characters are the same."""
    if min(len(one), len(other)) < 3:
        return False
    return one in other or other in one or _shared_pairs(one, other) >= 0.6


def _shared_pairs(one: str, other: str) -> float:
    first, second = ({name[at : at + 2] for at in range(len(name) - 1)} for name in (one, other))
    return 2 * len(first & second) / (len(first) + len(second))


@transaction.atomic
def join(series: ProjectSeries, *, into: ProjectSeries, by: AbstractBaseUser) -> ProjectSeries:
    """Say that two series are one project, and write down who said so and what was whose."""
    if series.unit_id != into.unit_id:
        raise ValueError("只能合并同一单位的项目")
    before = {"kept": _told(into), "joined": _told(series)}
    _decide(ProjectMatch.objects.in_series(series), into, by)
    series.delete()
    record(by, AuditEntry.Action.MERGED, into, before=before, after={"kept": _told(into)})
    return into


@transaction.atomic
def part(entries: Iterable[ProjectMatch], *, by: AbstractBaseUser) -> ProjectSeries:
    """Say that some entries of a series are another project, and write down who said so and what was whose."""
    moved = list(entries)
    series = moved[0].series
    before = {"kept": _told(series)}
    made = ProjectSeries.objects.create(unit_id=series.unit_id, name=moved[0].project.name)
    _decide(ProjectMatch.objects.chosen(moved), made, by)
    record(by, AuditEntry.Action.PARTED, series, before=before, after={"kept": _told(series), "parted": _told(made)})
    return made


def _decide(matches: ProjectMatchQuerySet, series: ProjectSeries, by: AbstractBaseUser) -> None:
    matches.update(series=series, basis=Basis.PERSON, decided_by=by, decided_at=timezone.now())


def _told(series: ProjectSeries) -> dict[str, object]:
    """Return a series as the audit log names it: its number, its name, and each entry with its ground."""
    entries = [
        {"entry": match.project_id, "year": match.project.fiscal_year, "name": match.project.name, "basis": match.basis}
        for match in ProjectMatch.objects.in_series(series).with_entries().order_by("project")
    ]
    return {"series": series.pk, "name": series.name, "entries": entries}
