"""`newsticker schemas`: write `schemas/` from the messages, or tell whether it is current."""

from pathlib import Path
from typing import Annotated

import typer

from newsticker.commands.compatibility import find_breaks
from newsticker.commands.message_schemas import MESSAGES, build_schema, name_schema
from newsticker.commands.output import out, say
from newsticker.commands.schema_files import build_files

HELP = """Write schemas/ from the messages, or tell whether it is current. The files are generated, never edited."""

FOLDER = Path("schemas")
RELEASED = "released"
"""Schemas as last released; what is produced now must be readable by who reads those."""

cli = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)

FolderOption = Annotated[Path, typer.Option("--folder", help="Where the files are.")]


@cli.command()
def export(
    folder: FolderOption = FOLDER,
    *,
    release: Annotated[bool, typer.Option("--release", help="Take them over as released, too.")] = False,
) -> None:
    """Write JSON Schemas, examples and asyncapi.yaml.

    Example: newsticker schemas export
    """
    files = build_files()
    if release:
        files |= {f"{RELEASED}/{name}": text for name, text in files.items() if name.endswith(".schema.json")}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    say(f"{len(files)} files in {folder}")


@cli.command()
def check(folder: FolderOption = FOLDER) -> None:
    """Tell whether the files are current and compatible with the released ones; exit code 1 if not.

    Example: newsticker schemas check
    """
    problems = [*find_stale(folder), *find_incompatible(folder)]
    for problem in problems:
        out.print(problem, markup=False)
    if problems:
        raise typer.Exit(1)
    say("schemas are current and compatible")


def find_stale(folder: Path) -> list[str]:
    """Name the files that are not what the messages give, and what to do."""
    files = build_files()
    stale = [
        name
        for name, text in files.items()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text
    ]
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    left = sorted(name for name in present - set(files) if not name.startswith(f"{RELEASED}/"))
    return [f"{folder / name} is not current: run make schemas" for name in stale] + [
        f"{folder / name} belongs to no message: delete it" for name in left
    ]


def find_incompatible(folder: Path) -> list[str]:
    """Name what readers of the released schemas could not read, or who write them could not write any more."""
    return [
        f"{name_schema(message)}: {problem}; make it a new major version instead"
        for message in MESSAGES.values()
        if (released := folder / RELEASED / name_schema(message)).is_file()
        for problem in find_breaks(released.read_text(encoding="utf-8"), build_schema(message))
    ]
