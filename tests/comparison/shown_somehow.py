"""What a selection may show of the figures it selects, and how, for tests that take any."""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from disclosures.comparison.dimensions import Dimension
from disclosures.comparison.measures import Measure
from disclosures.comparison.selection import Chart, Level, MoneyScale, Order, Turn

SHOWN_SOMEHOW: Mapping[str, st.SearchStrategy[Any]] = {
    "order": st.sampled_from(Order),
    "turn": st.sampled_from(Turn),
    "dimension": st.sampled_from(Dimension),
    "measure": st.sampled_from(Measure),
    "level": st.sampled_from(Level),
    "money": st.sampled_from(MoneyScale),
    "chart": st.sampled_from(Chart),
    "summed": st.booleans(),
}
