"""Say where columns are not alike, and which of them must not be added: one table of rules for notes and sums."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.amounts import MoneyUnit
from disclosures.comparison.answers import Answer
from disclosures.comparison.dimensions import TOTAL, Dimension, Source
from disclosures.comparison.figures import Figures, sources_of
from disclosures.comparison.filed import Filed, Place
from disclosures.comparison.result import Basis, Column
from disclosures.comparison.selection import Selection
from disclosures.comparison.stages import Stage
from disclosures.models import Unit
from disclosures.vocabulary import Fund, Scope

# In 2019 institutions were reformed and the functional classification was renamed and re-cut with them.
RECLASSIFIED = 2019


@dataclass(frozen=True, slots=True)
class Beside:
    """What a column stands beside: the latest year, all scopes, and by year and stage who includes its units."""

    latest: int
    scopes: frozenset[str]
    including: Mapping[tuple[int, Stage], Mapping[int, str]]

    @classmethod
    def of(cls, columns: Sequence[Column]) -> Beside:
        """Gather what the columns of a comparison are compared with."""
        including: dict[tuple[int, Stage], dict[int, str]] = {}
        for column in columns:
            if _includes_its_units(column):
                including.setdefault((column.year, column.stage), {})[column.unit] = column.unit_name
        scopes = frozenset(column.scope for column in columns if column.scope)
        return cls(max((column.year for column in columns), default=0), scopes, including)


def with_notes(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns, each with what sets it apart from the others in words; one like the others has no note."""
    beside = Beside.of(columns)
    said = (tuple(note for rule in RULES if (note := rule.note(one, beside))) for one in columns)
    return tuple(replace(one, notes=notes) if notes else one for one, notes in zip(columns, said, strict=True))


def not_to_be_added(columns: Sequence[Column]) -> str | Promise:
    """Return why the figures of some columns must not be added; nothing where they may."""
    return next((rule.refusal for rule in RULES if rule.parts is not None and rule.parts(columns)), "")


def basis_of(selection: Selection, figures: Figures, place: Place, answer: Answer | None) -> Basis:
    """Return what a column's figures cover and how finely they are printed."""
    filed, departments = figures.filed.get(place.filing), tuple(_above(figures.units[place.unit], figures.units))
    if filed is None or answer is None:
        return Basis(departments=departments)
    return Basis(
        source=answer.source,
        preferred=next(iter(sources_of(selection)), None) if answer.source else None,
        departments=departments,
        coarse_unit=_coarse_unit(filed, answer),
        by_code=selection.dimension == Dimension.FUNCTIONAL and len(answer.cells) > (TOTAL in answer.cells),
    )


def _above(unit: Unit, known: Mapping[int, Unit]) -> Iterator[int]:
    """Yield the departments above a unit, as far up as the units compared and those right above them tell."""
    seen = {unit.pk}
    department = unit.supervising_department
    while department is not None and department.pk not in seen:
        seen.add(department.pk)
        yield department.pk
        above = department.supervising_department_id
        if above is not None and above not in known and above not in seen:
            yield above
        department = known.get(above) if above is not None else None


def _coarse_unit(filed: Filed, answer: Answer) -> str:
    """Return the money unit of figures that are whole in it, where it is so large that they differ by rounding."""
    table = filed.tables.get(answer.source.table) if answer.source and not answer.has_decimals else None
    unit = MoneyUnit.named(table.money_unit) if table else None
    return unit.label if unit is not None and unit.value >= MoneyUnit.TEN_THOUSAND.value else ""


def _includes_its_units(column: Column) -> bool:
    """A filing that does not say its scope may be a department's."""
    return column.revision is not None and column.scope != Scope.UNIT


def _table_of_other_funds(column: Column, beside: Beside) -> str:
    """The preferred table needs no word; another one covers other money."""
    return _table_note(column) if _funds_of(column.basis.source) != _funds_of(column.basis.preferred) else ""


def _other_table(column: Column, beside: Beside) -> str:
    """Or it prints the same money elsewhere."""
    return _table_note(column) if _funds_of(column.basis.source) == _funds_of(column.basis.preferred) else ""


