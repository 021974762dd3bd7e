"""Projects, indicators and figures of the text are corrected like amounts: what was read is kept, and counts again."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosures.ingest import ingest, publish, replace_content, store_rereading
from disclosures.ingest.corrections import Value, take_back
from disclosures.ingest.publication import EVERYTHING
from disclosures.models import Correction, Finding, PerformanceIndicator, ProjectSeries, Revision
from disclosures.models.corrected_fields import FIELDS
from disclosures.models.corrected_fields import CorrectedField as Field
from disclosures.models.corrections import Subject
from disclosures.sources.addresses import source_address
from disclosures.vocabulary import Operator, Verdict
from tests.sources.reviewed import put_right, review, row

pytestmark = pytest.mark.django_db

CORRECTED: Mapping[tuple[str, Field], Value] = {
    ("project", Field.NAME): "河道疏浚",
    ("project", Field.TOTAL): Decimal("210000.00"),
    ("project", Field.APPROVED): Decimal("210000.00"),
    ("project", Field.REVISED): Decimal("190000.00"),
    ("project", Field.EXECUTED): None,
    ("project", Field.EXECUTION_RATE): Decimal("95.5"),
    ("project", Field.SCORE): None,
    ("project", Field.ANNUAL_GOAL): "清淤十六公里",
    ("indicator", Field.LEVEL3): "河道清淤长度",
    ("indicator", Field.TARGET): "≥16公里",
    ("indicator", Field.ACTUAL): "",
    ("indicator", Field.WEIGHT): Decimal(12),
    ("indicator", Field.SCORE): Decimal(9),
    ("indicator", Field.DEVIATION_REASON): "汛期停工",
    ("figure", Field.VALUE): Decimal("10560000"),
}


def said(subject: Subject) -> dict[str, Any]:
    """All columns of a row as the database has them."""
    return type(subject)._default_manager.filter(pk=subject.pk).values().get()


def test_every_field_that_can_be_corrected_is_tried() -> None:
    assert set(CORRECTED) == {(target, one) for target in FIELDS if target != "line_item" for one in FIELDS[target]}


@pytest.mark.parametrize(("target", "field"), CORRECTED, ids=lambda one: str(one))
def test_the_corrected_value_counts_and_the_one_read_is_kept(
    filed: Revision, person: User, target: str, field: Field
) -> None:
    before, value = said(row(filed, target)), CORRECTED[target, field]
    read_before = getattr(row(filed, target), field)
    correction = put_right(row(filed, target), field, value, person)
    after = row(filed, target)
    counts = getattr(after, field)
    assert (Decimal(counts) if field == Field.VALUE else counts) == value
    assert after.reading(field) == read_before
    assert correction.subject == after
    take_back(correction, by=person)
    assert said(row(filed, target)) == before


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(sorted(CORRECTED)), st.booleans()), max_size=8))
def test_whatever_is_corrected_and_taken_back_the_row_says_what_stands(
    filed: Revision, person: User, steps: list[tuple[tuple[str, Field], bool]]
) -> None:
    with transaction.atomic():
        before = {target: said(row(filed, target)) for target in ("project", "indicator", "figure")}
        for (target, field), back in steps:
            correction = put_right(row(filed, target), Field(field), CORRECTED[target, Field(field)], person)
            if back:
                take_back(correction, by=person)
        for target in before:
            standing = {one.field for one in Correction.objects.standing().of_subject(row(filed, target))}
            assert set(row(filed, target).as_read) == standing
        for correction in Correction.objects.standing():
            take_back(correction, by=person)
        assert {target: said(row(filed, target)) for target in before} == before
        transaction.set_rollback(True)


def test_a_corrected_result_is_judged_anew_and_found_by_its_words(filed: Revision, person: User) -> None:
    assert row(filed, "indicator").verdict == Verdict.MISSED
    put_right(row(filed, "indicator"), Field.ACTUAL, "18公里", person)
    assert row(filed, "indicator").verdict == Verdict.MET
    assert PerformanceIndicator.objects.speaking_of("18公里").count() == 1
    assert PerformanceIndicator.objects.judged(Verdict.MISSED).count() == 0


def test_a_corrected_target_is_read_with_its_sign_and_its_unit(filed: Revision, person: User) -> None:
    put_right(row(filed, "indicator"), Field.TARGET, "≤9公里", person)
    after = row(filed, "indicator")
    assert (after.operator, after.target_number, after.measure) == (Operator.AT_MOST, Decimal(9), "公里")
    put_right(row(filed, "indicator"), Field.TARGET, "15", person)
    after = row(filed, "indicator")
    assert (after.operator, after.target_number, after.measure) == (Operator.AT_LEAST, Decimal(15), "公里")


def test_points_are_added_up_as_corrected(filed: Revision, person: User) -> None:
    put_right(row(filed, "indicator"), Field.SCORE, Decimal(4), person)
    assert [won_and_lost[2:4] for won_and_lost in PerformanceIndicator.objects.points_by_level()] == [(10, 6)]


def test_a_project_is_called_by_its_corrected_name_over_the_years(filed: Revision, person: User) -> None:
    correction = put_right(row(filed, "project"), Field.NAME, "河道疏浚", person)
    assert ProjectSeries.objects.get().name == "河道疏浚"
    take_back(correction, by=person)
    assert ProjectSeries.objects.get().name == "河道清淤"


def test_a_clerk_corrects_in_the_source_view_and_it_shows_wherever_the_row_does(clerk: Client, filed: Revision) -> None:
    indicator, project = row(filed, "indicator"), row(filed, "project")
    for subject, field, value in ((indicator, "actual", "18公里"), (project, "name", "河道疏浚")):
        page = clerk.get(source_address(subject)).content.decode()
        assert f'action="{source_address(subject)}correct/"' in page
        wanted = {"field": field, "value": value, "cause": "source_error", "reason": "原文漏了一位"}
        assert clerk.post(f"{source_address(subject)}correct/", wanted).status_code == 302
    series = ProjectSeries.objects.get()
    shown = {
        source_address(indicator): "10公里",
        source_address(project): "河道清淤",
        reverse("disclosures:indicators"): "10公里",
        reverse("disclosures:indicator", args=[indicator.pk]): "10公里",
        reverse("disclosures:projects"): "河道清淤",
        reverse("disclosures:project", args=[series.pk]): "10公里",
        reverse("disclosures:unit", args=[filed.disclosure.unit_id]): "河道清淤",
        f"{reverse('disclosures:disclosure', args=[filed.disclosure_id])}?tab=indicators": "10公里",
        f"{reverse('disclosures:disclosure', args=[filed.disclosure_id])}?tab=projects": "河道清淤",
    }
    for address, printed in shown.items():
        page = clerk.get(address).content.decode()
        assert f"已更正，原文为“{printed}”" in page, address


@pytest.mark.parametrize(
    ("target", "wrong"),
    [
        ("project", {"field": "name", "value": ""}),
        ("project", {"field": "total", "value": "约二十万"}),
        ("project", {"field": "score", "value": "9" * 12}),
        ("project", {"field": "actual", "value": "1"}),
        ("indicator", {"field": "actual", "value": ""}),
        ("indicator", {"field": "level3", "value": "", "is_blank": "on"}),
        ("figure", {"field": "value", "value": "很多"}),
        ("figure", {"field": "amount", "value": "1"}),
    ],
)
def test_what_is_unclear_is_asked_again(clerk: Client, filed: Revision, target: str, wrong: dict[str, str]) -> None:
    sent = {"cause": "edit", "reason": "统一写法"} | wrong
    assert clerk.post(f"{source_address(row(filed, target))}correct/", sent).status_code == 200
    assert not Correction.objects.exists()


def test_a_cell_that_is_really_blank_becomes_a_gap_and_no_zero(clerk: Client, filed: Revision) -> None:
    sent = {"field": "executed", "value": "", "is_blank": "on", "cause": "reading_error", "reason": "此格空白"}
    assert clerk.post(f"{source_address(row(filed, 'project'))}correct/", sent).status_code == 302
    assert row(filed, "project").executed is None


def test_who_may_only_read_corrects_nothing(reader: Client, filed: Revision) -> None:
    for target in ("project", "indicator", "figure"):
        address = source_address(row(filed, target))
        assert "correct/" not in reader.get(address).content.decode()
        assert reader.post(f"{address}correct/", {"field": "value"}).status_code == 403


def test_corrections_are_carried_over_to_a_newer_reading_and_none_is_lost_silently(
    filed: Revision, person: User
) -> None:
    for target, field in CORRECTED:
        put_right(row(filed, target), field, CORRECTED[target, field], person)
    (file,) = filed.files.all()
    draft = store_rereading(filed, [(file, review(figures=()))], by=person)
    for target in ("project", "indicator"):
        assert said(row(draft, target))["as_read"] == said(row(filed, target))["as_read"]
        assert Correction.objects.of_subject(row(draft, target)).count() == len(FIELDS[target])
    lost = Finding.objects.filter(revision=draft, code="correction.lost")
    assert [one.message.split("：")[1].split()[0] for one in lost] == ["total_revenue"]
    before = Correction.objects.made_public().count()
    publish(draft, by=None, despite=EVERYTHING)
    assert Correction.objects.made_public().count() == before


def test_corrections_of_a_draft_stay_when_it_is_read_again(person: User) -> None:
    draft = ingest(review(), content=b"first file", uploaded_by=None)
    put_right(row(draft, "project"), Field.NAME, "河道疏浚", person)
    put_right(row(draft, "indicator"), Field.ACTUAL, "18公里", person)
    replace_content(draft, [(draft.files.get(), review())], corrections=None, by=None)
    assert row(draft, "project").name == "河道疏浚"
    assert row(draft, "indicator").verdict == Verdict.MET
    assert Correction.objects.standing().of_revisions([draft]).count() == 2


def test_a_correction_is_of_exactly_one_thing_and_of_a_field_that_this_has(filed: Revision) -> None:
    project, indicator = row(filed, "project"), row(filed, "indicator")
    why = {"revision": filed, "cause": "edit", "reason": "统一写法"}
    for wrong in (
        {"field": "name"},
        {"field": "score", "project": project, "indicator": indicator},
        {"field": "amount", "project": project},
        {"field": "name", "project": project, "value_fen": 1},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Correction.objects.create(**why, **wrong)
