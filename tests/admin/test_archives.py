"""A ZIP is unpacked into its files, within limits, and as one disclosure where the clerk says so."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from disclosures.models import Job, Revision, RevisionFile
from tests.admin.documents import NAMELESS, budget
from tests.working import work

pytestmark = pytest.mark.django_db
UPLOAD = "/admin/disclosures/job/upload/"
UPLOAD_ONE = "/admin/disclosures/job/upload/one/"


def zipped(**files: str) -> SimpleUploadedFile:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return SimpleUploadedFile("全部.zip", packed.getvalue(), content_type="application/zip")


def send(client, *files):
    client.post(UPLOAD, {"documents": list(files)})
    work()


def stages():
    return dict(Job.objects.values_list("name", "stage"))


class TestAZip:
    def test_is_unpacked_into_files_with_their_folders(self, clerk):
        send(clerk, zipped(**{"水务/2023.txt": budget(year=2023), "水务/2024.txt": budget(year=2024)}))
        assert set(Job.objects.values_list("name", "folder", "stage")) == {
            ("2023.txt", "水务", "stored"),
            ("2024.txt", "水务", "stored"),
        }

    def test_cannot_lead_out_of_itself_and_brings_no_litter(self, clerk):
        send(clerk, zipped(**{"../../etc/甲.txt": budget(), "__MACOSX/x.txt": "x", ".hidden": "x"}))
        assert list(Job.objects.values_list("name", "folder")) == [("甲.txt", "etc")]
        assert RevisionFile.objects.get().file.name.startswith("filings/")

    @pytest.mark.parametrize(
        ("limit", "value", "word"), [("MAX_ARCHIVE_FILES", 1, "上限"), ("MAX_ARCHIVE_BYTES", 9, "超过")]
    )
    def test_over_a_limit_is_refused_whole(self, clerk, settings, limit, value, word):
        setattr(settings, limit, value)
        send(clerk, zipped(**{"甲.txt": budget(year=2023), "乙.txt": budget()}))
        assert stages() == {"全部.zip": "failed"}
        assert word in Job.objects.get().message

    @pytest.mark.parametrize("names", [("附表.txt", "正文.txt"), ("正文.txt", "附表.txt")])
    def test_of_one_disclosure_becomes_one_revision_and_the_nameless_part_follows_the_other(self, clerk, names):
        texts = {"附表.txt": NAMELESS, "正文.txt": budget()}
        packed = zipped(**{name: texts[name] for name in names})
        clerk.post(UPLOAD_ONE, {"documents": packed, "together": "on"})
        work()
        revision = Revision.objects.get()
        assert str(revision) == "青河市水务局 2024年预算 第1版"
        assert set(revision.files.values_list("name", flat=True)) == {"正文.txt", "附表.txt"}
        assert set(Job.objects.values_list("stage", "revision")) == {("stored", revision.pk)}

    def test_with_a_damaged_member_brings_in_the_others_and_names_it(self, clerk):
        years = {"水务/2023.txt": 2023, "水务/2024.txt": 2024, "2025.txt": 2025}
        packed = {name: budget(year=year) for name, year in years.items()}
        content = zipped(**packed).read()
        damaged = content.replace(budget().encode()[:40], b"?" * 40, 1)
        assert damaged != content
        send(clerk, SimpleUploadedFile("全部.zip", damaged, content_type="application/zip"))
        assert stages() == {"2023.txt": "stored", "2024.txt": "failed", "2025.txt": "stored"}
        failed = Job.objects.get(name="2024.txt")
        assert (failed.folder, failed.is_repeatable) == ("水务", False)
        assert "损坏" in failed.message
