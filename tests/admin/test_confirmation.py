"""The clerk confirms or corrects whose files they are, row by row in one table."""

import pytest

from disclosures.admin.desk import shown_identity
from disclosures.models import Job, Revision
from tests.admin.documents import NAMELESS, budget, upload
from tests.working import work

pytestmark = pytest.mark.django_db
UPLOAD = "/admin/disclosures/job/upload/"


def send(client, *files):
    client.post(UPLOAD, {"documents": list(files)})
    work()


class TestConfirmingInTheTable:
    def answer(self, job, **said):
        shown = {"unit": "青河市水务局", "region": "", "fiscal_year": 2024, "kind": "budget", "scope": "unit"} | said
        return {"chosen": [job.pk]} | {f"{job.pk}-{name}": value for name, value in shown.items()}

    def confirm(self, clerk, *answers):
        posted = {name: value for answer in answers for name, value in answer.items()}
        posted["chosen"] = [pk for answer in answers for pk in answer["chosen"]]
        return clerk.post("/admin/disclosures/job/upload/confirm/", posted, follow=True).content.decode()

    def test_what_is_shown_right_is_not_read_again(self, clerk):
        send(clerk, upload(budget()))
        job = Job.objects.get()
        assert "1 个文件已确认" in self.confirm(clerk, self.answer(job, **shown_identity(job)))
        job.refresh_from_db()
        assert job.confirmed_at is not None
        assert job.stage == Job.Stage.STORED

    def test_a_correction_is_read_as_what_the_clerk_says(self, clerk):
        send(clerk, upload(budget()))
        job = Job.objects.get()
        assert "按您的更正读取" in self.confirm(clerk, self.answer(job, fiscal_year=2022))
        work()
        assert str(Revision.objects.get()) == "青河市水务局 2022年预算 第1版"

    def test_before_the_file_is_read_what_the_clerk_says_counts(self, clerk):
        clerk.post(UPLOAD, {"documents": [upload(NAMELESS, "附表.txt")]})
        self.confirm(clerk, self.answer(Job.objects.get()))
        work()
        assert str(Revision.objects.get()) == "青河市水务局 2024年预算 第1版"

    def test_a_wrong_row_is_named_and_the_others_are_done(self, clerk):
        send(clerk, upload(budget(year=2023), "甲.txt"), upload(budget(), "乙.txt"))
        first, second = Job.objects.order_by("name")
        said = self.confirm(clerk, self.answer(first, unit=""), self.answer(second, **shown_identity(second)))
        assert f"{first.name}：请填写单位名称" in said
        assert set(Job.objects.filter(confirmed_at=None)) == {first}

    def test_text_and_tables_that_were_filed_apart_become_one_revision(self, clerk):
        accounts = budget().replace("收支总表", "财政拨款收支总表").replace("公开01表", "公开04表")
        send(clerk, upload(budget(), "正文.txt"), upload(accounts, "附表.txt"))
        jobs = list(Job.objects.all())
        assert "疑为同一份公开文件" in clerk.get(UPLOAD).content.decode()
        said = self.confirm(clerk, *(self.answer(job, **shown_identity(job)) for job in jobs))
        assert "1 组正文与附表已合并为一版" in said
        assert Revision.objects.get().files.count() == 2
