"""Load the site as a worker does, in the process from which the tests' workers are forked; it asks no database."""

import django

django.setup()

import disclosures.management.commands.worker  # noqa: E402, F401 - models only load once Django is set up
