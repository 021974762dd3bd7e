"""Many files from the command line: filed once, published where nothing is doubtful, and taken up where it stopped."""

import zipfile
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from disclosures.models import Job, Revision
from tests.admin.documents import NAMELESS, budget

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "水务").mkdir()
    for year in (2022, 2023):
        (tmp_path / "水务" / f"{year}.txt").write_text(budget(year=year), "utf-8")
    with zipfile.ZipFile(tmp_path / "其余.zip", "w") as archive:
        archive.writestr("2024.txt", budget(year=2024))
    return tmp_path


def run(*arguments: object) -> tuple[str, str]:
    said, progress = StringIO(), StringIO()
    call_command("import_disclosures", *(str(one) for one in arguments), stdout=said, stderr=progress)
    return said.getvalue().strip(), progress.getvalue()


def test_files_folders_and_zips_become_drafts_with_a_progress_bar(folder):
    said, progress = run(folder)
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


@pytest.mark.parametrize("arguments", [("nirgends",), (".", "--user", "niemand")])
def test_a_wrong_path_or_account_is_said_at_once(arguments):
    with pytest.raises(CommandError, match="没有这个"):
        run(*arguments)
