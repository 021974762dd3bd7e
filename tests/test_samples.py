"""The demo's samples state what the named units published: results, lost points, and what their text counts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from disclosures.judgement.judging import PrintedIndicator, judge
from samples.pages import document
from samples.sheets import Sample, samples

SAMPLES = {sample.slug: sample for sample in samples()}
ACCOUNTS = "hunan-transport-information-2023-final-accounts"
# Each sample of goals or results, and the verified reading of the file that the unit published.
PUBLISHED = (
    (ACCOUNTS, "seed-002"),
    ("hengyang-transport-information-2024-budget", "seed-000"),
    ("hengyang-transport-bureau-2023-performance-targets", "seed-003"),
)
# What the text counts; how the vehicles are read back from the page is tests/test_documents.py.
COUNTED = (
    (ACCOUNTS, "全年国内公务接待2批次、15人次。"),
    (ACCOUNTS, "截至2023年12月31日，实有车辆1辆。"),
    ("putuo-planning-2024-final-accounts", "全年国内公务接待2批次、26人次。"),
    ("putuo-planning-2024-final-accounts", "全年因公出国（境）团组0个、0人次。"),
    ("putuo-justice-2026-budget", "截至2025年8月31日，实有车辆3辆。"),
    ("putuo-welfare-home-2024-budget", "截至2023年12月31日，实有车辆2辆。"),
    ("wanli-2023-budget", "截至2022年12月31日，实有车辆7辆。"),
    ("wanli-2024-budget", "截至2023年8月31日，实有车辆7辆。"),
    ("shenzhen-transport-command-2023-budget", "截至2022年10月，实有车辆4辆。"),
)
VALUES = ("operator", "target_number", "unit", "actual_number", "weight", "score")


def stated(sample: Sample) -> list[dict[str, Any]]:
    return [entry for sheet in sample.sheets for entry in sheet.form.get("indicators", ())]


def verified(shared: Path, name: str) -> list[dict[str, Any]]:
    return json.loads((shared / "golden" / f"{name}.json").read_text("utf-8"))["indicators"]  # type: ignore[no-any-return]


def verdict(entry: dict[str, Any]) -> str:
    levels = "/".join(entry.get(name) or "" for name in ("level1", "level2"))
    said = {name: entry.get(name) or "" for name in ("operator", "target", "actual")}
    return judge(PrintedIndicator(levels=levels, name=entry.get("level3") or "", measure="", **said)).verdict


@pytest.mark.parametrize(("slug", "golden"), PUBLISHED)
def test_a_sample_has_the_indicators_that_the_unit_published(shared: Path, slug: str, golden: str) -> None:
    for one, published in zip(stated(SAMPLES[slug]), verified(shared, golden), strict=True):
        assert [one.get(name) for name in VALUES] == [published.get(name) for name in VALUES], one.get("level3")


def test_results_put_in_our_words_are_judged_as_the_published_ones(shared: Path) -> None:
    for one, published in zip(stated(SAMPLES[ACCOUNTS]), verified(shared, "seed-002"), strict=True):
        assert verdict(one) == verdict(published), (one, published)


def test_lost_points_have_a_reason_exactly_where_the_unit_gave_one(shared: Path) -> None:
    given = [bool(one.get("deviation_reason")) for one in stated(SAMPLES[ACCOUNTS])]
    assert given == [bool(one["deviation_reason"]) for one in verified(shared, "seed-002")]
    assert given.count(True) == 4


@pytest.mark.parametrize(("slug", "sentence"), COUNTED)
def test_the_text_counts_what_the_unit_counted(slug: str, sentence: str) -> None:
    html, _ = document(SAMPLES[slug])
    assert sentence in html
