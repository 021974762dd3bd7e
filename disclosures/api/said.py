"""Write values as the API says them: exact decimals as text, what does not apply as null, addresses whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Annotated, Any

from django.db.models import TextChoices
from django.http import HttpRequest
from django.urls import reverse
from ninja import Schema
from pydantic import Field

from disclosures.amounts import plain_text, yuan_text
from disclosures.models import Unit
from disclosures.sources.addresses import quickly

Money = Annotated[
    str | None, Field(description="元，精确的十进制文本；没有数字为 null，绝不为 0", examples=["1050600.00"])
]
Number = Annotated[str | None, Field(description="精确的十进制文本；没有数字为 null")]
Box = Annotated[
    list[float] | None, Field(description="在页面上的位置：左、上、右、下，单位为点（1/72 英寸），原点在左上角")
]


def coded(about: str, choices: type[TextChoices]) -> Any:
    """Return the description of a coded member: every code with what it stands for."""
    return Field(description=f"{about}：" + "、".join(f"{one.value} {one.label}" for one in choices))


class UnitNamed(Schema):
    """A unit by its number and name."""

    id: int = Field(description="编号")
    name: str = Field(description="名称")


def named(unit: Unit) -> UnitNamed:
    """Return a unit by number and name."""
    return UnitNamed(id=unit.pk, name=unit.name)


def money(amount: Decimal | None) -> str | None:
    """Return yuan as the parse contract writes them."""
    return yuan_text(amount)


def number(value: Decimal | None) -> str | None:
    """Return a number without an exponent."""
    return plain_text(value)


def box(stored: Sequence[float] | None) -> list[float] | None:
    """Return a place on a page."""
    return list(stored) if stored else None


def whole(request: HttpRequest, name: str, *arguments: object) -> str:
    """Return the whole address of a page of the site."""
    return request.build_absolute_uri(reverse(f"disclosures:{name}", args=arguments))


def each_whole(request: HttpRequest, name: str, *arguments: object) -> Callable[[int | str], str]:
    """Return how to make many whole addresses that differ in their last part."""
    return quickly(lambda key: whole(request, name, *arguments, key))
