"""Say entries of the audit log in words: who did what, to which thing, each field before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, Model
from django.utils.functional import Promise

from disclosures.models import AuditEntry, Correction, FindingMark, Job, ProjectMatch, Revision
from disclosures.models.corrected_fields import MONEY
from disclosures.vocabulary import DisclosureKind, Scope

COMMAND_LINE = "命令行"
NOTHING = "（空）"

# What an entry calls its values, where that is no field of the thing itself.
LABELS: Mapping[str, str] = {
    "about": "内容",
    "answer": "处理",
    "cause": "更正原因",
    "file": "文件",
    "files": "文件",
    "fields": "改动的设置",
    "fiscal_year": "年度",
    "found": "新发现的问题",
    "joined": "并入的项目",
    "kept": "保留的项目",
    "kind": "类别",
    "meaning": "含义",
    "message": "原来的说明",
    "name": "名称",
    "note": "说明",
    "open": "链接",
    "parser": "解析程序版本",
    "part": "并入的草稿",
    "parted": "拆出的项目",
    "printed": "原文",
    "query": "比较条件",
    "reason": "理由",
    "region": "地区",
    "reread_of": "重新读取自",
    "revision": "归属",
    "row": "所删的一行",
    "scope": "口径",
    "sha256": "文件校验码",
    "solved": "已解决的问题",
    "stage": "进度",
    "state": "状态",
    "supervising_department": "主管部门",
    "unit": "单位",
}
# Words for the codes that entries keep.
CODES: Mapping[str, Mapping[Any, str | Promise]] = {
    "answer": dict(FindingMark.Answer.choices),
    "cause": dict(Correction.Cause.choices),
    "kind": dict(DisclosureKind.choices),
    "open": {True: "可以打开", False: "已关闭"},
    "scope": dict(Scope.choices),
    "stage": dict(Job.Stage.choices),
    "state": dict(Revision.State.choices),
    "basis": dict(ProjectMatch._meta.get_field("basis").flatchoices),
}
_CORRECTED = dict(Correction.Field.choices)


@dataclass(frozen=True, slots=True)
class Change:
    """One field of an entry; ``before`` is None where nothing was there to change."""

    label: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """One entry as the log shows it; ``address`` is empty where the thing is gone or has no page."""

    pk: int
    at: datetime
    who: str
    account: str
    action: str
    kind: str
    subject: str
    address: str
    changes: tuple[Change, ...]


def told(entry: AuditEntry, address: str = "") -> Told:
    """Return an entry in words."""
    who, account = who_did(entry)
    return Told(
        pk=entry.pk,
        at=entry.at,
        who=who,
        account=account,
        action=entry.get_action_display(),
        kind=kind_of(entry.subject_type),
        subject=entry.subject,
        address=address,
        changes=tuple(changes_of(entry)),
    )


def who_did(entry: AuditEntry) -> tuple[str, str]:
    """Return the person's name and, where they are more, their groups and account."""
    if entry.user is None:
        return entry.person or COMMAND_LINE, ""
    groups = [group.name for group in entry.user.groups.all()]
    first, *others = dict.fromkeys([entry.user.get_full_name() or "、".join(groups), *groups, entry.person])
    words = [word for word in (first, *others) if word]
    return words[0], " · ".join(words[1:])


def changes_of(entry: AuditEntry) -> Iterable[Change]:
    """Yield the fields that differ."""
    model = model_of(entry.subject_type)
    for key in dict.fromkeys([*entry.before, *entry.after]):
        before, after = (
            _words(model, key, values[key]) if key in values else None for values in (entry.before, entry.after)
        )
        if before != after:
            yield Change(label_of(model, key), before, after)


def model_of(subject_type: str) -> type[Model] | None:
    """Return the model that entries are about; None where there is none any more."""
    for app in ("disclosures", "auth"):
        try:
            return apps.get_model(app, subject_type)
        except LookupError:
            continue
    return None


def kind_of(subject_type: str) -> str:
    """Return what the things are called that entries are about."""
    model = model_of(subject_type)
    return str(model._meta.verbose_name) if model else subject_type


def label_of(model: type[Model] | None, key: str) -> str:
    """Return what a value of an entry is called."""
    if key in LABELS:
        return LABELS[key]
    field = _field(model, key)
    return str(_CORRECTED.get(key) or (field.verbose_name if field else key))


def _field(model: type[Model] | None, key: str) -> Field[Any, Any] | None:
    if model is None:
        return None
    try:
        field = model._meta.get_field(key)
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, Field) else None


def _words(model: type[Model] | None, key: str, value: Any) -> str:
    """Return a value as people say it."""
    if value is None or value == "" or value == []:
        return NOTHING
    if isinstance(value, list):
        each = (label_of(model, one) if key == "fields" else _words(model, key, one) for one in value)
        return "；".join(each)
    if isinstance(value, dict):
        return _series(value)
    if key in MONEY:
        return f"{Decimal(value):,.2f} 元"
    field = _field(model, key)
    codes = CODES.get(key) or (dict(field.flatchoices) if field else {})
    if value in codes:
        return str(codes[value])
    return {True: "是", False: "否"}[value] if isinstance(value, bool) else str(value)


def _series(value: Mapping[str, Any]) -> str:
    """Return a project over the years: its name, and each entry with its year."""
    entries = "；".join(f"{entry.get('year', '')}年 {entry.get('name', '')}" for entry in value.get("entries", ()))
    return f"{value.get('name', '')}（{entries}）" if entries else str(value.get("name", ""))
