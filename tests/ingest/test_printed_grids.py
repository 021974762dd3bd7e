"""A grid survives the database: texts, spans, page and box."""

from disclosures.evidence import Cell, Grid
from disclosures.ingest import grid_as_printed, grids_as_stored
from tests.ingest.readings import GRID


def test_a_grid_comes_back_as_it_was_printed():
    assert grids_as_stored(grid_as_printed([GRID])) == (GRID,)


def test_a_grid_without_a_page_comes_back_too():
    plain = Grid(((Cell("a"), Cell("")),))
    assert grids_as_stored(grid_as_printed([plain, GRID])) == (plain, GRID)
