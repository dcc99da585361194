"""A folder is not trusted: links, pipes, devices, swaps and names that want to be commands."""

import errno
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsticker.messages.raw_document import RawDocument
from newsticker.producer.handler import MAX_PAGE_BYTES, Description, Refusal
from newsticker.producer.reading import (
    Candidate,
    describe_os_error,
    find_candidates,
    read_candidate,
)

NOTHING = Description()


def read_all(*paths: Path | str) -> dict[str, str]:
    """Give what becomes of everything that the paths hold: text of a page, or `!` and the reason."""
    found: dict[str, str] = {}
    for candidate in find_candidates(paths):
        pages = [candidate] if isinstance(candidate, Refusal) else read_candidate(candidate, NOTHING)
        for page in pages:
            if isinstance(page, Refusal):
                found[page.name] = "!" + page.reason
            else:
                found[page.name or ""] = page.text
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    return folder


@pytest.fixture(autouse=True)
def never_block() -> Iterator[None]:
    signal.alarm(20)
    yield
    signal.alarm(0)


def test_reads_files_below_a_folder_in_order_of_name(folder: Path) -> None:
    (folder / "b").mkdir()
    (folder / "b" / "1.txt").write_text("een")
    (folder / "a.txt").write_text("a")
    (folder / "c").write_text("c")
    (folder / ".hidden").write_text("no")
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_text("no")
    assert list(read_all(folder).items()) == [("a.txt", "a"), ("c", "c"), ("b/1.txt", "een")]


def test_a_side_car_describes_its_page_and_is_none_itself(folder: Path) -> None:
    (folder / "a.txt").write_text("a")
    (folder / "a.txt.json").write_text('{"source": "krant", "fetched_at": "2026-01-22T20:00:00Z", "name": "A"}')
    (candidate,) = find_candidates([folder])
    assert isinstance(candidate, Candidate)
    (page,) = read_candidate(candidate, Description(source="ander", url="https://x.nl"))
    assert isinstance(page, RawDocument)
    assert (page.source, page.name, page.url) == ("krant", "A", "https://x.nl")
    assert page.fetched_at is not None


def test_a_file_named_alone_has_its_side_car_too(folder: Path) -> None:
    (folder / "a.txt").write_text("a")
    (folder / "a.txt.json").write_text('{"name": "A"}')
    assert read_all(folder / "a.txt") == {"A": "a"}


@pytest.mark.parametrize("page", ["a.txt", "a.text", "a"])
def test_a_side_car_named_itself_goes_with_its_page(folder: Path, page: str) -> None:
    (folder / page).write_text("a")
    (folder / f"{page}.json").write_text('{"name": "A"}')
    assert read_all(folder) == read_all(folder / f"{page}.json", folder / page) == {"A": "a"}


@pytest.mark.parametrize(
    ("name", "right"), [("a.json", "a.txt.json"), ("b.json", "b.text.json"), ("c.JSON", "c.txt.json")]
)
def test_json_that_describes_no_page_is_refused_and_told_its_name(folder: Path, name: str, right: str) -> None:
    (folder / "a.txt").write_text("a")
    (folder / "b.text").write_text("b")
    (folder / name).write_text('{"source": "krant"}')
    reason = f"!no page: what describes a page is named like {right}, and JSON documents go into a .jsonl file"
    assert read_all(folder) == {"a.txt": "a", "b.text": "b", name: reason}
    assert read_all(folder / name) == {name: reason}


def test_a_side_car_of_documents_is_refused_rather_than_ignored(folder: Path) -> None:
    (folder / "a.jsonl").write_text('{"text": "een", "name": "1"}')
    (folder / "a.jsonl.json").write_text('{"source": "krant"}')
    reason = "!documents of a .jsonl file describe themselves, each in its own line"
    assert read_all(folder) == {"1": "een", "a.jsonl.json": reason}


@pytest.mark.parametrize("name", ["a.html", "b.md", "photo.jpeg", "old.txt~", "pages.jsonl.gz"])
def test_in_a_folder_only_what_is_named_like_a_page_is_one(folder: Path, name: str) -> None:
    (folder / "good.TXT").write_text("good")
    (folder / "lines.JSONL").write_text('{"text": "een", "name": "1"}')
    (folder / name).write_text("a")
    found = read_all(folder)
    assert found.pop(name).startswith("!in a folder only .txt, .text, .jsonl and names without ending")
    assert found == {"good.TXT": "good", "1": "een"}
    assert read_all(folder / name) == {name: "a"}


def test_html_is_refused_whatever_it_is_called(folder: Path) -> None:
    (folder / "a.txt").write_text("<html>")
    (folder / "b.jsonl").write_text('{"text": "<!doctype html>"}')
    reason = "!this is HTML, extract its text first"
    assert read_all(folder) == {"a.txt": reason, "b.jsonl:1": reason}


