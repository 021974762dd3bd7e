"""A clerk uploads files; each is queued, read in the background and says what became of it."""

import io
from typing import ClassVar

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook
from pypdfium2 import PdfDocument

from disclosures.models import Job, Revision, RevisionFile
from tests.admin.documents import NAMELESS, budget, upload
from tests.working import work

pytestmark = pytest.mark.django_db
UPLOAD = "/admin/disclosures/job/upload/"
UPLOAD_ONE = "/admin/disclosures/job/upload/one/"
PROGRESS = "/admin/disclosures/job/upload/progress/"


def send(client, *files):
    answer = client.post(UPLOAD, {"documents": list(files)})
    work()
    return answer


def stages():
    return dict(Job.objects.values_list("name", "stage"))


def desk(client) -> str:
    return client.get(UPLOAD).content.decode()


def outcomes(answer):
    return [(outcome.job.name, outcome.level) for outcome in answer.context["outcomes"]]


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


def test_an_uploaded_file_is_listed_at_once_with_what_its_name_says_and_read_afterwards(clerk):
    clerk.post(UPLOAD, {"documents": [upload(budget(), "青河市水务局2024年预算.txt")]})
    shown = desk(clerk)
    assert "等待后台读取" in shown
    assert 'value="青河市水务局"' in shown
    assert not Revision.objects.exists()
    work()
    revision = Revision.objects.get()
    assert (str(revision), revision.state) == ("青河市水务局 2024年预算 第1版", Revision.State.DRAFT)
    assert reverse("admin:disclosures_revision_review", args=[revision.pk]) in desk(clerk)


def test_several_files_at_once_and_a_bad_one_does_not_stop_the_others(clerk):
    send(clerk, upload(budget(year=2023), "甲.txt"), upload("", "空.txt"), upload(budget(year=2024), "乙.txt"))
    assert stages() == {"甲.txt": "stored", "空.txt": "failed", "乙.txt": "stored"}
    assert Revision.objects.count() == 2


def test_a_script_sends_one_file_and_gets_its_row(clerk):
    answer = clerk.post(UPLOAD_ONE, {"documents": upload(budget()), "folder": "水务/2024"})
    shown = answer.content.decode()
    assert "等待后台读取" in shown
    assert "水务/2024" in shown
    assert clerk.post(UPLOAD_ONE, {}).status_code == 400


def test_progress_is_asked_for_until_all_are_done_and_a_finished_row_comes_anew(clerk):
    clerk.post(UPLOAD_ONE, {"documents": upload(budget())})
    job = Job.objects.get()
    waiting = clerk.get(PROGRESS, {"seen": job.pk}).content.decode()
    assert "还有 1 个文件在读取" in waiting
    assert f'id="stage-{job.pk}"' in waiting
    work()
    done = clerk.get(PROGRESS, {"seen": job.pk}).content.decode()
    assert "全部读取完毕" in done
    assert "every" not in done
    assert "已识别为 青河市水务局 2024年预算 第1版" in done


def test_a_row_that_the_page_does_not_show_yet_is_not_told_how_far_it_is(clerk):
    clerk.post(UPLOAD_ONE, {"documents": upload(budget())})
    shown = clerk.get(PROGRESS, {"seen": ""}).content.decode()
    assert "还有 1 个文件在读取" in shown
    assert "stage-" not in shown


def test_the_same_file_again_stays_listed_beside_the_revision_it_is_in_until_it_is_removed(clerk):
    send(clerk, upload(budget()))
    assert outcomes(send(clerk, upload(budget(), "副本.txt"))) == [("副本.txt", "warning")]
    again = Job.objects.get(name="副本.txt")
    assert (again.stage, again.original, again.file.name) == (Job.Stage.DUPLICATE, Revision.objects.get().pk, "")
    for _reload in range(2):
        row = desk(clerk).partition(f'id="job-{again.pk}"')[2].partition("</tr>")[0]
        assert "该文件已存在：青河市水务局 2024年预算 第1版" in row
        assert reverse("admin:disclosures_revision_review", args=[again.original]) in row
    clerk.post(reverse("admin:disclosures_job_drop", args=[again.pk]))
    assert f'id="job-{again.pk}"' not in desk(clerk)
    assert RevisionFile.objects.get().file.storage.exists(RevisionFile.objects.get().file.name)


def test_the_same_file_while_it_waits_leads_to_where_it_waits_and_then_to_what_became_of_it(clerk):
    clerk.post(UPLOAD, {"documents": [upload(budget())]})
    clerk.post(UPLOAD, {"documents": [upload(budget(), "副本.txt")]})
    first, again = Job.objects.get(name="预算.txt"), Job.objects.get(name="副本.txt")
    row = desk(clerk).partition(f'id="job-{again.pk}"')[2].partition("</tr>")[0]
    assert "该文件已上传过：预算.txt" in row
    assert f'href="#job-{first.pk}"' in row
    work()
    again.refresh_from_db()
    assert again.original == Revision.objects.get().pk


def test_the_same_file_dropped_time_and_again_is_listed_once_more_not_every_time(clerk):
    for _time in range(3):
        clerk.post(UPLOAD_ONE, {"documents": upload(budget())})
    assert sorted(Job.objects.values_list("stage", flat=True)) == ["duplicate", "queued"]


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
def test_a_file_that_cannot_be_read_is_named_with_what_to_do_and_not_kept(
    clerk, name, content, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        send(clerk, SimpleUploadedFile(name, content))
    job = Job.objects.get()
    assert (job.stage, job.file.name, job.revision) == (Job.Stage.FAILED, "", None)
    assert job.message in desk(clerk)
    assert len(job.message) > 10


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("关于召开会议的通知\n\n请各单位准时参加。\n", "没有表格"),
        ("2024年度\n\n值班表\n\n姓名\t日期\n甲\t周一\n乙\t周二\n", "都不是预算、决算或绩效表"),
    ],
)
def test_a_file_that_yields_no_figures_is_a_failure_with_a_reason(clerk, text, reason):
    send(clerk, upload(text, "青河市水务局2024年预算.txt"))
    job = Job.objects.get()
    assert job.stage == Job.Stage.FAILED
    assert reason in job.message
    assert not Revision.objects.exists()


