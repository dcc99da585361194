"""What takes a document's evidence back."""

from newsticker.domain.duplicates.withdrawing import make_withdrawals
from unit.deduplicator.making import BothSteps, make_item, withdraw

items = [make_item(page, position=position) for page in (1, 2) for position in (1, 2)]
DOCUMENT = items[0].source.document_id


def test_takes_back_each_sighting_of_the_document_and_no_other() -> None:
    steps = BothSteps().feed(*items)
    withdrawals = make_withdrawals(steps.first.sightings, DOCUMENT)
    assert {one.sighting_id for one in withdrawals} == {items[0].sighting_id, items[1].sighting_id}
    assert all(one.withdrawn for one in withdrawals)
    steps.feed(*withdrawals)
    assert steps.views() == BothSteps().feed(*items[2:]).views()


def test_withdrawing_twice_finds_nothing_more() -> None:
    steps = BothSteps().feed(*items)
    steps.feed(*make_withdrawals(steps.first.sightings, DOCUMENT))
    assert make_withdrawals(steps.first.sightings, DOCUMENT) == ()
    steps.feed(items[0])
    assert len(make_withdrawals(steps.first.sightings, DOCUMENT)) == 1


def test_a_withdrawal_is_a_fact_of_its_own() -> None:
    steps = BothSteps().feed(items[0])
    (one,) = make_withdrawals(steps.first.sightings, DOCUMENT)
    assert one.fact_id == withdraw(items[0]).fact_id != items[0].fact_id


def test_the_last_event_of_what_is_gone_still_shows_its_text() -> None:
    steps = BothSteps().feed(items[0])
    steps.feed(*make_withdrawals(steps.first.sightings, DOCUMENT))
    assert steps.uniques[-1].withdrawn
    assert steps.uniques[-1].best.body == items[0].body
