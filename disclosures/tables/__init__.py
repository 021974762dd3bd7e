"""Set results as tables: right-aligned figures, a sign for each kind of absence."""
