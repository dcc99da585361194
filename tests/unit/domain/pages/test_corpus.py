"""What the fuzzer starts from, and what it once found, without the fuzzer."""

from pathlib import Path

import pytest

from fuzz.target import try_page

CORPUS = sorted((Path(__file__).parents[3] / "fuzz" / "corpus").iterdir())


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_the_corpus_splits_as_it_must(path: Path) -> None:
    try_page(path.read_bytes())
