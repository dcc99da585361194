"""From the catalogue's logical topics to the physical ones of this deployment: prefix and partition counts."""

from dataclasses import dataclass

from newsticker.messages.topics import Topic
from newsticker.runtime.settings import KafkaSettings


@dataclass(frozen=True, slots=True)
class Topology:
    """Names and cuts topics as the settings say."""

    prefix: str = ""
    partitions: int = 4

    @classmethod
    def from_settings(cls, kafka: KafkaSettings) -> "Topology":
        """Take prefix and partitions from the settings."""
        return cls(kafka.topic_prefix, kafka.partitions)

    def name(self, topic: Topic) -> str:
        """Give the physical name: prefix + logical name."""
        return self.prefix + topic.name

    def count_partitions(self, topic: Topic) -> int:
        """Give the partition count: a topic of one partition is always one, the rest are cut alike."""
        return 1 if topic.partitions == 1 else self.partitions

    def group(self, service: str) -> str:
        """Name the consumer group of a service; it is the Faust id and the head of its transactional ids too."""
        return f"{self.prefix}newsticker-{service}"
