"""A taken port is said in both languages, with the way out."""

import socket

import pytest

from budgetsite import port


def test_a_free_port_is_not_mentioned(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        free = server.getsockname()[1]
    monkeypatch.setenv("PORT", str(free))
    port.main()
    assert capsys.readouterr().out == ""


def test_a_taken_port_is_said_with_another_to_choose(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken = server.getsockname()[1]
        monkeypatch.setenv("PORT", str(taken))
        with pytest.raises(SystemExit) as ended:
            port.main()
    assert f"端口 {taken} 不可用" in str(ended.value)
    assert f"make run PORT={port.other(taken)}" in str(ended.value)


def test_a_port_must_be_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "http")
    with pytest.raises(SystemExit, match="1–65535"):
        port.main()
