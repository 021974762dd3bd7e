"""Store what a clerk says to a doubt, tell on the next page what was stored, and take it back when asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.db import transaction
from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404

from disclosures.admin.doubt_cells import DoubtfulCell, cells_of, line_item_cell
from disclosures.admin.doubt_values import NotUnderstood, make_sure, said, value_typed
from disclosures.ingest.corrections import correct, may_correct
from disclosures.ingest.corrections import undo as undo_correction
from disclosures.ingest.finding_marks import answer_finding, take_back_answer
from disclosures.models import Correction, Finding, FindingMark, LineItem, Revision
from disclosures.models.corrections import standing_corrections

# What the clerk's steps say of a finding; any other accepts it.
ANSWERS = {"source": FindingMark.Answer.SOURCE_ERROR}
# How the clerk's buttons say it; any other answer is given elsewhere.
WORDS: Mapping[str, str] = {
    FindingMark.Answer.ACCEPTED: "原文如此，读得对",
    FindingMark.Answer.SOURCE_ERROR: "原文有误",
}


@dataclass(frozen=True, slots=True)
class Stored:
    """What the last step stored; it can be taken back as long as it stands."""

    finding: Finding
    correction: Correction | None
    words: str = ""

    @property
    def query(self) -> str:
        """Return how the next page's address names it."""
        named = {"answered": self.finding.pk, "stored": self.correction.pk if self.correction else ""}
        return urlencode({name: value for name, value in named.items() if value})


@transaction.atomic
def store(doubt: Finding, answer: QueryDict, *, by: User) -> Stored:
    """Take down what is said to a doubt; one that a correction has solved needs no answer."""
    step = answer.get("step", "accept")
    made = _corrected(doubt, answer, by) if step in ("correct", "blank") else None
    if Finding.objects.standing().filter(pk=doubt.pk).exists():
        note = f"已更正：{made}{'' if made.value else '（空白）'}" if made else answer.get("note", "").strip()
        answer_finding(doubt, ANSWERS.get(step, FindingMark.Answer.ACCEPTED), note=note, by=by)
    return Stored(doubt, made)


@transaction.atomic
def undo(doubt: Finding, answer: QueryDict, *, by: User) -> Correction | None:
    """Take back what a person has just stored for a doubt; return the earlier correction that stands again."""
    key = answer.get("correction", "")
    earlier = None
    own = Correction.objects.standing().of_revisions([doubt.revision_id]).filter(made_by=by)
    if made := own.filter(pk=key).first() if key.isdigit() else None:
        earlier = undo_correction(made, by=by)
    take_back_answer(doubt, by=by)
    return earlier


def stored_before(revision: Revision, asked: QueryDict) -> Stored | None:
    """Return what the step before stored; nothing once it was taken back."""
    answered, key = asked.get("answered", ""), asked.get("stored", "")
    finding = revision.findings.filter(pk=answered).first() if answered.isdigit() else None
    if finding is None:
        return None
    if key.isdigit():
        made = Correction.objects.standing().of_revisions([revision]).with_subjects().filter(pk=key).first()
        return Stored(finding, made, _words_of(made)) if made else None
    mark = FindingMark.objects.standing().to(revision.disclosure_id, finding.fingerprint).first()
    if mark is None:
        return None
    answer = WORDS.get(mark.answer, mark.get_answer_display())
    return Stored(finding, None, f"已答复“{answer}”：{finding.message}")


def _words_of(made: Correction) -> str:
    return f"已更正：{made.subject_name}，原文“{made.printed or made.read}”，更正为{value_in_words(made)}。"


def value_in_words(made: Correction) -> str:
    """Say what a correction puts in the place of what was read."""
    amount = made.amount
    return said(amount).strip() if amount is not None else made.value or "空白"


def _corrected(doubt: Finding, answer: QueryDict, by: User) -> Correction:
    """Correct the cell that was named."""
    cell = _cell_of(doubt, answer.get("item", ""))
    if not may_correct(by, cell.subject):
        raise NotUnderstood("您没有更正数字的权限。")
    value = None
    if answer["step"] == "correct":
        typed = answer.get("value", "").strip()
        value = value_typed(cell, typed)
        if answer.get("sure") != typed:
            make_sure(cell, value, typed)
    elif not cell.may_be_blank:
        raise NotUnderstood("此处不能为空白。")
    if cell.subject.pk is None:
        cell.subject.save()  # a cell that could not be read has a row from the moment that a person reads it
    cause, reason = Correction.Cause.READING_ERROR, f"核对疑点：{doubt.message}"
    return correct(cell.subject, cell.field, value, cause=cause, reason=reason, by=by)


def _cell_of(doubt: Finding, key: str) -> DoubtfulCell:
    """Return the cell that was named: one of the doubt's own, or any other of its draft."""
    own = next((cell for cell in cells_of(doubt) if cell.key == key), None)
    if own is not None:
        return own
    if not key.isdigit():
        raise Http404
    items = LineItem.objects.select_related("table", "revision").filter(revision=doubt.revision_id)
    item = get_object_or_404(items, pk=key)
    return line_item_cell(item, standing_corrections([item]).get(item.pk, {}).get(Correction.Field.AMOUNT))
