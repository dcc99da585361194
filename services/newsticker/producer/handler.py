"""From bytes to a document, or to the reason why not; pure.

A page is text as it was received: nothing is trimmed, so that spans count from its first character.
"""

import re
from dataclasses import dataclass
from datetime import UTC

from pydantic import AwareDatetime, BaseModel, ConfigDict, TypeAdapter, ValidationError

from newsticker.messages.raw_document import DEFAULT_SOURCE, RawDocument, make_raw_document
from newsticker.messages.topics import MAX_MESSAGE_BYTES

MAX_PAGE_BYTES = MAX_MESSAGE_BYTES
"""A page of news has a few kilobytes; the limit is that of the topic."""

ROOM_FOR_HEADERS = 2048
"""Of a record's limit, kept free for its key, its headers and its framing."""

DECODED_WINDOWS_1252 = "decoded_windows_1252"
"""Flag of a text that is not UTF-8 and was read as Windows-1252."""

MAX_NAME_CHARS = 500
MAX_REASON_CHARS = 200

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
C1_TO_WINDOWS_1252 = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
"""Five of the thirty-two have no character in Windows-1252 and stay what they are."""

HTML_START = re.compile(r"[\s\ufeff]*(?:<\?xml\b[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
"""How a file begins that was saved by a browser or a crawler; taken as text, its markup would be news."""

AWARE_TIME = TypeAdapter(AwareDatetime)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was not sent, and why, in one line."""

    name: str
    reason: str


class Description(BaseModel):
    """What is known of a page beside its text: the keys of a side-car file, defaults of the command line."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str | None = None
    source: str | None = None
    url: str | None = None
    fetched_at: AwareDatetime | None = None

    def over(self, defaults: "Description") -> "Description":
        """Fill what is not said here from the defaults."""
        said = {name: value for name, value in self if value is not None}
        return defaults.model_copy(update=said)


class DescribedText(Description):
    """One line of a `.jsonl` file."""

    text: str


def handle_page(name: str, content: bytes, described: Description) -> RawDocument | Refusal:
    """Make a document of the bytes of one page."""
    if len(content) > MAX_PAGE_BYTES:
        return Refusal(name, "larger than 1 MiB")
    content = content.removeprefix(BYTE_ORDER_MARK)
    try:
        return _make(name, content.decode("utf-8"), described)
    except UnicodeDecodeError:
        text = content.decode("latin-1").translate(C1_TO_WINDOWS_1252)
        return _make(name, text, described, (DECODED_WINDOWS_1252,))


def handle_line(name: str, line: bytes, defaults: Description) -> RawDocument | Refusal:
    """Make a document of one line of JSON."""
    if len(line) > MAX_PAGE_BYTES:
        return Refusal(name, "larger than 1 MiB")
    try:
        described = DescribedText.model_validate_json(line)
    except ValidationError as error:
        return Refusal(name, explain(error))
    said = Description(**described.model_dump(exclude={"text"}))
    return _make(name, described.text, said.over(defaults))


def parse_side_car(name: str, content: bytes) -> Description | Refusal:
    """Read what stands beside a page in `<page>.json`."""
    try:
        described = TypeAdapter(Description | DescribedText).validate_json(content)
    except ValidationError as error:
        return Refusal(name, f"its side-car file: {explain(error)}")
    return Description(**described.model_dump(exclude={"text"}))


def parse_fetch_time(text: str) -> AwareDatetime:
    """Read a fetch time; raise `ValueError` where it is none, or has no time zone."""
    try:
        return AWARE_TIME.validate_python(text)
    except ValidationError as error:
        raise ValueError(f"{explain(error)}: write it as 2026-01-22T20:00:00Z") from error


def explain(error: ValidationError) -> str:
    """Say what is wrong in one line, without an echo of the input."""
    problems = error.errors(include_input=False, include_url=False, include_context=False)
    first = problems[0]
    where = ".".join(str(part) for part in first["loc"] if not str(part).startswith("Descri"))
    reason = f"{where}: {first['msg']}" if where else first["msg"]
    return show_name(reason)[:MAX_REASON_CHARS]


def show_name(name: str) -> str:
    """Make a name safe to print and to send: what is not printable is escaped."""
    escaped = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in name)
    return escaped[:MAX_NAME_CHARS]


def _make(name: str, text: str, described: Description, quality: tuple[str, ...] = ()) -> RawDocument | Refusal:
    if not text or text.isspace():
        return Refusal(name, "empty")
    if "\x00" in text:
        return Refusal(name, "binary: it contains a NUL")
    if HTML_START.match(text):
        return Refusal(name, "this is HTML, extract its text first")
    document = make_raw_document(
        text,
        source=described.source or DEFAULT_SOURCE,
        name=show_name(described.name or name),
        url=described.url,
        fetched_at=described.fetched_at.astimezone(UTC) if described.fetched_at else None,
        quality=quality,
    )
    if len(document.to_json()) > MAX_MESSAGE_BYTES - ROOM_FOR_HEADERS:
        return Refusal(name, "larger than 1 MiB as a record")
    return document
