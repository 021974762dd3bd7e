"""Files read in several processes: the longest first, and none before the last result was dealt with."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosures.management.reading_pool import read_all
from disclosures.pipeline import ReadDisclosure
from tests.admin.documents import budget


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    for year in (2022, 2023, 2024):
        (tmp_path / f"{year}.txt").write_text(budget(year=year) + "附注。\n" * (year - 2000), "utf-8")
    return sorted(tmp_path.iterdir())


def year_of(read: object) -> int | None:
    assert isinstance(read, ReadDisclosure)
    return read.identity.fiscal_year


def test_the_longest_file_is_read_first(files: list[Path]) -> None:
    assert [path.name for path, _content, _read in read_all(files, 1)] == ["2024.txt", "2023.txt", "2022.txt"]


def test_two_readers_read_every_file_once(files: list[Path]) -> None:
    assert sorted(year_of(read) or 0 for _path, _content, read in read_all(files, 2)) == [2022, 2023, 2024]


def test_a_reader_takes_its_next_file_when_its_last_result_was_dealt_with(files: list[Path]) -> None:
    results = read_all(files, 1)
    next(results)
    (files[1]).write_text(budget(year=2019), "utf-8")  # while the first result is being stored
    assert year_of(next(results)[2]) == 2019


def test_a_file_that_is_gone_meanwhile_ends_the_reading(files: list[Path]) -> None:
    results = read_all(files, 1)
    next(results)
    files[1].unlink()
    with pytest.raises(FileNotFoundError):
        next(results)
