"""The rules that every topic keeps."""

import re

import pytest

from newsticker.commands.services import SERVICES, WORKERS, find_stages
from newsticker.messages.topics import (
    ALL_TOPICS,
    CHANGELOGS,
    DAY_MS,
    DLQ_SUFFIX,
    MAIN_TOPICS,
    MAX_MESSAGE_BYTES,
    STAGE_INPUTS,
    Cleanup,
    Topic,
)
from newsticker.runtime.admin import plan_topic
from newsticker.runtime.settings import KafkaSettings

NAME = re.compile(r"[a-z]+(-[a-z]+)*")
"""Kebab-case: a dot and an underscore would be the same in Kafka's metric names."""

KEPT_DAYS = {7, 30, None}


ALL_STAGES = find_stages()


@pytest.mark.parametrize("topic", ALL_TOPICS, ids=lambda topic: topic.name)
def test_a_topic_has_a_plain_name_a_purpose_and_an_explicit_end(topic: Topic) -> None:
    assert NAME.fullmatch(topic.name)
    assert topic.description.endswith(".")
    assert topic.key
    assert topic.retention_days in KEPT_DAYS
    assert (topic.retention_days is None) == (topic.cleanup is Cleanup.COMPACT)
    configs = plan_topic(topic, KafkaSettings()).configs
    assert configs["retention.ms"] == str(-1 if topic.retention_days is None else topic.retention_days * DAY_MS)
    assert configs["max.message.bytes"] == str(MAX_MESSAGE_BYTES)
    assert configs["cleanup.policy"] in {"delete", "compact"}


def test_names_are_unique() -> None:
    assert len({topic.name for topic in ALL_TOPICS}) == len(ALL_TOPICS)


@pytest.mark.parametrize("topic", STAGE_INPUTS, ids=lambda topic: topic.name)
def test_a_dead_letter_topic_takes_what_its_topic_takes_and_keeps_it_longer(topic: Topic) -> None:
    letters = topic.dead_letters()
    assert letters in ALL_TOPICS
    assert letters.name == topic.name + DLQ_SUFFIX
    assert letters.retention_ms >= topic.retention_ms
    limits = {plan_topic(one, KafkaSettings()).configs["max.message.bytes"] for one in (topic, letters)}
    assert len(limits) == 1


def test_every_stage_reads_and_writes_topics_of_the_catalogue() -> None:
    for stage in ALL_STAGES:
        assert stage.input in STAGE_INPUTS, stage.name
        assert set(stage.outputs) <= set(MAIN_TOPICS), stage.name


def test_every_topic_is_written_by_exactly_one_service_and_read_by_at_most_one() -> None:
    writers = {topic: {s.service for s in ALL_STAGES if topic in s.outputs} for topic in MAIN_TOPICS}
    assert {topic.name: len(by) for topic, by in writers.items() if len(by) != 1} == {"raw-documents": 0}
    readers = {topic: [s.name for s in ALL_STAGES if s.input == topic] for topic in STAGE_INPUTS}
    assert all(len(by) == 1 for by in readers.values()), readers


def test_the_command_line_knows_what_each_service_reads() -> None:
    for name in WORKERS:
        assert SERVICES[name].reads == tuple(stage.input for stage in ALL_STAGES if stage.service == name)


def test_every_store_has_a_changelog_and_every_changelog_a_store() -> None:
    stores = {(stage.service, spec.name, stage.input) for stage in ALL_STAGES for spec in stage.stores}
    assert {(log.service, log.store, log.input) for log in CHANGELOGS} == stores


def test_a_prefix_and_a_partition_count_are_settings() -> None:
    kafka = KafkaSettings(topic_prefix="blue-", partitions=6, replication_factor=3)
    plans = {topic.name: plan_topic(topic, kafka) for topic in ALL_TOPICS}
    assert all(plan.name == "blue-" + name for name, plan in plans.items())
    assert {plan.partitions for plan in plans.values()} == {1, 6}
    assert plans["distinct-news-items"].partitions == 1
    assert all(plan.configs["min.insync.replicas"] == "2" for plan in plans.values())
