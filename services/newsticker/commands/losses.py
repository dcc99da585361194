"""Says in words which flags of a page mean that something of it was not kept as it came."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

LOSSES = {
    "page_cut": "5000 lines read, the rest was cut",
    "items_cut": "500 items kept, the rest was cut",
    "text_cut": "20000 characters of a text kept, the rest was cut",
    "decoded_windows_1252": "not UTF-8, read as Windows-1252",
}
"""By flag; the numbers are those of `domain.pages`, which takes too long to import for a sentence."""


def list_losses(pages: Iterable[tuple[str | None, Iterable[str]]]) -> Iterator[str]:
    """Give a line for each page that lost something; its name and flags may come in parts."""
    flags: defaultdict[str, set[str]] = defaultdict(set)
    for name, quality in pages:
        flags[name or "without name"].update(quality)
    for name, found in flags.items():
        told = [words for flag, words in LOSSES.items() if flag in found]
        if told:
            yield f"page {name}: {'; '.join(told)}: see ntQuality"
