"""Check a draft against what is filed of its unit: the year before, and the budget of its final accounts.

What is found is stored with the later file. Its places are places in that file; the earlier one is named in words.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q

from disclosures.checks import check_pair
from disclosures.checks.catalogue_continuity import PAIR_RULES
from disclosures.checks.rule import Checked, NotChecked
from disclosures.ingest.findings import finding_rows, unchecked_rows
from disclosures.ingest.settled_findings import Settled, counted, settle
from disclosures.ingest.stored_documents import named_document, stored_document
from disclosures.models import Finding, Revision, UncheckedRule
from disclosures.models.filings import RevisionQuerySet
from disclosures.vocabulary import DisclosureKind

FAMILY = "continuity."
_KINDS = (DisclosureKind.BUDGET, DisclosureKind.FINAL_ACCOUNTS)
_NOBODY = "本站没有同一单位上一年度的文件或同年预算可以比较"


def check_neighbours(revision: Revision) -> None:
    """Check a draft whose content was just stored, and the drafts that come after it; inside the transaction.

    Drafts are compared with drafts too: neither is public. ``check_against_published`` does it anew before one is.
    """
    on_file = Revision.objects.exclude(state=Revision.State.WITHDRAWN)
    for draft in (revision, *_newest_of_each(Revision.objects.drafts().filter(_after(revision)))):
        _check(draft, _newest_of_each(on_file.filter(_before(draft))))


def check_against_published(revision: Revision) -> None:
    """Check a draft that is about to be published against what the public sees, and nothing else."""
    _check(revision, _newest_of_each(Revision.objects.published().filter(_before(revision))))


def check_again(revision: Revision) -> list[Settled]:
    """Check a revision whose figures were corrected, and what comes after it, with the figures as they are now."""
    check_neighbours(revision)
    public = Revision.objects.published()
    concerned = _newest_of_each(public.filter(Q(pk=revision.pk) | _after(revision)))
    return [_settle(one, _newest_of_each(public.filter(_before(one)))) for one in concerned]


def _settle(revision: Revision, others: Sequence[Revision]) -> Settled:
    """Bring what was found between a published revision and others up to date."""
    if revision.disclosure.kind not in _KINDS:
        return Settled()
    rows = _rows(revision, _compared(revision, others))
    stored = Finding.objects.filter(revision=revision, code__startswith=FAMILY)
    return settle(stored, counted(rows), rows)


def _before(revision: Revision) -> Q:
    """Keep last year's revisions of the same kind, and those of the budget that final accounts are of."""
    own = revision.disclosure
    found = Q(disclosure__kind=own.kind, disclosure__fiscal_year=own.fiscal_year_id - 1)
    if own.kind == DisclosureKind.FINAL_ACCOUNTS:
        found |= Q(disclosure__kind=DisclosureKind.BUDGET, disclosure__fiscal_year=own.fiscal_year_id)
    return found & _of_the_same(revision)


def _after(revision: Revision) -> Q:
    """Keep next year's revisions of the same kind, and those of the final accounts of a budget."""
    own = revision.disclosure
    found = Q(disclosure__kind=own.kind, disclosure__fiscal_year=own.fiscal_year_id + 1)
    if own.kind == DisclosureKind.BUDGET:
        found |= Q(disclosure__kind=DisclosureKind.FINAL_ACCOUNTS, disclosure__fiscal_year=own.fiscal_year_id)
    return found & _of_the_same(revision)


def _of_the_same(revision: Revision) -> Q:
    return Q(disclosure__unit=revision.disclosure.unit_id, disclosure__scope=revision.disclosure.scope)


def _newest_of_each(revisions: RevisionQuerySet) -> list[Revision]:
    """Return one revision of each disclosure: the published one, or else the newest."""
    found: dict[int, Revision] = {}
    for revision in revisions.best_first().select_related("disclosure__unit"):
        found.setdefault(revision.disclosure_id, revision)
    return list(found.values())


def _check(revision: Revision, others: Sequence[Revision]) -> None:
    """Put what is found between a draft and others in place of what was found before."""
    if revision.disclosure.kind not in _KINDS or revision.state != Revision.State.DRAFT:
        return
    for model in (Finding, UncheckedRule):
        model.objects.filter(revision=revision, code__startswith=FAMILY).delete()
    checked = _compared(revision, others)
    file = revision.files.order_by("pk").first()
    if file is None:
        return
    Finding.objects.bulk_create(_rows(revision, checked))
    UncheckedRule.objects.bulk_create(unchecked_rows(revision, file, _unchecked(checked)))


def _compared(revision: Revision, others: Sequence[Revision]) -> list[Checked]:
    own = stored_document(revision) if others else None
    return [check_pair(named_document(other), own) for other in others] if own else []


def _rows(revision: Revision, checked: Sequence[Checked]) -> list[Finding]:
    """Return what was found as rows that are not stored."""
    file = revision.files.order_by("pk").first()
    if file is None:
        return []
    tables = {table.index: table for table in revision.tables.all()}
    findings = (one for result in checked for one in result.findings if one.code.startswith(FAMILY))
    return list(finding_rows(revision, file, tables, findings))


def _unchecked(checked: Sequence[Checked]) -> list[NotChecked]:
    """Return the rules that no pair of files let run."""
    if not checked:
        return [NotChecked(rule.code, _NOBODY) for rule in PAIR_RULES]
    first, *rest = checked
    alike = [{one.code for one in result.unchecked} for result in rest]
    return [one for one in first.unchecked if all(one.code in codes for codes in alike)]
