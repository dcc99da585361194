"""An invented page, and what every stage makes of it: the examples of `schemas/` and of the README."""

from collections import deque
from datetime import UTC, datetime
from typing import Any

import orjson

from newsticker.commands.pipeline import Pipeline
from newsticker.domain.sources import Sources
from newsticker.messages.base import Message
from newsticker.messages.dead_letter import DeadLetter, DeadLetterClass
from newsticker.messages.raw_document import RawDocument, make_raw_document

EXAMPLE_TIME = datetime(2026, 1, 22, 20, 5, tzinfo=UTC)
"""When the invented page is received."""

EXAMPLE_FETCH_TIME = datetime(2026, 1, 22, 20, 0, tzinfo=UTC)

EXAMPLE_ARTICLE = """\
Nieuwe sluis houdt Vlierdijk droog
VLIERDIJK (ANP) - De nieuwe sluis van Vlierdijk heeft haar eerste stormnacht goed doorstaan. Het water kwam hoger dan \
in de voorbije tien jaar, maar de kelders in de oude haven bleven droog, meldt het waterschap.
Volgende maand volgt een tweede proef met gesloten deuren.
"""

EXAMPLE_BRIEF = (
    "BRUSSEL (ANP/BELGA) - De Belgische spoorwegen zetten vanaf maandag nachttreinen in tussen Brussel en Praag. "
    "De eerste trein vertrekt om 19.22 uur en rijdt drie keer per week, zegt een woordvoerder."
)

EXAMPLE_STAMP = "2 uur geleden"

EXAMPLE_PAGE = f"""\
{EXAMPLE_ARTICLE}Meer uit Buitenland
OSLO (ANP) - In het noorden van Noorwegen is een verlaten weerstation verkocht aan een bioloog. Zij wil er \
zeehonden tellen.
een uur geleden{EXAMPLE_BRIEF}
{EXAMPLE_STAMP}"""


def make_example_document() -> RawDocument:
    """Make the invented page's document."""
    return make_raw_document(EXAMPLE_PAGE, source="example", name="example.txt", fetched_at=EXAMPLE_FETCH_TIME)


def make_examples() -> dict[str, tuple[type[Message], dict[str, Any]]]:
    """Make one example of every message: the last of its kind that the page gives."""
    seen: dict[str, deque[Message]] = {}
    pipeline = Pipeline(Sources())
    pipeline.on_message = lambda message: seen.setdefault(message.schema_name, deque(maxlen=1)).append(message)
    timestamp_ms = int(EXAMPLE_TIME.timestamp() * 1000)
    pipeline.feed(make_example_document(), timestamp_ms)
    seen[DeadLetter.schema_name] = deque([_make_dead_letter(timestamp_ms)])
    return {name: (type(kept[0]), orjson.loads(kept[0].to_json())) for name, kept in seen.items()}


def _make_dead_letter(timestamp_ms: int) -> DeadLetter:
    return DeadLetter(
        stage="splitter",
        error_class=DeadLetterClass.UNDECODABLE,
        error="ValidationError",
        reason="value: Invalid JSON: expected value at line 1 column 1",
        topic="raw-documents",
        partition=0,
        offset=17,
        timestamp=timestamp_ms,
        version="0.1.0",
    )
