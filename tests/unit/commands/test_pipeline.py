"""The stages in memory hand messages on as they are, which is right as long as JSON gives every message back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsticker.commands.pipeline import Pipeline
from newsticker.domain.sources import Sources
from newsticker.messages.base import Message
from support.golden import PROCESSED_MS, ROOT, SEEDS, read_page

PAGES = sorted([*SEEDS.iterdir(), *(ROOT / "tests" / "fixtures" / "pages").glob("*.txt")])
MESSAGES_OF_ALL_STAGES = {
    "raw-document",
    "news-item",
    "sighting",
    "distinct-news-item",
    "unique-news-item",
    "news-group",
    "enriched-news-item",
    "news-event",
}


def follow(pages: list[Path], fetched_at: datetime | None) -> list[Message]:
    seen: list[Message] = []
    pipeline = Pipeline(Sources())
    pipeline.on_message = seen.append
    for page in pages:
        pipeline.feed(read_page(page, fetched_at), PROCESSED_MS)
    return seen


@pytest.mark.parametrize("fetched_at", [None, datetime(2026, 1, 22, 20, 15, tzinfo=UTC)], ids=["unknown", "fetched"])
def test_every_message_of_every_stage_comes_back_from_json_unchanged(fetched_at: datetime | None) -> None:
    messages = follow(PAGES, fetched_at)
    assert {message.schema_name for message in messages} == MESSAGES_OF_ALL_STAGES
    for message in messages:
        assert type(message).model_validate_json(message.to_json()) == message
