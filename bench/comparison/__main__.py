"""Measure comparing on the database that the environment names; started by `bench.comparison.main`."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle
from statistics import quantiles
from time import perf_counter
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client

import budgetsite.wsgi  # noqa: F401 - loads the site as gunicorn does, before anything below asks for it
from bench.comparison import line_items
from bench.comparison.datasette import served
from bench.comparison.generated import CODES, ITEMS_A_DISCLOSURE, YEARS, fill
from bench.comparison.questions import ALL_UNITS, COMPARISON, UNIT_PAGE
from disclosures.comparison import Selection, compare
from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.groups import with_group
from disclosures.comparison.selection import Level
from disclosures.exports import FORMATS
from disclosures.models import SharedComparison, Unit
from disclosures.sources.addresses import quickly

ROUNDS = 15
BARE = "bare SQL"
Work = Callable[[Any], object]
COMPARED_UNITS = 50


def measure() -> None:
    """Fill the database and print how long each question takes, as a ratio to its bare SQL."""
    settings.ALLOWED_HOSTS, settings.PUBLIC_BROWSING = ["*"], True
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    call_command("migrate", verbosity=0)
    print(
        f"{fill(units_of(line_items())):,} line items, {Unit.objects.count():,} units, {len(YEARS)} years", flush=True
    )
    compared()
    one_unit()
    all_units()


def units_of(line_items: int) -> int:
    """Return how many units make up the line items, more than are compared at once."""
    return max(round(line_items / len(YEARS) / ITEMS_A_DISCLOSURE), COMPARED_UNITS + 10)


def compared() -> None:
    """Compare 50 units over 5 years by 25 codes; every round takes other units."""
    choices = [selection(number) for number in range(ROUNDS)]
    links = {one: SharedComparison.objects.create(title="bench", query=one.to_query()) for one in choices}
    client = Client(headers={"accept-encoding": "gzip"})  # as every browser
    asked: dict[str, Work] = {
        BARE: lambda one: ask(statement(one)),
        "result object": compare,
        "JSON": lambda one: FORMATS["json"].write(compare(one), "bench", quickly(lambda pk: f"/source/{pk}/")),
        "whole page": lambda one: opened(client, f"/compare/?{one.to_query()}"),
        "shared page, kept": lambda one: opened(client, links[one].get_absolute_url()),
    }
    with served(settings.DATABASES["default"]) as fetched:
        if fetched is None:
            print("没有 Datasette，不作对照 / no Datasette here: nothing to set beside")
        else:
            asked["Datasette, JSON"] = lambda one: fetched(".json?_shape=objects&sql=", statement(one))
            asked["Datasette, whole page"] = lambda one: fetched("?sql=", statement(one))
        report(f"{COMPARED_UNITS} units × {len(YEARS)} years × {len(CODES)} codes", timed(choices, asked))


def one_unit() -> None:
    """Open units' own pages."""
    client = Client()
    asked: dict[str, Work] = {
        BARE: lambda unit: ask(UNIT_PAGE.format(unit=unit, year=YEARS[-1])),
        "whole page": lambda unit: opened(client, f"/units/{unit}/"),
    }
    report("one unit's page", timed(range(1, ROUNDS + 1), asked))


def all_units() -> None:
    """Look through all units of a year for those like the first one."""
    choices = [Selection(units=(unit,), years=(year,)) for unit, year in zip(range(1, 6), YEARS, strict=True)]
    asked: dict[str, Work] = {
        BARE: lambda one: ask(ALL_UNITS.format(year=one.years[0])),
        "similar units": lambda one: with_group(one, "like:"),
    }
    report("all units by code for one year", timed(choices, asked))


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


def timed(choices: Sequence[Any], asked: Mapping[str, Work]) -> dict[str, list[float]]:
    """Return how many milliseconds each question takes in each round.

    All are asked in every round, one after the other, so that a busy moment of the machine slows all of them alike;
    everything was asked once before.
    """
    times: dict[str, list[float]] = {name: [] for name in asked}
    for choice in choices:
        for work in asked.values():
            work(choice)
    for _round, choice in zip(range(ROUNDS), cycle(choices)):
        for name, work in asked.items():
            started = perf_counter()
            work(choice)
            times[name].append((perf_counter() - started) * 1000)
    return times


def report(title: str, times: Mapping[str, list[float]]) -> None:
    """Print each question's p50 and p95 as ratios to those of the bare SQL."""
    bare = times[BARE]
    print(f"{title}: bare SQL 1.0 (here p50 {p(50, bare):.1f} ms, p95 {p(95, bare):.1f} ms)")
    for name, taken in times.items():
        if name != BARE:
            half, most = (p(share, taken) / p(share, bare) for share in (50, 95))
            print(f"   {name:24} p50 {half:6.2f} ×   p95 {most:6.2f} ×   ({p(50, taken):.1f} ms)", flush=True)


def p(share: int, times: list[float]) -> float:
    """Return a percentile."""
    return quantiles(times, n=100, method="inclusive")[share - 1]


if __name__ == "__main__":
    assert os.environ.get("DJANGO_SETTINGS_MODULE"), "started by bench.comparison.main"
    measure()
