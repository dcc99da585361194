"""A page as it was received."""

from hashlib import sha256
from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from newsticker.messages.base import Message, name_id

DEFAULT_SOURCE = "default"


class RawDocument(Message):
    """One page: its text, where it came from and, when known, when it was fetched."""

    schema_name: ClassVar[str] = "raw-document"

    document_id: UUID
    text: str
    sha256: str
    source: str = DEFAULT_SOURCE
    name: str | None = None
    url: str | None = None
    fetched_at: AwareDatetime | None = None
    quality: tuple[str, ...] = ()
    """Flags of reading, such as `decoded_windows_1252`."""

    @property
    def key(self) -> str:
        """The document id."""
        return str(self.document_id)

    @property
    def fact_id(self) -> str:
        """The document id: sending a page again states nothing new."""
        return str(self.document_id)


def make_raw_document(
    text: str,
    *,
    source: str = DEFAULT_SOURCE,
    name: str | None = None,
    url: str | None = None,
    fetched_at: AwareDatetime | None = None,
    quality: tuple[str, ...] = (),
) -> RawDocument:
    """Give a page its identity: uuid5 of source name, fetch time if known, and sha256 of the text."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    fetched = fetched_at.isoformat() if fetched_at else ""
    return RawDocument(
        document_id=name_id(f"document\n{source}\n{fetched}\n{digest}"),
        text=text,
        sha256=digest,
        source=source,
        name=name,
        url=url,
        fetched_at=fetched_at,
        quality=quality,
    )
