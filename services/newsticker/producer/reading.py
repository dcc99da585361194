"""Finds and reads pages, without trust in what lies on a disk.

Inside a folder no symbolic link is followed, nothing but a regular file is opened, no more is read than a page may
have, and no file that is swapped between looking and opening can lead elsewhere: every path is walked from the folder's
own descriptor.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from newsticker.messages.raw_document import RawDocument
from newsticker.producer.handler import (
    MAX_PAGE_BYTES,
    Description,
    Refusal,
    handle_line,
    handle_page,
    parse_side_car,
    show_name,
)

STANDARD_INPUT = "-"
LINES_SUFFIX = ".jsonl"
SIDE_CAR_SUFFIX = ".json"
TEXT_SUFFIXES = (".txt", ".text", "")
"""Of the files in a folder these are pages, and `.jsonl`; whatever else lies there was not put there to be news."""

UNKNOWN_ENDING = "in a folder only .txt, .text, .jsonl and names without ending are pages: name this file itself"
OPEN_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
OPEN_FOLDER = os.O_RDONLY | os.O_NOFOLLOW | os.O_DIRECTORY | os.O_CLOEXEC
SKIP_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may hold pages: its path below a folder, part by part."""

    root: Path
    parts: tuple[str, ...]
    has_side_car: bool = False

    @property
    def name(self) -> str:
        """The path below its folder, safe to print."""
        return show_name("/".join(os.fsencode(part).decode("utf-8", "backslashreplace") for part in self.parts))


class NotAFileError(OSError):
    """What is there is no regular file."""


def find_candidates(paths: Iterable[str | Path]) -> Iterator[Candidate | Refusal]:
    """List what the paths hold: files as they are, folders with all below them, in order of name."""
    for path in paths:
        given = Path(path)
        try:
            resolved = given.resolve(strict=True)
        except (OSError, RuntimeError, ValueError) as error:
            yield Refusal(show_name(str(given)), describe_os_error(error))
            continue
        if resolved.is_dir():
            yield from _walk(resolved)
        else:
            yield from _choose(resolved.parent, (), resolved.name, partial(_is_file, resolved.parent))


def _walk(folder: Path) -> Iterator[Candidate | Refusal]:
    refused: list[Refusal] = []

    def refuse(error: OSError) -> None:
        refused.append(Refusal(show_name(str(error.filename)), describe_os_error(error)))

    for root, folders, names, descriptor in os.fwalk(folder, onerror=refuse, follow_symlinks=False):
        parts = Path(root).relative_to(folder).parts
        visible = sorted(name for name in folders if not name.startswith("."))
        folders[:] = [name for name in visible if not _is_link(name, descriptor)]
        for name in visible:
            if name not in folders:
                yield Refusal(Candidate(folder, (*parts, name)).name, "a symbolic link, not followed")
        present = frozenset(names)
        for name in sorted(names):
            if not name.startswith("."):
                yield from _choose_below(folder, parts, name, present)
        yield from refused
        refused.clear()
    yield from refused


def _choose_below(
    folder: Path, parts: tuple[str, ...], name: str, present: frozenset[str]
) -> Iterator[Candidate | Refusal]:
    """Take a file of a folder if it is named like a page."""
    if Path(name).suffix.lower() in (*TEXT_SUFFIXES, LINES_SUFFIX, SIDE_CAR_SUFFIX):
        yield from _choose(folder, parts, name, present.__contains__)
    else:
        yield Refusal(Candidate(folder, (*parts, name)).name, UNKNOWN_ENDING)


def _choose(
    folder: Path, parts: tuple[str, ...], name: str, is_there: Callable[[str], bool]
) -> Iterator[Candidate | Refusal]:
    """Take a file, with its side-car; a side-car itself goes with its page, and other JSON is none."""
    candidate = Candidate(folder, (*parts, name), is_there(name + SIDE_CAR_SUFFIX))
    stem, dot_json = name[: -len(SIDE_CAR_SUFFIX)], name[-len(SIDE_CAR_SUFFIX) :]
    if dot_json.lower() != SIDE_CAR_SUFFIX:
        yield candidate
    elif stem.lower().endswith(LINES_SUFFIX) and is_there(stem):
        yield Refusal(candidate.name, "documents of a .jsonl file describe themselves, each in its own line")
    elif not is_there(stem):
        page = next((stem + suffix for suffix in TEXT_SUFFIXES if is_there(stem + suffix)), stem + TEXT_SUFFIXES[0])
        right = Candidate(folder, (*parts, page + SIDE_CAR_SUFFIX)).name
        reason = f"no page: what describes a page is named like {right}, and JSON documents go into a .jsonl file"
        yield Refusal(candidate.name, reason)


