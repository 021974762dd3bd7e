"""A clerk uploads files; each is read on its own and says what became of it."""

import io
from typing import ClassVar

import pytest
from django.conf import settings
from django.urls import reverse
from openpyxl import Workbook
from pypdfium2 import PdfDocument

from disclosures.models import Job, Revision, RevisionFile
from tests.admin.documents import NAMELESS, budget, upload

pytestmark = pytest.mark.django_db
UPLOAD = "/admin/disclosures/job/upload/"
UPLOAD_ONE = "/admin/disclosures/job/upload/one/"


def send(client, *files):
    return client.post(UPLOAD, {"documents": list(files)})


def outcomes(answer):
    return [(outcome.name, outcome.level) for outcome in answer.context["outcomes"]]


def blank_pdf() -> bytes:
    """A page with nothing on it, as a scanner makes: no text to read."""
    document, pages = PdfDocument.new(), io.BytesIO()
    document.new_page(595, 842)
    document.save(pages)
    return pages.getvalue()


def test_the_first_page_leads_to_the_upload(clerk):
    page = clerk.get("/admin/").content.decode()
    assert "上传公开文件" in page
    assert UPLOAD in page
    assert "没有待核对的草稿" in page


def test_an_uploaded_file_becomes_a_draft_to_review(clerk):
    answer = send(clerk, upload(budget()))
    assert outcomes(answer) == [("预算.txt", "success")]
    revision = Revision.objects.get()
    assert str(revision) == "青河市水务局 2024年预算 第1版"
    assert revision.state == Revision.State.DRAFT
    assert reverse("admin:disclosures_revision_review", args=[revision.pk]) in answer.content.decode()


def test_several_files_at_once_and_a_bad_one_does_not_stop_the_others(clerk):
    answer = send(
        clerk,
        upload(budget(year=2023), "甲.txt"),
        upload("", "空.txt"),
        upload(budget(year=2024), "乙.txt"),
    )
    assert outcomes(answer) == [("甲.txt", "success"), ("空.txt", "error"), ("乙.txt", "success")]
    assert Revision.objects.count() == 2


def test_a_script_sends_one_file_and_gets_its_row(clerk):
    answer = clerk.post(UPLOAD_ONE, {"documents": upload(budget())})
    assert "已识别为 青河市水务局 2024年预算 第1版" in answer.content.decode()
    assert clerk.post(UPLOAD_ONE, {}).status_code == 400


