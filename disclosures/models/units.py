"""Units: the departments and bodies that publish, found again by name, alias and region."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from disclosures.models.initials import are_initials, initials_of
from disclosures.models.unit_names import unit_key

# Distinct, since a search by name joins the aliases too.
_PUBLISHED = models.Count(
    "disclosures__revisions", filter=models.Q(disclosures__revisions__state="published"), distinct=True
)


class UnitQuerySet(models.QuerySet["Unit"]):
    """Questions about units in the field's words."""

    def named_like(self, words: str) -> UnitQuerySet:
        """Return the units whose name, alias, pinyin initials or code holds the words (each word must occur)."""
        found = self
        for word in words.split():
            found = found.filter(_named(word))
        return found.distinct() if words else found

    def supervised_by(self, department: str) -> UnitQuerySet:
        """Return the units of a department, itself among them; its id comes from a form."""
        if not department.isdecimal():
            return self.none()
        return self.filter(models.Q(supervising_department=int(department)) | models.Q(pk=int(department)))

    def in_region(self, region: str) -> UnitQuerySet:
        """Return the units of a place and of the places in it."""
        return self.filter(region__startswith=region) if region else self.none()

    def of_type(self, kind: str) -> UnitQuerySet:
        """Return the units of one type."""
        return self.filter(type=kind) if kind else self.none()

    def publishing(self, *kinds: str) -> UnitQuerySet:
        """Return the units that have published a disclosure of one of the kinds."""
        published = {"disclosures__kind__in": kinds, "disclosures__revisions__state": "published"}
        return self.filter(models.Exists(Unit.objects.filter(pk=models.OuterRef("pk"), **published)))

    def places(self) -> list[tuple[int | None, str | None, str, str]]:
        """Return each department's id and name with each region and type that its units have, once."""
        said = ("supervising_department", "supervising_department__name", "region", "type")
        return list(self.order_by().values_list(*said).distinct())

    def publishing_for(self, kind: str, year: int) -> UnitQuerySet:
        """Return the units that have published a disclosure of a kind for a year."""
        return self.filter(
            disclosures__kind=kind, disclosures__fiscal_year=year, disclosures__revisions__state="published"
        ).distinct()

    def with_publications(self) -> UnitQuerySet:
        """Count on each unit the disclosures that it has published."""
        return self.annotate(published=_PUBLISHED).select_related("supervising_department")

    def with_most_published(self) -> UnitQuerySet:
        """Return the units that have published anything, those with the most first."""
        counted = self.annotate(published=_PUBLISHED).filter(published__gt=0)
        return counted.select_related("supervising_department").order_by("-published", "name")

    def akin_to(self, unit: Unit) -> UnitQuerySet:
        """Return the other units of the same place, or under the same department."""
        same = models.Q(region=unit.region)
        if unit.supervising_department_id:
            same |= models.Q(supervising_department=unit.supervising_department_id)
        return self.filter(same).exclude(pk=unit.pk)

    def named_in_full(self) -> UnitQuerySet:
        """Fetch with each unit its aliases and its department."""
        return self.select_related("supervising_department").prefetch_related("aliases")

    def keyed(self, key: str) -> UnitQuerySet:
        """Return the units that a key names, by their own name or by an alias; at most one of each."""
        return self.filter(models.Q(key=key) | models.Q(aliases__key=key)).distinct()


class Unit(models.Model):
    """A department (部门) or unit (单位) that publishes disclosures."""

    class Type(models.TextChoices):
        """How the unit is staffed, which decides its government economic codes."""

        ADMINISTRATIVE = "administrative", _("行政单位")
        CIVIL_SERVICE_LIKE = "civil_service_like", _("参公单位")
        PUBLIC_INSTITUTION = "public_institution", _("事业单位")

    name = models.CharField(_("名称"), max_length=200)
    key = models.CharField(max_length=320, editable=False)
    initials = models.CharField(max_length=400, editable=False, default="")
    code = models.CharField(_("单位代码"), max_length=32, blank=True)
    region = models.CharField(_("地区"), max_length=100, blank=True)
    supervising_department = models.ForeignKey(
        "self", verbose_name=_("主管部门"), null=True, blank=True, on_delete=models.PROTECT, related_name="subordinates"
    )
    type = models.CharField(_("单位类型"), max_length=24, choices=Type.choices, blank=True)
    valid_from = models.PositiveSmallIntegerField(_("自年度"), null=True, blank=True)
    valid_to = models.PositiveSmallIntegerField(_("至年度"), null=True, blank=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("单位")
        verbose_name_plural = _("单位")
        ordering: ClassVar = ["region", "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["key"], name="unit_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="unit_has_a_name"),
            models.CheckConstraint(
                condition=~models.Q(supervising_department=models.F("id")), name="unit_does_not_supervise_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the key and the initials in step with the name and the place."""
        self.key = unit_key(self.name, self.region)
        self.initials = initials_of(self.name)
        super().save(*args, **{**kwargs, "update_fields": _with_key(kwargs.get("update_fields"))})

    def clean(self) -> None:
        """Refuse a second unit of one name in one place, whatever its brackets."""
        twin = Unit.objects.keyed(unit_key(self.name, self.region)).exclude(pk=self.pk).first()
        if twin is not None:
            raise ValidationError({"name": _("“%(unit)s”已登记，与此名称为同一单位。") % {"unit": twin}})


class UnitAlias(models.Model):
    """Another name that documents print for a unit: with brackets, with 本级, or from before a rename."""

    unit = models.ForeignKey(Unit, verbose_name=_("单位"), on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("别名"), max_length=200)
    region = models.CharField(_("地区"), max_length=100, blank=True)
    key = models.CharField(max_length=320, editable=False)
    initials = models.CharField(max_length=400, editable=False, default="")

    class Meta:
        verbose_name = _("单位别名")
        verbose_name_plural = _("单位别名")
        ordering: ClassVar = [Length("name"), "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["key"], name="alias_names_one_unit"),
            models.CheckConstraint(condition=~models.Q(name=""), name="alias_is_not_empty"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep key and initials in step with the name and the place, which is the unit's where none is given."""
        self.region = self.region or self.unit.region
        self.key = self.named_key()
        self.initials = initials_of(self.name)
        super().save(*args, **kwargs)

    def named_key(self) -> str:
        """Return the key of the alias; its place is the unit's where none is given and the unit is known."""
        return unit_key(self.name, self.region or (self.unit.region if self.unit_id else ""))

    def clean(self) -> None:
        """Refuse an alias that already names another unit."""
        key = self.named_key()
        if (named := Unit.objects.keyed(key).exclude(pk=self.unit_id).first()) is not None:
            raise ValidationError({"name": _("“%(unit)s”已使用此名称。") % {"unit": named}})
        if UnitAlias.objects.filter(key=key).exclude(pk=self.pk).exists():
            raise ValidationError({"name": _("该单位已有此别名。")})


def _named(word: str) -> models.Q:
    named = models.Q(name__icontains=word) | models.Q(aliases__name__icontains=word) | models.Q(code__startswith=word)
    if are_initials(word):
        named |= models.Q(initials__contains=word.lower()) | models.Q(aliases__initials__contains=word.lower())
    return named


def _with_key(update_fields: Iterable[str] | None) -> list[str] | None:
    return None if update_fields is None else [*update_fields, "key", "initials"]
