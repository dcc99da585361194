"""Writes YAML: the few forms that JSON values need, strings quoted unless they are plain beyond doubt."""

import json
import re
from collections.abc import Iterator
from typing import Any

PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_./-]{0,80}")
RESERVED = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


def render_yaml(value: dict[str, Any]) -> str:
    """Render a JSON object as a YAML document."""
    return "\n".join(_render(value, 0)) + "\n"


def _render(value: Any, depth: int) -> Iterator[str]:  # noqa: ANN401 - any JSON
    blank = "  " * depth
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _render_pair(f"{blank}{_scalar(name)}:", inner, depth)
    else:
        for inner in value:
            if isinstance(inner, dict | list) and inner:
                first, *rest = _render(inner, depth + 1)
                yield f"{blank}- {first.strip()}"
                yield from rest
            else:
                yield f"{blank}- {_scalar(inner)}"


def _render_pair(head: str, inner: Any, depth: int) -> Iterator[str]:  # noqa: ANN401 - any JSON
    if isinstance(inner, dict | list) and inner:
        yield head
        yield from _render(inner, depth + 1)
    else:
        yield f"{head} {_scalar(inner)}"


def _scalar(value: Any) -> str:  # noqa: ANN401 - any JSON
    if isinstance(value, str) and PLAIN.fullmatch(value) and value.lower() not in RESERVED:
        return value
    return json.dumps(value, ensure_ascii=False)
