"""Find where the counts are printed that amounts are divided by: in the text of the same files."""

from __future__ import annotations

from collections.abc import Mapping

from disclosures.comparison.measures import COUNTED, DEFINITIONS
from disclosures.comparison.result import Comparison
from disclosures.models import Figure


def counted_figures(result: Comparison) -> Mapping[int, int]:
    """Return by revision the figure in its text that the measure divides by; nothing where it divides by none."""
    topics = [topic for name, topic in COUNTED.items() if name in DEFINITIONS[result.selection.measure].uses]
    revisions = [column.revision for column in result.columns if column.revision is not None]
    figures = Figure.objects.of_revisions(revisions).on_topics(topics) if topics else ()
    return {figure.revision_id: figure.pk for figure in figures}
