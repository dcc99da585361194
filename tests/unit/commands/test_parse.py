"""`parse` as people use it: what it refuses, what it says beside the events, what it leaves undone."""

import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from newsticker.__main__ import build_cli

PAGE = "Brug weer open\nVELDRADE (ANP) - De brug is weer open."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path


def parse(*arguments: str) -> Result:
    return CliRunner().invoke(build_cli(("parse",)), ["parse", *arguments])


def test_html_is_refused_and_nothing_is_shown_or_written(folder: Path) -> None:
    (folder / "page.html").write_text("\n<!DOCTYPE html><p>Kop</p>")
    done = parse("page.html", "--html", "out.html")
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr.splitlines() == [
        "refused page.html: this is HTML, extract its text first",
        "0 pages, 1 refused, 0 events",
    ]
    assert not (folder / "out.html").exists()


def test_what_is_refused_in_a_folder_is_told_and_counted(folder: Path) -> None:
    (folder / "page.json").write_text('{"source": "krant"}')
    (folder / "photo.jpg").write_bytes(b"")
    done = parse(".")
    assert done.exit_code == 3
    lines = done.stderr.splitlines()
    assert lines[0].startswith("refused page.json: no page: what describes a page is named like page.txt.json,")
    assert lines[1].startswith("refused photo.jpg: in a folder only")
    assert lines[2:] == ["1 page, 2 refused, 1 event"]


def test_an_empty_folder_has_nothing_to_read(folder: Path) -> None:
    (folder / "empty").mkdir()
    done = parse("empty")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "empty: there is nothing to read" in done.stderr


@pytest.mark.parametrize("target", ["/nosuch/x.html", ".", "page.txt/x.html"])
def test_a_page_of_html_that_can_not_be_written_is_refused_before_the_work(target: str) -> None:
    done = parse("page.txt", "--html", target)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "events" not in done.stderr


def test_json_and_an_explanation_are_not_both_shown(folder: Path) -> None:
    done = parse("page.txt", "--json", "--explain")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "choose one" in done.stderr
    assert parse("page.txt", "--json", "--html", "out.html").stdout.startswith("{")
    assert (folder / "out.html").exists()


def test_a_page_that_is_cut_says_so(folder: Path) -> None:
    items = "".join(f"EDE (ANP) - Er ligt boom {number} om.\n2 uur geleden" for number in range(510))
    (folder / "long.txt").write_text(f"{PAGE}\nMeer uit Binnenland\n{items}")
    done = parse("page.txt", "long.txt")
    assert done.stderr.splitlines() == [
        "page long.txt: 500 items kept, the rest was cut: see ntQuality",
        "2 pages, 0 refused, 501 events",
    ]


def read_to_the_end(terminal: int) -> str:
    """Read what was shown on a terminal whose other end is closed: it comes in pieces, and ends with an error."""
    shown = b""
    with suppress(OSError):
        while piece := os.read(terminal, 1 << 16):
            shown += piece
    os.close(terminal)
    return shown.decode()


def test_a_terminal_is_told_how_far_it_is() -> None:
    terminal, other_end = pty.openpty()
    command = [sys.executable, "-m", "newsticker", "parse", "page.txt", "--explain", "--html", "out.html"]
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "120"}
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=other_end, env=environment, check=True)
    os.close(other_end)
    shown = read_to_the_end(terminal)
    assert "reading" in shown
    assert "1/1" in shown
