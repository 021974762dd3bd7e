"""Tell of units: who they are, how documents name them, and what they have published."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router
from ninja.decorators import decorate_view
from pydantic import Field

from disclosures.api.asking import Key, Paged, Words
from disclosures.api.errors import ERRORS, without_parameters
from disclosures.api.filings import DisclosureAnswer, disclosures_seen, say_disclosures
from disclosures.api.paging import Listed, Page, page_of
from disclosures.api.said import UnitNamed, coded, named, whole
from disclosures.models import Unit
from disclosures.models.units import UnitQuerySet

router = Router(tags=["单位"])


class UnitsQuestion(Paged):
    """Which units."""

    search: Words | None = Field(None, description="名称、曾用名、拼音首字母或代码中的字词")
    region: Words | None = Field(None, description="地区，含其下的地区", examples=["衡阳市"])
    department: Key | None = Field(None, description="主管部门的编号；含该部门自己")
    type: Unit.Type | None = Field(None, description="单位类型")

    def units(self) -> UnitQuerySet:
        """Return the units asked for."""
        found = Unit.objects.named_like(self.search or "")
        if self.region is not None:
            found = found.in_region(self.region)
        if self.department is not None:
            found = found.supervised_by(str(self.department))
        return found if self.type is None else found.of_type(self.type)


class UnitAnswer(UnitNamed):
    """A department (部门) or unit (单位) that publishes disclosures."""

    code: str | None = Field(description="单位代码")
    region: str | None = Field(description="地区")
    type: str | None = coded("单位类型", Unit.Type)
    supervising_department: UnitNamed | None = Field(description="主管部门")
    aliases: list[str] = Field(description="文件中用过的其他名称")
    valid_from: int | None = Field(description="自年度")
    valid_to: int | None = Field(description="至年度")
    address: str = Field(description="网页地址")


class UnitWithDisclosures(UnitAnswer):
    """A unit with what it has published."""

    disclosures: list[DisclosureAnswer] = Field(description="公开文件")


@router.get("/units", response={200: Page[UnitAnswer], **ERRORS}, summary="查找单位")
def units(request: HttpRequest, asked: Query[UnitsQuestion]) -> Listed[UnitAnswer]:
    """按名称、地区、主管部门、类型查找单位。"""
    return page_of(request, asked.units().named_in_full(), asked, lambda listed: say_units(request, listed))


@router.get("/units/{unit}", response={200: UnitWithDisclosures, **ERRORS}, summary="一个单位")
@decorate_view(without_parameters)
def unit(request: HttpRequest, unit: Path[Key]) -> UnitWithDisclosures:
    """一个单位，连同它的别名和公开文件。"""
    shown = get_object_or_404(Unit.objects.named_in_full(), pk=unit)
    filed = disclosures_seen(request).of_units([shown])
    return UnitWithDisclosures(**say_unit(request, shown).model_dump(), disclosures=say_disclosures(request, filed))


def say_units(request: HttpRequest, listed: Sequence[Unit]) -> list[UnitAnswer]:
    """Return units as the API tells of them."""
    return [say_unit(request, one) for one in listed]


def say_unit(request: HttpRequest, one: Unit) -> UnitAnswer:
    """Return a unit as the API tells of it."""
    department = one.supervising_department
    return UnitAnswer(
        id=one.pk,
        name=one.name,
        code=one.code or None,
        region=one.region or None,
        type=one.type or None,
        supervising_department=named(department) if department else None,
        aliases=[alias.name for alias in one.aliases.all()],
        valid_from=one.valid_from,
        valid_to=one.valid_to,
        address=whole(request, "unit", one.pk),
    )
