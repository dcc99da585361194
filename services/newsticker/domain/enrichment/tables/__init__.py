"""Tables of names: one file a table, its source and licence in the header; read once."""

from functools import cache
from importlib.resources import files

SEPARATOR = ";"


def read_lines(name: str) -> list[str]:
    """Read the rows of a table as they are written; lines that begin with `#` are its header."""
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def read_table(name: str) -> tuple[tuple[str, ...], ...]:
    """Read the rows of a table: columns are separated by tabs."""
    return tuple(tuple(line.split("\t")) for line in read_lines(name))


def split_list(cell: str) -> tuple[str, ...]:
    """Split a cell that holds a list."""
    return tuple(cell.split(SEPARATOR)) if cell else ()


@cache
def read_words(name: str) -> frozenset[str]:
    """Read one of the small sets of words."""
    return frozenset(word for found, words in read_table("words.tsv") if found == name for word in split_list(words))
