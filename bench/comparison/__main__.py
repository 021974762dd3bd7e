"""Measure comparing on the database that the environment names; started by `bench.comparison.main`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import cycle
from statistics import quantiles
from time import perf_counter
from typing import Any

import django
from django.conf import settings

django.setup()

from django.core.cache import cache  # noqa: E402 - Django's models exist only after setup
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from bench.comparison import line_items  # noqa: E402
from bench.comparison.datasette import served  # noqa: E402
from bench.comparison.generated import CODES, YEARS, fill  # noqa: E402
from disclosures.comparison import Selection, compare  # noqa: E402
from disclosures.comparison.dimensions import Dimension  # noqa: E402
from disclosures.comparison.groups import with_group  # noqa: E402
from disclosures.comparison.selection import Level  # noqa: E402
from disclosures.exports import FORMATS  # noqa: E402
from disclosures.models import SharedComparison, Unit  # noqa: E402
from disclosures.sources.addresses import quickly  # noqa: E402

ROUNDS = 15
COMPARED_UNITS = 50

# The same facts as a comparison's result holds, asked for by hand: published, in the order of the tables, corrected.
COMPARISON = """
SELECT i.id, i.unit_id, i.fiscal_year, i."function", i.item, i.heading, i.printed, i.page, i.table_id, i.revision_id,
 i.amount_fen, k.id, k.value_fen
FROM disclosures_lineitem i
JOIN disclosures_revision r ON r.id = i.revision_id AND r.state = 'published'
LEFT JOIN disclosures_correction k ON k.line_item_id = i.id AND k.field = 'amount' AND k.reverted_at IS NULL
WHERE i.unit_id IN ({units}) AND i.fiscal_year IN ({years}) AND i.kind = 'budget' AND i.table_kind = 'expenditure'
 AND i.direction = 'expenditure' AND i.phase = 'approved' AND i.fund = 'all' AND i.nature = ''
ORDER BY i.table_id, i."row", i.column_number, i.id
"""
UNIT_PAGE = """
SELECT i.id, i.fiscal_year, i.table_kind, i.direction, i.nature, i."function", i.economic, i.item, i.heading, i.page,
 i.amount_fen
FROM disclosures_lineitem i JOIN disclosures_revision r ON r.id = i.revision_id AND r.state = 'published'
WHERE i.unit_id = {unit} AND i.kind = 'budget' AND i.phase = 'approved'
 AND (i.item <> '' OR (i.fiscal_year = {year} AND i.table_kind IN ('expenditure', 'basic_expenditure_departmental')))
"""
ALL_UNITS = """
SELECT i.unit_id, i."function", i.amount_fen
FROM disclosures_lineitem i JOIN disclosures_revision r ON r.id = i.revision_id AND r.state = 'published'
WHERE i.fiscal_year = {year} AND i.kind = 'budget' AND i.table_kind = 'expenditure' AND i.direction = 'expenditure'
 AND i.phase = 'approved' AND i.fund = 'all' AND i.nature = '' AND LENGTH(i."function") = 3
