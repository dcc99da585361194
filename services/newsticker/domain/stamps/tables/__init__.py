"""One table a language: its words for units, numbers, days and months, and how it says that something is past."""

from newsticker.domain.stamps.tables.dutch import DUTCH
from newsticker.domain.stamps.tables.english import ENGLISH
from newsticker.domain.stamps.tables.french import FRENCH
from newsticker.domain.stamps.tables.german import GERMAN
from newsticker.domain.stamps.tables.language import StampLanguage

LANGUAGES: tuple[StampLanguage, ...] = (DUTCH, ENGLISH, GERMAN, FRENCH)
"""One more language is one more table here."""

__all__ = ["LANGUAGES", "StampLanguage"]
