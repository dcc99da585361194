"""What `publish` says of the pages that it sends."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from newsticker.__main__ import build_cli
from newsticker.commands import publish as command
from newsticker.messages.raw_document import make_raw_document
from newsticker.producer.app import Found, Published
from newsticker.producer.handler import Refusal


async def send_nowhere(_: object, pages: Iterable[Found], note: Callable[[Found], None]) -> Published:
    """Take every page as sent."""
    report = Published()
    for page in pages:
        note(page)
        if isinstance(page, Refusal):
            report.refused += 1
        else:
            report.sent += 1
    return report


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command, "publish_found", send_nowhere)
    (tmp_path / "page.txt").write_text("Brug open")
    return tmp_path


def publish(*arguments: str) -> tuple[int, list[str]]:
    done = CliRunner().invoke(build_cli(("publish",)), ["publish", *arguments])
    return done.exit_code, [line.split(", to ")[0] for line in done.stderr.splitlines()]


def test_a_page_that_is_sent_is_counted_and_no_more() -> None:
    assert publish("page.txt") == (0, ["1 sent, 0 refused"])


def test_its_document_is_named_when_asked_for() -> None:
    document = make_raw_document("Brug open").document_id
    assert publish("page.txt", "-v") == (0, [f"sent page.txt: document {document}", "1 sent, 0 refused"])


def test_what_is_refused_or_read_with_loss_has_a_line(folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"Gen\xe8ve")
    (folder / "c.txt").write_text("<html>")
    (folder / "empty").mkdir()
    code, lines = publish(".", "empty")
    assert code == 3
    assert lines == [
        "empty: there is nothing to read",
        "page b.txt: not UTF-8, read as Windows-1252: see ntQuality",
        "refused c.txt: this is HTML, extract its text first",
        "2 sent, 1 refused",
    ]
