"""Say where columns are not alike: other tables, scopes, a parent beside its child, coarser figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from disclosures.amounts import MoneyUnit
from disclosures.comparison.answers import Answer, Answers
from disclosures.comparison.dimensions import TOTAL, Dimension, Source
from disclosures.comparison.figures import Figures, sources_of
from disclosures.comparison.filed import Place
from disclosures.comparison.selection import Selection
from disclosures.vocabulary import Fund, Scope

# In 2019 institutions were reformed and the functional classification was renamed and re-cut with them.
RECLASSIFIED = 2019


def notes_on(
    selection: Selection, places: Sequence[Place], figures: Figures, answers: Answers
) -> Mapping[Place, list[str]]:
    """Return by column what sets it apart from the others, in words; a column like the others has no note."""
    scopes = {figures.filed[place.filing].scope for place in places if place.filing in figures.filed} - {""}
    first = next(iter(sources_of(selection)), None)
    return {
        place: [
            *_table_note(first, answers.get(place)),
            *_scope_note(place, figures, scopes),
            *_parent_note(place, figures),
            *_precision_note(place, figures, answers.get(place)),
            *_classification_note(selection, place, answers.get(place)),
        ]
        for place in places
        if place.filing in figures.filed
    }


def _table_note(first: Source | None, answer: Answer | None) -> Iterator[str]:
    """The preferred table needs no word; another one covers other money."""
    if answer and answer.source and answer.source != first:
        funds = [Fund(fund).label for fund in answer.source.where.get("fund", ())]
        yield _("取自《%(table)s》（%(fund)s）") % {
            "table": answer.source.table.label,
            "fund": "、".join(map(str, funds)) or _("全部资金"),
        }


def _scope_note(place: Place, figures: Figures, scopes: set[str]) -> Iterator[str]:
    scope = figures.filed[place.filing].scope
    if len(scopes) > 1 and scope:
        yield _("口径为%(scope)s") % {
            "scope": _("部门（含下属单位）") if scope == Scope.DEPARTMENT else _("单位（不含下属单位）")
        }


def _parent_note(place: Place, figures: Figures) -> Iterator[str]:
    """A department's figures contain its units': side by side they must not be added."""
    parent = figures.units[place.unit].supervising_department
    if parent is not None and parent.pk in figures.units:
        yield _("主管部门%(parent)s也在比较中，其部门口径已包含本单位，不可相加") % {"parent": parent.name}


def _precision_note(place: Place, figures: Figures, answer: Answer | None) -> Iterator[str]:
    """Figures in whole 万元 beside figures to the yuan differ by rounding alone."""
    if answer is None or answer.source is None:
        return
    table = figures.filed[place.filing].tables.get(answer.source.table)
    unit = MoneyUnit.named(table.money_unit) if table else None
    coarse = unit is not None and unit.value >= MoneyUnit.TEN_THOUSAND.value
    if coarse and not answer.has_decimals:
        yield _("原表只精确到%(unit)s，尾数差异属四舍五入") % {"unit": unit.label if unit else ""}


def _classification_note(selection: Selection, place: Place, answer: Answer | None) -> Iterator[str]:
    """Codes keep their number over the reform, but not always their content."""
    if selection.dimension != Dimension.FUNCTIONAL or answer is None or not answer.cells.keys() - {TOTAL}:
        return
    if place.year < RECLASSIFIED <= max(selection.years):
        yield _("2019年起功能分类科目有调整，同一编码前后内容可能不同")
