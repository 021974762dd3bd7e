"""Remember what people said of a unit's tables and columns, and have its files read with that from then on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.contrib.auth.models import User
from django.db import transaction

from disclosures.amounts import MoneyUnit
from disclosures.ingest.stored_documents import stored_table
from disclosures.ingest.unit_matching import known_unit
from disclosures.meanings import NO_MEANINGS, ColumnMeaning, Meanings, TableMeaning, same_path, same_title
from disclosures.models import AssignedMeaning, AuditEntry, Disclosure, Finding, Revision, StatementTable, Unit
from disclosures.models.audit import record
from disclosures.pipeline import ReadDisclosure, understand
from disclosures.recognition.assigned import headings_of
from disclosures.recognition.statements import Identity
from disclosures.vocabulary import Direction, DisclosureKind, Fund, Item, Nature, Phase, TableKind

_YEARS = {AssignedMeaning.YearMeant.CURRENT: 0, AssignedMeaning.YearMeant.PRIOR: -1}


# Doubts that end once somebody says what a table or a column is.
_COLUMN_DOUBT = "unread.column"
_TABLE_DOUBTS = ("unread.table_kind", "unread.money_unit", "unread.unit")


def asks_for_a_meaning(finding: Finding) -> bool:
    """Tell whether a doubt is about what a table or a column means; a piece under no header has no column."""
    of_column = finding.code == _COLUMN_DOUBT and bool(finding.column)
    return finding.table_id is not None and (of_column or finding.code in _TABLE_DOUBTS)


def remembered_for(identity: Identity, filed: Disclosure | None = None) -> Meanings:
    """Return what people said of the documents of a unit; ``filed`` is whose a file is that does not say so itself."""
    unit = known_unit(identity.unit, identity.region) or (filed.unit if filed else None)
    kind = identity.kind or (filed.kind if filed else None)
    if unit is None or kind is None:
        return NO_MEANINGS
    standing = list(AssignedMeaning.objects.remembered_for(unit, kind))
    return Meanings(tuple(_tables(standing)), tuple(_columns(standing)))


def as_remembered(read: ReadDisclosure) -> ReadDisclosure:
    """Return what a file says with what people said of its unit's tables and columns, once its unit is known."""
    meanings = remembered_for(read.identity)
    return understand(read.source, meanings=meanings) if meanings else read


def unsaid(table: StatementTable, column: Sequence[str] = ()) -> AssignedMeaning:
    """Return a meaning to be filled in and assigned: that of a table, or of its column under some headings."""
    filed = table.revision.disclosure
    named = f"《{table.title}》" if table.title else str(table.get_kind_display())
    subjects = AssignedMeaning.Subject
    words = same_path(column, filed.fiscal_year_id) or same_path(headings_of(stored_table(table)), None)
    return AssignedMeaning(
        unit=filed.unit,
        kind=filed.kind,
        subject=subjects.COLUMN if column else subjects.TABLE,
        table_kind=table.kind if column else "",
        title=same_title(table.title),
        headings=list(words),
        printed=f"{named} {'/'.join(column)}".strip(),
        revision=table.revision,
    )


def standing_like(meaning: AssignedMeaning) -> AssignedMeaning | None:
    """Return what counts now for the same table or column, if anybody said anything of it."""
    standing = AssignedMeaning.objects.remembered_for(meaning.unit, meaning.kind)
    return standing.filter(place=meaning.taken_place()).first()


@transaction.atomic
def assign(meaning: AssignedMeaning, *, by: User) -> AssignedMeaning:
    """Remember a meaning; the one that stood until now for this table or column is taken back by the same person."""
    Unit.objects.select_for_update().get(pk=meaning.unit_id)
    before: dict[str, str] = {}
    if earlier := standing_like(meaning):
        before = _said(earlier)
        earlier.revert(by=by)
    meaning.made_by = by
    meaning.save()
    record(by, AuditEntry.Action.ADDED, meaning, before=before, after=_said(meaning))
    return meaning


@transaction.atomic
def forget(meaning: AssignedMeaning, *, by: User) -> None:
    """Take a meaning back: the next reading asks again."""
    locked = AssignedMeaning.objects.select_for_update().get(pk=meaning.pk)
    if locked.stands:
        locked.revert(by=by)
        record(by, AuditEntry.Action.REVOKED, locked, before=_said(locked))


def drafts_concerned(meaning: AssignedMeaning) -> list[Revision]:
    """Return the drafts that a meaning bears on: those of its unit and kind, of whichever year."""
    drafts = Revision.objects.drafts().for_units([meaning.unit]).of_kind(DisclosureKind(meaning.kind))
    return list(drafts.select_related("disclosure__unit"))


def _said(meaning: AssignedMeaning) -> dict[str, str]:
    return {"printed": meaning.printed, "meaning": meaning.words}


def _tables(standing: Iterable[AssignedMeaning]) -> Iterable[TableMeaning]:
    for one in standing:
        if one.subject == AssignedMeaning.Subject.TABLE:
            kind = TableKind.OTHER if one.ignored else TableKind(one.table_kind) if one.table_kind else None
            unit = MoneyUnit.named(one.money_unit)
            yield TableMeaning(title=one.title, headings=tuple(one.headings), kind=kind, money_unit=unit)


def _columns(standing: Iterable[AssignedMeaning]) -> Iterable[ColumnMeaning]:
    for one in standing:
        if one.subject == AssignedMeaning.Subject.COLUMN:
            yield ColumnMeaning(
                title=one.title,
                kind=TableKind(one.table_kind),
                path=tuple(one.headings),
                ignored=one.ignored,
                direction=Direction(one.direction) if one.direction else None,
                phase=Phase(one.phase) if one.phase else None,
                years=_YEARS.get(AssignedMeaning.YearMeant(one.year_meant)) if one.year_meant else None,
                fund=Fund(one.fund) if one.fund else None,
                nature=Nature(one.nature) if one.nature else None,
                item=Item(one.item) if one.item else None,
            )
