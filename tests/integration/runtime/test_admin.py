"""Topics are what the catalogue says, on a real broker."""

import pytest

from newsticker.messages.topics import ALL_TOPICS, DISTINCT_NEWS_ITEMS, NEWS_EVENTS_LATEST, RAW_DOCUMENTS
from newsticker.runtime.acls import Acl, Operation, Resource, create_acls
from newsticker.runtime.admin import create_topics, inspect_topics, open_admin, plan_topics
from newsticker.runtime.exits import ExitReason, WorkerStopError
from newsticker.runtime.settings import KafkaSettings


async def test_creates_every_topic_once_and_finds_nothing_to_say_then(kafka_settings: KafkaSettings) -> None:
    plans = plan_topics(kafka_settings)
    async with open_admin(kafka_settings) as admin:
        assert set(await create_topics(admin, plans)) == {kafka_settings.topic_prefix + t.name for t in ALL_TOPICS}
        assert await create_topics(admin, plans) == ()
        states = await inspect_topics(admin, plans)
    assert [state.differences for state in states if state.differences] == []
    by_name = {state.plan.name.removeprefix(kafka_settings.topic_prefix): state for state in states}
    assert by_name[DISTINCT_NEWS_ITEMS.name].partitions == 1
    assert by_name[NEWS_EVENTS_LATEST.name].plan.configs["cleanup.policy"] == "compact"


async def test_names_a_missing_topic_and_a_partition_count_that_differs(kafka_settings: KafkaSettings) -> None:
    plans = plan_topics(kafka_settings, [RAW_DOCUMENTS])
    async with open_admin(kafka_settings) as admin:
        (missing,) = await inspect_topics(admin, plans)
        await create_topics(admin, plans)
        recut = plan_topics(kafka_settings.model_copy(update={"partitions": 8}), [RAW_DOCUMENTS])
        (unfit,) = await inspect_topics(admin, recut)
    assert missing.is_missing
    assert not missing.is_unfit
    assert unfit.is_unfit
    assert unfit.differences == ("partitions is 4, not 8",)


async def test_says_what_the_broker_refuses(kafka_settings: KafkaSettings) -> None:
    greedy = kafka_settings.model_copy(update={"replication_factor": 5})
    async with open_admin(greedy) as admin:
        with pytest.raises(WorkerStopError, match="refuses to create") as raised:
            await create_topics(admin, plan_topics(greedy))
    assert raised.value.reason is ExitReason.TOPICS_UNFIT


async def test_names_the_address_when_nobody_answers() -> None:
    nowhere = KafkaSettings(bootstrap_servers="127.0.0.1:1", connect_timeout_s=2)
    with pytest.raises(WorkerStopError, match=r"can't reach Kafka at 127\.0\.0\.1:1 ") as raised:
        async with open_admin(nowhere):
            pass
    assert raised.value.reason is ExitReason.BROKER_UNREACHABLE


async def test_says_that_a_broker_without_an_authorizer_keeps_no_rights(kafka_settings: KafkaSettings) -> None:
    acl = Acl("sink", Resource.TOPIC, kafka_settings.topic_prefix + "x", Operation.READ)
    async with open_admin(kafka_settings) as admin:
        with pytest.raises(WorkerStopError, match="has no authorizer") as raised:
            await create_acls(admin, [acl])
    assert raised.value.reason is ExitReason.RIGHTS_REFUSED
