"""Reads `unique-news-items`, writes `enriched-news-items`, both by item id; keeps no state.

It says of every revision what it is about. The work is `newsticker.domain.enrichment`; here it only becomes a message.
"""
