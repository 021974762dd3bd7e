"""Facts of whole documents against their hand-verified results."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from disclosures.extraction.statements.tables import extract_facts
from disclosures.recognition import recognise
from disclosures.vocabulary import FactState
from tests.conftest import ROOT
from tests.read_once import pages_of

SHARED = ROOT.parent / "shared"
FIELDS = ("direction", "fiscal_year", "phase", "fund", "nature", "function", "economic", "item")

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared 不在 / the verified documents are not here")


def documents() -> Iterator[Any]:
    """Yield every verified document; those of the seeds also as PDF and as office files."""
    for golden in sorted(SHARED.glob("golden/*.json")):
        name = json.loads(golden.read_text("utf-8"))["source"]["file"]
        number = golden.stem.removeprefix("seed-")
        copies = (*SHARED.glob(f"*/{name}"), *SHARED.glob(f"seeds/*/{number}.*"))
        for path in copies:
            yield pytest.param(path, golden, id=f"{golden.stem}{path.suffix}")


def plain(value: object) -> str | None:
    return None if value is None or value == "" else str(value)


def key(kind: str, values: dict[str, Any], heading: str | None, amount: Decimal | None) -> tuple[object, ...]:
    """Return what identifies a fact; its heading only where no code and no word says what it is."""
    said = values["function"] or values["economic"] or values["item"]
    return kind, *(plain(values[name]) for name in FIELDS), None if said else plain(heading), amount


def facts_read(path: Path) -> Counter[tuple[object, ...]]:
    identity, tables, _ = recognise(pages_of(path))
    kinds = {table.index: table.kind.value for table in tables}
    facts = [fact for fact in extract_facts(identity, tables)[0] if fact.state is FactState.PRINTED]
    return Counter(
        key(kinds[fact.table], {name: getattr(fact, name) for name in FIELDS}, fact.heading, fact.amount)
        for fact in facts
    )


def facts_verified(golden: Path) -> Counter[tuple[object, ...]]:
    wanted = json.loads(golden.read_text("utf-8"))
    kinds = {table["index"]: table["kind"] for table in wanted["tables"]}
    return Counter(
        key(kinds[fact["table"]], fact, fact.get("heading"), Decimal(fact["amount"])) for fact in wanted["facts"]
    )


@pytest.mark.parametrize(("path", "golden"), list(documents()))
def test_every_fact_is_read_and_none_invented(path: Path, golden: Path) -> None:
    found, wanted = facts_read(path), facts_verified(golden)
    assert (wanted - found, found - wanted) == (Counter(), Counter())
