"""What is known of a copy before its places are: the countries at hand, and whether it is home news."""

from functools import cache

from newsticker.domain.enrichment.names.choosing import HOME, Setting, choose_place
from newsticker.domain.enrichment.names.reading import Reading
from newsticker.domain.enrichment.tables import read_table, split_list
from newsticker.domain.enrichment.tables.entries import inflect
from newsticker.domain.enrichment.tables.regions import read_regions
from newsticker.domain.enrichment.tables.terms import read_topics
from newsticker.messages.news_item import Dateline

HOME_AGENCIES = frozenset({"ANP"})
ABROAD = "buitenland"
HOME_SECTIONS = frozenset({"binnenland", "regio", "regionaal", "algemeen"})


def read_setting(
    reading: Reading, dateline: Dateline | None, section: str | None, source_country: str | None = None
) -> Setting:
    """Read the setting of a copy from its dateline, its section, its source and the countries that it names."""
    named, names_home = _find_named(reading)
    is_home_copy = not named
    abroad = {source_country} if source_country and source_country != HOME else set()
    if dateline is None:
        is_home = (is_home_copy or _is_home_section(section, is_local=False)) and not abroad
        return Setting(frozenset(named), is_home, names_home, "".join(abroad))
    reporters = abroad or {code for agency in dateline.agencies if (code := _homes().get(agency))}
    is_local = not dateline.agencies and (section or "").lower() != ABROAD
    is_home = (is_home_copy or is_local or _is_home_section(section, is_local=is_local)) and not reporters
    # a dateline is at home with its agency, whatever countries the text speaks of
    at_home = is_home or (set(dateline.agencies) <= HOME_AGENCIES and not abroad)
    reporter = reporters.pop() if len(reporters) == 1 else ""
    setting = Setting(frozenset(named), at_home, names_home, reporter, is_local=is_local)
    chosen = [choose_place(name, setting) for name in dateline.places]
    at_hand = {choice.country for choice in chosen if choice is not None}
    is_home = at_hand == {HOME} or (is_home and not at_hand)
    return Setting(frozenset(named | at_hand - {HOME}), is_home, names_home, reporter, is_local=is_local)


def _find_named(reading: Reading) -> tuple[set[str], bool]:
    """Find the countries abroad that a text names, and whether it names a part of the home country."""
    named: set[str] = set()
    names_home = False
    for mark in reading.open_marks:
        if mark.kind in {"country", "nationality"} and mark.whole:
            named.add(mark.entry.ref)
            names_home = names_home or mark.entry.form in _home_adjectives()
        elif mark.kind == "region" and mark.whole:
            names_home = names_home or read_regions()[mark.entry.ref][1] == HOME
    named.discard(HOME)
    return named, names_home


@cache
def _home_adjectives() -> frozenset[str]:
    """Give the adjectives of the home country's regions: Zeeuws, Zeeuwse."""
    adjectives = (form for row in read_table("regions.tsv") if row[3] == HOME for form in split_list(row[4]))
    return frozenset(form for adjective in adjectives for form in inflect(adjective))


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