"""


def measure() -> None:
    """Fill the database and print how long each question takes, as a ratio to its bare SQL."""
    settings.ALLOWED_HOSTS, settings.PUBLIC_BROWSING = ["*"], True
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    call_command("migrate", verbosity=0)
    print(f"{fill(line_items()):,} line items, {Unit.objects.count():,} units, {len(YEARS)} years", flush=True)
    compared()
    one_unit()
    all_units()


def compared() -> None:
    """Compare 50 units over 5 years by 25 codes; every round takes other units."""
    title = f"{COMPARED_UNITS} units × {len(YEARS)} years × {len(CODES)} codes"
    choices = [selection(number) for number in range(ROUNDS)]
    statements = [statement(one) for one in choices]
    bare = timed(choices, lambda one: ask(statement(one)))
    page, share = Client(), Client()
    links = {one: SharedComparison.objects.create(title="bench", query=one.to_query()) for one in choices}
    asked: dict[str, Callable[[Selection], object]] = {
        "result object": compare,
        "JSON": lambda one: FORMATS["json"].write(compare(one), "bench", quickly(lambda pk: f"/source/{pk}/")),
        "whole page": lambda one: opened(page, f"/compare/?{one.to_query()}"),
        "shared page, kept": lambda one: opened(share, links[one].get_absolute_url()),
    }
    cache.clear()
    report(title, bare, {name: timed(choices, work) for name, work in asked.items()})
    with served(settings.DATABASES["default"]) as fetched:
        if fetched is None:
            print("   没有 Datasette，不作对照 / no Datasette here: nothing to set beside")
            return
        formats = {"JSON": ".json?_shape=objects&sql=", "whole page": "?sql="}
        beside = {
            f"Datasette, {name}": timed(statements, lambda sql, form=form: fetched(form, sql))
            for name, form in formats.items()
        }
        report("the same rows by Datasette", bare, beside)


def one_unit() -> None:
    """Open units' own pages."""
    units = list(range(1, ROUNDS + 1))
    bare = timed(units, lambda unit: ask(UNIT_PAGE.format(unit=unit, year=YEARS[-1])))
    client = Client()
    report("one unit's page", bare, {"whole page": timed(units, lambda unit: opened(client, f"/units/{unit}/"))})


def all_units() -> None:
    """Look through all units of a year for those like the first one."""
    choices = [Selection(units=(unit,), years=(year,)) for unit, year in zip(range(1, 6), YEARS, strict=True)]
    bare = timed(choices, lambda one: ask(ALL_UNITS.format(year=one.years[0])))
    like = timed(choices, lambda one: with_group(one, "like:"))
    report("all units by code for one year", bare, {"similar units": like})


def selection(number: int) -> Selection:
    """Return a comparison of units that no other round takes, as far as there are enough."""
    units = Unit.objects.count()
    first = number * COMPARED_UNITS % max(units - COMPARED_UNITS, 1)
    chosen = tuple(range(first + 1, first + COMPARED_UNITS + 1))
    return Selection(units=chosen, years=YEARS, dimension=Dimension.FUNCTIONAL, level=Level.ITEM)


def statement(one: Selection) -> str:
    """Return the bare SQL of a comparison."""
    return COMPARISON.format(units=", ".join(map(str, one.units)), years=", ".join(map(str, one.years)))


def ask(sql: str) -> list[Any]:
    """Return the rows of a statement as the database's driver gives them."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def opened(client: Client, address: str) -> None:
    """Open a page of the site."""
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)


def timed(choices: list[Any], work: Callable[[Any], object]) -> list[float]:
    """Return how many milliseconds each round takes, the slowest last; every choice was made once before."""
    for choice in choices:
        work(choice)
    return sorted(_milliseconds(choices, work))


def _milliseconds(choices: list[Any], work: Callable[[Any], object]) -> Iterator[float]:
    for _round, choice in zip(range(ROUNDS), cycle(choices)):
        started = perf_counter()
        work(choice)
        yield (perf_counter() - started) * 1000


def report(title: str, bare: list[float], asked: dict[str, list[float]]) -> None:
    """Print each question's p50 and p95 as ratios to those of the bare SQL."""
    print(f"{title}: bare SQL 1.0 (here p50 {p(50, bare):.1f} ms, p95 {p(95, bare):.1f} ms)")
    for name, times in asked.items():
        ratios = [p(share, times) / p(share, bare) for share in (50, 95)]
        print(f"   {name:28} p50 {ratios[0]:6.2f} ×   p95 {ratios[1]:6.2f} ×   ({p(50, times):.1f} ms)", flush=True)


def p(share: int, times: list[float]) -> float:
    """Return a percentile."""
    return quantiles(times, n=100, method="inclusive")[share - 1]


if __name__ == "__main__":
    assert os.environ.get("DJANGO_SETTINGS_MODULE"), "started by bench.comparison.main"
    measure()
