"""Ask the clerk for files, and for what a file does not say of itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from disclosures.ingest.filing import PLAUSIBLE_YEARS
from disclosures.models import Unit
from disclosures.recognition.statements import Identity
from disclosures.vocabulary import DisclosureKind, Scope

# What the reader takes; the content decides in the end, this only sorts the browser's file dialogue.
ACCEPTED = ".pdf,.xlsx,.xls,.docx,.html,.htm,.txt,.md"


class ManyFilesInput(forms.ClearableFileInput):
    """A file input that takes several files at once."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several uploaded files; each is judged on its own when it is read."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        """Return the files, at most as many as one go may bring."""
        files = [file for file in (data or []) if file]
        if not files:
            raise forms.ValidationError("请选择要上传的文件。")
        if len(files) > settings.MAX_UPLOAD_FILES:
            raise forms.ValidationError(f"一次最多上传 {settings.MAX_UPLOAD_FILES} 个文件，请分批上传。")
        return files


class UploadForm(forms.Form):
    """The clerk's files."""

    documents = ManyFilesField(label="公开文件", widget=ManyFilesInput(attrs={"accept": ACCEPTED}))


class AliasFormSet(forms.BaseInlineFormSet):  # type: ignore[type-arg]  # generic in the stubs only
    """The aliases of one unit."""

    def clean(self) -> None:
        """Refuse two that differ only in brackets, spaces or 本级."""
        super().clean()
        named = [form.instance.named_key() for form in self.forms if form.is_valid() and form.cleaned_data.get("name")]
        if len(set(named)) < len(named):
            raise forms.ValidationError("有两个别名只差括号、空格或“本级”，保留一个即可。")


class KnownUnitField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in the stubs only
    """Known units to choose from, each with its place."""

    widget = forms.RadioSelect

    def label_from_instance(self, unit: Unit) -> str:
        """Say the place: names recur."""
        return f"{unit.name}（{unit.region or '地区未填'}）"


class IdentityForm(forms.Form):
    """Whose disclosure it is: what was recognised, to be confirmed or put right."""

    unit = forms.CharField(label="单位名称", max_length=200, required=False)
    region = forms.CharField(
        label="地区", max_length=100, required=False, help_text="如：上海市普陀区。名称相同的单位按地区区分。"
    )
    fiscal_year = forms.IntegerField(label="年度", min_value=PLAUSIBLE_YEARS.start, max_value=PLAUSIBLE_YEARS.stop - 1)
    kind = forms.ChoiceField(label="类别", choices=[("", "请选择"), *DisclosureKind.choices])
    scope = forms.ChoiceField(label="口径", choices=[("", "不确定"), *Scope.choices], required=False)

    def __init__(self, *args: Any, candidates: tuple[Unit, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if candidates:
            known = Unit.objects.filter(pk__in=[unit.pk for unit in candidates])
            existing = KnownUnitField(
                known, label="已有单位", required=False, blank=True, empty_label="不是其中任何一个"
            )
            self.fields = {"existing": existing, **self.fields}
        if self.initial.get("scope"):
            self.fields["scope"] = forms.ChoiceField(label="口径", choices=Scope.choices)

    def clean(self) -> dict[str, Any]:
        """Ask for a unit, new or known."""
        said = super().clean() or {}
        if not said.get("existing") and not said.get("unit", "").strip():
            self.add_error("unit", "请填写单位名称。")
        return said

    def identity(self) -> Identity:
        """Return what the person says; what was left open stays as recognised."""
        said, known = self.cleaned_data, self.cleaned_data.get("existing")
        return Identity(
            unit=known.name if known else said["unit"].strip(),
            region=(known.region if known else said["region"].strip()) or None,
            fiscal_year=said["fiscal_year"],
            kind=DisclosureKind(said["kind"]),
            scope=Scope(said["scope"]) if said["scope"] else None,
        )
