"""Dead letters are counted as people count."""

import pytest

from newsticker.commands import dlq
from newsticker.runtime.reader import Record
from support.records import make_record


@pytest.mark.parametrize(("count", "said"), [(0, "0 dead letters"), (1, "1 dead letter"), (2, "2 dead letters")])
def test_dead_letters_are_counted_in_words_that_fit(
    count: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    letters: list[tuple[Record, None]] = [(make_record(b"x"), None)] * count
    monkeypatch.setattr(dlq, "_find", lambda *_: letters)
    monkeypatch.setattr(dlq, "say", print)
    dlq.list_letters()
    assert capsys.readouterr().out.splitlines()[-1] == said
