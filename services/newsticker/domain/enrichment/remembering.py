"""What is worked out of a word once: copy repeats its words."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

REMEMBERED = 65_536
"""Words kept in memory with what they are, by each function."""


class _Memory(dict[str, T]):
    def __init__(self, work_out: Callable[[str], T]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> T:
        if len(self) >= REMEMBERED:
            self.clear()
        self[word] = found = self._work_out(word)
        return found


def remember(work_out: Callable[[str], T]) -> Callable[[str], T]:
    """Remember what a function says of words: a plain look-up, since keeping an order of last use costs as much again.

    When the memory is full it is emptied; the words of the day are soon back.
    """
    return _Memory(work_out).__getitem__
