"""The throw-away PostgreSQL starts, speaks Chinese, and leaves nothing behind."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg
import pytest

from tests.machine import postgresql_folder
from tests.postgres import throwaway_server


def test_a_server_lives_as_long_as_it_is_needed() -> None:
    programs = postgresql_folder()
    if programs is None:
        pytest.skip("没有 PostgreSQL / no PostgreSQL here")
    with throwaway_server(programs) as address:
        folder = Path(unquote(urlsplit(address).netloc.split("@")[1]))
        with psycopg.connect(address) as connection:
            assert connection.execute("SELECT '明账' || length('明账')").fetchone() == ("明账2",)
    assert not folder.exists()