def test_a_file_over_the_limit_is_refused_unread(clerk, settings):
    settings.MAX_UPLOAD_BYTES = 10
    send(clerk, upload(budget(), "大.txt"))
    assert stages() == {"大.txt": "failed"}
    assert "上限" in Job.objects.get().message


def test_more_files_than_one_go_may_bring_are_refused(clerk):
    files = [upload(budget(year=2000 + n), f"{n}.txt") for n in range(settings.MAX_UPLOAD_FILES + 1)]
    answer = clerk.post(UPLOAD, {"documents": files})
    assert "请分批上传" in answer.content.decode()
    assert not Job.objects.exists()


def test_an_empty_workbook_is_not_kept(clerk):
    book = io.BytesIO()
    Workbook().save(book)
    send(clerk, SimpleUploadedFile("空.xlsx", book.getvalue()))
    assert stages() == {"空.xlsx": "failed"}


def test_a_name_cannot_carry_markup_or_a_path(clerk):
    send(clerk, upload(budget(), "<b>甲</b>.txt"))
    assert "<b>" not in desk(clerk).partition('id="content"')[2]
    assert RevisionFile.objects.get().file.name.startswith("filings/")


def test_a_reader_may_not_upload(sign_in):
    reader = sign_in("浏览")
    assert reader.get(UPLOAD).status_code == 302
    assert reader.post(UPLOAD_ONE, {"documents": upload(budget())}).status_code == 302
    assert not Job.objects.exists()


def test_a_reviewer_may_not_upload(reviewer):
    assert reviewer.get(UPLOAD).status_code == 403


class TestAQueuedFile:
    @pytest.fixture
    def job(self, clerk):
        clerk.post(UPLOAD, {"documents": [upload(budget())]})
        return Job.objects.get()

    def test_is_cancelled_and_not_read(self, clerk, job):
        clerk.post(reverse("admin:disclosures_job_cancel", args=[job.pk]))
        work()
        assert stages() == {"预算.txt": "cancelled"}
        assert not Revision.objects.exists()

    def test_is_read_after_all_when_it_is_retried(self, clerk, job):
        clerk.post(reverse("admin:disclosures_job_cancel", args=[job.pk]))
        clerk.post(reverse("admin:disclosures_job_retry", args=[job.pk]))
        work()
        assert stages() == {"预算.txt": "stored"}

    def test_is_not_removed_while_it_waits_but_when_it_is_cancelled(self, clerk, job):
        drop = reverse("admin:disclosures_job_drop", args=[job.pk])
        assert "不能移除" in clerk.post(drop, follow=True).content.decode()
        clerk.post(reverse("admin:disclosures_job_cancel", args=[job.pk]))
        clerk.post(drop)
        assert not Job.objects.exists()

    def test_that_is_done_is_neither_cancelled_nor_retried(self, clerk, job):
        work()
        for step in ("cancel", "retry"):
            clerk.post(reverse(f"admin:disclosures_job_{step}", args=[job.pk]))
        assert stages() == {"预算.txt": "stored"}


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
        send(clerk, upload(NAMELESS, "附表.txt"))
        return Job.objects.get()

    def test_waits_with_its_file(self, job):
        assert job.stage == Job.Stage.NEEDS_IDENTITY
        assert job.file.storage.exists(job.file.name)
        assert "单位" in job.message

    def test_waits_under_a_name_that_every_file_system_takes(self, clerk):
        send(clerk, upload(NAMELESS, "附表" * 120 + ".txt"))
        assert Job.objects.get().file.name.startswith("filings/")

    def test_is_recognised_when_it_comes_again(self, clerk, job):
        assert outcomes(send(clerk, upload(NAMELESS, "又一份.txt"))) == [("又一份.txt", "warning")]
        assert Job.objects.get(name="又一份.txt").same_job == job

    def test_is_read_again_as_what_the_clerk_says(self, clerk, job):
        page = reverse("admin:disclosures_job_complete", args=[job.pk])
        assert "请确认" in clerk.get(page).content.decode()
        assert clerk.post(page, self.ANSWER).url == UPLOAD
        work()
        revision = Revision.objects.get()
        assert str(revision.disclosure) == "青河市水务局 2024年预算"
        assert set(revision.line_items.values_list("fiscal_year", flat=True)) == {2024}
        job.refresh_from_db()
        assert (job.stage, job.revision) == (Job.Stage.STORED, revision)
        assert RevisionFile.objects.get().file.name == job.file.name

    def test_an_incomplete_answer_is_asked_for_again(self, clerk, job):
        page = reverse("admin:disclosures_job_complete", args=[job.pk])
        answer = clerk.post(page, self.ANSWER | {"unit": " ", "fiscal_year": "24"})
        assert "请填写单位名称" in answer.content.decode()
        assert not Revision.objects.exists()

    def test_can_be_given_up(self, clerk, job, django_capture_on_commit_callbacks):
        waiting, storage = job.file.name, job.file.storage
        with django_capture_on_commit_callbacks(execute=True):
            clerk.post(reverse("admin:disclosures_job_drop", args=[job.pk]))
        assert not Job.objects.exists()
        assert not storage.exists(waiting)
