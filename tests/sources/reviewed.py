"""Accounts with one project that was evaluated, and people's corrections of what was read in them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import User

from disclosures.extraction.readings import Indicator, Project
from disclosures.ingest.corrections import Value, correct
from disclosures.models import Correction, Revision
from disclosures.models.corrected_fields import CorrectedField
from disclosures.models.corrections import TARGETS
from disclosures.pipeline import ReadDisclosure
from disclosures.vocabulary import DisclosureKind, Operator, TableKind
from tests.ingest.readings import IDENTITY, TABLE, read


def review(**changes: Any) -> ReadDisclosure:
    """Accounts with one project, one of whose results was missed, and a sentence."""
    whole: dict[str, Any] = {
        "findings": (),
        "identity": replace(IDENTITY, kind=DisclosureKind.FINAL_ACCOUNTS),
        "tables": (replace(TABLE, kind=TableKind.REVIEW_PROJECT),),
        "projects": (
            Project(
                name="河道清淤",
                total=Decimal("200000.00"),
                approved=Decimal("200000.00"),
                revised=Decimal("200000.00"),
                executed=Decimal("180000.00"),
                execution_rate=Decimal(90),
                score=Decimal(96),
                annual_goal="清淤十二公里",
                table=0,
                page=3,
            ),
        ),
        "indicators": (
            Indicator(
                table=0,
                project="河道清淤",
                level1="产出指标",
                level2="数量指标",
                level3="清淤长度",
                operator=Operator.AT_LEAST,
                target="≥12",
                target_number=Decimal(12),
                unit="公里",
                actual="10公里",
                actual_number=Decimal(10),
                weight=Decimal(10),
                score=Decimal(10),
                page=3,
            ),
        ),
    }
    return read(**(whole | changes))


def row(revision: Revision, target: str) -> Any:
    """The only row of a revision that corrections call so."""
    model = next(model for model, name in TARGETS.items() if name == target)
    return model._default_manager.get(revision=revision)


def put_right(subject: Any, field: CorrectedField, value: Value, by: User) -> Correction:
    """Correct a field, as a clerk would who saw that it was misread."""
    return correct(subject, field, value, cause=Correction.Cause.READING_ERROR, reason="读错了行", by=by)
