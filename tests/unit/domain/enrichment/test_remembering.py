"""What is worked out of a word is worked out once, as long as there is room for it."""

import pytest

from newsticker.domain.enrichment import remembering


def test_a_word_is_worked_out_again_only_after_the_memory_was_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "REMEMBERED", 2)
    asked: list[str] = []

    @remembering.remember
    def measure(word: str) -> int:
        asked.append(word)
        return len(word)

    said = [measure(word) for word in ("brug", "ede", "brug", "ede", "goes", "goes", "brug")]
    assert said == [4, 3, 4, 3, 4, 4, 4]
    assert asked == ["brug", "ede", "goes", "brug"]
