"""Read performance tables: projects with their funds and goals, indicators with targets and results."""
