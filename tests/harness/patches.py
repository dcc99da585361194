"""Replaces functions of the product in a test's own worker process."""

from collections.abc import Callable
from typing import TypeVar

R = TypeVar("R")


def patch(owner: object, name: str, replacement: Callable[..., R]) -> None:
    """Put a function in the place of one of a class or module; it gets the original before the arguments."""
    original = getattr(owner, name)

    def called(*args: object, **kwargs: object) -> R:
        return replacement(original, *args, **kwargs)

    setattr(owner, name, called)
