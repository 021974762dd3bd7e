"""Many files from the command line: filed once, published where nothing is doubtful, and taken up where it stopped."""

import zipfile
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from disclosures.ingest.remembered import assign, unsaid
from disclosures.models import Finding, Job, Revision
from tests.admin.documents import NAMELESS, budget
from tests.unexplained import COLUMN, unexplained

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "水务").mkdir()
    for year in (2022, 2023):
        (tmp_path / "水务" / f"{year}.txt").write_text(budget(year=year), "utf-8")
    with zipfile.ZipFile(tmp_path / "其余.zip", "w") as archive:
        archive.writestr("2024.txt", budget(year=2024))
    return tmp_path


def run(*arguments: object, workers: int = 1) -> tuple[str, str]:
    """Import with as many readers; each takes longer to start than to read a file of these tests."""
    said, progress = StringIO(), StringIO()
    asked = (*(str(one) for one in arguments), "--workers", str(workers))
    call_command("import_disclosures", *asked, stdout=said, stderr=progress)
    return said.getvalue().strip(), progress.getvalue()


def test_files_folders_and_zips_become_drafts_with_a_progress_bar(folder):
    said, progress = run(folder, workers=2)
    assert said == "草稿 3 个"
    assert "共 3 个文件，0 个已导入，读取 3 个" in progress
    assert "3/3" in progress
    assert {str(one.disclosure) for one in Revision.objects.drafts()} == {
        f"青河市水务局 {year}年预算" for year in (2022, 2023, 2024)
    }


def test_a_second_run_goes_on_where_the_first_stopped(folder):
    run(folder / "水务" / "2022.txt")
    said, progress = run(folder)
    assert "1 个已导入，读取 2 个" in progress
    assert said == "草稿 2 个"
    assert run(folder)[0] == "没有新文件"
    assert Revision.objects.count() == 3


def test_what_has_no_doubts_is_published_on_demand(folder):
    assert run("--publish", folder)[0] == "已发布 3 个"
    assert Revision.objects.published().count() == 3


def test_what_cannot_be_filed_is_named_and_the_rest_is_done(folder):
    (folder / "坏.pdf").write_bytes(b"%PDF-1.7 broken")
    (folder / "附表.txt").write_text(NAMELESS, "utf-8")
    with pytest.raises(SystemExit) as ended:
        run(folder)
    assert ended.value.code == 2
    assert Revision.objects.count() == 3
    assert Job.objects.waiting_for_identity().get().name == "附表.txt"


def test_what_was_said_of_a_units_columns_counts_here_too(tmp_path):
    (tmp_path / "2024.txt").write_bytes(unexplained())
    run(tmp_path)
    meaning = unsaid(Revision.objects.get().tables.get(), COLUMN)
    meaning.ignored = True
    assign(meaning, by=User.objects.create_user("clerk"))
    (tmp_path / "2025.txt").write_bytes(unexplained(2025))
    run(tmp_path)
    later = Revision.objects.get(disclosure__fiscal_year=2025)
    assert not later.findings.filter(code="unread.column").exists()


@pytest.mark.parametrize("arguments", [("nirgends",), (".", "--user", "niemand")])
def test_a_wrong_path_or_account_is_said_at_once(arguments):
    with pytest.raises(CommandError, match="没有这个"):
        run(*arguments)


def test_a_damaged_file_in_a_zip_is_named_and_the_others_are_done(tmp_path):
    with zipfile.ZipFile(tmp_path / "两年.zip", "w") as archive:
        for year in (2023, 2024):
            archive.writestr(f"{year}.txt", budget(year=year))
    content = (tmp_path / "两年.zip").read_bytes()
    (tmp_path / "两年.zip").write_bytes(content.replace(budget(year=2023).encode()[:40], b"?" * 40, 1))
    said, progress = StringIO(), StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("import_disclosures", str(tmp_path), stdout=said, stderr=progress)
    assert ended.value.code == 2
    assert "失败 1 个" in said.getvalue()
    assert "2023.txt：" in progress.getvalue()
    assert Revision.objects.get().disclosure.fiscal_year_id == 2024


class TestAnErrorOfTheDocumentItself:
    @pytest.fixture
    def wrong(self, tmp_path):
        text = budget().replace("农林水支出\t1,000.00", "农林水支出\t1,900.00")
        (tmp_path / "2024.txt").write_text(text, "utf-8")
        return tmp_path

    def test_keeps_a_file_a_draft_and_says_why_and_what_to_do(self, wrong):
        said, progress = run("--publish", wrong)
        assert said.startswith("未发布 1 个")
        assert "--despite-errors" in said
        assert "处错误待处理" in progress
        assert not Revision.objects.published().exists()

    def test_is_published_as_an_open_one_where_the_command_says_so(self, wrong):
        assert run("--publish", "--despite-errors", wrong)[0] == "已发布 1 个"
        assert Finding.objects.open().filter(severity="error").exists()

    def test_lets_nothing_through_that_was_not_read(self, wrong):
        text = (wrong / "2024.txt").read_text("utf-8").replace("1,050.60\t二", "1,05O.6O\t二")
        (wrong / "2024.txt").write_text(text.replace("预算拨款收入\t1,050.60", "预算拨款收入\t1,05O.6O"), "utf-8")
        said, progress = run("--publish", "--despite-errors", wrong)
        assert said.startswith("未发布 1 个")
        assert "没有读准" in progress
