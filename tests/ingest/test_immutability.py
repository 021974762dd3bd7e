"""What a published revision says never changes again."""

import pytest
from django.utils import timezone

from disclosures.ingest import ingest, publish
from disclosures.models import FiledContentChanged, Finding, LineItem, Revision, Section
from tests.ingest.readings import fact, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def published():
    return publish(ingest(read(), content=b"first file", uploaded_by=None), by=None)


@pytest.mark.parametrize(
    "content", ["tables", "line_items", "projects", "indicators", "figures", "sections", "findings", "files"]
)
def test_content_is_neither_saved_nor_deleted_nor_updated(published, content):
    row = getattr(published, content).first()
    for change in (row.save, row.delete, getattr(published, content).all().delete):
        with pytest.raises(FiledContentChanged):
            change()
    with pytest.raises(FiledContentChanged):
        getattr(published, content).update(revision=published)


def test_nothing_is_added(published):
    with pytest.raises(FiledContentChanged):
        Section.objects.bulk_create([Section(revision=published, title="新", text="新")])
    with pytest.raises(FiledContentChanged):
        Section.objects.create(revision=published, title="新", text="新")


def test_the_revision_itself_is_neither_deleted_nor_moved(published):
    published.number = 7
    for change in (published.save, published.delete, Revision.objects.all().delete):
        with pytest.raises(FiledContentChanged):
            change()
    with pytest.raises(FiledContentChanged):
        Revision.objects.update(number=7)


def test_a_published_revision_is_never_a_draft_again(published):
    published.state = Revision.State.DRAFT
    with pytest.raises(FiledContentChanged):
        published.save()
    with pytest.raises(FiledContentChanged):
        Revision.objects.update(state=Revision.State.DRAFT)


def test_a_draft_may_change():
    draft = ingest(read(facts=(fact(),)), content=b"first file", uploaded_by=None)
    draft.line_items.update(heading="更正")
    assert LineItem.objects.get().heading == "更正"
    draft.delete()
    assert not LineItem.objects.exists()


def test_a_finding_of_a_later_check_is_added_with_its_date_and_may_be_solved_but_not_reworded(published):
    with pytest.raises(FiledContentChanged):
        Finding.objects.bulk_create([Finding(revision=published, code="sum", severity="error", message="不符")])
    Finding.objects.bulk_create(
        [Finding(revision=published, code="sum", severity="error", message="不符", found_at=timezone.now())]
    )
    found = published.findings.filter(code="sum")
    assert found.update(solved_at=timezone.now()) == 1
    with pytest.raises(FiledContentChanged):
        found.update(message="相符", solved_at=None)
