"""`newsticker topics`: make the topics of the catalogue, and compare what is there with it."""

import asyncio
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from newsticker.commands.output import out, say
from newsticker.commands.services import find_stages
from newsticker.runtime.acls import Acl, create_acls, plan_acls
from newsticker.runtime.admin import TopicState, create_topics, inspect_topics, open_admin, plan_topics
from newsticker.runtime.exits import ExitReason
from newsticker.runtime.settings import KafkaSettings, RuntimeSettings
from newsticker.runtime.topology import Topology

HELP = """Create the topics of the catalogue, or compare what is there with it."""

cli = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)


@cli.command()
def create() -> None:
    """Create what is missing; topics that exist stay as they are, and differences are named.

    Example: newsticker topics create
    """
    kafka = RuntimeSettings().kafka
    created, states = asyncio.run(_create(kafka))
    for name in created:
        out.print(f"created {name}", markup=False)
    say(f"{len(created)} created, {len(states) - len(created)} were there, on {kafka.bootstrap_servers}")
    _report(states)
    raise typer.Exit(ExitReason.TOPICS_UNFIT if any(state.is_unfit for state in states) else 0)


@cli.command()
def check() -> None:
    """Compare the topics with the catalogue; exit code 11 where one is missing or different.

    Example: newsticker topics check
    """
    kafka = RuntimeSettings().kafka
    states = asyncio.run(_inspect(kafka))
    _report(states)
    if any(state.differences for state in states):
        raise typer.Exit(ExitReason.TOPICS_UNFIT)
    say(f"{len(states)} topics are as the catalogue says, on {kafka.bootstrap_servers}")


@cli.command()
def acls(
    *, apply: Annotated[bool, typer.Option("--apply", help="Create them on the broker; needs the right to.")] = False
) -> None:
    """List the rights that each service needs, as arguments of Kafka's kafka-acls.sh; or create them.

    Example: newsticker topics acls --apply
    """
    kafka = RuntimeSettings().kafka
    plan = plan_acls(Topology.from_settings(kafka), find_stages())
    for acl in plan:
        out.print(acl.render(), markup=False, soft_wrap=True)
    if apply:
        asyncio.run(_apply(kafka, plan))
        say(f"{len(plan)} rights are there, on {kafka.bootstrap_servers}")


async def _apply(kafka: KafkaSettings, plan: tuple[Acl, ...]) -> None:
    async with open_admin(kafka) as admin:
        await create_acls(admin, plan)


async def _create(kafka: KafkaSettings) -> tuple[tuple[str, ...], tuple[TopicState, ...]]:
    async with open_admin(kafka) as admin:
        plans = plan_topics(kafka)
        return await create_topics(admin, plans), await inspect_topics(admin, plans)


async def _inspect(kafka: KafkaSettings) -> tuple[TopicState, ...]:
    async with open_admin(kafka) as admin:
        return await inspect_topics(admin, plan_topics(kafka))


def _report(states: tuple[TopicState, ...]) -> None:
    differing = [state for state in states if state.differences]
    if not differing:
        return
    table = Table("topic", "is not as the catalogue says", box=None, pad_edge=False, header_style="bold")
    for state in differing:
        table.add_row(Text(state.plan.name), Text("; ".join(state.differences)))
    out.print(table)
    if any(state.is_unfit for state in differing):
        say(
            "a partition count can't be changed afterwards: delete the topic, or set NEWSTICKER_KAFKA__PARTITIONS",
            "red",
        )
