"""Bring what the tests need and pip cannot: a PostgreSQL server, Chromium and Chinese letters.

`python -m tests.machine provide` installs what is missing where it may (root on Debian or Ubuntu);
`python -m tests.machine report` says what the tests had to leave out, and fails in CI.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


def postgresql_folder() -> Path | None:
    """Debian keeps the server's programs out of PATH, a folder for each version; the newest is taken."""
    on_path = shutil.which("initdb")
    debians = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    found = sorted(debians, key=lambda program: int(program.parts[4]), reverse=True)
    found += [Path(on_path).resolve()] if on_path else []
    return next((program.parent for program in found if (program.parent / "postgres").exists()), None)


def chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def chinese_font() -> bool:
    try:
        listed = subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, text=True)
    except FileNotFoundError:
        return False
    return bool(listed.stdout.strip())


@dataclass(frozen=True)
class Need:
    name: str
    package: str
    found: Callable[[], object]
    left_out: str


NEEDS = [
    Need("PostgreSQL", "postgresql", postgresql_folder, "没有在 PostgreSQL 上测试 / no tests on PostgreSQL"),
    Need("Chromium", "chromium", chromium, "没有在浏览器中测试 / no tests in a browser"),
    Need("中文字体", "fonts-noto-cjk", chinese_font, "截图中没有汉字 / no Chinese letters in pictures"),
]


def missing() -> list[Need]:
    return [need for need in NEEDS if not need.found()]


def provide() -> None:
    wanted = missing()
    if not wanted or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    packages = [need.package for need in wanted]
    print("安装 / installing:", *packages, flush=True)
    if "postgresql" in packages:
        keep_debian_from_starting_a_server()
    apt_get("update")
    apt_get("install", "--yes", "--no-install-recommends", *packages)


def apt_get(*arguments: str) -> None:
    """What could not be had is said at the end; the tests that need none of it still run."""
    done = subprocess.run(
        ["apt-get", *arguments],
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        print(*done.stderr.splitlines()[-5:], sep="\n", file=sys.stderr, flush=True)


def keep_debian_from_starting_a_server() -> None:
    """The tests start their own throw-away server; a developer's machine shall not get a lasting one."""
    configuration = Path("/etc/postgresql-common/createcluster.conf")
    if not configuration.exists():
        configuration.parent.mkdir(parents=True, exist_ok=True)
        configuration.write_text("create_main_cluster = false\n")


def report() -> int:
    for need in missing():
        print(f"缺少 / missing {need.name}: {need.left_out}")
    return 1 if missing() and os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit({"provide": provide, "report": report}[sys.argv[1]]())
