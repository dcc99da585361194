"""The index of keys, in buckets."""

from random import Random

from newsticker.deduplicator.postings import KEPT_BY_KEY, POSTINGS, SHORT_ID_BYTES, Postings


def key(bucket: int, tag: int) -> bytes:
    return ((bucket << 20) | tag).to_bytes(5, "big")


def short_id(number: int) -> bytes:
    return number.to_bytes(SHORT_ID_BYTES, "big")


def test_finds_what_has_the_key_and_nothing_else_in_its_bucket() -> None:
    postings = Postings({})
    postings.add([key(1, 1), key(1, 2), key(2, 1)], short_id(7))
    postings.add([key(1, 1)], short_id(8))
    assert postings.find(key(1, 1)) == [short_id(7), short_id(8)]
    assert postings.find(key(1, 2)) == [short_id(7)]
    assert postings.find(key(3, 1)) == []


def test_adding_again_makes_it_the_newest_and_no_second_one() -> None:
    postings = Postings({})
    for number in (1, 2, 1):
        postings.add([key(1, 1)], short_id(number))
    assert postings.find(key(1, 1)) == [short_id(2), short_id(1)]


def test_what_is_removed_leaves_nothing_behind() -> None:
    store: dict[bytes, bytes] = {}
    postings = Postings(store)
    postings.add([key(1, 1), key(2, 2)], short_id(1))
    postings.add([key(1, 1)], short_id(2))
    postings.remove([key(1, 1), key(2, 2), key(9, 9)], short_id(1))
    assert postings.find(key(1, 1)) == [short_id(2)]
    assert len(store) == 1


def test_a_key_keeps_its_newest_and_a_bucket_too() -> None:
    store: dict[bytes, bytes] = {}
    postings = Postings(store)
    for number in range(100):
        postings.add([key(1, 1)], short_id(number))
    assert postings.find(key(1, 1)) == [short_id(number) for number in range(100 - KEPT_BY_KEY, 100)]
    for number in range(100):
        postings.add([key(1, 2 + number)], short_id(number))
    assert postings.find(key(1, 1)) == []
    assert postings.find(key(1, 2 + 99)) == [short_id(99)]
    assert len(store[next(iter(store))]) == POSTINGS * 9


def test_agrees_with_a_plain_table() -> None:
    random = Random(1)  # noqa: S311 - repeatable, not secret
    postings, table = Postings({}), dict[bytes, list[bytes]]()
    for _ in range(400):
        keys = [key(random.randrange(40), random.randrange(4)) for _ in range(2)]
        item = short_id(random.randrange(12))
        for one in dict.fromkeys(keys):
            ids = table.setdefault(one, [])
            if item in ids:
                ids.remove(item)
        if random.random() < 0.6:
            postings.add(keys, item)
            for one in dict.fromkeys(keys):
                table[one].append(item)
        else:
            postings.remove(keys, item)
    for one, ids in table.items():
        assert sorted(postings.find(one)) == sorted(ids)
