"""Scraped news pages in, normalised news events out, over Kafka, each exactly once."""

from importlib.metadata import version

__version__ = version("newsticker")
