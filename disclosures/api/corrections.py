"""Tell beside each figure what a person put right in it, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from ninja import Schema
from pydantic import Field

from disclosures.api.said import coded, money
from disclosures.models import Correction
from disclosures.models.corrections import Subject


class CorrectionAnswer(Schema):
    """What a person put right in a figure; what was printed and read stays known."""

    field: str = coded("更正了哪一项", Correction.Field)
    printed: str = Field(description="原文")
    read: str = Field(description="程序读到的；金额为元")
    value: str = Field(description="更正为；金额为元，空文本表示原文其实是空白")
    cause: str = coded("更正的原因", Correction.Cause)
    reason: str = Field(description="更正的理由")
    made_at: datetime = Field(description="更正时间")


Corrections = dict[int, list[CorrectionAnswer]]


def corrections_of(rows: Sequence[Subject]) -> Corrections:
    """Return the corrections that stand of some rows of one sort, by the row's key."""
    found: Corrections = defaultdict(list)
    if rows:
        for one in Correction.objects.standing().of_rows(rows):
            found[one.subject_key].append(say_correction(one))
    return found


def say_correction(one: Correction) -> CorrectionAnswer:
    """Return a correction as the API tells of it."""
    return CorrectionAnswer(
        field=one.field,
        printed=one.printed,
        read=one.read,
        value=one.value if one.value_fen is None else money(one.amount) or "",
        cause=one.cause,
        reason=one.reason,
        made_at=one.made_at,
    )
