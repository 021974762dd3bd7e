"""Figures and prose projects of whole documents against their hand-verified results."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from disclosures.extraction import extract
from disclosures.recognition import recognise
from tests.conftest import SHARED
from tests.read_once import pages_of

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared 不在 / the verified documents are not here")


def documents() -> Iterator[Any]:
    for number in ("000", "001", "002"):
        for path in (*SHARED.glob(f"seeds/{number}_*.txt"), *SHARED.glob(f"seeds/pdf/{number}.pdf")):
            yield pytest.param(path, SHARED / "golden" / f"seed-{number}.json", id=f"{number}{path.suffix}")


@pytest.mark.parametrize(("path", "golden"), list(documents()))
def test_every_verified_figure_and_project_is_read(path: Path, golden: Path) -> None:
    source = pages_of(path)
    identity, tables, _ = recognise(source)
    said, wanted = extract(source, identity, tables), json.loads(golden.read_text("utf-8"))
    figures = Counter((one.topic, one.value, str(one.unit), one.fiscal_year) for one in said.figures)
    verified = Counter(
        (one["topic"], Decimal(one["value"]), one["unit"], one["fiscal_year"]) for one in wanted["figures"]
    )
    assert verified - figures == Counter()
    # One list of projects is introduced by its sum once more, which the verified result leaves out.
    assert (figures - verified).total() <= 1
    assert Counter((one.name, one.total, one.executed) for one in said.projects) == Counter(
        (one["name"], number(one["total"]), number(one["executed"])) for one in wanted["projects"]
    )


def number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
