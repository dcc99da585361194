"""Whether a schema still fits a released one: within a major version it may only gain optional fields."""

import json
from collections.abc import Iterator
from typing import Any

TALK = frozenset({"title", "description", "default", "examples", "$id", "$schema"})
"""What says something to people only."""

GROWING = frozenset({"properties", "$defs"})
"""Where new names may come in."""


def find_breaks(released: str, current: dict[str, Any]) -> list[str]:
    """List what changed otherwise than by a new optional field."""
    return list(_compare(json.loads(released), current, ""))


def _compare(old: Any, new: Any, path: str) -> Iterator[str]:  # noqa: ANN401 - any JSON
    if not (isinstance(old, dict) and isinstance(new, dict)):
        if old != new:
            yield f"{path or 'the schema'} was {json.dumps(old)[:80]}, is {json.dumps(new)[:80]}"
        return
    for name in old.keys() | new.keys():
        where = f"{path}/{name}"
        if name in GROWING:
            yield from _compare_names(old.get(name, {}), new.get(name, {}), where)
        elif name == "required":
            changed = sorted(set(old.get(name, [])) ^ set(new.get(name, [])))
            if changed:
                yield f"{where} changed for {', '.join(changed)}"
        elif name not in TALK:
            yield from _compare(old.get(name), new.get(name), where)


def _compare_names(old: dict[str, Any], new: dict[str, Any], path: str) -> Iterator[str]:
    for name, schema in old.items():
        if name in new:
            yield from _compare(schema, new[name], f"{path}/{name}")
        else:
            yield f"{path}/{name} is gone"
