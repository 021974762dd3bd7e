"""A read file becomes one draft with everything it says, or nothing at all."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError

from disclosures.extraction.readings import Section
from disclosures.ingest import AlreadyFiled, IncompleteIdentity, ingest
from disclosures.ingest.recognised import recognised_fields
from disclosures.models import (
    Disclosure,
    Finding,
    LineItem,
    PerformanceIndicator,
    Project,
    Revision,
    RevisionFile,
    Unit,
)
from disclosures.recognition.statements import Identity
from disclosures.vocabulary import FactState
from tests.ingest.readings import IDENTITY, TABLE, fact, read

pytestmark = pytest.mark.django_db


def file_one(content: bytes = b"first file", **changes: object) -> Revision:
    return ingest(read(content, **changes), content=content, uploaded_by=None)


def stored_files() -> list[str]:
    """Return every file in the storage, by its path."""
    found, folders = [], ["filings"]
    for folder in folders:
        if default_storage.exists(folder):
            inside, files = default_storage.listdir(folder)
            folders += [f"{folder}/{name}" for name in inside]
            found += [f"{folder}/{name}" for name in files]
    return found


def test_a_file_becomes_the_first_draft_of_its_disclosure():
    revision = file_one()
    assert (revision.number, revision.state) == (1, Revision.State.DRAFT)
    assert str(revision.disclosure) == "青河市水务局 2024年预算"
    assert revision.disclosure.scope == "unit"


def test_amounts_are_kept_as_whole_fen_and_a_blank_is_not_zero():
    items = LineItem.objects.filter(revision=file_one()).order_by("column_number")
    assert [(item.amount_fen, item.amount, item.printed, item.state) for item in items] == [
        (1050600000, Decimal("10506000.00"), "1,050.60", FactState.PRINTED),
        (None, None, "—", FactState.BLANK),
    ]


def test_a_line_item_repeats_what_comparing_needs_and_knows_its_place():
    revision = file_one()
    item = LineItem.objects.get(state=FactState.PRINTED)
    assert (item.unit, item.disclosure_year, item.kind, item.scope) == (
        revision.disclosure.unit,
        2024,
        "budget",
        "unit",
    )
    assert (item.table_kind, item.page, item.box) == ("revenue_expenditure", 3, [60, 40, 100, 60])


def test_the_same_bytes_again_are_recognised_and_stored_once():
    first = file_one()
    with pytest.raises(AlreadyFiled) as refused:
        file_one()
    assert refused.value.revision == first
    assert (Revision.objects.count(), RevisionFile.objects.count()) == (1, 1)


def test_another_file_of_the_same_disclosure_is_its_next_revision():
    first, second = file_one(), file_one(b"second file")
    assert second.disclosure == first.disclosure
    assert (first.number, second.number) == (1, 2)


@pytest.mark.parametrize("missing", ["unit", "fiscal_year", "kind"])
def test_without_unit_year_or_kind_nothing_is_stored(missing):
    with pytest.raises(IncompleteIdentity) as refused:
        file_one(identity=replace(IDENTITY, **{missing: None}))
    assert refused.value.missing == (missing,)
    assert not Unit.objects.exists()


def test_a_year_that_cannot_be_is_asked_for():
    with pytest.raises(IncompleteIdentity) as refused:
        file_one(identity=replace(IDENTITY, fiscal_year=20244))
    assert refused.value.missing == ("fiscal_year",)


def test_a_failing_transaction_leaves_neither_rows_nor_a_file():
    before = stored_files()
    twice_the_same_index = (TABLE, TABLE)
    with pytest.raises(IntegrityError):
        file_one(b"fails", tables=twice_the_same_index)
    assert [model.objects.count() for model in (Unit, Disclosure, Revision, RevisionFile)] == [0, 0, 0, 0]
    assert stored_files() == before


def test_indicators_find_their_project_and_a_project_only_they_name_is_kept():
    file_one()
    assert set(Project.objects.values_list("name", "total_fen")) == {("河道清淤", 20_000_000), ("水质监测", None)}
    linked = PerformanceIndicator.objects.values_list("level3", "project__name")
    assert dict(linked) == {"清淤长度": "河道清淤", "监测次数": "水质监测"}


def test_findings_keep_their_amounts_as_text_and_their_table():
    finding = file_one().findings.get()
    assert (finding.expected, finding.actual, finding.difference) == ("2.00", "1.00", "-1.00")
    assert (finding.table.index, finding.pages, finding.boxes) == (0, [3], [[3, [1, 2, 3, 4]]])


@pytest.mark.parametrize(
    ("misread", "trouble"),
    [
        ({"amount": Decimal(10) ** 30}, "金额过大"),
        ({"fiscal_year": 202420252026}, "年度不明"),
        ({"function": "2080505", "economic": "30101", "item": None}, "同时带有"),
        ({"function": "2080505208050520805", "item": None}, "科目编码过长"),
        ({"amount": None}, "状态不符"),
        ({"table": 7}, "所属表格未识别"),
    ],
)
def test_a_fact_that_no_row_can_hold_is_a_finding_and_the_rest_is_stored(misread, trouble):
    revision = file_one(facts=(fact(), fact(**misread)), findings=())
    assert revision.line_items.count() == 1
    finding = Finding.objects.get()
    assert finding.code == "unread.unstorable"
    assert trouble in finding.message


def test_characters_that_postgresql_refuses_are_left_out():
    revision = file_one(sections=(Section(title="职责\x00", text="一\ud800二"),))
    assert list(revision.sections.values_list("title", "text")) == [("职责", "一?二")]


def test_a_heading_of_any_length_is_kept_whole():
    heading = "项" * 2000
    assert file_one(facts=(fact(heading=heading),)).line_items.get().heading == heading


def test_a_draft_remembers_how_its_identity_was_found():
    fields = recognised_fields(file_one().recognised)
    assert (fields["unit"].value, fields["unit"].confidence) == ("青河市水务局", 0.9)
    assert fields["unit"].source == "青河市水务局2024年单位预算"
    assert not fields["fiscal_year"].corrected


def test_what_a_person_gave_is_marked():
    corrections = Identity(fiscal_year=2023)
    content = b"corrected"
    given = read(content, replace(IDENTITY, fiscal_year=2023))
    revision = ingest(given, content=content, uploaded_by=None, corrections=corrections)
    fields = recognised_fields(revision.recognised)
    assert [name for name, field in fields.items() if field.corrected] == ["fiscal_year"]


@pytest.mark.parametrize("name", ["预算" * 200 + ".PDF", "../../etc/预算", "预算.no-ending!"])
def test_a_file_is_stored_by_its_content_whatever_its_name(name):
    source = replace(read().source, name=name)
    file = file_one(source=source).files.get()
    assert file.file.name.startswith(f"filings/{source.sha256[:2]}/{source.sha256}")
    assert file.name == name[-255:]
