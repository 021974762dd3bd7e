"""Time the pages about performance over 200,000 indicators, as ratios to the bare query of their rows.

Run against PostgreSQL by `python -m tests.postgres python -m bench.indicators`.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from time import perf_counter, process_time
from typing import Any

UNITS, YEARS, PROJECTS, PER_PROJECT = 200, range(2014, 2024), 10, 10
ROUNDS = 5
# What the issue asks for: pages within 300 ms of server time.
LIMIT_MS = 300
PAGES = (
    "/indicators/",
    "/indicators/?q=满意度",
    "/indicators/?verdict=missed",
    "/indicators/?unit=单位7&year=2020",
    "/indicators/?level1=产出&kind=percentage",
    "/indicators/?case=missed_full",
    "/indicators/?page=40",
    "/indicators/?fact=copied",
    "/indicators/?sort=lost",
    "/indicators/charts/",
    "/indicators/charts/?unit=单位7",
    "/indicators/quality/",
    "/indicators/quality/?year=2020",
    "/indicators/costs/",
    "/projects/",
    "/projects/?q=经费3",
)


def main() -> None:
    """Measure in a process of its own: Django is set up once in each, and this needs a database to itself."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3",
            "DJANGO_SETTINGS_MODULE": "budgetsite.settings",
            "PUBLIC_BROWSING": "1",
        }
        subprocess.run([sys.executable, "-m", "bench.indicators"], env=environment, check=True)


def measure() -> None:
    """Fill a database and print how long each page takes against the bare query."""
    import django
    from django.conf import settings

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client

    settings.ALLOWED_HOSTS, settings.PUBLIC_BROWSING = ["*"], True
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    call_command("migrate", verbosity=0)
    print(f"{fill():,} indicators")
    if connection.vendor == "postgresql":
        connection.cursor().execute("VACUUM ANALYZE")  # as its own maintenance does within the hour
    client, bare = Client(), timed(bare_query())
    print(f"bare query of 50 rows and their number: 1.0 ({bare:.0f} ms here)")
    for page in PAGES:
        took = timed(lambda page=page: opened(client, page))
        print(f"{took / bare:6.1f}  {'ok  ' if took <= LIMIT_MS else 'SLOW'} {took:5.0f} ms  {page}")


def opened(client: object, page: str) -> None:
    response = client.get(page)
    assert response.status_code == 200, (page, response.status_code)


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds of the quickest run, after one to warm up.

    SQLite works in this process, whose own time leaves out what others do; PostgreSQL's is told by the clock alone.
    """
    from django.db import connection

    clock = process_time if connection.vendor == "sqlite" else perf_counter
    work()
    times = []
    for _ in range(ROUNDS):
        started = clock()
        work()
        times.append((clock() - started) * 1000)
    return min(times)


def bare_query() -> Callable[[], list[tuple[Any, ...]]]:
    """Return the least that a page of the list must ask: how many there are, and the newest fifty, which it returns."""
    from django.db import connection

    table = "disclosures_performanceindicator"
    shown = "revision_id IN (SELECT id FROM disclosures_revision WHERE state = 'published')"
    statements = (
        f"SELECT COUNT(*) FROM {table} WHERE {shown}",
        f"SELECT * FROM {table} WHERE {shown} ORDER BY fiscal_year DESC, unit_id, id LIMIT 50",
    )

    def ask() -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
                rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows

    return ask


def fill() -> int:
    """Publish accounts of many units over ten years, each with projects and judged indicators."""
    from django.db import transaction
    from django.utils import timezone

    from disclosures.models import (
        Disclosure,
        FiscalYear,
        PerformanceIndicator,
        Project,
        ProjectMatch,
        ProjectSeries,
        Revision,
        RevisionFile,
        StatementTable,
        Unit,
    )
    from disclosures.performance.copies import mark_all_copies

    now = timezone.now()
    with transaction.atomic():
        FiscalYear.objects.bulk_create([FiscalYear(year=year) for year in YEARS])
        for number in range(UNITS):
            unit = Unit.objects.create(name=f"单位{number}", region="示例市")
            series = [ProjectSeries.objects.create(unit=unit, name=f"经费{one}") for one in range(PROJECTS)]
            for year in YEARS:
                filed = Disclosure.objects.create(unit=unit, fiscal_year_id=year, kind="final_accounts", scope="unit")
                revision = Revision.objects.create(disclosure=filed, number=1, parser_version="bench")
                file = RevisionFile.objects.create(revision=revision, name="a.pdf", sha256=f"{revision.pk:064}")
                table = StatementTable.objects.create(revision=revision, file=file, index=0, kind="review_project")
                projects = Project.objects.bulk_create([_project(revision, table, one) for one in range(PROJECTS)])
                ProjectMatch.objects.bulk_create(
                    [ProjectMatch(project=p, series=s, basis="name") for p, s in zip(projects, series, strict=True)]
                )
                PerformanceIndicator.objects.bulk_create(
                    [_indicator(project, table, place) for project in projects for place in range(PER_PROJECT)]
                )
                Revision.objects.filter(pk=revision.pk).update(state="published", published_at=now)
    mark_all_copies()
    return PerformanceIndicator.objects.count()


LEVELS = (
    ("产出指标", "数量指标"),
    ("产出指标", "质量指标"),
    ("效益指标", "社会效益指标"),
    ("满意度指标", "服务对象满意度"),
)


def _project(revision: object, table: object, number: int) -> object:
    from disclosures.models import Project

    return Project(
        revision=revision,
        table=table,
        unit=revision.disclosure.unit,
        fiscal_year=revision.disclosure.fiscal_year_id,
        name=f"经费{number}",
        approved_fen=1_000_000 + number,
        executed_fen=900_000,
        execution_rate=90,
        score=95,
    )


def _indicator(project: object, table: object, place: int) -> object:
    from disclosures.models import PerformanceIndicator
    from disclosures.performance.marking import mark

    level1, level2 = LEVELS[place % len(LEVELS)]
    row = PerformanceIndicator(
        revision=project.revision,
        table=table,
        unit=project.unit,
        fiscal_year=project.fiscal_year,
        project=project,
        level1=level1,
        level2=level2,
        level3=f"{project.name}的第{place}项{level2.removesuffix('指标')}",
        operator=">=",
        target="≥95%",
        measure="%",
        actual="94%" if (project.pk + place) % 20 == 0 else "98%",
        weight=10,
        score=10,
    )
    mark(row)
    return row


if __name__ == "__main__":
    measure()
