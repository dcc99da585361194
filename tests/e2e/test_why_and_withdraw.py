"""An item explained, and pages taken back, on a real broker."""

import time
from pathlib import Path

import pytest

from support.brokers import TestBroker
from support.command_line import Environment, newsticker, wait_for_events, workers

pytestmark = pytest.mark.timeout(300)

LEAD = (
    "De Kreekbrug bij Terhove blijft zeker tot maandag dicht voor al het verkeer. Bij een inspectie vond "
    "Rijkswaterstaat woensdag scheuren in twee draagbalken."
)
PAGE = f"Kreekbrug dicht\nTERHOVE (ANP) - {LEAD}\nMeer uit Binnenland\nEDE (ANP) - Er ligt een boom om.\n2 uur geleden"
NEAR = f"Brug gestremd\nTERHOVE (ANP) - {LEAD} Het verkeer wordt omgeleid."


@pytest.fixture
def environment(kafka: TestBroker, topic_prefix: str) -> Environment:
    return {
        "NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS": kafka.bootstrap_servers,
        "NEWSTICKER_KAFKA__TOPIC_PREFIX": topic_prefix,
    }


def publish(environment: Environment, folder: Path, name: str, text: str, *options: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    assert newsticker("publish", str(folder / name), *options, environment=environment).returncode == 0


def wait_for(environment: Environment, words: str, *command: str) -> str:
    """Ask again until the answer has these words."""
    deadline = time.monotonic() + 60
    while True:
        said = newsticker(*command, environment=environment).stdout
        if words in said or time.monotonic() > deadline:
            assert words in said, said
            return said


def find_in_table(environment: Environment, uri: str) -> str:
    """Find what the table shows of an id."""
    words = newsticker("tail", environment=environment).stdout.split()
    return next(word for word in words if uri.startswith(f"urn:uuid:{word}"))


def test_an_item_is_explained_and_pages_are_taken_back(environment: Environment, tmp_path: Path) -> None:
    newsticker("topics", "create", environment=environment)
    with workers(environment, tmp_path):
        publish(environment, tmp_path, "one.txt", PAGE)
        events = wait_for_events(environment, 2)
        article = next(event for event in events if event["profile"] == "article")
        publish(environment, tmp_path, "two.txt", PAGE, "--fetched-at", "2026-01-22T20:00:00Z")
        publish(environment, tmp_path, "near.txt", NEAR)
        near = wait_for_events(environment, 1, "--where", "ntdup=same")[0]
        news = wait_for_events(environment, 5)
        brief = next(event for event in news if (event["profile"], event["version"]) == ("ticker", "2"))

        why = wait_for(environment, "sightings: 2", "why", find_in_table(environment, brief["uri"]))
        assert "  one.txt #1 (" in why
        assert "published: interval 2026-01-22T17:00Z/2026-01-22T18:30Z" in why
        assert f"same as {article['uri'].removeprefix('urn:uuid:')}, there before" in wait_for(
            environment, "group: ", "why", near["uri"]
        )
        assert "which came later" in wait_for(environment, "group: its own", "why", article["uri"])

        documents = [event["ntSource"]["documentId"] for event in (article, brief)]
        done = newsticker("withdraw", documents[1], environment=environment)
        assert (done.returncode, done.stderr.strip()) == (0, "2 sightings withdrawn")
        assert "published: relative" in wait_for(environment, "sightings: 1, 1 withdrawn", "why", brief["uri"])
        assert documents[0] in wait_for(environment, "sightings: 1", "why", article["uri"])
        assert newsticker("withdraw", documents[0][:8], environment=environment).returncode == 0
        wait_for(environment, "canceled: nothing is left of it", "why", brief["uri"])
        wait_for(environment, "group: its own", "why", near["uri"])
        latest = wait_for(
            environment, f"{article['uri'].removeprefix('urn:uuid:')}  (removed)", "tail", "news-events-latest"
        )
        assert latest.count("(removed)") == 2
        again = newsticker("withdraw", documents[0], environment=environment)
        assert again.returncode == 1
        assert "nothing stands of" in again.stderr


def test_what_is_not_known_is_said_in_one_line(environment: Environment) -> None:
    newsticker("topics", "create", environment=environment)
    nobody = "00000000-0000-0000-0000-000000000000"
    done = newsticker("why", nobody, environment=environment)
    assert (done.returncode, done.stdout, len(done.stderr.strip().splitlines())) == (1, "", 1)
    for command in ("why", "withdraw"):
        done = newsticker(command, "no-id", environment=environment)
        assert done.returncode == 2
        assert "not an id" in done.stderr
