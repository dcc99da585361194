"""The files of `schemas/`, made from the messages: JSON Schemas, examples and the AsyncAPI document."""

import json

from newsticker.commands.asyncapi import build_asyncapi
from newsticker.commands.example import make_examples
from newsticker.commands.message_schemas import MESSAGES, Json, build_schema, name_schema
from newsticker.commands.yaml_text import render_yaml


def build_files() -> dict[str, str]:
    """Build every file of `schemas/`, by its path in there."""
    schemas = {name_schema(message): _render_json(build_schema(message)) for message in MESSAGES.values()}
    examples = {
        f"examples/{name}.v{message.schema_major}.json": _render_json(example)
        for name, (message, example) in make_examples().items()
    }
    files = {name: name_schema(message) for name, message in MESSAGES.items()}
    return {**schemas, **examples, "asyncapi.yaml": render_yaml(build_asyncapi(files))}


def _render_json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
