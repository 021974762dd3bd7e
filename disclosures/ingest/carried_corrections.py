"""Carry a person's corrections over to the same places of a newer reading; none is lost silently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from disclosures.ingest.corrected_rows import write_corrections
from disclosures.ingest.corrections import read_text
from disclosures.ingest.unread_cells import same_cell
from disclosures.models import Correction, Figure, Finding, LineItem, Project, Revision
from disclosures.models.correctable import Correctable
from disclosures.models.corrections import TARGETS, Subject
from disclosures.vocabulary import Severity

# Whatever tells a place of a document from all others, as long as the same is read there.
Place = tuple[Hashable, ...]


def standing_by_place(revision: Revision) -> dict[Place, list[Correction]]:
    """Return the standing corrections of a revision by the places that they are about."""
    found: dict[Place, list[Correction]] = defaultdict(list)
    for correction in Correction.objects.standing().of_revisions([revision]).with_subjects():
        found[_place(correction.subject)].append(correction)
    return found


def carry_over(corrected: Mapping[Place, Iterable[Correction]], revision: Revision) -> None:
    """Make the corrections anew at the same places of a draft; one whose place is gone becomes a finding."""
    if not corrected:
        return
    places = _places(revision, {place[0] for place in corrected})
    for place, corrections in corrected.items():
        for correction in corrections:
            field = Correction.Field(correction.field)
            same = next((one for one in places.get(place, ()) if read_text(one, field) == correction.read), None)
            same = same or _unread_again(correction.subject, revision)
            if same is None:
                _lost(correction, revision)
            else:
                _again(correction, same)


def _unread_again(subject: Subject, revision: Revision) -> Subject | None:
    """Return a row for a cell that a person read, where the parser cannot read it this time either."""
    item = same_cell(revision, subject) if isinstance(subject, LineItem) else None
    if item is not None:
        item.save()
    return item


def _places(revision: Revision, targets: Iterable[Hashable]) -> dict[Place, list[Subject]]:
    found: dict[Place, list[Subject]] = defaultdict(list)
    for model in (model for model, target in TARGETS.items() if target in targets):
        told_by = [name for name in ("table", "project") if hasattr(model, name)]
        subjects: Iterable[Any] = model._default_manager.filter(revision=revision).select_related(*told_by)
        for subject in subjects:
            found[_place(subject)].append(subject)
    return found


def _place(subject: Subject) -> Place:
    """Return what a thing that was read is told by, in every reading of the same file."""
    target = TARGETS[type(subject)]
    if isinstance(subject, Figure):
        return target, subject.topic, subject.fiscal_year, subject.phase, subject.direction, subject.sentence
    table = (subject.table.kind, subject.table.label) if subject.table else ("", "")
    if isinstance(subject, LineItem):
        return target, *table, subject.row, subject.column_number, subject.printed
    if isinstance(subject, Project):
        return target, *table, subject.page, subject.code, subject.reading("name")
    of_project = subject.project.reading("name") if subject.project else ""
    return target, *table, subject.page, of_project, subject.level1, subject.level2, subject.reading("level3")


def _again(correction: Correction, subject: Subject) -> None:
    """Store a correction of the same words about a row of the newer reading; the former may be gone with its row."""
    made_at, former = correction.made_at, Correction.objects.filter(pk=correction.pk).first()
    setattr(correction, correction.target, subject)
    correction.carried_from, correction.replaces = former or correction.carried_from, None
    correction.pk, correction.revision = None, subject.revision
    correction._state.adding = True
    correction.save()
    Correction.objects.filter(pk=correction.pk).update(made_at=made_at)
    if isinstance(subject, Correctable):
        write_corrections(subject)


def _lost(correction: Correction, revision: Revision) -> None:
    Finding.objects.create(
        revision=revision,
        code="correction.lost",
        severity=Severity.WARNING,
        message=f"重新读取后找不到曾更正的单元格：{correction}（{correction.reason}）。请核对后重新更正。",
    )
