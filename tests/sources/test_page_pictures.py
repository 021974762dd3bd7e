"""Pictures of pages are drawn once, kept, and stay in the browser; nobody sees a page of a hidden file."""

import io

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from PIL import Image

from disclosures.ingest import page_pictures
from disclosures.models import Revision, RevisionFile


@pytest.fixture
def file(sample: Revision) -> RevisionFile:
    kept = sample.files.get()
    page_pictures.remove_pictures(kept.sha256)
    return kept


def address(file: RevisionFile, page: int) -> str:
    return reverse("disclosures:page_picture", args=[file.pk, page])


def kept_names(file: RevisionFile) -> list[str]:
    return default_storage.listdir(f"page-pictures/{file.sha256[:2]}/{file.sha256}")[1]


def test_a_page_is_served_as_a_picture_of_twice_its_points(reader: Client, file: RevisionFile) -> None:
    answer = reader.get(address(file, 3))
    picture = Image.open(io.BytesIO(answer.content))
    size = page_pictures.size_of_page(file, 3)
    assert answer["Content-Type"] == "image/png"
    assert abs(picture.width - 2 * size.width) <= 1
    assert abs(picture.height - 2 * size.height) <= 1


def test_the_second_time_it_is_taken_from_where_it_is_kept(
    reader: Client, file: RevisionFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = reader.get(address(file, 3)).content
    monkeypatch.delattr(page_pictures, "page_picture")
    assert reader.get(address(file, 3)).content == first
    assert len(kept_names(file)) == 1


def test_the_browser_keeps_it_for_good_and_is_told_when_its_copy_is_right(reader: Client, file: RevisionFile) -> None:
    first = reader.get(address(file, 3))
    again = reader.get(address(file, 3), headers={"If-None-Match": first["ETag"]})
    assert "immutable" in first["Cache-Control"]
    assert "private" in first["Cache-Control"]
    assert (again.status_code, again.content) == (304, b"")


def test_a_picture_that_is_still_being_written_is_not_served(reader: Client, file: RevisionFile) -> None:
    whole = reader.get(address(file, 3)).content
    (name,) = kept_names(file)
    path = f"page-pictures/{file.sha256[:2]}/{file.sha256}/{name}"
    default_storage.delete(path)
    default_storage.save(path, ContentFile(whole[: len(whole) // 2]))
    assert reader.get(address(file, 3)).content == whole


def test_there_is_no_picture_of_a_page_that_is_not_there(reader: Client, file: RevisionFile) -> None:
    assert reader.get(address(file, 0)).status_code == 404
    assert reader.get(address(file, 999)).status_code == 404


def test_there_is_no_picture_of_a_file_without_pages(reader: Client, plain_text: Revision) -> None:
    assert reader.get(address(plain_text.files.get(), 1)).status_code == 404


def test_pages_of_hidden_files_are_not_served(reader: Client, client: Client, file: RevisionFile) -> None:
    assert client.get(address(file, 3)).status_code == 302
    Revision.objects.filter(pk=file.revision_id).update(state="withdrawn")
    assert reader.get(address(file, 3)).status_code == 404


def test_pictures_go_when_their_file_goes(reader: Client, file: RevisionFile) -> None:
    reader.get(address(file, 3))
    page_pictures.remove_pictures(file.sha256)
    assert kept_names(file) == []
