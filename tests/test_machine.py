"""What the machine lacks is brought where that is allowed, and said where it is not."""

import pytest

from tests import machine
from tests.machine import Need

HERE = Need("here", "package-here", lambda: True, "nothing")
ABSENT = Need("absent", "package-absent", lambda: None, "no tests with it")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What apt-get would have been asked for."""
    calls: list[tuple[str, ...]] = []
    monkeypatch.setattr(machine, "NEEDS", [HERE, ABSENT])
    monkeypatch.setattr(machine, "apt_get", lambda *arguments: calls.append(arguments))
    monkeypatch.setattr(machine.shutil, "which", lambda name: f"/usr/bin/{name}")
    return calls


def test_root_installs_only_what_is_missing(asked: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.os, "geteuid", lambda: 0)
    machine.provide()
    assert asked == [("update",), ("install", "--yes", "--no-install-recommends", "package-absent")]


def test_others_install_nothing(asked: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.os, "geteuid", lambda: 1000)
    machine.provide()
    assert asked == []


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_what_is_left_out_is_said_and_fails_in_ci(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], ci: str, code: int
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(machine, "NEEDS", [HERE, ABSENT])
    assert machine.report() == code
    assert capsys.readouterr().out == "缺少 / missing absent: no tests with it\n"