def test_the_same_file_again_leads_to_the_revision_it_is_in(clerk):
    send(clerk, upload(budget()))
    answer = send(clerk, upload(budget(), "副本.txt"))
    assert outcomes(answer) == [("副本.txt", "warning")]
    assert "该文件已存在：青河市水务局 2024年预算 第1版（草稿）" in answer.content.decode()
    assert (RevisionFile.objects.count(), Job.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("空.pdf", b""),
        ("损坏.pdf", b"%PDF-1.7\nthis is no PDF at all"),
        ("图片.png", b"\x89PNG\r\n\x1a\n" + bytes(64)),
        ("压缩.zip", b"PK\x03\x04" + bytes(64)),
        ("扫描.pdf", blank_pdf()),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_what_to_do_and_not_kept(clerk, name, content):
    sent = upload("", name)
    sent.file = io.BytesIO(content)
    sent.size = len(content)
    answer = send(clerk, sent)
    assert outcomes(answer) == [(name, "error")]
    job = Job.objects.get()
    assert (job.stage, job.file.name, job.revision) == (Job.Stage.FAILED, "", None)
    assert job.name in answer.content.decode()
    assert job.message in answer.content.decode()
    assert len(job.message) > 10


def test_a_file_over_the_limit_is_refused_unread(clerk, settings):
    settings.MAX_UPLOAD_BYTES = 10
    answer = send(clerk, upload(budget(), "大.txt"))
    assert outcomes(answer) == [("大.txt", "error")]
    assert "上限" in Job.objects.get().message


def test_more_files_than_one_go_may_bring_are_refused(clerk):
    files = [upload(budget(year=2000 + n), f"{n}.txt") for n in range(settings.MAX_UPLOAD_FILES + 1)]
    answer = send(clerk, *files)
    assert "请分批上传" in answer.content.decode()
    assert not Job.objects.exists()


def test_an_empty_workbook_is_not_kept(clerk):
    book = io.BytesIO()
    Workbook().save(book)
    sent = upload("", "空.xlsx")
    sent.file, sent.size = io.BytesIO(book.getvalue()), len(book.getvalue())
    assert outcomes(send(clerk, sent)) == [("空.xlsx", "error")]


def test_a_name_cannot_carry_markup_or_a_path(clerk):
    answer = send(clerk, upload(budget(), "<b>甲</b>.txt"))
    page = answer.content.decode()
    assert "<b>" not in page.partition('id="content"')[2]
    assert RevisionFile.objects.get().file.name.startswith("filings/")


def test_a_reader_may_not_upload(sign_in):
    reader = sign_in("浏览")
    assert reader.get(UPLOAD).status_code == 302
    assert reader.post(UPLOAD_ONE, {"documents": upload(budget())}).status_code == 302
    assert not Job.objects.exists()


def test_a_reviewer_may_not_upload(reviewer):
    assert reviewer.get(UPLOAD).status_code == 403


class TestAFileThatDoesNotSayWhoseItIs:
    ANSWER: ClassVar = {
        "unit": "青河市水务局",
        "region": "青河市",
        "fiscal_year": 2024,
        "kind": "budget",
        "scope": "unit",
    }

    @pytest.fixture
    def job(self, clerk):
        assert outcomes(send(clerk, upload(NAMELESS, "附表.txt"))) == [("附表.txt", "warning")]
        return Job.objects.get()

    def test_waits_with_its_file(self, job):
        assert job.stage == Job.Stage.NEEDS_IDENTITY
        assert job.file.storage.exists(job.file.name)
        assert "单位" in job.message

    def test_waits_under_a_name_that_every_file_system_takes(self, clerk):
        send(clerk, upload(NAMELESS, "附表" * 120 + ".txt"))
        assert Job.objects.get().file.name.startswith("waiting/")

    def test_is_recognised_when_it_comes_again(self, clerk, job):
        assert outcomes(send(clerk, upload(NAMELESS, "又一份.txt"))) == [("又一份.txt", "warning")]
        assert Job.objects.count() == 1

    def test_is_read_again_as_what_the_clerk_says(self, clerk, job):
        waiting = job.file.name
        page = reverse("admin:disclosures_job_complete", args=[job.pk])
        assert "请确认" in clerk.get(page).content.decode()
        answer = clerk.post(page, self.ANSWER)
        revision = Revision.objects.get()
        assert answer.url == reverse("admin:disclosures_revision_review", args=[revision.pk])
        assert str(revision.disclosure) == "青河市水务局 2024年预算"
        assert set(revision.line_items.values_list("fiscal_year", flat=True)) == {2024}
        job.refresh_from_db()
        assert (job.stage, job.revision, job.file.name) == (Job.Stage.STORED, revision, "")
        assert not RevisionFile.objects.get().file.storage.exists(waiting)

    def test_an_incomplete_answer_is_asked_for_again(self, clerk, job):
        page = reverse("admin:disclosures_job_complete", args=[job.pk])
        answer = clerk.post(page, self.ANSWER | {"unit": " ", "fiscal_year": "24"})
        assert "请填写单位名称" in answer.content.decode()
        assert not Revision.objects.exists()

    def test_can_be_given_up(self, clerk, job):
        waiting, storage = job.file.name, job.file.storage
        clerk.post(reverse("admin:disclosures_job_drop", args=[job.pk]))
        assert not Job.objects.exists()
        assert not storage.exists(waiting)
