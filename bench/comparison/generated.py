"""Fill a database with generated disclosures by SQL alone: 2,000 units, five years, some 500 line items each."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from django.db import connection

YEARS = (2020, 2021, 2022, 2023, 2024)
ITEMS_A_DISCLOSURE = 500

# Five classes, each with two sections and two items: the 25 codes that the comparison asks for.
CLASSES = {"205": ("02", "08"), "208": ("05", "07"), "210": ("11", "04"), "214": ("01", "06"), "221": ("02", "03")}
CODES = tuple(
    itertools.chain.from_iterable(
        (code, code + first, code + first + "01", code + second, code + second + "01")
        for code, (first, second) in CLASSES.items()
    )
)
ECONOMIC = tuple(f"30{group}{item:02}" for group in (1, 2) for item in range(1, 31))
NATURES = ("", "basic", "project")
SOURCES = ("total", "general_public", "service_revenue", "other_revenue")
THREE_PUBLIC = ("three_public", "overseas_travel", "vehicles", "vehicle_purchase", "vehicle_operation", "reception")


class Cell(NamedTuple):
    """One line item of the pattern that every disclosure repeats with amounts of its own."""

    table_index: int
    row_number: int
    column_number: int
    direction: str = "expenditure"
    fund: str = "all"
    nature: str = ""
    function: str = ""
    economic: str = ""
    item: str = ""


# The tables of a disclosure in their order; each takes its cells from the function below of its name.
TABLES = (
    "revenue_expenditure",
    "revenue",
    "expenditure",
    "appropriation",
    "general_public_expenditure",
    "basic_expenditure_departmental",
    "three_public",
    "procurement",
    "general_public_economic",
)


def pattern() -> list[Cell]:
    """Return the cells of one disclosure, as many as are wanted; the last table takes up the rest."""
    cells = [*_summary(0), *_revenue(1), *_by_code(2, "all"), *_summary(3, "fiscal")]
    cells += [*_by_code(4, "general_public"), *_economic(5), *_listed(6, THREE_PUBLIC)]
    cells += _listed(7, ("procurement", "procurement_goods", "procurement_services"))
    rest = itertools.islice(_economic_by_nature(8), ITEMS_A_DISCLOSURE - len(cells))
    return [*cells, *rest]


def _summary(table: int, fund: str = "all") -> Iterator[Cell]:
    totals = ("current_year_total", "total")
    for row, item in enumerate((*SOURCES[1:], *totals)):
        yield Cell(table, row, 1, direction="revenue", fund=fund, item=item)
    for row, code in enumerate(code for code in CODES if len(code) == 3):
        yield Cell(table, row, 3, fund=fund, function=code)
    for row, item in enumerate(totals, start=20):
        yield Cell(table, row, 3, fund=fund, item=item)


def _by_code(table: int, fund: str) -> Iterator[Cell]:
    for row, code in enumerate(("", *CODES)):
        for column, nature in enumerate(NATURES):
            item = "" if code else "total"
            yield Cell(table, row, column, fund=fund, nature=nature, function=code, item=item)


def _revenue(table: int) -> Iterator[Cell]:
    for row, code in enumerate(("", *CODES)):
        for column, item in enumerate(SOURCES):
            yield Cell(table, row, column, direction="revenue", function=code, item=item)


def _economic(table: int) -> Iterator[Cell]:
    yield Cell(table, 0, 1, fund="general_public", nature="basic", item="total")
    for row, code in enumerate(ECONOMIC, start=1):
        yield Cell(table, row, 1, fund="general_public", nature="basic", economic=code)


def _economic_by_nature(table: int) -> Iterator[Cell]:
    for row, code in enumerate(ECONOMIC):
        for column, nature in enumerate(NATURES):
            yield Cell(table, row, column, fund="general_public", nature=nature, economic=code)


def _listed(table: int, items: Sequence[str]) -> Iterator[Cell]:
    for row, item in enumerate(items):
        yield Cell(table, row, 1, fund="general_public", item=item)


def fill(units: int) -> int:
    """Publish so many units' budgets, and return how many line items there are."""
    with connection.cursor() as cursor:
        _keep(cursor, "bench_unit", ["id bigint"], [(number,) for number in range(1, units + 1)])
        _keep(cursor, "bench_year", ["year integer"], [(year,) for year in YEARS])
        _keep(cursor, "bench_table", ["place integer", "kind varchar(40)"], list(enumerate(TABLES)))
        _keep(cursor, "bench_cell", [f"{name} {_type(name)}" for name in Cell._fields], pattern())
        with _indexes_made_afterwards(cursor, "disclosures_lineitem"):
            for statement in STATEMENTS:
                cursor.execute(statement.replace("JSON", JSON[connection.vendor]))
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE")  # as its own maintenance does within the hour
        cursor.execute("SELECT COUNT(*) FROM disclosures_lineitem")
        counted: int = cursor.fetchone()[0]
        for table in ("unit", "year", "table", "cell"):
            cursor.execute(f"DROP TABLE bench_{table}")
    return counted


