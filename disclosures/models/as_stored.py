"""Give values as the database's driver does: numbers and texts need no converting, and thousands of them add up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet


def rows_as_stored(asked: QuerySet[Any, Any]) -> list[tuple[Any, ...]]:
    """Return the rows that ``values_list`` would; what is true or false is 1 or 0 where the database says so."""
    return [row for rows in some_as_stored(asked, ALL) for row in rows]


def some_as_stored(asked: QuerySet[Any, Any], at_a_time: int) -> Iterator[list[tuple[Any, ...]]]:
    """Yield them some at a time; Django's own way would fetch all before it gives the first."""
    try:
        statement, parameters = asked.query.sql_with_params()
    except EmptyResultSet:  # what is among no values needs no asking
        return
    with connections[asked.db].cursor() as cursor:
        cursor.execute(statement, parameters)
        while rows := cursor.fetchmany(at_a_time):
            yield rows


# More rows than any question brings.
ALL = 1_000_000
