"""How state is packed."""

import zlib
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from newsticker.deduplicator.packing import dump, know, pack, pack_pattern, unpack, unpack_pattern
from newsticker.messages.news_item import NewsItem
from unit.deduplicator.making import make_item

ids = st.one_of(st.uuids().map(str), st.binary(min_size=32, max_size=32).map(bytes.hex))
times = st.sampled_from(
    [
        "1970-01-01T00:00:00Z",
        "2106-02-07T06:28:16Z",
        "2026-02-30T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "2026-01-22T12:00:60Z",
    ]
)
numbers = st.integers(0, 2_000_000_000).map(lambda number: f":{number},")
quoted = st.one_of(ids, times).map(lambda value: f'"{value}"')
texts = st.lists(st.one_of(ids, times, quoted, numbers, st.text(max_size=20)), max_size=8).map(
    lambda parts: make_item(1, body=" ".join(parts) or "x")
)


@settings(max_examples=50)
@given(texts, texts)
def test_what_is_packed_comes_back(one: NewsItem, other: NewsItem) -> None:
    json = dump(one)
    packed, like = pack_pattern(dump(other))
    assert unpack_pattern(packed) == (dump(other), like)
    assert unpack(pack(json)) == json
    assert unpack(pack(json, like), like) == json
    assert NewsItem.model_validate_json(unpack(pack(json, like), like)) == one


@settings(max_examples=50)
@given(st.lists(st.one_of(quoted, numbers, st.just("007"), st.just(":007,")), max_size=30))
def test_any_json_comes_back(parts: list[str]) -> None:
    json = "".join(parts).encode()
    assert unpack(pack(json)) == json
    like = pack_pattern(json[:60])[1]
    assert unpack(pack(json, like), like) == json


@given(st.lists(st.uuids()))
def test_what_is_known_need_not_be_told(ids: list[UUID]) -> None:
    json = b"{%s}" % b",".join(b'"id":"%s"' % str(one).encode() for one in ids)
    assert unpack(pack(json, know(*ids)), know(*ids)) == json
    assert len(pack(json, know(*ids[:200]))) <= len(pack(json))


def test_state_that_was_packed_before_is_read() -> None:
    known = make_item(1, body='Oekraïne: "12:00", :7,', hours=(-3, -1), place="TERHOVE", agencies=("ANP",))
    packed = bytes.fromhex(
        "c3ed1466625c12e21ae4e11fe68add41504992dd05ef395b29c428191a01ebb518251d05904a7a64703c791229f32921653e"
        "658c1c1e8b3be533634df8a8691b7712c59bde6a6b0120c069fc1bc65e73a0527b0aa2d9701d0010076971e7106972033011"
        "116e731c035de691305f9925ae8ab40100160000000000000000000000000000000000000000000000000000000000000001"
    )
    assert unpack(packed, know(known.item_id)) == dump(known)


def test_hundreds_of_ids_come_back() -> None:
    body = " ".join(str(make_item(number).source.document_id) for number in range(500))
    json = dump(make_item(1, body=body))
    like = pack_pattern(json[:20_000])[1]
    assert unpack(pack(json, like), like) == json


def test_an_item_takes_little_more_than_its_text() -> None:
    item = make_item(1, hours=(-3, -1), place="TERHOVE", agencies=("ANP",))
    packed = pack(dump(item), know(item.item_id))
    assert len(packed) < len(zlib.compress(item.body.encode(), 9)) + 100


def test_another_sighting_takes_next_to_nothing() -> None:
    one, other = (dump(make_item(page, hours=(-3, -1))) for page in (1, 2))
    assert len(pack(other, pack_pattern(one)[1])) < 100
