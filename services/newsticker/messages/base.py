"""The one base of every message: frozen, strict, camelCase on the wire, unknown fields ignored."""

from abc import ABC, abstractmethod
from hashlib import sha1
from typing import ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

NEWSTICKER_NAMESPACE = UUID("6f3d8a52-0c1b-5d0e-9a46-7e2f5b1c4d90")
"""Namespace of every uuid5 of ours; never changes, or all identities would."""

_NAMESPACE_BYTES = NEWSTICKER_NAMESPACE.bytes
_VERSION_BITS = (0xF << 76) | (0x3 << 62)
_VERSION_5 = (0x5 << 76) | (0x2 << 62)
"""Version and variant of a UUID that is named by SHA-1 (RFC 9562)."""


def name_id(name: str) -> UUID:
    """Give `uuid5` of a name in our namespace, at half the cost of the library's."""
    digest = sha1(_NAMESPACE_BYTES + name.encode(), usedforsecurity=False).digest()
    return UUID(int=int.from_bytes(digest[:16], "big") & ~_VERSION_BITS | _VERSION_5)


class Part(BaseModel):
    """A piece of a message; absent values are left out of the JSON, never written as null."""

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="ignore",  # a newer version may run beside an older one
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )


class Span(Part):
    """A half-open range `[start, end)` in code points of the document's text."""

    start: int
    end: int


class Message(Part, ABC):
    """What travels on a topic: it knows its record key and the identity of the fact that it states."""

    schema_name: ClassVar[str]
    """Kebab-case noun: the name of the schema file and the last word of `ce_type`."""
    schema_major: ClassVar[int] = 1

    @property
    @abstractmethod
    def key(self) -> str:
        """The record key on every topic that carries this message."""

    @property
    @abstractmethod
    def fact_id(self) -> str:
        """The same for a second delivery of the same fact; becomes `ce_id`."""

    @property
    def filters(self) -> dict[str, str]:
        """CloudEvents extension attributes by which a subscriber can choose without parsing the body."""
        return {}

    def to_json(self) -> bytes:
        """Render the value of the record: UTF-8 JSON, the same bytes for the same message."""
        return self.__pydantic_serializer__.to_json(self, exclude_none=True)  # `model_dump_json` would make it a text
