"""What can be known of time: ages, dates as written, when an item was published, and how sightings narrow it."""

from newsticker.domain.time.joining import join_published

__all__ = ["join_published"]
