"""The conditions of `tail`: `key=value` on a record's headers or its JSON."""

from collections.abc import Iterator
from typing import Any

import orjson
import typer

from newsticker.commands.asyncapi import CLOUDEVENTS_HEADERS
from newsticker.commands.message_schemas import MESSAGES, Json, build_schema
from newsticker.messages.dead_letter import DeadLetter
from newsticker.messages.topics import Topic
from newsticker.runtime.reader import Record

Condition = tuple[str, str]

HEADERS = frozenset(name.removeprefix("ce_") for name in CLOUDEVENTS_HEADERS["properties"] if name.startswith("ce_"))
"""What stands in the CloudEvents headers of every record, and the filters."""


def parse_condition(text: str) -> Condition:
    """Read one `key=value`."""
    key, sign, value = text.partition("=")
    if not sign or not key:
        raise typer.BadParameter(f"write it as key=value, not {text!r}", param_hint="--where")
    return key, value


def matches(record: Record, conditions: list[Condition]) -> bool:
    """Tell whether a record meets every condition."""
    if not conditions:
        return True
    headers = {name: value.decode("utf-8", "replace") for name, value in reversed(record.headers)}
    try:
        body = orjson.loads(record.value or b"null")
    except orjson.JSONDecodeError:
        body = None
    return all(headers.get(f"ce_{key}") == value or value in find_values(body, key) for key, value in conditions)


def find_values(body: Any, path: str) -> set[str]:  # noqa: ANN401 - any JSON
    """Give what stands at a dotted path, as text; lists are looked through."""
    found = [body]
    for name in path.split("."):
        found = [inner for outer in found for inner in (outer if isinstance(outer, list) else [outer])]
        found = [outer[name] for outer in found if isinstance(outer, dict) and name in outer]
    flat = [inner for outer in found for inner in (outer if isinstance(outer, list) else [outer])]
    return {value if isinstance(value, str) else orjson.dumps(value).decode() for value in flat}


def check_condition(key: str, topic: Topic) -> None:
    """Refuse a key that no record of a topic can have; what stands in a dead letter is not known."""
    message = MESSAGES.get(topic.message)
    if key in HEADERS or message is None or message is DeadLetter:
        return
    schema = build_schema(message)
    known = [schema]
    for name in key.split("."):
        below = {known_name: inner for node in known for known_name, inner in _find_properties(node, schema)}
        if name not in below:
            there = ", ".join(sorted(below)) or "nothing"
            raise typer.BadParameter(f"no {topic.name} has {key!r}: at {name!r} there is {there}", param_hint="--where")
        known = [below[name]]


def _find_properties(node: Json, schema: Json) -> Iterator[tuple[str, Json]]:
    """Give the properties of a node, through references, alternatives and lists."""
    yield from node.get("properties", {}).items()
    inner = [*node.get("anyOf", ()), *([node["items"]] if "items" in node else [])]
    if "$ref" in node:
        inner.append(schema["$defs"][node["$ref"].rsplit("/", 1)[-1]])
    for part in inner:
        yield from _find_properties(part, schema)
