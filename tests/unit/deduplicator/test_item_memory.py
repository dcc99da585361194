"""One item's entry."""

from newsticker.deduplicator.item_memory import Evidence, ItemMemory
from newsticker.messages.news_item import NewsItem
from newsticker.messages.time import ItemTime, Published, TimeStatus
from unit.deduplicator.making import NOON_MS, make_item


def read_again(memory: ItemMemory, item: NewsItem) -> ItemMemory:
    return ItemMemory.read(item.item_id, memory.write())


def test_one_sighting_comes_back_as_all_that_is_known() -> None:
    item = make_item(1, hours=(-3, -1), place="TERHOVE", agencies=("ANP",))
    begun = ItemMemory.begin(Evidence(item, NOON_MS))
    again = read_again(begun, item)
    assert (again.first, again.newest, again.knowledge) == (begun.first, item.sighting_id, begun.knowledge)
    assert again.write() == begun.write()


def test_a_join_that_says_otherwise_than_its_one_sighting_comes_back_too() -> None:
    item = make_item(1, hours=(-3, -1))
    loose = Published(status=TimeStatus.UNKNOWN, basis=item.time.published.basis)
    item = item.model_copy(update={"time": ItemTime(published=loose)})
    begun = ItemMemory.begin(Evidence(item, NOON_MS))
    assert begun.knowledge.published.status is TimeStatus.INTERVAL
    again = read_again(begun, item)
    assert (again.first.item, again.knowledge) == (item, begun.knowledge)
    assert again.write() == begun.write()
