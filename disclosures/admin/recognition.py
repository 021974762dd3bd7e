"""Show how an identity was recognised, and prepare the form that puts it right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from disclosures.forms import IdentityForm
from disclosures.ingest.recognised import RecognisedField, recognised_fields
from disclosures.ingest.unit_matching import units_like
from disclosures.models import Unit
from disclosures.vocabulary import DisclosureKind, Scope

LABELS = {
    "unit": "单位",
    "unit_code": "单位代码",
    "region": "地区",
    "supervising_department": "主管部门",
    "fiscal_year": "年度",
    "kind": "类别",
    "scope": "口径",
}
# Below this the reader itself was in doubt, and the clerk should look twice.
SURE = 0.8


@dataclass(frozen=True, slots=True)
class ShownField:
    """One part of an identity as the clerk sees it."""

    label: str
    value: str
    certainty: str
    is_sure: bool
    source: str


def shown_fields(recognised: dict[str, Any]) -> list[ShownField]:
    """Return the recognised identity in words, in the order of the review page."""
    fields = recognised_fields(recognised)
    return [_shown(label, fields[name]) for name, label in LABELS.items() if name in fields]


def identity_form(
    recognised: dict[str, Any], answer: Mapping[str, Any] | None, filed_under: Unit | None = None
) -> IdentityForm:
    """Return the form with what was recognised filled in, and other known units that may be meant."""
    said = {name: field.value for name, field in recognised_fields(recognised).items()}
    initial = {name: said.get(name) or "" for name in ("unit", "region", "fiscal_year", "kind", "scope")}
    known = units_like(said.get("unit") or "", said.get("region") or "")
    return IdentityForm(answer, initial=initial, candidates=tuple(unit for unit in known if unit != filed_under))


def _shown(label: str, field: RecognisedField) -> ShownField:
    if field.corrected:
        return ShownField(label, _words(field), "人工填写", True, field.source)
    sure = field.confidence is None or field.confidence >= SURE
    certainty = "" if field.confidence is None or field.value is None else f"{field.confidence:.0%}"
    return ShownField(label, _words(field), certainty, sure, field.source)


def _words(field: RecognisedField) -> str:
    if field.value in (None, ""):
        return "未识别"
    if field.name == "kind":
        return str(DisclosureKind(field.value).label)
    if field.name == "scope":
        return str(Scope(field.value).label)
    return str(field.value)
