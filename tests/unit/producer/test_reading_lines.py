"""Lines of JSON and standard input, read to no more than a page may have."""

import io

import pytest

from newsticker.messages.raw_document import RawDocument
from newsticker.producer.handler import MAX_PAGE_BYTES, Description, Refusal
from newsticker.producer.reading import read_lines, read_standard_input

NOTHING = Description()


def test_a_long_line_at_the_end_is_passed_over() -> None:
    found = list(read_lines("x", io.BytesIO(b"y" * (3 * MAX_PAGE_BYTES)), NOTHING))
    assert found == [Refusal("x:1", "larger than 1 MiB")]


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        (b'{"text": "een"}\n{"text": "twee"}\n', ["een", "twee"]),
        (b"Kop\nTekst\n", ["Kop\nTekst\n"]),
        (b"Kop", ["Kop"]),
        (b"\n{niet json}", ["\n{niet json}"]),
    ],
)
def test_standard_input_is_json_lines_or_one_page(content: bytes, texts: list[str]) -> None:
    found = list(read_standard_input(io.BytesIO(content), NOTHING))
    assert [page.text for page in found if isinstance(page, RawDocument)] == texts


@pytest.mark.parametrize(("content", "reason"), [(b"", "empty"), (b"x" * (MAX_PAGE_BYTES + 5), "larger than 1 MiB")])
def test_standard_input_is_refused_like_a_file(content: bytes, reason: str) -> None:
    assert list(read_standard_input(io.BytesIO(content), NOTHING)) == [Refusal("stdin", reason)]
