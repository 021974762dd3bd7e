"""Judge printed results against printed targets: one judge for the checks of a file and for the pages about it."""
