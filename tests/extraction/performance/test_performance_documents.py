"""Projects and indicators of whole documents against their hand-verified results."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from disclosures.extraction.performance.tables import PerformanceReading, extract_performance
from disclosures.recognition import recognise
from tests.conftest import ROOT
from tests.read_once import pages_of

SHARED = ROOT.parent / "shared"
INDICATOR = ("level1", "level2", "level3", "operator", "target_number", "actual_number", "weight", "score", "unit")
PROJECT = ("name", "total", "approved", "revised", "executed", "execution_rate", "score")
WIDTHS = str.maketrans("（），：％", "(),:%")

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared 不在 / the verified documents are not here")


def documents() -> Iterator[Any]:
    for number in ("000", "001", "002", "003"):
        for path in (*SHARED.glob(f"seeds/{number}_*.txt"), *SHARED.glob(f"seeds/pdf/{number}.pdf")):
            yield pytest.param(path, SHARED / "golden" / f"seed-{number}.json", id=f"{number}{path.suffix}")


def plain(value: object) -> object:
    """Numbers by their value, texts without spaces and differences of width."""
    if value is None or value == "":
        return None
    try:
        return Decimal(str(value)).normalize()
    except ArithmeticError:
        return "".join(str(value).split()).translate(WIDTHS)


def extracted(path: Any) -> PerformanceReading:
    identity, tables, _ = recognise(pages_of(path))
    return extract_performance(identity, tables)


@pytest.mark.parametrize(("path", "golden"), list(documents()))
def test_every_project_and_every_indicator_is_read(path: Any, golden: Any) -> None:
    said, wanted = extracted(path), json.loads(golden.read_text("utf-8"))
    projects = Counter(tuple(plain(getattr(entry, name)) for name in PROJECT) for entry in said.projects)
    indicators = Counter(tuple(plain(getattr(entry, name)) for name in INDICATOR) for entry in said.indicators)
    in_tables = [entry for entry in wanted["projects"] if entry["table"] is not None]
    assert projects == Counter(tuple(plain(entry[name]) for name in PROJECT) for entry in in_tables)
    assert indicators == Counter(tuple(plain(entry[name]) for name in INDICATOR) for entry in wanted["indicators"])
