"""The real compose files, driven as people drive them; needs a Docker engine."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsticker.commands.services import WORKERS
from support.compose import Compose, copied_project
from support.golden import forget_processing, make_events, read_page
from support.kafka_container import engine_answers

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.skipif(not engine_answers(), reason="no Docker engine answers: compose is NOT tested"),
]

BASE = "docker-compose.yml"
SECURE = "deploy/compose.secure.yml"
NEW_PAGE = (
    "Molen van Vlierdijk draait weer\nVLIERDIJK (ANP) - De molen van Vlierdijk maalt weer graan voor de bakker.\n"
)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Compose]:
    with copied_project(tmp_path_factory.mktemp("plain"), BASE) as project:
        project.run("up", "--build", "--wait")
        yield project


@pytest.fixture(scope="module")
def secure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Compose]:
    with copied_project(tmp_path_factory.mktemp("secure"), BASE, SECURE) as project:
        subprocess.run([sys.executable, "deploy/make_secrets.py"], cwd=project.folder, check=True)
        project.run("up", "--build", "--wait")
        yield project


def wait_for_events(project: Compose, count: int) -> list[str]:
    """Read until there are so many events; give their identities with revision."""
    deadline = time.monotonic() + 90
    while len(events := project.tail()) < count:
        assert time.monotonic() < deadline, project.run("logs", "--tail", "20").stdout[-6000:]
        time.sleep(1)
    return sorted(f"{event['uri']}/{event['version']}" for event in events)


def from_host(project: Compose, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS": f"localhost:{project.port}"}
    environment |= {f"NEWSTICKER_KAFKA__{name.upper()}": value for name, value in settings.items()}
    command = [sys.executable, "-m", "newsticker", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_everything_comes_up_healthy_and_shows_the_nine_events(plain: Compose) -> None:
    states = plain.states()
    assert {states[name] for name in ("kafka", *WORKERS)} == {"healthy"}
    assert {states[name] for name in ("topics", "producer")} == {"exit 0"}
    wait_for_events(plain, 9)
    pages = [read_page(path, None) for path in sorted((plain.folder / "seeds").iterdir())]
    wanted = sorted((forget_processing(event) for event in make_events(pages)), key=str)
    names = {page.name for page in pages}
    found = [forget_processing(event) for event in plain.tail() if event["ntSource"]["name"] in names]
    assert sorted(found, key=str) == wanted


def test_each_service_may_be_killed_and_started_again_and_a_page_from_the_host_comes_through(
    plain: Compose, tmp_path: Path
) -> None:
    before = wait_for_events(plain, 9)
    (tmp_path / "molen.txt").write_text(NEW_PAGE, encoding="utf-8")
    plain.run("kill", "--signal", "KILL", *WORKERS)
    done = from_host(plain, "publish", str(tmp_path / "molen.txt"), "seeds")
    assert done.returncode == 0, done.stderr
    plain.run("up", "--wait", "--scale", "splitter=2", "--scale", "sink=2")
    after = wait_for_events(plain, len(before) + 1)
    assert set(before) < set(after)
    assert len(after) == len(set(after)) == len(before) + 1


def test_state_outlives_the_containers(plain: Compose) -> None:
    before = wait_for_events(plain, 9)
    plain.run("down", "--timeout", "20")
    plain.run("up", "--wait")
    assert wait_for_events(plain, len(before)) == before


def test_the_image_runs_without_rights_and_without_a_writable_disk() -> None:
    locked = ("--read-only", "--cap-drop", "ALL", "--user", "10001", "--network", "none")
    done = subprocess.run(
        ["docker", "run", "--rm", *locked, "newsticker", "--version"],  # noqa: S607 - from the path
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("newsticker ")


def test_the_secure_overlay_gives_the_same_events(secure: Compose) -> None:
    assert len(wait_for_events(secure, 9)) == 9


def test_the_secure_broker_refuses_who_has_no_business_there(secure: Compose) -> None:
    secrets = secure.folder / "deploy" / "secrets"
    tls = {"security_protocol": "SASL_SSL", "ssl_cafile": str(secrets / "ca.pem")}
    subscriber = tls | {"sasl_username": "subscriber", "sasl_password_file": str(secrets / "subscriber.password")}
    good = from_host(secure, "tail", "--json", **subscriber)
    assert len(good.stdout.splitlines()) == 9, good.stderr
    cases = {
        "wrong password": (10, subscriber | {"sasl_password": "wrong-canary"}),
        "no TLS": (10, {"security_protocol": "PLAINTEXT"}),
        "an authority that we don't trust": (10, {n: v for n, v in subscriber.items() if n != "ssl_cafile"}),
    }
    for name, (code, settings) in cases.items():
        done = from_host(secure, "tail", **settings)
        assert (done.returncode, done.stdout) == (code, ""), name
        assert len(done.stderr.splitlines()) == 1, done.stderr
        assert "wrong-canary" not in done.stderr
    other_name = from_host(secure, "tail", **(subscriber | {"bootstrap_servers": f"127.0.0.1:{secure.port}"}))
    assert other_name.returncode == 10


def test_a_service_can_not_read_what_is_not_its_own(secure: Compose) -> None:
    secrets = secure.folder / "deploy" / "secrets"
    splitter = {
        "security_protocol": "SASL_SSL",
        "ssl_cafile": str(secrets / "ca.pem"),
        "sasl_username": "splitter",
        "sasl_password_file": str(secrets / "splitter.password"),
    }
    done = from_host(secure, "tail", "news-events", **splitter)
    assert done.returncode == 11
    assert "may not read or write topic news-events" in done.stderr
    written = from_host(secure, "topics", "create", **(splitter | {"topic_prefix": "mine-"}))
    assert written.returncode == 11


def test_no_secret_is_in_any_log(secure: Compose) -> None:
    logs = secure.run("logs").stdout
    for path in (secure.folder / "deploy" / "secrets").glob("*.password"):
        assert path.read_text(encoding="utf-8") not in logs, path.name
    assert "PRIVATE KEY" not in logs
