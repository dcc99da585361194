"""The JSON Schemas of all messages, made from their models."""

from collections.abc import Mapping
from typing import Any

from newsticker.messages.base import Message
from newsticker.messages.dead_letter import DeadLetter
from newsticker.messages.enriched_item import EnrichedNewsItem
from newsticker.messages.news_event import NewsEvent
from newsticker.messages.news_group import NewsGroup
from newsticker.messages.news_item import NewsItem
from newsticker.messages.raw_document import RawDocument
from newsticker.messages.sighting import Sighting
from newsticker.messages.unique_item import DistinctNewsItem, UniqueNewsItem

MESSAGES: Mapping[str, type[Message]] = {
    message.schema_name: message
    for message in (
        RawDocument,
        NewsItem,
        DistinctNewsItem,
        UniqueNewsItem,
        EnrichedNewsItem,
        NewsEvent,
        Sighting,
        NewsGroup,
        DeadLetter,
    )
}

DIALECT = "https://json-schema.org/draft/2020-12/schema"
MAX_ITEMS = 10_000
"""Of any list: far beyond what a record of 1 MiB holds in practice, and a bound for whoever allocates."""

MAX_LENGTHS = {"uuid": 36, "date-time": 40}

Json = dict[str, Any]


def name_schema(message: type[Message]) -> str:
    """Name the schema file of a message."""
    return f"{message.schema_name}.v{message.schema_major}.schema.json"


def build_schema(message: type[Message]) -> Json:
    """Build the JSON Schema of a message as it travels: absent values are left out, never null."""
    schema = message.model_json_schema(by_alias=True)
    noun = f"{message.schema_name}.v{message.schema_major}"
    tightened = _tighten(schema)
    return {"$schema": DIALECT, "$id": f"urn:newsticker:schema:{noun}", **tightened}


def _tighten(node: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(node, list):
        return [_tighten(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    tightened = {name: _tighten(inner) for name, inner in node.items()}
    if "anyOf" in tightened:
        kinds = [kind for kind in tightened["anyOf"] if kind != {"type": "null"}]
        if len(kinds) == 1 and len(kinds) < len(tightened["anyOf"]):
            del tightened["anyOf"]
            tightened = {**kinds[0], **tightened}
            tightened.pop("default", None)
    if tightened.get("type") == "array":
        tightened.setdefault("maxItems", MAX_ITEMS)
    if tightened.get("format") in MAX_LENGTHS:
        tightened.setdefault("maxLength", MAX_LENGTHS[tightened["format"]])
    return tightened
