"""What a page is in truth, and the printer that notes it while it prints."""

from dataclasses import dataclass, field
from random import Random

from generator.words import Brief, invent_stamp


@dataclass(frozen=True)
class TrueItem:
    """What one item of a page is in truth; `clock` is a list's clock time, `age` the true age in minutes."""

    headline: str | None
    places: tuple[str, ...]
    agencies: tuple[str, ...]
    body: str
    stamp: str | None
    section: str | None
    clock: str | None = None
    age: int | None = None
    article: bool = False


@dataclass(frozen=True)
class TruePage:
    """A page and its truth, items in page order."""

    shape: str
    text: str
    items: tuple[TrueItem, ...]
    accidents: frozenset[str]


@dataclass
class Printer:
    """Prints a page piece by piece."""

    random: Random
    accidents: frozenset[str]
    parts: list[str] = field(default_factory=list)
    items: list[TrueItem] = field(default_factory=list)
    age: int = 0

    def line(self, text: str) -> None:
        """Print a line."""
        self.parts.append(text + "\n")

    def next_stamp(self) -> tuple[str, int]:
        """Invent the stamp of the next item, older than the last."""
        self.age += self.random.randrange(1, 90)
        return invent_stamp(self.random, self.age), self.age


def dateline(brief: Brief) -> str:
    """Print a dateline with agencies."""
    return f"{'/'.join(brief.places)} ({'/'.join(brief.agencies)}) - "