def _type(field: str) -> str:
    return "bigint" if field in ("table_index", "row_number", "column_number") else "varchar(40)"


def _keep(cursor: Any, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    cursor.execute(f"CREATE TEMPORARY TABLE {table} ({', '.join(columns)})")
    cursor.executemany(f"INSERT INTO {table} VALUES ({', '.join(['%s'] * len(columns))})", rows)


@contextmanager
def _indexes_made_afterwards(cursor: Any, table: str) -> Iterator[None]:
    """Drop a table's indexes and make them again at the end: sorting once is many times faster."""
    cursor.execute(INDEXES[connection.vendor], [table])
    indexes = cursor.fetchall()
    for name, _definition in indexes:
        cursor.execute(f'DROP INDEX "{name}"')
    yield
    for _name, definition in indexes:
        cursor.execute(definition)


INDEXES = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = %s AND sql IS NOT NULL",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s AND indexname NOT LIKE '%%_pkey'",
}
JSON = {"sqlite": "TEXT", "postgresql": "JSONB"}

# A disclosure, its only revision and that one's file share one id, so that no statement has to look one up.
FILED = f"(u.id - 1) * {len(YEARS)} + y.year - {YEARS[0]} + 1"
TABLE = f"({FILED} - 1) * {len(TABLES)} + t.place + 1"
NONE = "CAST('[]' AS JSON)"
# Amounts up to a hundred million yuan in whole hundredths of 万元, no two disclosures alike.
FEN = "(u.id * 7919 + y.year * 104729 + c.table_index * 15485863 + c.row_number * 32452843 + 7) % 1000000 * 10000"
STATEMENTS = (
    "INSERT INTO disclosures_fiscalyear (year) SELECT year FROM bench_year",
    """INSERT INTO disclosures_unit (id, name, key, initials, code, region, type)
    SELECT id, 'unit ' || id, 'unit ' || id, 'unit' || id, '', 'region ' || id % 40, '' FROM bench_unit""",
    f"""INSERT INTO disclosures_disclosure (id, unit_id, fiscal_year_id, kind, scope)
    SELECT {FILED}, u.id, y.year, 'budget', 'unit' FROM bench_unit u CROSS JOIN bench_year y""",
    """INSERT INTO disclosures_revision
    (id, disclosure_id, number, state, parser_version, recognised, uploaded_at, published_at)
    SELECT id, id, 1, 'published', 'bench', CAST('{}' AS JSON), CURRENT_TIMESTAMP, CURRENT_TIMESTAMP
    FROM disclosures_disclosure""",
    """INSERT INTO disclosures_revisionfile (id, revision_id, file, name, sha256, media_type)
    SELECT id, id, '', 'a.pdf', CAST(id AS TEXT), 'application/pdf' FROM disclosures_revision""",
    f"""INSERT INTO disclosures_statementtable
    (id, revision_id, file_id, "index", kind, title, label, money_unit, pages, declared_empty, captions, notes, grid)
    SELECT {TABLE}, {FILED}, {FILED}, t.place, t.kind, t.kind, '', '万元', {NONE}, FALSE, {NONE}, {NONE}, {NONE}
    FROM bench_unit u CROSS JOIN bench_year y CROSS JOIN bench_table t""",
    f"""INSERT INTO disclosures_lineitem
    (revision_id, table_id, unit_id, disclosure_year, kind, scope, fiscal_year, table_kind, direction, phase, fund,
     nature, function, name_function, economic, item, heading, "column", amount_fen, printed, state, page, box,
     "row", column_number)
    SELECT {FILED}, {TABLE}, u.id, y.year, 'budget', 'unit', y.year, t.kind, c.direction, 'approved', c.fund,
     c.nature, c.function, '', c.economic, c.item, c.function || c.economic || c.item, '', {FEN},
     CAST({FEN} / 1000000.0 AS TEXT), 'printed', t.place + 1, CAST('[72.0, 100.5, 180.0, 112.5]' AS JSON),
     c.row_number, c.column_number
    FROM bench_unit u CROSS JOIN bench_year y CROSS JOIN bench_table t JOIN bench_cell c ON c.table_index = t.place""",
)
