"""`schemas/` is what the messages say, every example is valid, and no reader of released versions is left behind."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from newsticker.commands.asyncapi import CLOUDEVENTS_HEADERS
from newsticker.commands.compatibility import find_breaks
from newsticker.commands.message_schemas import MESSAGES, build_schema, name_schema
from newsticker.commands.schemas import export, find_incompatible, find_stale
from newsticker.commands.yaml_text import render_yaml
from newsticker.messages.base import Message
from newsticker.messages.cloudevents import render_headers
from newsticker.messages.topics import ALL_TOPICS
from support.golden import ROOT, list_golden

SCHEMAS = ROOT / "schemas"
ASYNCAPI_CHECK = Path(__file__).parent / "asyncapi"
EXAMPLES = sorted((SCHEMAS / "examples").glob("*.json"))


def validator_of(message: type[Message]) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / name_schema(message)).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def test_the_files_are_current() -> None:
    assert find_stale(SCHEMAS) == []


def test_released_schemas_only_gain_optional_fields() -> None:
    assert find_incompatible(SCHEMAS) == []
    released = {path.name for path in (SCHEMAS / "released").iterdir()}
    assert released == {name_schema(message) for message in MESSAGES.values()}


def test_every_message_of_the_catalogue_has_a_schema() -> None:
    assert {topic.message for topic in ALL_TOPICS} - {"state"} == set(MESSAGES)


def test_every_message_has_an_example() -> None:
    assert {path.name for path in EXAMPLES} == {
        name_schema(message).replace(".schema", "") for message in MESSAGES.values()
    }


def test_the_headers_of_the_document_are_those_of_records() -> None:
    rendered: set[str] = set()
    for path in EXAMPLES:
        message = MESSAGES[path.name.split(".")[0]].model_validate_json(path.read_bytes())
        headers = dict(render_headers(message, service="sink", timestamp_ms=0))
        assert set(CLOUDEVENTS_HEADERS["required"]) <= set(headers)
        rendered |= set(headers)
    assert rendered == set(CLOUDEVENTS_HEADERS["properties"])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_valid_and_survives_reading_and_writing(path: Path) -> None:
    message = MESSAGES[path.name.split(".")[0]]
    example = json.loads(path.read_text(encoding="utf-8"))
    validator_of(message).validate(example)
    assert json.loads(message.model_validate_json(json.dumps(example)).to_json()) == example


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_without_a_required_field_is_not_valid(path: Path) -> None:
    message = MESSAGES[path.name.split(".")[0]]
    example = json.loads(path.read_text(encoding="utf-8"))
    validator = validator_of(message)
    for name in build_schema(message)["required"]:
        assert not validator.is_valid({other: value for other, value in example.items() if other != name}), name


def test_an_unknown_field_is_valid() -> None:
    for path in EXAMPLES:
        example = json.loads(path.read_text(encoding="utf-8"))
        validator_of(MESSAGES[path.name.split(".")[0]]).validate({**example, "addedLater": 1})


def test_golden_events_are_valid() -> None:
    validator = validator_of(MESSAGES["news-event"])
    for golden, _, _ in list_golden():
        for event in json.loads(golden.read_text(encoding="utf-8")):
            validator.validate(event)


def walk(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401 - any JSON
    if isinstance(node, dict):
        yield path, node
        for name, inner in node.items():
            yield from walk(inner, f"{path}/{name}")
    elif isinstance(node, list):
        for number, inner in enumerate(node):
            yield from walk(inner, f"{path}/{number}")


@pytest.mark.parametrize("message", MESSAGES.values(), ids=lambda message: message.schema_name)
def test_whoever_allocates_has_a_bound(message: type[Message]) -> None:
    for path, node in walk(build_schema(message)):
        if node.get("type") == "array":
            assert "maxItems" in node, path
        if node.get("type") == "string" and ("format" in node or "pattern" in node):
            assert "maxLength" in node, path
        assert {"type": "null"} not in node.get("anyOf", []), path


@pytest.mark.parametrize(
    ("change", "break_found"),
    [
        ({"properties": {"a": {"type": "string"}, "b": {"type": "string"}}}, None),
        ({"$defs": {"X": {"type": "object"}, "Y": {}}}, None),
        ({"title": "Other words", "description": "New"}, None),
        ({"properties": {}}, "/properties/a is gone"),
        ({"properties": {"a": {"type": "integer"}}}, '/properties/a/type was "string", is "integer"'),
        ({"required": ["a", "b"]}, "/required changed for b"),
        ({"required": []}, "/required changed for a"),
        ({"$defs": {}}, "/$defs/X is gone"),
        ({"maxItems": 3}, "/maxItems was null, is 3"),
    ],
)
def test_a_break_is_named(change: dict[str, Any], break_found: str | None) -> None:
    released = {
        "type": "object",
        "properties": {"a": {"type": "string"}},
        "required": ["a"],
        "$defs": {"X": {"type": "object"}},
    }
    found = find_breaks(json.dumps(released), released | change)
    assert found == ([break_found] if break_found else [])


def test_a_stale_and_a_stray_file_are_named_with_what_to_do(tmp_path: Path) -> None:
    export(tmp_path / "schemas")
    assert find_stale(tmp_path / "schemas") == []
    (tmp_path / "schemas" / "asyncapi.yaml").write_text("other")
    (tmp_path / "schemas" / "old.v1.schema.json").write_text("{}")
    assert find_stale(tmp_path / "schemas") == [
        f"{tmp_path}/schemas/asyncapi.yaml is not current: run make schemas",
        f"{tmp_path}/schemas/old.v1.schema.json belongs to no message: delete it",
    ]


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"a": {"b": [1, "x", {"c": None, "d": []}, [], ["y", ["z"]]], "e": {}}},
        {"yes": "no", "1": "1", "t": "true", "x y": "a: b # c", "é": '"\n\t', "n": 1.5, "b": True, "u": "2026-01-01"},
    ],
)
def test_the_written_yaml_reads_back_the_same(value: dict[str, Any]) -> None:
    assert yaml.safe_load(render_yaml({"top": value}))["top"] == value


def test_asyncapi_names_every_topic_that_is_no_state() -> None:
    document = yaml.safe_load((SCHEMAS / "asyncapi.yaml").read_text(encoding="utf-8"))
    assert document["asyncapi"] == "3.0.0"
    assert set(document["channels"]) == {topic.name for topic in ALL_TOPICS if topic.message != "state"}


@pytest.mark.timeout(300)  # the first run fetches the parser
@pytest.mark.skipif(shutil.which("npm") is None, reason="there is no node here to run the official parser")
def test_the_official_parser_finds_no_error_in_asyncapi() -> None:
    if not (ASYNCAPI_CHECK / "node_modules").is_dir():
        subprocess.run(["npm", "ci", "--silent"], cwd=ASYNCAPI_CHECK, check=True)  # noqa: S607 - from the path
    command = ["node", "check.mjs", str(SCHEMAS / "asyncapi.yaml")]
    done = subprocess.run(command, cwd=ASYNCAPI_CHECK, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
