"""Collect of plotly's folder only what pages load."""

from django.contrib.staticfiles.apps import StaticFilesConfig


class StaticFiles(StaticFilesConfig):
    # The wheel's folder also holds sample data and a notebook's bundle: 5 MB that no page asks for.
    ignore_patterns = [  # noqa: RUF012 Django declares it as an instance's
        *StaticFilesConfig.ignore_patterns,
        "widgetbundle.js",
        "datasets",
        "templates/*.json",
    ]
