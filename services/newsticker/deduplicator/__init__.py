"""The deduplicator, in two steps, each a stage of its own.

Step 1 reads `news-items` (key: item id), joins what all sightings of an item say, and writes `news-sightings` (every
one) and `distinct-news-items` (new or better known items). State: `items` (the join), `sightings` (the evidence, so
that it can be taken back) and `revisions`. Step 2 reads `distinct-news-items` (one partition, one order), finds the
group of an item, and writes `unique-news-items` and `news-groups`. State:
`texts` and `signatures` (what texts are compared by, and found by) and `groups` (what was decided).
"""