def _is_file(folder: Path, name: str) -> bool:
    try:
        return stat.S_ISREG((folder / name).stat().st_mode)
    except OSError:  # a name that is too long is there no more than one that is missing
        return False


def _is_link(name: str, descriptor: int) -> bool:
    return stat.S_ISLNK(os.stat(name, dir_fd=descriptor, follow_symlinks=False).st_mode)


def read_candidate(candidate: Candidate, defaults: Description) -> Iterator[RawDocument | Refusal]:
    """Read the pages of one file."""
    try:
        with open_beneath(candidate.root, candidate.parts) as file:
            if candidate.parts[-1].lower().endswith(LINES_SUFFIX):
                yield from read_lines(candidate.name, file, defaults)
                return
            content = file.read(MAX_PAGE_BYTES + 1)
        described = _read_side_car(candidate, defaults) if candidate.has_side_car else defaults
    except OSError as error:
        yield Refusal(candidate.name, describe_os_error(error))
        return
    yield described if isinstance(described, Refusal) else handle_page(candidate.name, content, described)


def _read_side_car(candidate: Candidate, defaults: Description) -> Description | Refusal:
    parts = (*candidate.parts[:-1], candidate.parts[-1] + SIDE_CAR_SUFFIX)
    with open_beneath(candidate.root, parts) as file:
        described = parse_side_car(candidate.name, file.read(MAX_PAGE_BYTES))
    return described if isinstance(described, Refusal) else described.over(defaults)


def open_beneath(root: Path, parts: tuple[str, ...]) -> BinaryIO:
    """Open a regular file below a folder, following no link on the way and blocking on nothing."""
    with ExitStack() as stack:
        descriptor = os.open(root, OPEN_FOLDER)
        stack.callback(os.close, descriptor)
        for part in parts[:-1]:
            descriptor = os.open(part, OPEN_FOLDER, dir_fd=descriptor)
            stack.callback(os.close, descriptor)
        opened = os.open(parts[-1], OPEN_FILE, dir_fd=descriptor)
    file = os.fdopen(opened, "rb")
    if not stat.S_ISREG(os.fstat(opened).st_mode):
        file.close()
        raise NotAFileError(errno.EINVAL, "not a regular file")
    return file


def read_lines(
    name: str, file: BinaryIO, defaults: Description, first: bytes | None = None
) -> Iterator[RawDocument | Refusal]:
    """Read one document a line; a line that is too long is refused and passed over. `first` was read already."""
    line = file.readline(MAX_PAGE_BYTES + 1) if first is None else first
    number = 1
    while line:
        where = f"{name}:{number}"
        if len(line) > MAX_PAGE_BYTES:
            while line and not line.endswith(b"\n"):
                line = file.readline(SKIP_BYTES)
            yield Refusal(where, "larger than 1 MiB")
        elif line.strip():
            yield handle_line(where, line, defaults)
        line = file.readline(MAX_PAGE_BYTES + 1)
        number += 1


def read_standard_input(file: BinaryIO, defaults: Description) -> Iterator[RawDocument | Refusal]:
    """Read a stream: JSON Lines when its first line is a JSON object, else one page."""
    first = file.readline(MAX_PAGE_BYTES + 1)
    if first.lstrip().startswith(b"{"):
        yield from read_lines("stdin", file, defaults, first)
        return
    content = first + file.read(max(0, MAX_PAGE_BYTES + 1 - len(first)))
    yield handle_page("stdin", content, defaults)


def describe_os_error(error: Exception) -> str:
    """Say what the system answered, in one line."""
    if isinstance(error, OSError):
        if error.errno == errno.ELOOP:
            return "a symbolic link, not followed"
        return (error.strerror or str(error)).lower().replace("permission denied", "can't be read: permission denied")
    return "can't be read: " + show_name(str(error))