def _table_note(column: Column) -> str:
    source = column.basis.source
    if source is None or source == column.basis.preferred:
        return ""
    funds = "、".join(str(Fund(fund).label) for fund in _funds_of(source)) or _("全部资金")
    return _("取自《%(table)s》（%(fund)s）") % {"table": source.table.label, "fund": funds}


def _other_scope(column: Column, beside: Beside) -> str:
    if len(beside.scopes) < 2 or not column.scope:
        return ""
    words = _("部门（含下属单位）") if column.scope == Scope.DEPARTMENT else _("单位（不含下属单位）")
    return _("口径为%(scope)s") % {"scope": words}


def _department_beside(column: Column, beside: Beside) -> str:
    """A department's figures contain its units'."""
    including = beside.including.get((column.year, column.stage), {})
    names = [including[department] for department in column.basis.departments if department in including]
    if not names or column.revision is None:
        return ""
    return _("主管部门%(parent)s也在比较中，其部门口径已包含本单位，不可相加") % {"parent": names[0]}


def _coarser(column: Column, beside: Beside) -> str:
    """Figures in whole 万元 beside figures to the yuan differ by rounding alone."""
    unit = column.basis.coarse_unit
    return _("原表只精确到%(unit)s，尾数差异属四舍五入") % {"unit": unit} if unit else ""


def _other_classification(column: Column, beside: Beside) -> str:
    """Codes keep their number over the reform, but not always their content."""
    if column.basis.by_code and column.year < RECLASSIFIED <= beside.latest:
        return _("2019年起功能分类科目有调整，同一编码前后内容可能不同")
    return ""


def _no_note(column: Column, beside: Beside) -> str:
    """Year and stage stand in every column's heading."""
    return ""


def _funds_of(source: Source | None) -> tuple[str, ...]:
    return source.where.get("fund", ()) if source else ()


def _unlike_funds(columns: Iterable[Column]) -> bool:
    return len({_funds_of(column.basis.source) for column in columns}) > 1


def _unlike_scopes(columns: Iterable[Column]) -> bool:
    return len({column.scope for column in columns}) > 1


def _one_includes_another(columns: Sequence[Column]) -> bool:
    including = {column.unit for column in columns if _includes_its_units(column)}
    return any(not including.isdisjoint(column.basis.departments) for column in columns)


def _unlike_times(columns: Iterable[Column]) -> bool:
    return len({(column.year, column.stage) for column in columns}) > 1


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which columns are unlike: what it is called, and the note that it puts on a column.

    Where ``parts`` finds it between columns, they must not be added, and ``refusal`` says why. A rule without it lets
    the sum be made, which carries the note.
    """

    about: str | Promise
    note: Callable[[Column, Beside], str]
    parts: Callable[[Sequence[Column]], bool] | None = None
    refusal: str | Promise = ""


RULES: tuple[Rule, ...] = (
    Rule(
        gettext_lazy("主管部门与它的下属单位在一起"),
        _department_beside,
        _one_includes_another,
        gettext_lazy("主管部门的数已包含其下属单位，相加会重复计算"),
    ),
    Rule(
        gettext_lazy("有的是部门口径（含下属单位），有的是单位口径"),
        _other_scope,
        _unlike_scopes,
        gettext_lazy("口径不一：有的含下属单位，有的不含或没有写明，不能相加"),
    ),
    Rule(
        gettext_lazy("取自资金范围不同的表"),
        _table_of_other_funds,
        _unlike_funds,
        gettext_lazy("各单位的数取自资金范围不同的表，不能相加"),
    ),
    Rule(
        gettext_lazy("年度或阶段不同"),
        _no_note,
        _unlike_times,
        gettext_lazy("年度或阶段不同的数不能相加"),
    ),
    Rule(gettext_lazy("取自另一张表，资金范围相同"), _other_table),
    Rule(gettext_lazy("原表只精确到万元或亿元"), _coarser),
    Rule(gettext_lazy("2019年以前的功能分类与其后的并列"), _other_classification),
)
