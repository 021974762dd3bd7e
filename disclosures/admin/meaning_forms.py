"""Ask a clerk what a table or a column means, in the field's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosures.amounts import MONEY_UNIT_NAMES
from disclosures.extraction.statements.kinds import settled
from disclosures.models import AssignedMeaning, StatementTable
from disclosures.models.assigned_meanings import DIMENSIONS
from disclosures.vocabulary import Direction, Fund, Item, Nature, Phase, TableKind

Choices = Iterable[tuple[str, str | Promise]]

TAKEN, ALONE = "taken", "alone"


class MeaningForm(forms.Form):
    """What a person says of a table or a column of one unit."""

    use_required_attribute = False
    asked_first = ""

    def __init__(
        self, answer: Mapping[str, Any] | None, *, table: StatementTable, standing: AssignedMeaning | None
    ) -> None:
        super().__init__(answer, initial=self.initial_of(standing) if standing else None)
        self.label_suffix = ""
        self.ask(table)
        self.fields[self.asked_first].widget.attrs["autofocus"] = True

    def initial_of(self, standing: AssignedMeaning) -> dict[str, str]:
        """Return what was said until now as the form's values."""
        raise NotImplementedError

    def ask(self, table: StatementTable) -> None:
        """Say what each open choice leaves as it is."""
        raise NotImplementedError

    def fill(self, meaning: AssignedMeaning) -> AssignedMeaning:
        """Write the answers into a meaning."""
        raise NotImplementedError


class ColumnForm(MeaningForm):
    """What the amounts of a column are."""

    asked_first = "item"
    use = forms.ChoiceField(
        label=_("这一栏"),
        choices=[(TAKEN, _("读取为金额")), (ALONE, _("不采用，以后不再提示"))],
        initial=TAKEN,
        widget=forms.RadioSelect,
    )
    item = forms.ChoiceField(label=_("项目"), required=False)
    direction = forms.ChoiceField(label=_("收支"), required=False)
    nature = forms.ChoiceField(label=_("支出性质"), required=False)
    fund = forms.ChoiceField(label=_("资金"), required=False)
    phase = forms.ChoiceField(label=_("阶段"), required=False)
    year_meant = forms.ChoiceField(label=_("年度"), required=False)

    def initial_of(self, standing: AssignedMeaning) -> dict[str, str]:
        """Return what was said of the column until now."""
        return {"use": ALONE if standing.ignored else TAKEN} | {name: getattr(standing, name) for name in DIMENSIONS}

    def ask(self, table: StatementTable) -> None:
        """Name what the statement says of all its columns."""
        common = settled(TableKind(table.kind), table.title)
        nature = common.nature.label if common.nature else _("不分")
        self._offer("item", _("不指定，按各行的名称"), Item.choices)
        self._offer("direction", _("按本表：%(what)s") % {"what": common.direction.label}, Direction.choices)
        self._offer("nature", _("按本表：%(what)s") % {"what": nature}, Nature.choices)
        self._offer("fund", _("按本表：%(what)s") % {"what": common.fund.label}, Fund.choices)
        self._offer("phase", _("按表头或本表"), Phase.choices)
        self._offer("year_meant", _("按表头，未写明的为本年"), AssignedMeaning.YearMeant.choices)

    def _offer(self, name: str, otherwise: str | Promise, choices: Choices) -> None:
        self.fields[name].choices = [("", otherwise), *choices]  # type: ignore[attr-defined]

    def fill(self, meaning: AssignedMeaning) -> AssignedMeaning:
        """Write the answers into a meaning; a column to be left alone has no dimensions."""
        meaning.ignored = self.cleaned_data["use"] == ALONE
        for name in DIMENSIONS:
            setattr(meaning, name, "" if meaning.ignored else self.cleaned_data[name])
        return meaning


class TableForm(MeaningForm):
    """What a table is, and in which money unit it is printed."""

    asked_first = "table_kind"
    table_kind = forms.ChoiceField(label=_("表种"), required=False)
    money_unit = forms.ChoiceField(label=_("金额单位"), required=False)

    def initial_of(self, standing: AssignedMeaning) -> dict[str, str]:
        """Return what was said of the table until now."""
        kind = TableKind.OTHER if standing.ignored else standing.table_kind
        return {"table_kind": kind, "money_unit": standing.money_unit}

    def ask(self, table: StatementTable) -> None:
        """Name what was recognised, which an open choice leaves as it is."""
        known = [one for one in TableKind.choices if one[0] != TableKind.OTHER]
        alone = (TableKind.OTHER.value, _("不是预决算报表，不采用，以后不再提示"))
        read = _("未识别") if table.kind == TableKind.OTHER else table.get_kind_display()
        units = [(name, name) for name in MONEY_UNIT_NAMES.values()]
        printed = _("按原文：%(what)s") % {"what": table.money_unit or _("未注明")}
        kinds = [("", _("按识别结果：%(what)s") % {"what": read}), *known, alone]
        self.fields["table_kind"].choices = kinds  # type: ignore[attr-defined]
        self.fields["money_unit"].choices = [("", printed), *units]  # type: ignore[attr-defined]
        if table.kind != TableKind.OTHER and not table.money_unit:
            self.asked_first = "money_unit"

    def clean(self) -> dict[str, Any]:
        """Ask for one answer at least; a table to be left alone needs no money unit."""
        said = super().clean() or {}
        if not said.get("table_kind") and not said.get("money_unit"):
            raise forms.ValidationError(_("请选择表种或金额单位。"))
        return said

    def fill(self, meaning: AssignedMeaning) -> AssignedMeaning:
        """Write the answers into a meaning."""
        meaning.ignored = self.cleaned_data["table_kind"] == TableKind.OTHER
        meaning.table_kind = self.cleaned_data["table_kind"]
        meaning.money_unit = "" if meaning.ignored else self.cleaned_data["money_unit"]
        return meaning
