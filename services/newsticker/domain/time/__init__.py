"""What can be known of time: ages, dates as written, when an item was published, and how sightings narrow it."""

from newsticker.domain.time.joining import join_published
from newsticker.domain.time.mentions import find_time_mentions, first_words

__all__ = ["find_time_mentions", "first_words", "join_published"]
