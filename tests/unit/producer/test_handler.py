"""What becomes a document, what is refused, and with which words."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsticker.messages.raw_document import RawDocument
from newsticker.producer.handler import (
    MAX_PAGE_BYTES,
    Description,
    Refusal,
    handle_line,
    handle_page,
    parse_fetch_time,
    parse_side_car,
    show_name,
)

NOTHING = Description()


def page_of(found: RawDocument | Refusal) -> RawDocument:
    assert isinstance(found, RawDocument), found
    return found


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\xc2\xa0\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"x" * (MAX_PAGE_BYTES + 1), "larger than 1 MiB"),
        (b"\x01" * (MAX_PAGE_BYTES // 4), "larger than 1 MiB as a record"),
        (b"\x7fELF\x00\x01", "binary: it contains a NUL"),
        ("Genève".encode("utf-16"), "binary: it contains a NUL"),
    ],
)
def test_refuses_what_is_no_page(content: bytes, reason: str) -> None:
    assert handle_page("page.txt", content, NOTHING) == Refusal("page.txt", reason)


@pytest.mark.parametrize(
    "text",
    [
        "<!doctype html><p>Kop",
        "\ufeff\r\n\t <!DOCTYPE  HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>",
        "<html lang=nl>",
        "<HTML>",
        '<?xml version="1.0"?>\n<!DOCTYPE html>',
    ],
)
def test_refuses_html(text: str) -> None:
    refusal = Refusal("page.txt", "this is HTML, extract its text first")
    assert handle_page("page.txt", text.encode(), NOTHING) == refusal
    assert handle_line("page.txt", json.dumps({"text": text}).encode(), NOTHING) == refusal


@pytest.mark.parametrize("text", ["Kop <html>", "<htmlerij>", "<p>Kop</p>", "<!doctype htm", "< html>", "?<html>"])
def test_a_tag_in_the_text_is_text(text: str) -> None:
    assert page_of(handle_page("page.txt", text.encode(), NOTHING)).text == text


def test_keeps_every_character_so_that_spans_count_from_the_first() -> None:
    text = "  date 2022-01 Kop\r\n\r\nTekst\t\u2028 eind\u202e \n"
    assert page_of(handle_page("page.txt", text.encode(), NOTHING)).text == text


def test_drops_a_byte_order_mark() -> None:
    assert page_of(handle_page("page.txt", b"\xef\xbb\xbfKop", NOTHING)).text == "Kop"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"Gen\xe8ve", "Genève"),
        (b"\x91s-Hertogenbosch\x92 \x80 5", "‘s-Hertogenbosch’ € 5"),
        (b"\x81 has no character", "\x81 has no character"),
        ("né".encode()[:-1], "nÃ"),
    ],
)
def test_reads_what_is_not_utf_8_as_windows_1252_and_says_so(content: bytes, text: str) -> None:
    page = page_of(handle_page("page.txt", content, NOTHING))
    assert page.text == text
    assert page.quality == ("decoded_windows_1252",)


@given(st.binary(max_size=300))
def test_always_answers_and_never_loses_a_byte_silently(content: bytes) -> None:
    found = handle_page("page.txt", content, NOTHING)
    if isinstance(found, RawDocument) and found.quality:
        assert len(found.text) == len(content.removeprefix(b"\xef\xbb\xbf"))
    assert found == handle_page("page.txt", content, NOTHING)


def test_takes_source_and_fetch_time_from_the_description() -> None:
    fetched = datetime(2026, 1, 22, 20, tzinfo=UTC)
    page = page_of(handle_page("page.txt", b"Kop", Description(source="krant", fetched_at=fetched, url="https://x.nl")))
    assert (page.source, page.fetched_at, page.url, page.name) == ("krant", fetched, "https://x.nl", "page.txt")


def test_the_same_moment_in_another_zone_is_the_same_document() -> None:
    ids = {
        page_of(handle_page("p", b"Kop", Description(fetched_at=parse_fetch_time(text)))).document_id
        for text in ("2026-01-22T20:00:00Z", "2026-01-22T21:00:00+01:00", "2026-01-22T15:00:00.000-05:00")
    }
    assert len(ids) == 1


def test_the_same_text_under_another_name_is_the_same_document() -> None:
    first, second = (page_of(handle_page(name, b"Kop", NOTHING)) for name in ("a.txt", "b.txt"))
    assert first.document_id == second.document_id


@pytest.mark.parametrize(
    "line",
    [
        b'{"text": "Kop", "source": "krant", "name": "p1", "fetched_at": "2026-01-22T20:00:00Z"}',
        b'{"text": "Kop", "source": "krant", "name": "p1"}\r\n',
    ],
)
def test_reads_a_line_of_json_whose_own_words_win(line: bytes) -> None:
    defaults = Description(source="ander", fetched_at=parse_fetch_time("2026-01-22T21:00:00+01:00"))
    page = page_of(handle_line("pages.jsonl:1", line, defaults))
    assert (page.text, page.source, page.name) == ("Kop", "krant", "p1")
    assert page.fetched_at == datetime(2026, 1, 22, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "Invalid JSON"),
        (b"null", "Input should be an object"),
        (b"[]", "Input should be an object"),
        (b'{"source": "krant"}', "text: Field required"),
        (b'{"text": 5}', "text: Input should be a valid string"),
        (b'{"text": "Kop", "fetchedAt": "2026"}', "fetchedAt: Extra inputs"),
        (b'{"text": "Kop", "fetched_at": "2026-01-22T20:00:00"}', "fetched_at: Input should have timezone"),
        (b'{"text": "Kop", "fetched_at": "yesterday"}', "fetched_at: Input should be a valid datetime"),
        (b'{"text": ""}', "empty"),
        (b'{"text": "a\\u0000b"}', "binary"),
        (b'{"text": "\\ud800"}', "Invalid JSON"),
        (b'{"text": "\xe8"}', "Invalid JSON"),
        (b"[" * 100_000, "Invalid JSON"),
        (b'{"text": "' + b"x" * MAX_PAGE_BYTES + b'"}', "larger than 1 MiB"),
    ],
)
def test_refuses_a_line_with_a_reason_that_does_not_echo_it(line: bytes, reason: str) -> None:
    found = handle_line("pages.jsonl:7", line, NOTHING)
    assert isinstance(found, Refusal)
    assert reason in found.reason
    assert len(found.reason) <= 200
    assert "\n" not in found.reason


def test_a_side_car_may_be_a_whole_line_of_json() -> None:
    described = parse_side_car("p.txt", b'{"text": "ignored", "source": "krant"}')
    assert described == Description(source="krant")


def test_a_broken_side_car_refuses_its_page() -> None:
    found = parse_side_car("p.txt", b'{"fetched_at": "2026-01-22T20:00:00"}')
    assert isinstance(found, Refusal)
    assert found.reason.startswith("its side-car file: ")
    assert "timezone" in found.reason


def test_a_fetch_time_without_zone_is_refused_with_an_example() -> None:
    with pytest.raises(ValueError, match="2026-01-22T20:00:00Z"):
        parse_fetch_time("2026-01-22 20:00")


@pytest.mark.parametrize(
    ("name", "shown"),
    [("page.txt", "page.txt"), ("a\nb", "a\\nb"), ("\x1b[31m", "\\x1b[31m"), ("\u202e", "\\u202e"), ("é", "é")],
)
def test_names_are_safe_to_print(name: str, shown: str) -> None:
    assert show_name(name) == shown
