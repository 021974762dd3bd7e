"""What our pages rely on inside plotly's own script."""

import re
from pathlib import Path

import plotly

from tests.conftest import ROOT

SCRIPT = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"


def test_the_ids_that_keep_plotly_from_adding_styles_are_the_ones_it_looks_for() -> None:
    ids = re.findall(r'id="([^"]+)"', (ROOT / "templates/disclosures/partials/chart_styles.html").read_text("utf-8"))
    script = SCRIPT.read_text("utf-8")
    assert "no-inline-styles" in script
    assert len(ids) == 2
    assert all(re.sub("global$", "", name) in script for name in ids)
