"""The demo fills a database once, and a second run finds everything as it was."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import call_command

from disclosures.models import Job, Revision, SharedComparison
from tests.admin.documents import budget

pytestmark = pytest.mark.django_db


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    for year in (2023, 2024):
        (tmp_path / f"{year}.txt").write_text(budget(year=year), "utf-8")
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.7 broken")
    return tmp_path


def run(folder: Path, *options: str) -> tuple[str, str]:
    said, progress = StringIO(), StringIO()
    call_command("demo", *options, samples=folder, stdout=said, stderr=progress)
    return said.getvalue(), progress.getvalue()


def test_samples_are_published_and_a_bad_one_is_named(samples):
    said, progress = run(samples)
    assert {str(revision.disclosure) for revision in Revision.objects.published()} == {
        "青河市水务局 2023年预算",
        "青河市水务局 2024年预算",
    }
    assert "[3/3]" in progress
    assert "坏.pdf：未能读取" in progress
    assert SharedComparison.objects.get().get_absolute_url() in said


def test_each_account_gets_a_password_of_its_own_that_works(tmp_path, rf):
    said, _progress = run(tmp_path)
    passwords = dict(re.findall(r"账号 (\w+)  密码 (\S+)", said))
    assert list(passwords) == ["clerk", "reviewer", "reader"]
    assert len(set(passwords.values())) == 3
    for name, password in passwords.items():
        assert authenticate(rf.post("/"), username=name, password=password) == User.objects.get(username=name)
    assert set(User.objects.filter(is_staff=True).values_list("username", flat=True)) == {"clerk", "reviewer"}


def test_a_second_run_loses_nothing_and_reads_nothing_again(samples):
    run(samples)
    filed = set(Revision.objects.values_list("pk", "state"))
    jobs = Job.objects.count()
    (samples / "坏.pdf").unlink()
    said, progress = run(samples)
    assert set(Revision.objects.values_list("pk", "state")) == filed
    assert (Job.objects.count(), SharedComparison.objects.count()) == (jobs, 1)
    assert progress == ""
    assert "已存在" in said
    assert "密码 " not in said


def test_passwords_can_be_set_anew(tmp_path):
    first, _progress = run(tmp_path)
    second, _progress = run(tmp_path, "--reset-passwords")
    assert re.findall(r"密码 (\S+)", first) != re.findall(r"密码 (\S+)", second)
    assert len(re.findall(r"密码 (\S+)", second)) == 3


def test_without_samples_the_demo_says_so(tmp_path):
    said, progress = run(tmp_path)
    assert "没有示例文件" in progress
    assert "已发布 0 份" in said
