"""The sink: reads `enriched-news-items` (key: item id), writes `news-events` and `news-events-latest`.

State: `revisions`, item id to the last revision written. It is the last guard: whatever an upstream replay might bring,
no revision is published twice and none after a newer one.
"""
