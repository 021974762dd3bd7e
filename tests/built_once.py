"""A database that a module's fixtures fill once: each of its tests starts from that, and none leaves a trace.

For modules whose tests all look at the same, costly filing. Such a module replaces pytest-django's ``db``::

    @pytest.fixture
    def db(undone: None) -> None: ...

and so all fixtures that want ``db`` write inside a savepoint that is rolled back after the test. Its tests bear no
mark ``django_db``: Django's TestCase would close the connection, and what was built would be gone with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker


@pytest.fixture(scope="module")
def module_db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The database, for fixtures that build for a whole module; all is undone behind its last test."""
    with django_db_blocker.unblock(), rolled_back():
        yield


@pytest.fixture
def undone(module_db: None) -> Iterator[None]:
    """What one test writes, on top of what its module has built."""
    with rolled_back():
        yield


@contextmanager
def rolled_back() -> Iterator[None]:
    """Undo what is written, but first let the database say, as a commit would, whether all rows refer to others."""
    with transaction.atomic():
        yield
        if not connection.needs_rollback:
            connection.check_constraints()
        transaction.set_rollback(True)
