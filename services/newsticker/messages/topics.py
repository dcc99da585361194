"""The topic catalogue: every topic, its message, its key, how it is cut and how long it is kept."""

from dataclasses import dataclass
from enum import StrEnum

DAY_MS = 86_400_000
MAX_MESSAGE_BYTES = 1_048_576
"""Kafka's own default limit, stated so that clients and broker agree."""

DLQ_SUFFIX = "-dlq"


class Cleanup(StrEnum):
    """Kafka's `cleanup.policy`."""

    DELETE = "delete"
    COMPACT = "compact"


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic by its logical name; the physical name is prefix + name."""

    name: str
    message: str
    """`schema_name` of what it carries."""
    key: str
    description: str
    partitions: int = 4
    retention_days: int | None = 7
    cleanup: Cleanup = Cleanup.DELETE
    public: bool = False

    @property
    def retention_ms(self) -> int:
        """Kafka's `retention.ms`; -1 keeps for ever."""
        return -1 if self.retention_days is None else self.retention_days * DAY_MS

    def dead_letters(self) -> "Topic":
        """Describe the dead letter topic of this topic."""
        return Topic(
            name=self.name + DLQ_SUFFIX,
            message="dead-letter",
            key="key of the record that failed",
            description=f"Records of {self.name} that can never be handled, byte for byte, with the reason in headers.",
            partitions=1,
            retention_days=30,
        )


RAW_DOCUMENTS = Topic("raw-documents", "raw-document", "document id", "Pages as received.")
NEWS_ITEMS = Topic("news-items", "news-item", "item id", "One item cut from one page: a sighting with its text.")
DISTINCT_NEWS_ITEMS = Topic(
    "distinct-news-items",
    "distinct-news-item",
    "item id",
    "Internal to the deduplicator: a new or better known item. One partition, so that first has a meaning.",
    partitions=1,
)
UNIQUE_NEWS_ITEMS = Topic(
    "unique-news-items", "unique-news-item", "item id", "What is known of an item: a revision and its duplicate group."
)
ENRICHED_NEWS_ITEMS = Topic("enriched-news-items", "enriched-news-item", "item id", "Revisions with their enrichment.")
NEWS_EVENTS = Topic(
    "news-events",
    "news-event",
    "item id",
    "The public stream: every revision of every item, in order.",
    retention_days=30,
    public=True,
)
NEWS_EVENTS_LATEST = Topic(
    "news-events-latest",
    "news-event",
    "item id",
    "The newest revision of every item.",
    retention_days=None,
    cleanup=Cleanup.COMPACT,
    public=True,
)
NEWS_SIGHTINGS = Topic(
    "news-sightings",
    "sighting",
    "item id",
    "Which item was seen on which page, at which place, with which stamp.",
    retention_days=30,
    public=True,
)
NEWS_GROUPS = Topic(
    "news-groups",
    "news-group",
    "item id",
    "Which items belong together, why, and what was later joined.",
    retention_days=30,
    public=True,
)

MAIN_TOPICS: tuple[Topic, ...] = (
    RAW_DOCUMENTS,
    NEWS_ITEMS,
    DISTINCT_NEWS_ITEMS,
    UNIQUE_NEWS_ITEMS,
    ENRICHED_NEWS_ITEMS,
    NEWS_EVENTS,
    NEWS_EVENTS_LATEST,
    NEWS_SIGHTINGS,
    NEWS_GROUPS,
)

STAGE_INPUTS: tuple[Topic, ...] = (
    RAW_DOCUMENTS,
    NEWS_ITEMS,
    DISTINCT_NEWS_ITEMS,
    UNIQUE_NEWS_ITEMS,
    ENRICHED_NEWS_ITEMS,
)
"""Every topic that a stage reads has a dead letter topic."""


@dataclass(frozen=True, slots=True)
class Changelog:
    """The changelog topic of one state store: cut as its stage's input, compacted."""

    service: str
    store: str
    input: Topic

    @property
    def topic(self) -> Topic:
        """Describe the changelog as a topic."""
        return Topic(
            name=f"newsticker-{self.service}-{self.store}",
            message="state",
            key="state key",
            description=f"State changelog of the {self.service}: {self.store}.",
            partitions=self.input.partitions,
            retention_days=None,
            cleanup=Cleanup.COMPACT,
        )


CHANGELOGS: tuple[Changelog, ...] = (
    Changelog("splitter", "documents", RAW_DOCUMENTS),
    Changelog("deduplicator", "items", NEWS_ITEMS),
    Changelog("deduplicator", "sightings", NEWS_ITEMS),
    Changelog("deduplicator", "revisions", NEWS_ITEMS),
    Changelog("deduplicator", "texts", DISTINCT_NEWS_ITEMS),
    Changelog("deduplicator", "signatures", DISTINCT_NEWS_ITEMS),
    Changelog("deduplicator", "groups", DISTINCT_NEWS_ITEMS),
    Changelog("sink", "revisions", ENRICHED_NEWS_ITEMS),
)

ALL_TOPICS: tuple[Topic, ...] = (
    *MAIN_TOPICS,
    *(topic.dead_letters() for topic in STAGE_INPUTS),
    *(changelog.topic for changelog in CHANGELOGS),
)
