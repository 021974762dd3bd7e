"""Find the code of functional rows that print only their name, from the coded statements of the same document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from disclosures.codes import comparable, functional_codes_named
from disclosures.extraction.readings import Fact
from disclosures.vocabulary import Direction


def with_name_functions(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the facts, those of nameable 款 and 项 rows with ``name_function``.

    A name recurs under many classes (行政运行), so it is looked up below the class row that stands above it; where
    款 and 项 have one name, the first row is the 款.
    """
    printed = {fact.function: comparable(fact.heading) for fact in facts if fact.function and fact.heading}
    resolved: list[Fact] = []
    table: int | None = None
    above: str | None = None
    met: Counter[tuple[str, str]] = Counter()
    for fact in facts:
        if fact.table != table:
            table, above, met = fact.table, None, Counter()
        if fact.function:
            above = fact.function[:3]
        if above and _is_nameable(fact):
            name = comparable(fact.heading or "")
            codes = _codes(name, above, printed)
            if codes:
                fact = replace(fact, name_function=codes[min(met[above, name], len(codes) - 1)])
                met[above, name] += 1
        resolved.append(fact)
    return tuple(resolved)


def _is_nameable(fact: Fact) -> bool:
    said = fact.function or fact.economic or fact.item or fact.nature
    return not said and fact.direction is Direction.EXPENDITURE and bool(fact.heading)


def _codes(name: str, above: str, printed: dict[str, str]) -> list[str]:
    codes = [code for code, known in printed.items() if known == name] or functional_codes_named(name)
    return sorted((code for code in codes if code.startswith(above) and len(code) > len(above)), key=len)
