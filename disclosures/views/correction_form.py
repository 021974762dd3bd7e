"""Ask what was wrong with something that was read, what it should be, and why."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosures.amounts import MoneyUnit, parse_amount, parse_number
from disclosures.ingest.storable import storable_fen, storable_number
from disclosures.models import Correction
from disclosures.models.corrected_fields import MONEY, NEVER_BLANK, NUMBERS, CorrectedField

_SELECT, _INPUT, _BOX = ({"class": name} for name in ("form-select", "form-control", "form-check-input"))

# A field of a form, and what is wrong with what it says.
Trouble = tuple[str, str | Promise]


class CorrectionForm(forms.Form):
    """What was wrong with something that was read, what it should be, and why."""

    field = forms.ChoiceField(label=_("更正什么"), choices=(), widget=forms.Select(attrs=_SELECT))
    value = forms.CharField(label=_("更正为"), max_length=2000, required=False, widget=forms.TextInput(attrs=_INPUT))
    is_blank = forms.BooleanField(label=_("原文此格是空白"), required=False, widget=forms.CheckboxInput(attrs=_BOX))
    cause = forms.ChoiceField(label=_("原因"), choices=Correction.Cause.choices, widget=forms.Select(attrs=_SELECT))
    reason = forms.CharField(
        label=_("说明"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, **_INPUT}),
        help_text=_("会写入公开的更正记录。"),
    )

    def __init__(self, *args: Any, fields: Sequence[CorrectedField], unit: MoneyUnit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unit = unit
        self.label_suffix = ""
        self.fields["field"].choices = [(field.value, field.label) for field in fields]  # type: ignore[attr-defined]
        if MONEY & set(fields):
            self.fields["value"].help_text = _("金额按原表的单位（%(unit)s）填写。") % {"unit": unit.label}
        if set(fields) <= NEVER_BLANK:
            del self.fields["is_blank"]

    def clean(self) -> dict[str, Any]:
        """Ask for what the field takes; an empty input alone does not make a cell blank."""
        said = super().clean() or {}
        if "field" in said and (trouble := self._trouble(said)):
            self.add_error(trouble[0], str(trouble[1]))
        return said

    def _trouble(self, said: dict[str, Any]) -> Trouble | None:
        field, value, is_blank = said["field"], said.get("value", ""), said.get("is_blank", False)
        if not value and field in NEVER_BLANK:
            return "value", _("请填写%(what)s。") % {"what": CorrectedField(field).label}
        if is_blank and value:
            return "is_blank", _("填了内容的格不是空白，请只留一样。")
        if not is_blank and not value:
            return "value", _("请填写更正后的内容；原文确实空白的，请勾选“原文此格是空白”。")
        if value and field in MONEY | NUMBERS:
            return self._trouble_with_number(field, value)
        return None

    def _trouble_with_number(self, field: str, value: str) -> Trouble | None:
        number = parse_number(value)
        if number is None:
            return "value", _("请填写数字。")
        digits = 20 if field == CorrectedField.VALUE else 9
        kept = storable_fen(number * self.unit.value) if field in MONEY else storable_number(number, digits)
        return ("value", _("数字过大。")) if kept is None else None

    @property
    def corrected(self) -> str | Decimal | None:
        """Return the value that counts from now on, amounts in yuan; None where the cell is really blank."""
        field, value = self.cleaned_data["field"], self.cleaned_data["value"]
        if field in MONEY:
            return parse_amount(value, self.unit)
        return parse_number(value) if field in NUMBERS else value or None
