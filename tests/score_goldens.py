"""Say how well the parser reads the verified documents: F1 by kind of table, for each file (`make score`)."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from disclosures.contract import contract, refusal
from disclosures.pipeline import read_disclosure
from disclosures.reading import UnreadableFile

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
CASES = ROOT / "tests" / "documents"
WORKERS = 2
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scored:
    """One file with the result that a person has verified."""

    golden: Path
    source: Path


def shared_documents() -> Iterator[Scored]:
    """Yield the shared documents that have a golden, with their copies in other formats."""
    for golden in sorted(SHARED.glob("golden/*.json")):
        name = json.loads(golden.read_text("utf-8"))["source"]["file"]
        number = golden.stem.removeprefix("seed-")
        for source in (*SHARED.glob(f"*/{name}"), *sorted(SHARED.glob(f"seeds/*/{number}.*"))):
            yield Scored(golden, source)


def cases() -> Iterator[Scored]:
    """Yield the small documents of the tests."""
    for expected in sorted(CASES.glob("*/expected.json")):
        for source in expected.parent.glob("source.*"):
            yield Scored(expected, source)


def read(scored: Scored) -> Json:
    return read_file(scored.source)


def read_file(source: Path) -> Json:
    try:
        return contract(read_disclosure(source.read_bytes(), source.name))
    except UnreadableFile as refused:
        return refusal(source.name, None, "unreadable", str(refused))


def scorer() -> ModuleType:
    """Load the comparison that stands beside the goldens, so that its rules are the only ones."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def report(score: ModuleType, scored: Scored, parsed: Json) -> float:
    """Print one file's result by kind of table and by list; return the F1 of its facts."""
    name = scored.golden.parent.name if scored.golden.name == "expected.json" else scored.golden.stem
    print(f"\n{name} ← {scored.source.name}")
    if "error" in parsed:
        print("  " + parsed["error"]["message"])
        return 0.0
    golden = json.loads(scored.golden.read_text("utf-8"))
    rows, *_ = score.compare(golden, parsed)
    for kind, row in rows.items():
        print("  " + score.line(kind, row))
    for listed, want, have in score.lists(golden, parsed):
        print("  " + score.line(listed, [sum(c.values()) for c in (want, want & have, want - have, have - want)]))
    for field, wanted, said in score.disclosure(golden, parsed):
        print(f"  {field}: {said!r}，应为 / should be {wanted!r}")
    total = [sum(column) for column in zip(*rows.values(), strict=True)]
    return float(score.ratios(*total)[2])


def survey(name: str, parsed: Json) -> None:
    """Print what a published file without a golden holds: its tables by kind, and what was not read for sure."""
    print(f"\n{name}")
    if "error" in parsed:
        print(f"  {parsed['error']['message']}")
        return
    kinds = Counter(table["kind"] for table in parsed["tables"])
    print("  " + "  ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())))
    print(
        f"  {len(parsed['tables'])} tables, " + ", ".join(f"{word} {count}" for word, count in parsed["counts"].items())
    )


def main() -> None:
    documents = [*shared_documents(), *cases()]
    if not (SHARED / "score.py").is_file():
        print(
            "旁边没有 shared/（核对过的文件和评分程序），无法评分 / no ../shared with the verified documents: no score"
        )
        return
    score = scorer()
    print(f"  {'':32} {'golden':>6} {'found':>6} {'missing':>7} {'extra':>6}  {'precision':>9} {'recall':>7} {'F1':>7}")
    with ProcessPoolExecutor(WORKERS) as pool:
        totals = [report(score, *pair) for pair in zip(documents, pool.map(read, documents), strict=True)]
        published = sorted(SHARED.glob("realdocs/*"))
        print(
            "\n== 公开的文件：各种表的数目，读出、不确定、未读 / published files: tables by kind, read, unsure, unread"
        )
        for path, parsed in zip(published, pool.map(read_file, published), strict=True):
            survey(path.name, parsed)
    print(f"\n{len(totals)} 个文件，事实 F1 平均 / files, mean F1 of facts: {sum(totals) / len(totals):.4f}")


if __name__ == "__main__":
    main()
