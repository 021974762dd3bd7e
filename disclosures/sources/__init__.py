"""Lead every figure back to where it was printed: the page, the cell, its headings and its neighbours."""
