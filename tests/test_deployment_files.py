"""The files that no test here can run, read as closely as a test can."""

from typing import Any

import pytest
import yaml

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
    return loaded


def test_compose_runs_a_database_the_site_and_a_worker(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert services["database"]["image"] == "postgres:17"
    assert services["web"]["command"][0] == "gunicorn"
    assert services["worker"]["command"][-1] == "worker"
    assert {name for name in services if "healthcheck" in services[name]} == {"database", "web", "worker"}


def test_nothing_starts_before_the_database_is_migrated(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert services["migrate"]["depends_on"] == {"database": {"condition": "service_healthy"}}
    for name in ("web", "worker"):
        waits_for = services[name]["depends_on"]["migrate"]["condition"]
        assert waits_for == "service_completed_successfully"


def test_compose_names_only_volumes_it_declares(compose: dict[str, Any]) -> None:
    mounts = [mount for service in compose["services"].values() for mount in service.get("volumes", [])]
    assert {mount.split(":")[0] for mount in mounts} == set(compose["volumes"])


def test_no_secret_stands_in_the_deployment_files(compose: dict[str, Any]) -> None:
    assert compose["services"]["web"]["environment"]["SECRET_KEY"].startswith("${SECRET_KEY:?")
    assert compose["services"]["database"]["environment"]["POSTGRES_PASSWORD"].startswith("${")


def test_the_image_copies_only_what_exists_and_is_let_in() -> None:
    copied = {line.split()[1] for line in (ROOT / "Dockerfile").read_text().splitlines() if line.startswith("COPY")}
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    assert copied == let_in
    assert [name for name in copied if not (ROOT / name).exists()] == []


def test_the_image_does_not_run_as_root() -> None:
    assert "USER budgetsite" in (ROOT / "Dockerfile").read_text().splitlines()
