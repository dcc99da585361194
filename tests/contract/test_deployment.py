"""Compose file, image, documents and catalogue agree."""

import re
import shutil
import subprocess
from typing import Any

import pytest
import yaml

from newsticker.commands.services import SERVICES, WORKERS, find_stages
from newsticker.runtime.acls import plan_acls
from newsticker.runtime.embedded import KAFKA_VERSION
from newsticker.runtime.settings import WorkerSettings
from newsticker.runtime.topology import Topology
from support.golden import ROOT

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
OVERLAY: dict[str, Any] = yaml.safe_load((ROOT / "deploy" / "compose.secure.yml").read_text(encoding="utf-8"))
DOCKERFILE = (ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8")
RUN_BOOK = (ROOT / "deploy" / "README.md").read_text(encoding="utf-8")
OURS = [*SERVICES, "topics", "tail"]
JOBS = ["topics", "producer", "tail"]


def seconds(text: str) -> float:
    return float(text.removesuffix("s"))


def test_services_are_listed() -> None:
    assert set(COMPOSE["services"]) == {*OURS, "kafka"}, "a service takes three lines in docker-compose.yml"
    for name in SERVICES:
        assert COMPOSE["services"][name]["command"] == ["run", name]
        assert re.search(rf"^\| {name} \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE), name
        assert f'"newsticker.{name}.settings"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8"), name


@pytest.mark.parametrize("name", OURS)
def test_a_container_has_no_more_rights_than_it_needs(name: str) -> None:
    service = COMPOSE["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["tmpfs"] == "/tmp"  # noqa: S108 - of the container
    assert service["mem_limit"]
    assert service["pids_limit"]
    assert service["logging"]["options"]["max-size"]
    assert "ports" not in service
    assert "privileged" not in service
    assert "docker.sock" not in str(service)
    assert seconds(service["stop_grace_period"]) > WorkerSettings().transaction_timeout_s


def test_workers_restart_and_jobs_do_not() -> None:
    assert {COMPOSE["services"][name]["restart"] for name in WORKERS} == {"unless-stopped"}
    assert {COMPOSE["services"][name]["restart"] for name in JOBS} == {"no"}


def test_workers_wait_for_their_topics_and_topics_for_the_broker() -> None:
    for name in SERVICES:
        assert COMPOSE["services"][name]["depends_on"]["topics"]["condition"] == "service_completed_successfully"
    assert COMPOSE["services"]["topics"]["depends_on"]["kafka"]["condition"] == "service_healthy"


def test_the_broker_is_the_one_that_is_tested_and_only_this_host_reaches_it() -> None:
    kafka = COMPOSE["services"]["kafka"]
    assert kafka["image"] == f"apache/kafka:{KAFKA_VERSION}"
    assert all(port.startswith("127.0.0.1:") for port in kafka["ports"])
    assert "kafka-data:/var/lib/kafka/data" in kafka["volumes"]


def test_no_key_is_used_that_older_engines_refuse() -> None:
    assert "start_interval" not in str(COMPOSE) + str(OVERLAY)
    assert "--start-interval" not in DOCKERFILE
    assert "# syntax" not in DOCKERFILE
    assert "<<" not in DOCKERFILE


def test_every_default_of_the_compose_file_is_that_of_the_example() -> None:
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    example = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    for name, default in re.findall(r"\$\{(\w+):-([^}]*)\}", text):
        assert f"{name}={default}" in example


def test_the_image_is_what_the_house_asks() -> None:
    stages = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)
    assert stages == ["ghcr.io/astral-sh/uv:0.13", "python:3.13-slim", "python:3.13-slim"]
    assert re.search(r"^USER [1-9]\d+:[1-9]\d+$", DOCKERFILE, re.MULTILINE)
    assert "STOPSIGNAL SIGTERM" in DOCKERFILE
    assert '"newsticker", "health"' in DOCKERFILE
    assert "UV_COMPILE_BYTECODE=1" in DOCKERFILE
    assert DOCKERFILE.index("COPY pyproject.toml uv.lock") < DOCKERFILE.index("COPY services")
    assert not re.search(r"password|secret|token", DOCKERFILE, re.IGNORECASE)


def test_every_principal_has_its_user_and_its_rights() -> None:
    maker = (ROOT / "deploy" / "make_secrets.py").read_text(encoding="utf-8")
    users = re.search(r"^USERS = \((.*?)\)$", maker, re.MULTILINE)
    assert users is not None
    named = set(re.findall(r'"(\w+)"', users[1]))
    assert named == {acl.principal for acl in plan_acls(Topology(), find_stages())} | {"admin"}
    assert set(OVERLAY["secrets"]) == named | {"ca"}
    for name in SERVICES:
        service = OVERLAY["services"][name]
        assert service["environment"]["NEWSTICKER_KAFKA__SASL_USERNAME"] == name
        assert {"source": name, "target": "password"} in service["secrets"]
        assert service["environment"]["NEWSTICKER_KAFKA__SECURITY_PROTOCOL"] == "SASL_SSL"
        assert "rights" in service["depends_on"]


def test_secrets_are_never_committed() -> None:
    assert "deploy/secrets/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert "!deploy" not in (ROOT / ".dockerignore").read_text(encoding="utf-8")


def test_the_run_book_explains_every_security_setting() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    for name in re.findall(r"^(NEWSTICKER_KAFKA__S(?:ECURITY|ASL|SL)\w+)=", example, re.MULTILINE):
        assert name in RUN_BOOK, name


@pytest.mark.skipif(shutil.which("docker") is None, reason="there is no docker here to read the files")
@pytest.mark.parametrize("files", [["docker-compose.yml"], ["docker-compose.yml", "deploy/compose.secure.yml"]])
def test_docker_compose_accepts_the_files(files: list[str]) -> None:
    options = [option for file in files for option in ("--file", file)]
    command = ["docker", "compose", *options, "config", "--quiet"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(shutil.which("hadolint") is None, reason="hadolint is not here")
def test_hadolint_finds_nothing() -> None:
    done = subprocess.run(["hadolint", "deploy/Dockerfile"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607
    assert done.returncode == 0, done.stdout
