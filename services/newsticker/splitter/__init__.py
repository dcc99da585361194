"""Cuts pages into items.

Reads `raw-documents`, writes `news-items`, one message an item, keyed by item id. State: the ids of the documents that
were split, per version of the splitting rules, so that a page that comes again is a repetition.
"""
