"""Name rules as pages do: each by its title, in families; doubts of the reading have families too, but no rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosures.checks.catalogue_continuity import PairRule
from disclosures.checks.judging import ROUNDING
from disclosures.checks.registry import CATALOGUE
from disclosures.checks.rule import Rule

# The first part of a rule's code → what its rules are about, in the order of the catalogue.
FAMILIES: Mapping[str, str | Promise] = {
    "completeness": _("完整性"),
    "arithmetic": _("表内合计"),
    "tables": _("表与表"),
    "three_public": _("“三公”经费"),
    "prose": _("文字与报表"),
    "continuity": _("年度衔接"),
    "performance": _("绩效"),
    "assets": _("资产与人员"),
    "codes": _("科目编码"),
    "wording": _("用语与格式"),
}
# What is found on the way to the figures; no rule of the catalogue runs here.
READING_DOUBTS: Mapping[str, str | Promise] = {
    "unread": _("没有读出"),
    "assigned": _("人工指定的含义"),
    "repaired": _("按上下文修正的读数"),
    "identity": _("归属不明"),
    "code": _("编码不合规则"),
    "correction": _("更正未能沿用"),
}
OTHER = _("其他")

_TITLES = {rule.code: rule.title for rule in CATALOGUE}


@dataclass(frozen=True, slots=True)
class Family:
    """Rules about one matter."""

    name: str
    label: str | Promise
    rules: tuple[Rule | PairRule, ...]


def rule_title(code: str) -> str:
    """Return what a finding's rule is called."""
    if code == ROUNDING:
        return str(_("四舍五入的尾差"))
    return _TITLES.get(code) or str(READING_DOUBTS.get(family_of(code), code))


def is_in_catalogue(code: str) -> bool:
    """Tell whether a finding's rule stands in the catalogue."""
    return code in _TITLES


def family_of(code: str) -> str:
    """Return the family that a code belongs to."""
    return code.partition(".")[0]


def families() -> Iterator[Family]:
    """Yield the rules by family; a family that is not named yet comes last, never lost."""
    names = dict.fromkeys([*FAMILIES, *(family_of(rule.code) for rule in CATALOGUE)])
    for name in names:
        rules = tuple(rule for rule in CATALOGUE if family_of(rule.code) == name)
        if rules:
            yield Family(name, FAMILIES.get(name, OTHER), rules)
