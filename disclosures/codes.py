"""Look names up in the lists of functional and economic codes; an unknown code is information, never an error."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

_WIDTHS = str.maketrans("（），：；／", "(),:;/")
_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\d]+[)）]|\d+[.、．])")


def comparable(name: str) -> str:
    """Return a heading without spaces, ordinals, footnote marks and differences of width, for comparing names."""
    compact = re.sub(r"\s+", "", name).translate(_WIDTHS).rstrip("★*")
    return _ORDINAL.sub("", compact)


def _rows(name: str) -> Iterator[dict[str, str]]:
    source = resources.files("disclosures") / "data" / f"{name}.csv"
    with source.open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


@cache
def functional_names() -> Mapping[str, str]:
    """Return the current functional classification, code to name (3, 5 and 7 digits)."""
    return {row["code"]: row["name"] for name in ("functional_classes", "functional_items") for row in _rows(name)}


@cache
def legacy_functional_names() -> Mapping[str, str]:
    """Return the classification of about 2009, only for recognising historical names."""
    return {row["code"]: row["name"] for row in _rows("functional_legacy_2009")}


@cache
def departmental_names() -> Mapping[str, str]:
    """Return the departmental economic classification (3xx), code to name."""
    return {row["code"]: row["name"] for row in _rows("dept_economic")}


@cache
def government_names() -> Mapping[str, str]:
    """Return the government economic classification (5xx), code to name."""
    return {row["code"]: row["name"] for row in _rows("gov_economic")}


# Class names of former years that documents still print, with the code they had.
FORMER_CLASS_NAMES = {
    "文化体育与传媒支出": "207",
    "医疗卫生与计划生育支出": "210",
    "医疗卫生支出": "210",
    "节能保护支出": "211",
    "环境保护支出": "211",
    "资源勘探信息等支出": "215",
    "资源勘探电力信息等支出": "215",
    "国土海洋气象等支出": "220",
    "国土资源气象等支出": "220",
    "社会保险基金支出": "209",
}


@cache
def _class_codes() -> Mapping[str, str]:
    named = {comparable(name): code for code, name in functional_names().items() if len(code) == 3}
    return named | {comparable(name): code for name, code in FORMER_CLASS_NAMES.items()}


def functional_class(name: str) -> str | None:
    """Return the three-digit code of a functional class by its name, with or without its ordinal."""
    return _class_codes().get(comparable(name))


def functional_codes_named(name: str) -> tuple[str, ...]:
    """Return every current functional code that has this name (names recur: 行政运行 stands under most 款)."""
    wanted = comparable(name)
    return tuple(code for code, known in functional_names().items() if comparable(known) == wanted)


@cache
def _listed_names() -> frozenset[str]:
    lists = (functional_names(), departmental_names(), government_names())
    return frozenset(comparable(name) for names in lists for name in names.values())


def is_listed(name: str) -> bool:
    """Tell whether a name stands in a current list of functional or economic codes."""
    return comparable(name) in _listed_names()


def is_functional(code: str) -> bool:
    """Tell whether digits have the form of a functional code (2xx, with 3, 5 or 7 digits)."""
    return re.fullmatch(r"2\d{2}(?:\d{2}){0,2}", code) is not None


def is_departmental(code: str) -> bool:
    """Tell whether digits have the form of a departmental economic code (3xx, with 3 or 5 digits)."""
    return re.fullmatch(r"3\d{2}(?:\d{2})?", code) is not None


def is_government(code: str) -> bool:
    """Tell whether digits have the form of a government economic code (5xx, with 3 or 5 digits)."""
    return re.fullmatch(r"5\d{2}(?:\d{2})?", code) is not None


def name_of(code: str) -> str | None:
    """Return the name of a functional or economic code of any list, or None where it is unknown."""
    for names in (functional_names(), departmental_names(), government_names(), legacy_functional_names()):
        if code in names:
            return names[code]
    return None


def parent_code(code: str) -> str | None:
    """Return the code one level up (2080505 → 20805 → 208), or None for a class."""
    return code[:-2] if len(code) > 3 else None
