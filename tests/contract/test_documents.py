"""What the documents show is what the code gives."""

import json
import re
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest

from newsticker.commands.example import EXAMPLE_BRIEF, EXAMPLE_STAMP, make_examples
from newsticker.commands.services import SERVICES
from newsticker.messages.news_event import NewsEvent
from newsticker.messages.time import TimeStatus
from newsticker.messages.topics import ALL_TOPICS
from support.golden import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
TEXTS = sorted(
    path for path in ROOT.rglob("*.md") if not {".venv", "node_modules", ".uv"} & set(path.relative_to(ROOT).parts)
)


def is_part_of(part: Any, whole: Any) -> bool:  # noqa: ANN401 - any JSON
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(name in whole and is_part_of(part[name], whole[name]) for name in part)
    if isinstance(part, list):
        return len(part) == len(whole) and all(is_part_of(*pair) for pair in zip(part, whole, strict=True))
    return bool(part == whole)


def test_the_event_shown_is_the_one_that_the_line_gives() -> None:
    (block,) = re.findall(r"```json\n(.*?)```", README, re.DOTALL)
    _, event = make_examples()[NewsEvent.schema_name]
    assert is_part_of(json.loads(block), event), json.dumps(event, ensure_ascii=False)
    line = re.search(r"glued line `(.*?)…(.*?)`", README)
    assert line is not None
    assert EXAMPLE_BRIEF.startswith(line[1].rstrip())
    assert line[2] == EXAMPLE_STAMP


def test_the_first_screen_is_one_screen() -> None:
    assert len(README.splitlines()) <= 60


def test_every_service_has_its_row() -> None:
    rows = re.findall(r"^\| (\w+) \|", README, re.MULTILINE)
    assert rows[1:] == list(SERVICES)


def test_every_topic_named_is_in_the_catalogue() -> None:
    known = {topic.name for topic in ALL_TOPICS}
    named = set(re.findall(r"`((?:raw|news|unique|enriched|distinct)-[a-z-]+)`", README))
    assert named <= known
    assert {"raw-documents", "news-items", "news-events", "news-events-latest"} <= named


def test_the_subscriber_shown_is_that_of_the_examples() -> None:
    (block,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    whole = (ROOT / "examples" / "subscribe.py").read_text(encoding="utf-8")
    assert indent(block, "    ") in whole


def test_every_status_has_its_row() -> None:
    text = (ROOT / "services" / "README.md").read_text(encoding="utf-8")
    table = text.split("## How a record ends")[0]
    assert set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)))) == {
        status.value for status in TimeStatus
    }


def test_every_make_target_named_exists() -> None:
    targets = set(re.findall(r"^([a-z0-9]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for path in TEXTS:
        named = re.findall(r"`make ([a-z ]+)`|^make ([a-z]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert {word for pair in named for words in pair for word in words.split()} <= targets, path


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+?)\)", path.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (path.parent / target).exists(), target


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text
