"""Across all units: what was to be achieved."""

import pytest
from django.test import Client

from disclosures.models import Revision, StatementTable


@pytest.fixture
def with_goals(draft: Revision) -> Revision:
    """The draft of the other fixture, published, with an indicator."""
    file = draft.files.create(name="b.pdf", sha256="f" * 64, media_type="application/pdf")
    table = StatementTable.objects.create(revision=draft, file=file, index=0, kind="performance_overall")
    unit = draft.disclosure.unit
    draft.indicators.create(
        table=table, unit=unit, fiscal_year=2023, level3="信号灯完好率", operator=">=", target="95", measure="%"
    )
    Revision.objects.filter(number=1).update(state="superseded")
    Revision.objects.filter(pk=draft.pk).update(state="published", published_at="2024-02-01T00:00:00Z")
    return draft


def test_an_indicator_shows_its_sign_and_measure(reader: Client, with_goals: Revision) -> None:
    page = reader.get("/goals/", {"q": "信号灯"}).content.decode()
    assert "≥95%" in page
    assert "没有这样的绩效指标" in reader.get("/goals/", {"q": "路灯"}).content.decode()
