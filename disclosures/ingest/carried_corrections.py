"""Carry a person's corrections of figures over to the same cells of a newer reading; none is lost silently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from disclosures.models import Correction, Finding, LineItem, Revision
from disclosures.vocabulary import Severity

# A cell is the same where it stands at the same place of the same table and prints the same.
Place = tuple[str, str, int | None, int | None, str]


def standing_by_place(revision: Revision) -> dict[Place, list[Correction]]:
    """Return the standing corrections of a revision by the cells that they are about."""
    found: dict[Place, list[Correction]] = defaultdict(list)
    standing = Correction.objects.standing().of_revisions([revision]).select_related("line_item__table", "made_by")
    for correction in standing:
        found[_place(correction.line_item)].append(correction)
    return found


def carry_over(corrected: Mapping[Place, Iterable[Correction]], revision: Revision) -> None:
    """Make the corrections anew on the same cells of a draft; one whose cell is gone becomes a finding."""
    if not corrected:
        return
    cells = {_place(item): item for item in revision.line_items.select_related("table")}
    for place, corrections in corrected.items():
        for correction in corrections:
            if place in cells:
                _again(correction, cells[place])
            else:
                _lost(correction, revision)


def _place(item: LineItem) -> Place:
    return item.table.kind, item.table.label, item.row, item.column_number, item.printed


def _again(correction: Correction, item: LineItem) -> None:
    correction.pk, correction.line_item = None, item
    correction._state.adding = True
    made_at = correction.made_at
    correction.save()
    Correction.objects.filter(pk=correction.pk).update(made_at=made_at)


def _lost(correction: Correction, revision: Revision) -> None:
    Finding.objects.create(
        revision=revision,
        code="correction.lost",
        severity=Severity.WARNING,
        message=f"重新读取后找不到曾更正的单元格：{correction}（{correction.reason}）。请核对后重新更正。",
    )
