"""`manage.py parse` prints one line a file, says what it could not read, and needs no database."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

TEXT = (
    "2024年度\n某某市档案馆部门预算\n\n部门支出总表\n部门：某某市档案馆\n单位：万元\n"
    "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
    "201\t一般公共服务支出\t105.06\t100.00\t5.06\n"
    "\t合计\t105.06\t100.00\t5.06\n"
)


def parse(*paths: Path) -> tuple[int, list[dict[str, Any]], str]:
    """Run the command; return its exit status, the objects it printed, and what it said on standard error."""
    output, said = io.StringIO(), io.StringIO()
    status = 0
    try:
        call_command("parse", *map(str, paths), "--format", "json", stdout=output, stderr=said)
    except SystemExit as leaving:
        status = int(leaving.code or 0)
    return status, [json.loads(line) for line in output.getvalue().splitlines()], said.getvalue()


@pytest.fixture
def budget(tmp_path: Path) -> Path:
    path = tmp_path / "budget.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_each_file_is_one_line(budget: Path) -> None:
    status, printed, _ = parse(budget, budget)
    assert status == 0
    assert [entry["file"]["name"] for entry in printed] == ["budget.txt", "budget.txt"]
    assert printed[0]["file"]["sha256"] == hashlib.sha256(budget.read_bytes()).hexdigest()


def test_the_amounts_of_a_table_are_printed_in_yuan(budget: Path) -> None:
    _, printed, _ = parse(budget)
    amounts = {(fact["function"], fact["nature"]): fact["amount"] for fact in printed[0]["facts"]}
    assert amounts[("201", "project")] == "50600.00"
    assert amounts[(None, None)] == "1050600.00"


def test_an_unreadable_file_is_told_and_does_not_stop_the_others(budget: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    status, printed, said = parse(empty, budget, tmp_path / "missing.pdf")
    assert status == 2
    codes = [entry.get("error", {}).get("code") for entry in printed]
    assert codes == ["unreadable.empty", None, "unreadable.missing"]
    assert printed[0]["file"]["name"] == "empty.pdf"
    assert "文件是空的" in said


def test_a_zip_is_read_as_the_files_that_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "unit.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("公开/1 正文.txt", TEXT)
        archive.writestr("公开/2 附件.rar", b"Rar!\x1a\x07")
    status, printed, _ = parse(path)
    assert status == 2
    assert [entry["file"]["name"] for entry in printed] == ["unit.zip/公开/1 正文.txt", "unit.zip/公开/2 附件.rar"]
    assert printed[0]["disclosure"]["unit"] == "某某市档案馆"
    assert printed[1]["error"]["code"] == "unreadable.type"


def test_a_zip_that_would_fill_the_memory_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("1.txt", b"\x00" * 60 * 1024 * 1024)
    status, printed, _ = parse(path)
    assert (status, [entry["error"]["code"] for entry in printed]) == (2, ["unreadable.too_large"])
