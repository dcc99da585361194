"""What is known of a copy before its places are: the countries at hand, and whether it is home news."""

from functools import cache

from newsticker.domain.enrichment.names.choosing import HOME, Setting, choose_place
from newsticker.domain.enrichment.names.reading import Reading
from newsticker.domain.enrichment.tables import read_table
from newsticker.domain.enrichment.tables.terms import read_topics
from newsticker.messages.news_item import Dateline

ABROAD = "buitenland"
HOME_SECTIONS = frozenset({"binnenland", "regio", "regionaal", "algemeen"})


def read_setting(reading: Reading, dateline: Dateline | None, section: str | None) -> Setting:
    """Read the setting of a copy from its dateline, its section and the countries that it names."""
    named = {
        mark.hit.entry.ref for mark in reading.open_marks if mark.kind in {"country", "nationality"} and mark.whole
    }
    named.discard(HOME)
    is_home_copy = not named
    if dateline is None:
        return Setting(frozenset(named), is_home_copy or _is_home_section(section, is_local=False))
    named.update(filter(None, (_homes().get(code) for code in dateline.agencies)))
    is_home = is_home_copy or _is_home_section(section, is_local=not dateline.agencies)
    chosen = [choose_place(name, Setting(frozenset(named), is_home)) for name in dateline.places]
    at_hand = {choice.country for choice in chosen if choice is not None}
    return Setting(frozenset(named | at_hand - {HOME}), at_hand == {HOME} or (is_home and not at_hand))


def _is_home_section(section: str | None, *, is_local: bool) -> bool:
    """Say whether a section is of home news: by its rubric; any other is a municipality, as on regional pages."""
    name = (section or "").lower()
    if not name:
        return is_local
    return name in HOME_SECTIONS or (name != ABROAD and name not in _rubrics())


@cache
def _rubrics() -> frozenset[str]:
    return frozenset(rubric.lower() for topic in read_topics().values() for rubric in topic.rubrics) - HOME_SECTIONS


@cache
def _homes() -> dict[str, str]:
    """Give the countries that agencies report from first."""
    return {row[0]: row[3] for row in read_table("agencies.tsv") if row[3]}
