"""What every page of the site has in common: health, language, policy, keys."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from budgetsite.environment import flag, kept_secret_key, number, words
from tests.conftest import ROOT


@pytest.mark.django_db
def test_health_says_ok_when_the_database_answers(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")


@pytest.mark.django_db
def test_pages_speak_chinese_even_to_an_english_browser(client: Client) -> None:
    response = client.get("/accounts/login/", headers={"accept-language": "en-US,en;q=0.9"})
    assert response.headers["Content-Language"] == "zh-hans"


@pytest.mark.django_db
def test_a_visitor_switches_to_english(client: Client) -> None:
    client.post("/i18n/setlang/", {"language": "en", "next": "/accounts/login/"})
    assert client.get("/accounts/login/").headers["Content-Language"] == "en"


@pytest.mark.django_db
def test_no_inline_script_or_style_may_run(client: Client) -> None:
    policy = client.get("/accounts/login/").headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_the_secret_key_is_made_once_and_kept_private(tmp_path: Path) -> None:
    file = tmp_path / "var" / "secret_key"
    key = kept_secret_key(file)
    assert kept_secret_key(file) == key
    assert len(key) >= 50
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_production_asks_for_a_secret_key() -> None:
    environment = {"PATH": os.environ["PATH"], "DATABASE_URL": "postgresql://nobody@localhost/none"}
    done = subprocess.run(
        [sys.executable, "-c", "import budgetsite.settings"],
        cwd=ROOT, env=environment, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode != 0
    assert "SECRET_KEY must be set in production" in done.stderr


@pytest.mark.parametrize(("value", "meaning"), [("1", True), ("on", True), ("0", False), ("", False)])
def test_flags(monkeypatch: pytest.MonkeyPatch, value: str, meaning: bool) -> None:
    monkeypatch.setenv("SOME_FLAG", value)
    assert flag("SOME_FLAG") is meaning


@pytest.mark.parametrize("read", [flag, lambda name: number(name, 1)])
def test_a_setting_that_makes_no_sense_is_named(monkeypatch: pytest.MonkeyPatch, read) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("SOME_SETTING", "perhaps")
    with pytest.raises(Exception, match="SOME_SETTING"):
        read("SOME_SETTING")


def test_lists_are_written_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_HOSTS", "a.example, b.example,")
    assert words("SOME_HOSTS") == ["a.example", "b.example"]
