"""Read what a disclosure says in prose: its sections, amounts, shares and counts, and projects it names."""
