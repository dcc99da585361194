"""Step 2: which items are nearly the same, and which group an item is in."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsticker.deduplicator.handler import handle_distinct
from newsticker.messages.news_item import NewsItem
from newsticker.messages.outcomes import InvalidMessageError, Outcome
from newsticker.messages.topics import NEWS_GROUPS, UNIQUE_NEWS_ITEMS
from newsticker.messages.unique_item import Relation
from unit.deduplicator.making import DAY_MS, NOON_MS, BothSteps, FirstStep, fresh_stores, make_item, withdraw

LEAD = (
    "De Kreekbrug bij Terhove blijft zeker tot maandag dicht voor al het verkeer. Bij een inspectie vond "
    "Rijkswaterstaat woensdag scheuren in twee draagbalken."
)
ARTICLE = (
    f"{LEAD}\n\nAuto's worden omgeleid via de N61, wat een kwartier extra reistijd kost. Wethouder Carla Minderhoud "
    "spreekt van een tegenvaller voor de ondernemers in het dorp. De brug uit 1968 zou volgend jaar al groot onderhoud "
    "krijgen, maar dat plan gaat nu van tafel."
)
MISPRINT = LEAD.replace("inspectie", "inspektie")
UPDATE = (
    "De Kreekbrug bij Terhove blijft zeker drie weken dicht voor al het verkeer, langer dan eerst gedacht. Nieuw "
    "onderzoek van Rijkswaterstaat laat scheuren zien in vijf draagbalken."
)
OTHER = (
    "De Scheldebrug bij Westkapel blijft zeker tot donderdag dicht voor al het verkeer. Bij een inspectie vond "
    "Rijkswaterstaat zaterdag roest in vier kabels."
)
ELSEWHERE = "In Terhove is dinsdagavond een schuur met landbouwmachines uitgebrand, niemand raakte gewond."
TEXTS = (LEAD, ARTICLE, MISPRINT, UPDATE, OTHER, ELSEWHERE)

lead, article, misprint, update, other, elsewhere = (make_item(page, body=text) for page, text in enumerate(TEXTS))


def test_the_first_of_its_kind_is_its_own_group() -> None:
    (distinct,) = FirstStep().feed(lead).revisions
    handled = handle_distinct(distinct, NOON_MS, fresh_stores())
    assert handled.outcome is Outcome.EMITTED
    assert [emit.topic for emit in handled.emits] == [UNIQUE_NEWS_ITEMS, NEWS_GROUPS]
    duplicate = BothSteps().feed(lead).group_of(lead)
    assert (duplicate.group_id, duplicate.relation, duplicate.of) == (lead.item_id, Relation.NONE, None)


@pytest.mark.parametrize("later", [article, misprint])
def test_the_same_report_joins_the_group_of_the_earlier_one_either_way(later: NewsItem) -> None:
    for one, two in ((lead, later), (later, lead)):
        duplicate = BothSteps().feed(one, two).group_of(two)
        assert (duplicate.group_id, duplicate.relation, duplicate.of) == (one.item_id, Relation.SAME, one.item_id)
        assert duplicate.method
        assert duplicate.score is not None
        assert duplicate.score > 0.8


def test_an_update_is_linked_to_the_earlier_item_but_not_merged() -> None:
    duplicate = BothSteps().feed(lead, update).group_of(update)
    assert (duplicate.group_id, duplicate.relation, duplicate.of) == (update.item_id, Relation.UPDATE, lead.item_id)


@pytest.mark.parametrize("later", [other, elsewhere])
def test_another_story_of_the_same_template_or_place_is_not_linked(later: NewsItem) -> None:
    steps = BothSteps().feed(lead, later)
    assert steps.group_of(later).relation is Relation.NONE
    assert steps.groups[-1].matches == ()


def test_what_was_decided_is_a_fact_with_its_evidence() -> None:
    steps = BothSteps().feed(lead, misprint, update)
    fact = steps.groups[-1]
    assert fact.relation is Relation.UPDATE
    assert {match.item_id for match in fact.matches} == {lead.item_id, misprint.item_id}
    assert all(match.evidence for match in fact.matches)
    assert {match.group_id for match in fact.matches} == {lead.item_id}


def test_a_revision_keeps_its_group_and_states_no_new_fact() -> None:
    steps = BothSteps().feed(lead, article)
    facts = len(steps.groups)
    steps.feed(make_item(20, body=ARTICLE, headline="Kreekbrug blijft dicht"))
    assert steps.uniques[-1].revision == 2
    assert steps.group_of(article).group_id == lead.item_id
    assert len(steps.groups) == facts


def test_an_item_that_joins_two_groups_names_the_other() -> None:
    tail = ARTICLE[len(LEAD) :].strip()
    steps = BothSteps().feed(lead, make_item(9, body=tail), article)
    fact = steps.groups[-1]
    assert fact.group_id == lead.item_id or fact.joins == (lead.item_id,)
    assert len({fact.group_id, *fact.joins}) == 2
    assert steps.group_of(lead).group_id == lead.item_id


def test_a_headline_alone_is_linked_to_the_item_that_has_it() -> None:
    headline = make_item(1, body="", headline="Kreekbrug bij Terhove blijft dicht")
    full = make_item(2, body=LEAD, headline="Kreekbrug bij Terhove blijft dicht")
    for one, two in ((headline, full), (full, headline)):
        duplicate = BothSteps().feed(one, two).group_of(two)
        assert (duplicate.relation, duplicate.of, duplicate.method) == (Relation.SAME, one.item_id, "headline")


def test_a_headline_that_comes_back_every_day_links_nothing() -> None:
    weather = make_item(1, body="", headline="Weer")
    steps = BothSteps().feed(make_item(2, body=ELSEWHERE, headline="Weer"), weather)
    assert steps.group_of(weather).relation is Relation.NONE


def test_a_headline_that_is_learned_later_is_looked_for_then() -> None:
    headline = make_item(1, body="", headline="Kreekbrug bij Terhove blijft dicht")
    full = make_item(2, body=LEAD, headline="Kreekbrug bij Terhove blijft dicht")
    steps = BothSteps().feed(headline, lead, full)
    assert steps.group_of(lead).group_id == lead.item_id
    assert steps.groups[-1].joins == (headline.item_id,)


def test_withdrawing_an_item_decides_again_on_those_that_stood_on_it() -> None:
    steps = BothSteps().feed(lead, misprint, article, update, withdraw(lead))
    never = BothSteps().feed(misprint, article, update)
    assert {key: one.duplicate for key, one in steps.latest().items()} == {
        key: one.duplicate for key, one in never.latest().items()
    }
    assert steps.relations() == never.relations()
    assert steps.groups[4].withdrawn
    numbers = [(one.item_id, one.revision) for one in steps.uniques]
    assert len(numbers) == len(set(numbers))


def test_revisions_go_on_after_a_group_was_decided_again() -> None:
    steps = BothSteps().feed(lead, misprint, withdraw(lead))
    before = steps.latest()[misprint.item_id].revision
    steps.feed(make_item(30, body=MISPRINT, headline="Kreekbrug blijft dicht"))
    assert steps.latest()[misprint.item_id].revision > before


def test_a_revision_that_was_told_before_says_only_that_the_item_is_still_seen() -> None:
    steps = BothSteps().feed(lead, misprint, make_item(30, body=MISPRINT, headline="Kreekbrug dicht"), withdraw(lead))
    told = steps.first.revisions[2]
    assert told.item_id == misprint.item_id
    before = {name: dict(store) for name, store in steps.first.stores.items()}
    handled = handle_distinct(told, NOON_MS, steps.first.stores)
    assert (handled.outcome, handled.emits) == (Outcome.REPEATED, ())
    assert steps.first.stores["groups"] == before["groups"]


def test_a_withdrawn_item_that_comes_back_is_grouped_anew() -> None:
    steps = BothSteps().feed(lead, misprint, withdraw(lead), lead)
    assert steps.group_of(lead).group_id == misprint.item_id
    assert steps.group_of(misprint).group_id == misprint.item_id


def test_a_returning_item_keeps_its_group_and_names_what_it_finds() -> None:
    steps = BothSteps().feed(lead)
    for name in ("items", "sightings", "texts", "signatures"):
        steps.first.stores[name].clear()
    steps.feed(misprint, at=NOON_MS + 40 * DAY_MS).feed(lead, at=NOON_MS + 41 * DAY_MS)
    assert steps.group_of(lead).group_id == lead.item_id
    assert steps.groups[-1].joins == (misprint.item_id,)
    assert steps.latest()[lead.item_id].revision == 2


def test_what_is_gone_already_is_not_decided_again() -> None:
    steps = BothSteps().feed(lead, misprint, withdraw(misprint))
    told = len(steps.uniques)
    steps.feed(withdraw(lead))
    assert [one.item_id for one in steps.uniques[told:]] == [lead.item_id]


def test_a_match_whose_entry_has_expired_still_counts() -> None:
    steps = BothSteps().feed(lead, misprint, article)
    del steps.first.stores["groups"][lead.item_id.bytes[-12:]]
    steps.feed(withdraw(misprint))
    assert steps.group_of(article).group_id == lead.item_id


def test_a_text_without_a_group_is_passed_over() -> None:
    steps = BothSteps().feed(lead)
    steps.first.stores["groups"].clear()
    assert steps.feed(misprint).group_of(misprint).relation is Relation.NONE


def test_withdrawing_what_step_two_has_forgotten_is_told_all_the_same() -> None:
    steps = BothSteps().feed(lead)
    steps.first.stores["groups"].clear()
    steps.first.stores["texts"].clear()
    steps.feed(withdraw(lead))
    assert steps.uniques[-1].withdrawn
    assert steps.groups[-1].withdrawn


def test_a_key_that_many_have_costs_no_more() -> None:
    steps = BothSteps()
    for page in range(40):
        body = f"De gemeente Terhove meldt dat er vandaag {page + 100} nieuwe bomen zijn geplant langs de oude dijk."
        steps.feed(make_item(page, body=body))
    assert max(len(value) for value in steps.first.stores["signatures"].values()) == 16 * 9


def test_another_message_is_invalid() -> None:
    with pytest.raises(InvalidMessageError, match="distinct-news-item"):
        handle_distinct(lead, NOON_MS, fresh_stores())


pages = st.lists(
    st.builds(
        make_item,
        st.integers(0, 9),
        body=st.sampled_from(TEXTS),
        hours=st.one_of(st.none(), st.tuples(st.integers(-6, -2), st.integers(-3, 4))),
        headline=st.sampled_from([None, "Kreekbrug weer open"]),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda item: item.sighting_id,
)


@settings(max_examples=25)
@given(pages, st.randoms(use_true_random=False))
def test_views_and_relations_do_not_depend_on_the_order(items: list[NewsItem], random: Random) -> None:
    shuffled = [*items, *random.choices(items, k=3)]
    random.shuffle(shuffled)
    one, another = BothSteps().feed(*items), BothSteps().feed(*shuffled)
    assert one.views() == another.views()
    assert one.relations() == another.relations()


@settings(max_examples=25)
@given(pages, st.data())
def test_withdrawing_leaves_the_relations_of_never_having_sent(items: list[NewsItem], draw: st.DataObject) -> None:
    taken = draw.draw(st.lists(st.sampled_from(items), unique_by=lambda item: item.sighting_id))
    steps = BothSteps().feed(*items, *(withdraw(item) for item in taken))
    never = BothSteps().feed(*(item for item in items if item not in taken))
    assert steps.views() == never.views()
    live = {frozenset(pair): what for pair, what in steps.relations().items() if pair <= steps.latest().keys()}
    assert live == never.relations()