def test_a_name_may_be_as_long_as_it_can(folder: Path) -> None:
    name = "x" * 251 + ".txt"
    (folder / name).write_text("a")
    assert read_all(folder / name) == {name: "a"}


def test_a_broken_side_car_refuses_the_page(folder: Path) -> None:
    (folder / "a.txt").write_text("a")
    (folder / "a.txt.json").write_text("{")
    assert read_all(folder)["a.txt"].startswith("!its side-car file: Invalid JSON")


@pytest.mark.parametrize("target", ["/etc/passwd", "loop.txt", "gone.txt", "a.txt"])
def test_follows_no_link_inside_a_folder(folder: Path, target: str) -> None:
    (folder / "a.txt").write_text("a")
    (folder / "loop.txt").symlink_to(target)
    assert read_all(folder) == {"a.txt": "a", "loop.txt": "!a symbolic link, not followed"}


def test_follows_no_link_to_a_folder(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.txt").write_text("secret")
    (folder / "inside").symlink_to(tmp_path / "elsewhere")
    assert read_all(folder) == {"inside": "!a symbolic link, not followed"}


def test_takes_a_link_that_was_named_itself(folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text("a")
    (tmp_path / "link").symlink_to(folder)
    assert read_all(tmp_path / "link") == {"a.txt": "a"}


def test_does_not_block_on_a_pipe_and_opens_no_device(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert read_all(folder) == {"pipe.txt": "!not a regular file"}
    assert read_all("/dev/zero") == {"zero": "!not a regular file"}


def test_a_folder_may_be_named_like_a_file(folder: Path) -> None:
    (folder / "x.txt").mkdir()
    (folder / "x.txt" / "y.txt").write_text("y")
    assert read_all(folder) == {"x.txt/y.txt": "y"}


@pytest.mark.parametrize("swap", ["file", "folder"])
def test_a_swap_between_looking_and_opening_leads_nowhere(folder: Path, tmp_path: Path, swap: str) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "a.txt").write_text("secret")
    (folder / "sub").mkdir()
    (folder / "sub" / "a.txt").write_text("a")
    (candidate,) = find_candidates([folder])
    assert isinstance(candidate, Candidate)
    (folder / "sub" / "a.txt").unlink()
    if swap == "file":
        (folder / "sub" / "a.txt").symlink_to(secret / "a.txt")
    else:
        (folder / "sub").rmdir()
        (folder / "sub").symlink_to(secret)
    (found,) = read_candidate(candidate, NOTHING)
    assert isinstance(found, Refusal)


def test_reads_no_more_than_a_page_may_have(folder: Path) -> None:
    with (folder / "big.txt").open("wb") as big:
        big.truncate(50 * 1024 * 1024)
    assert read_all(folder) == {"big.txt": "!larger than 1 MiB"}


def test_a_hard_link_is_a_file_like_any_other(folder: Path) -> None:
    (folder / "a.txt").write_text("a")
    os.link(folder / "a.txt", folder / "b.txt")
    assert read_all(folder) == {"a.txt": "a", "b.txt": "a"}


def test_names_that_want_to_be_more_are_only_names(folder: Path) -> None:
    for name in (b"a\nb.txt", b"\x1b[31m.txt", b"\xff.txt", b"..txt"):
        Path(os.fsdecode(os.path.join(os.fsencode(folder), name))).write_text("x")  # noqa: PTH118 - bytes
    assert set(read_all(folder)) == {"a\\nb.txt", "\\x1b[31m.txt", "\\xff.txt"}


def test_what_can_not_be_read_is_refused_and_the_rest_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.txt").write_text("a")
    (folder / "b.txt").write_text("b")
    true_open = os.open

    def refuse(path: str, flags: int, *, dir_fd: int | None = None) -> int:
        if path == "a.txt":
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return true_open(path, flags, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", refuse)  # root may read everything, so the system can't be asked to refuse
    assert read_all(folder) == {"a.txt": "!can't be read: permission denied", "b.txt": "b"}


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert read_all(tmp_path / "gone") == {str(tmp_path / "gone"): "!no such file or directory"}


def test_says_what_the_system_said() -> None:
    assert describe_os_error(OSError(errno.EIO, "Input/output error")) == "input/output error"
    assert describe_os_error(ValueError("embedded null byte")) == "can't be read: embedded null byte"


def test_reads_json_lines_and_refuses_single_ones(folder: Path) -> None:
    lines = [b'{"text": "een", "name": "1"}', b"", b"{broken", b'{"text": "' + b"x" * MAX_PAGE_BYTES + b'"}']
    lines.append(b'{"text": "vijf", "name": "5"}')
    (folder / "pages.jsonl").write_bytes(b"\n".join(lines))
    found = read_all(folder)
    assert found.pop("pages.jsonl:3").startswith("!Invalid JSON")
    assert found == {"1": "een", "pages.jsonl:4": "!larger than 1 MiB", "5": "vijf"}
