"""The test database, migrated once in a run and copied for each process of it, as Django's own runner does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from tests.shared_run import folder, locked


@contextmanager
def database_of(process: str) -> Iterator[None]:
    """Let this process have a database of its own; the last one to end takes the original away."""
    outside = connection.settings_dict["NAME"]
    users = folder() / "database"
    users.mkdir(exist_ok=True)
    with locked("database"):
        if any(users.iterdir()):
            connection.settings_dict["NAME"] = connection.settings_dict["TEST"]["NAME"]
        else:
            connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
            connection.close()  # only then is everything in SQLite's one file, and may PostgreSQL copy
        original = connection.settings_dict["NAME"]
        connection.creation.clone_test_db(process, verbosity=0, autoclobber=True)
        connection.settings_dict["NAME"] = connection.creation.get_test_db_clone_settings(process)["NAME"]
        (users / process).touch()
    yield
    with locked("database"):
        connection.creation.destroy_test_db(original, verbosity=0)
        (users / process).unlink()
        if any(users.iterdir()):
            connection.settings_dict["NAME"] = outside
        else:
            connection.creation.destroy_test_db(outside, verbosity=0)
