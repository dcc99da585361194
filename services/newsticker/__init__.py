"""Scraped news pages in, normalised news events out, over Kafka, each exactly once."""
