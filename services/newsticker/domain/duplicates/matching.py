"""Matches two items by what they print: their bodies, or the headline where one of them has nothing else."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Self

from newsticker.domain.duplicates.reading import Reading
from newsticker.domain.duplicates.relating import HEADLINE, NEITHER, Verdict, relate
from newsticker.domain.duplicates.signature import HEADLINE_WORDS, find_keys
from newsticker.domain.duplicates.tokens import trim
from newsticker.messages.unique_item import Relation


@lru_cache(maxsize=256)
def _read(text: str) -> Reading:
    """Read a text; the news of the hour is compared again and again."""
    return Reading(text)


@dataclass(frozen=True)
class Text:
    """What is compared of an item."""

    body: Reading
    headline: Reading

    @classmethod
    def of(cls, body: str, headline: str | None) -> Self:
        """Read an item's body and headline."""
        return cls(_read(trim(body)), _read(trim(headline or "")))

    @cached_property
    def signature(self) -> tuple[bytes, ...]:
        """Give the keys by which others may find it."""
        return find_keys(self.body, self.headline)


def match_texts(one: Text, other: Text) -> Verdict:
    """Match two items; which comes first does not matter."""
    if one.body.words and other.body.words:
        return relate(one.body, other.body)
    words = one.headline.words
    has_body = one.body.words or other.body.words
    if has_body and len(words) >= HEADLINE_WORDS and words == other.headline.words:
        return Verdict(Relation.SAME, HEADLINE, 1.0)
    return NEITHER
