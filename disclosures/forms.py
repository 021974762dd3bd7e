"""Ask the clerk for files, and for what a file does not say of itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disclosures.ingest.filing import PLAUSIBLE_YEARS
from disclosures.models import FindingMark, SharedComparison, Unit
from disclosures.recognition.statements import Identity
from disclosures.vocabulary import DisclosureKind, Scope

# What the reader takes; the content decides in the end, this only sorts the browser's file dialogue.
ACCEPTED = ".pdf,.xlsx,.xls,.docx,.doc,.html,.htm,.csv,.txt,.md,.zip"


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
    folder = forms.CharField(max_length=255, required=False, widget=forms.HiddenInput)
    together = forms.BooleanField(
        label="压缩包内的文件属于同一份公开文件（正文与附表分开）", required=False, label_suffix=""
    )


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


_SELECT, _INPUT, _BOX = ({"class": name} for name in ("form-select", "form-control", "form-check-input"))


class AnswerForm(forms.Form):
    """What the office says to a finding."""

    answer = forms.ChoiceField(
        label=_("怎样处理"), choices=FindingMark.Answer.choices, widget=forms.Select(attrs=_SELECT)
    )
    note = forms.CharField(
        label=_("说明"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, **_INPUT}),
        help_text=_("会向公众显示。选“已说明”时必填。"),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the words of an explanation."""
        said = super().clean() or {}
        if said.get("answer") == FindingMark.Answer.EXPLAINED and not said.get("note", "").strip():
            self.add_error("note", _("请写明原因，公众会看到。"))
        return said


class PrecheckForm(forms.Form):
    """One file to be checked and not kept."""

    document = forms.FileField(
        label=_("要检查的文件"),
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED.removesuffix(",.zip"), **_INPUT}),
    )

    def clean_document(self) -> UploadedFile[bytes]:
        """Refuse a file that is larger than one that may be uploaded."""
        file: UploadedFile[bytes] = self.cleaned_data["document"]
        limit = settings.MAX_UPLOAD_BYTES
        if file.size is not None and file.size > limit:
            raise forms.ValidationError(_("文件超过 %(limit)s MB。") % {"limit": limit // (1024 * 1024)})
        return file


class RowForm(IdentityForm):
    """One row of the table of uploads: the same questions as above, set narrow."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in (
            ("unit", "单位"),
            ("region", "地区"),
            ("fiscal_year", "年度"),
            ("kind", "类别"),
            ("scope", "口径"),
        ):
            self.fields[name].widget.attrs["aria-label"] = label
            self.fields[name].required = False
        self.fields["region"].widget.attrs["placeholder"] = "地区"
        self.fields["unit"].widget.attrs["placeholder"] = "单位"

    def clean(self) -> dict[str, Any]:
        """Ask for all three parts of an identity."""
        said = super().clean()
        for name, missing in (("fiscal_year", "请填写年度。"), ("kind", "请选择类别。")):
            if not said.get(name) and name not in self.errors:
                self.add_error(name, missing)
        return said

    def is_as_shown(self) -> bool:
        """Tell whether the person left everything as it was shown."""
        return all(str(self.cleaned_data.get(name) or "") == str(self.initial.get(name) or "") for name in self.initial)


class ShareForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """What its owner may change of a shared link; an untouched password stays."""

    pinned = forms.BooleanField(label=_("固定为今天的数据（以后有新版本也不变）"), required=False)
    new_password = forms.CharField(
        label=_("密码（留空则不改）"),
        required=False,
        max_length=100,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    no_password = forms.BooleanField(label=_("不再要求密码"), required=False)

    class Meta:
        model = SharedComparison
        fields = ("title", "note", "expires_at")
        widgets: ClassVar = {
            "note": forms.Textarea(attrs={"rows": 2}),
            "expires_at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pinned"].initial = self.instance.pinned_at is not None
        for field in self.fields.values():
            ticked = isinstance(field.widget, forms.CheckboxInput)
            field.widget.attrs.setdefault("class", "form-check-input" if ticked else "form-control")

    @classmethod
    def unsaved(cls) -> ShareForm:
        """Return the form of a link that is still to be made; without a title it takes what the page says."""
        form = cls(prefix=None, auto_id="new_%s")
        form.fields["title"].required = False
        form.fields["new_password"].label = _("密码（留空则不要密码）")
        del form.fields["no_password"]
        return form

    def clean_expires_at(self) -> Any:
        """Refuse a moment that has passed: to close a link there is a button."""
        moment = self.cleaned_data["expires_at"]
        if moment is not None and moment <= timezone.now():
            raise forms.ValidationError(_("有效期应晚于现在；要立即关闭请用“撤销链接”。"))
        return moment

    def save(self, commit: bool = True, *, pins: Iterable[int] = ()) -> Any:
        """Save the link; ``pins`` are the revisions that it shows today, kept where it is newly pinned."""
        link = self.instance
        if self.cleaned_data["pinned"] and link.pinned_at is None:
            link.pin(pins)
        elif not self.cleaned_data["pinned"]:
            link.unpin()
        if self.cleaned_data["no_password"]:
            link.protect("")
        elif self.cleaned_data["new_password"]:
            link.protect(self.cleaned_data["new_password"])
        return super().save(commit)
