"""Settings for tests, and which tests ask the database."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.conf import settings
from django.test import TestCase, TransactionTestCase
from pytest_django import DjangoDbBlocker

from tests import shared_run
from tests.migrated_once import database_of

pytest_plugins = ["tests.built_once", "tests.published", "tests.reported"]

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
DATABASE_FIXTURES = {"db", "transactional_db", "module_db"}


def pytest_configure(config: pytest.Config) -> None:
    """Before Django starts: a developer's environment must not decide whether a test passes."""
    if shared_run.begin():
        config.add_cleanup(shared_run.end)
    scratch = Path(tempfile.mkdtemp(dir=shared_run.folder()))
    settings.DEMO = settings.PUBLIC_BROWSING = settings.BEHIND_HTTPS = False
    settings.TWO_PERSON_PUBLISHING = True  # as an office starts
    settings.SECURE_SSL_REDIRECT = settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False
    settings.MEDIA_ROOT = str(scratch / "media")
    settings.STATIC_ROOT = str(scratch / "static")  # never the files that `make run` collected some time ago
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the slow ones are slow
    settings.AXES_ENABLED = False  # tests sign in without a request; those about lock-out turn it on
    # A connection that outlives its test would keep the database from being dropped.
    settings.DATABASES["default"]["CONN_MAX_AGE"] = 0
    name = f"test_{settings.DATABASES['default']['NAME']}"
    if settings.DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
        # A file as in production: in memory all threads of a live server share one connection.
        name = str(shared_run.folder() / "test.sqlite3")
    settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = name


@pytest.hookimpl(tryfirst=True)  # before pytest selects by mark
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if asks_the_database(item):
            item.add_marker(pytest.mark.database)
        if "browser" in item.path.relative_to(ROOT / "tests").parts[:-1]:
            item.add_marker(pytest.mark.browser)


def asks_the_database(item: pytest.Item) -> bool:
    case = getattr(item, "cls", None)
    return (
        item.get_closest_marker("django_db") is not None
        or bool(DATABASE_FIXTURES & set(getattr(item, "fixturenames", [])))
        or (case is not None and issubclass(case, TestCase | TransactionTestCase))
    )


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """In place of pytest-django's own, which migrates a database for each process."""
    process = getattr(request.config, "workerinput", {"workerid": "alone"})["workerid"]
    with ExitStack() as stack:
        with django_db_blocker.unblock():
            stack.enter_context(database_of(process))
        yield
        with django_db_blocker.unblock():
            stack.close()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the checkout with what the user handed over; not everyone has it."""
    if not SHARED.is_dir():
        pytest.skip("没有旁边的 shared/ 文件夹 / no folder shared/ beside the checkout")
    return SHARED
