"""Read the finance statements of a disclosure: one fact for each printed amount."""
