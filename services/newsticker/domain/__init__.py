"""What we know about pages, datelines, time, duplicates and enrichment: pure functions."""
