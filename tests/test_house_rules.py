"""The habits of this house that no linter knows."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

OURS = (".py", ".html", ".css", ".js")
NAMELESS = {"utils.py", "helpers.py", "services.py", "base.py", "constants.py"}
# Built from pieces, so that this file does not break its own rule.
PLACES = [f"/{name}/" for name in ("work", "root", "home")]
INDEXES = [".".join(name) for name in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"))]


def files() -> Iterator[Path]:
    """What git has or would take, without what is still to be deleted."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    if listed.returncode:
        pytest.skip("不在 git 仓库中 / not in a git checkout")
    yield from (ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file())


def sources() -> Iterator[Path]:
    yield from (path for path in files() if path.suffix in OURS and "vendor" not in path.parts)


def texts() -> Iterator[tuple[Path, str]]:
    for path in files():
        try:
            yield path, path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # a picture or a PDF


def named(paths: Iterator[Path]) -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for path in paths)


def test_no_file_of_ours_is_longer_than_300_lines() -> None:
    written = (path for path in sources() if path.parent.name != "migrations")
    assert named(path for path in written if path.read_text("utf-8").count("\n") > 300) == []


def test_every_module_says_its_job_in_its_first_line() -> None:
    modules = (path for path in sources() if path.suffix == ".py" and path.parent.name != "migrations")
    silent = (path for path in modules if not says_its_job(path.read_text("utf-8")))
    assert named(silent) == []


def says_its_job(source: str) -> bool:
    return not source.strip() or bool(re.match(r'(#!.*\n)?(#.*\n)*r?"""\S', source))


def test_a_module_is_named_for_what_it_holds() -> None:
    assert named(path for path in sources() if path.name in NAMELESS or "_v2" in path.stem) == []


def test_no_file_names_a_place_of_one_machine_or_where_packages_come_from() -> None:
    found = [path for path, text in texts() if any(word in text for word in PLACES + INDEXES)]
    assert named(iter(found)) == []


@pytest.mark.parametrize(
    "lock", ["requirements.txt", "requirements-dev.txt", "requirements-bench.txt", "requirements-ocr.txt"]
)
def test_every_requirement_is_locked_and_hashed(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text("utf-8").strip())
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []
