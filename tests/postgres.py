"""Run a command against a throw-away PostgreSQL: `python -m tests.postgres pytest -m database`."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tests.machine import postgresql_folder

# Nothing here outlives the run, so nothing needs to survive a crash.
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
CLUSTER = ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=trust", "--username=postgres", "--no-sync"]


def owner() -> str | None:
    """PostgreSQL refuses to run as root: it gets an account that owns nothing else here."""
    if os.geteuid() != 0:
        return None
    accounts = {account.pw_name for account in pwd.getpwall()}
    return "postgres" if "postgres" in accounts else "nobody"


def as_owner(user: str | None) -> list[str]:
    if user is None:
        return []
    account = pwd.getpwnam(user)
    return ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]


@contextmanager
def throwaway_server(programs: Path) -> Iterator[str]:
    """Yield the address of a server that listens on a socket in its own folder: no port to collide on."""
    folder = Path(tempfile.mkdtemp(prefix="budgetsite-postgres-"))
    user = owner()
    if user:
        shutil.chown(folder, user)
    data, log = folder / "data", folder / "log"
    initdb = [*as_owner(user), str(programs / "initdb"), "--pgdata", str(data)]
    control = [*as_owner(user), str(programs / "pg_ctl"), "--pgdata", str(data), "--silent"]
    options = f"{FAST} -c listen_addresses='' -k {folder}"
    try:
        subprocess.run([*initdb, *CLUSTER], check=True, stdout=subprocess.DEVNULL, cwd=folder)
        subprocess.run([*control, "--log", str(log), "--options", options, "start"], check=True, cwd=folder)
        try:
            yield f"postgresql://postgres@{quote(str(folder), safe='')}/postgres"
        finally:
            subprocess.run([*control, "--mode", "immediate", "stop"], cwd=folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main(command: list[str]) -> int:
    programs = postgresql_folder()
    if programs is None:
        print("没有 PostgreSQL，跳过 / no PostgreSQL here: left out")
        return 1 if os.environ.get("CI") else 0
    with throwaway_server(programs) as address:
        # A server without DEMO counts as production and would ask for a key.
        environment = os.environ | {"DATABASE_URL": address, "SECRET_KEY": "only-for-this-test-run"}
        return subprocess.run(command, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
