"""Across all units: what the checks found, and what was to be achieved."""

import pytest
from django.test import Client

from disclosures.models import Revision, StatementTable


@pytest.fixture
def doubtful(draft: Revision) -> Revision:
    """The draft of the other fixture, published, with a hint and an indicator besides its error."""
    file = draft.files.create(name="b.pdf", sha256="f" * 64, media_type="application/pdf")
    table = StatementTable.objects.create(revision=draft, file=file, index=0, kind="performance_overall")
    draft.findings.create(code="arithmetic.rounding", severity="hint", message="尾差")
    unit = draft.disclosure.unit
    draft.indicators.create(
        table=table, unit=unit, fiscal_year=2023, level3="信号灯完好率", operator=">=", target="95", measure="%"
    )
    Revision.objects.filter(number=1).update(state="superseded")
    Revision.objects.filter(pk=draft.pk).update(state="published", published_at="2024-02-01T00:00:00Z")
    return draft


def test_errors_are_listed_with_a_link_and_hints_only_when_asked_for(reader: Client, doubtful: Revision) -> None:
    page = reader.get("/checks/").content.decode()
    assert "合计与明细不符" in page
    assert f"/disclosures/{doubtful.disclosure_id}/?tab=findings" in page
    assert "尾差</td>" not in page
    assert "尾差</td>" in reader.get("/checks/", {"severity": "hint"}).content.decode()


def test_drafts_are_not_checked_in_public(reader: Client, draft: Revision) -> None:
    assert "没有这样的检查结果" in reader.get("/checks/").content.decode()


@pytest.mark.parametrize(
    ("query", "found"), [({"unit": "信息中心"}, True), ({"unit": "别处"}, False), ({"year": "2020"}, False)]
)
def test_findings_are_narrowed_by_unit_and_year(
    reader: Client, doubtful: Revision, query: dict[str, str], found: bool
) -> None:
    assert ("合计与明细不符" in reader.get("/checks/", query).content.decode()) is found


def test_an_indicator_shows_its_sign_and_measure(reader: Client, doubtful: Revision) -> None:
    page = reader.get("/goals/", {"q": "信号灯"}).content.decode()
    assert "≥95%" in page
    assert "没有这样的绩效指标" in reader.get("/goals/", {"q": "路灯"}).content.decode()
