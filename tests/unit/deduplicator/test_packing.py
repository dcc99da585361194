"""How state is packed."""

import zlib

from hypothesis import given
from hypothesis import strategies as st

from newsticker.deduplicator.packing import dump, pack, unpack
from newsticker.messages.news_item import NewsItem
from unit.deduplicator.making import make_item

ids = st.one_of(st.uuids().map(str), st.binary(min_size=32, max_size=32).map(bytes.hex))
texts = st.lists(st.one_of(ids, st.text(max_size=20)), max_size=8).map(
    lambda parts: make_item(1, body=" ".join(parts) or "x")
)


@given(texts, texts)
def test_what_is_packed_comes_back(one: NewsItem, other: NewsItem) -> None:
    json, like = dump(one), dump(other)
    assert unpack(pack(json)) == json
    assert unpack(pack(json, like), like) == json
    assert NewsItem.model_validate_json(unpack(pack(json, json), json)) == one


def test_hundreds_of_ids_come_back() -> None:
    body = " ".join(str(make_item(number).source.document_id) for number in range(500))
    json = dump(make_item(1, body=body))
    assert unpack(pack(json, json[:20_000]), json[:20_000]) == json


def test_an_item_takes_little_more_than_its_text() -> None:
    item = make_item(1, hours=(-3, -1), place="TERHOVE", agencies=("ANP",))
    packed = pack(dump(item), b'"%s"' % str(item.item_id).encode())
    assert len(packed) < len(zlib.compress(item.body.encode(), 9)) + 130


def test_another_sighting_takes_next_to_nothing() -> None:
    one, other = (dump(make_item(page, hours=(-3, -1))) for page in (1, 2))
    assert len(pack(other, one)) < 100
