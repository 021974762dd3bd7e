"""Tables and identity of real disclosures are those that people verified (where the documents are at hand)."""

import json
from pathlib import Path
from typing import Any

import pytest

from disclosures.recognition import recognise
from tests.read_once import pages_of

DOCUMENTS = {
    "seed-000": ("seeds/000_*.txt", "seeds/pdf/000.pdf", "seeds/office/000.xlsx"),
    "seed-001": ("seeds/001_*.txt", "seeds/pdf/001.pdf", "seeds/office/001.html"),
    "seed-002": ("seeds/002_*.txt", "seeds/pdf/002.pdf", "seeds/office/002.docx"),
    "seed-003": ("seeds/003_*.txt", "seeds/pdf/003.pdf"),
    "jiangsu-cpc-office-2018-budget": ("realdocs/js__江苏省委办公厅__*公开表.pdf",),
    "jiangsu-high-court-2017-budget": ("realdocs/js__江苏省高级人民法院__*.pdf",),
    "jiangsu-procuratorate-2018-budget": ("realdocs/js__江苏省人民检察院__*.pdf",),
    "putuo-justice-2026-budget": ("realdocs/gbc__*司法局2026年单位预算.pdf",),
    "putuo-planning-2024-final-accounts": ("realdocs/gbc__*规划和自然资源局*.pdf",),
    "putuo-welfare-home-2024-budget": ("realdocs/tb__*社会福利院*.pdf",),
    "shanghai-finance-2025-budget": ("realdocs/tb__上海市财政局25年预算.pdf",),
    "wanli-2024-budget": ("realdocs/gbc__*万里街道办事处24年预算.pdf",),
}
FIELDS = ("unit", "unit_code", "supervising_department", "region", "fiscal_year", "kind", "scope")


@pytest.mark.parametrize(
    ("golden", "pattern"), [(name, pattern) for name, patterns in DOCUMENTS.items() for pattern in patterns]
)
def test_tables_and_identity_of_a_real_disclosure(shared: Path, golden: str, pattern: str) -> None:
    expected = json.loads((shared / "golden" / f"{golden}.json").read_text(encoding="utf-8"))
    (path,) = shared.glob(pattern)
    source = pages_of(path)
    identity, tables, _ = recognise(source)
    assert [grid for table in tables for grid in table.grids] == list(source.grids())
    assert {name: getattr(identity, name) for name in FIELDS} == expected["disclosure"]
    known = {entry["kind"] for entry in expected["tables"]}
    found = [_described(table, bool(expected["tables"][0].get("pages"))) for table in tables]
    assert [entry for entry in found if entry["kind"] in known] == [
        {name: entry[name] for name in found[0]} for entry in expected["tables"]
    ]


def _described(table: Any, paged: bool) -> dict[str, Any]:
    described = {
        "kind": str(table.kind),
        "label": table.label,
        "title": table.title,
        "money_unit": table.money_unit.label if table.money_unit else None,
        "declared_empty": table.declared_empty,
    }
    return described | ({"pages": list(table.pages)} if paged else {})
