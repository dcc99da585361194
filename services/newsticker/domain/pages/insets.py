"""Lines in the middle of an article, or below it, that are none of its copy, told by what stands in them alone.

At the top of a page or in a ticker they may be titles: "KIJK. Auto rijdt winkel binnen".
"""

import re

from newsticker.domain.pages.asides import LEADING
from newsticker.domain.pages.bylines import parse_byline
from newsticker.domain.pages.offers import is_report
from newsticker.domain.pages.words import Phrases, fold

MAX_INSET = 200
_MAX_CREDIT = 70
_MAX_NAME_WORDS = 6
MAX_HEADING = 60
_MAX_REST = 5
"""Words that may stand behind "Meest gelezen"."""

_INSETS = Phrases(fold("insets"))
_TAILS = Phrases((*fold("tails"), *fold("corrections")))
_HEADINGS = frozenset(fold("headings"))
_RANKED = Phrases(fold("ranked"))
_CREDITS = Phrases(tuple(word for word in fold("credits") if not word.endswith(":")))
_CAPTIONS = Phrases(fold("captions"))
_SMALL_WORDS = frozenset((*fold("small"), *fold("byline_words"), "via", "voor", "for", "für", "pour"))
_MARKS = (":", "|", "»", "›", ">", "–", "—", "- ")
_HOUSES = frozenset(
    {
        "adobe stock", "afp", "alamy", "anp", "anp foto", "ap", "belga", "bsr agency",
        "depositphotos", "dpa", "efe", "epa", "flickr", "getty", "getty images", "google maps",
        "google streetview", "google street view", "hollandse hoogte", "imago", "imago images",
        "istock", "keystone", "maxppp", "openstreetmap", "orange pictures", "pa media", "pa wire",
        "pexels", "photo news", "picture alliance", "pixabay", "pro shots", "proshots", "reuters",
        "shutterstock", "sipa", "unsplash", "wikimedia", "wikimedia commons",
    }
)  # fmt: skip
"""Who sells pictures: a line of names among which is one of these is a credit."""
_NO_NAMES = _SMALL_WORDS | _HOUSES
"""What stands among names in a credit, and is not written with a capital."""
_LAST_WORDS = _NO_NAMES.union(house.rpartition(" ")[2] for house in _HOUSES)
_DIVIDERS = re.compile(r" ?[/|,–—•·] ?| - | via ")
_NUMBERS = re.compile(
    r"(?:(?:foto|beeld|photo|image|bild|slide) )?\d{1,2} ?(?:/|van|of|von|sur) ?\d{1,2}|"
    r"\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?"
)
"""Of a gallery or a player: "1/5", "0:00 / 3:12"."""
_GAPS = re.compile(r" *[|·•] *|[ \u00a0]{2,}|\t+")
_MIN_TAGS, _TAG_WORDS = 3, 3
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S{1,150}|[\w.+-]{1,40}@[\w-]{1,40}\.[\w.-]{2,40}")
_FILE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif")
_MIN_DIGITS = 5
_HANDLE = re.compile(r"\(@\w{2,30}\)")
_FORMS = frozenset(fold("forms"))
_BESIDE_FORM = " :*.…›»>→✓\u00a0"
_STRONG_FORMS = frozenset(form for form in _FORMS if not form.isalpha())
"""Those of several words: one word may be a crosshead."""
_CORRECTIONS = Phrases(fold("corrections"))
_OWN_CORRECTIONS = frozenset(
    words for words in fold("corrections") if any(own in words for own in ("versi", "fassung", "arti", ":"))
)
"""Those that can be nothing else, even where they tell who said something."""
_OPENING = 60
_MAX_FORM = 60
MAX_CORRECTION = 500
_CLOCK = re.compile(r" \(?\d{1,2}[.:u]\d\d(?: uur)?\)?:")
"""Of what was done when: "Correctie 09:10: ..."."""
_DOTS = ("•", "·", "|")
_PLAYED = re.compile(r"\d{1,2}:\d\d(?::\d\d)? +(?=\D)")
_TRIAL = re.compile(
    r"(?<!\d)\d{1,2} (?:weken|maanden|weeks|months|wochen|monate|semaines|mois) "
    r"(?:voor|for|für|pour) (?:maar |slechts |only |just |nur |seulement )?(?:€ ?|£ ?)?\d"
)
_DOWNLOAD = re.compile(r"\((?:pdf|docx?|xlsx?|zip)(?:[,;] ?| )?[\d.,]{0,8} ?(?:[kmg]b|[kmg]o)?\)")
_PERIODS = re.compile(r"\d{1,2} ?[dwmjyat](?: [|/·]?\d{0,2} ?[a-zà-ÿ]{1,6}){2,8}")
"""Of the graph of a share: "1D 1W 1M 1J Alles"."""
_SENTENCE_END = re.compile(r"[.!?)”’\"] ")
_ODD = re.compile(r"[0-9)]|[.!?”’\"] ")
"""What stands in every line that counts, sells, plays, or has a credit behind a sentence."""
_SENTENCE_ENDS = (". ", ".” ", ".’ ", '." ', "! ", "? ", ") ")


def is_inset(text: str, start: int, end: int) -> bool:
    """Say whether a line points elsewhere, speaks to the reader, or tells of the page or of a picture."""
    if end - start > MAX_INSET:
        return False
    raw = text[start:end]
    line = raw.lstrip(LEADING).casefold()
    if not line or _is_tagged(line) or (len(line) <= _MAX_FORM and line.rstrip(_BESIDE_FORM) in _STRONG_FORMS):
        return True
    words = _TAILS.find(line)
    if words is not None:
        return words in _OWN_CORRECTIONS or words[-1] == ":" or not is_report(line)
    if _is_odd(raw, line) or (_CLOCK.search(line, 0, _OPENING) is not None and corrects(raw.lstrip(LEADING))):
        return True
    if raw[0] == "(" and raw[-1] == ")" and parse_byline(text, start + 1, end - 1) is not None:
        return True
    return _is_file(line) or _points(raw, line) or _is_credit(raw.lstrip(LEADING), line)


def _is_odd(raw: str, line: str) -> bool:
    """Say whether a line that is no sentence is an address, a number, a widget, or a caption with its credit."""
    if _ODD.search(raw) is None:
        return " " not in line and _ADDRESS.fullmatch(line) is not None
    return line[-1] not in ".!?" and (_is_number(line) or _is_widget(raw, line) or ends_in_credit(raw))


def is_form(line: str) -> bool:
    """Say whether a line is a field or a button of a form."""
    return line.casefold().strip(_BESIDE_FORM) in _FORMS


def corrects(raw: str) -> bool:
    """Say whether a long line speaks of the article: that it was wrong, is no advice, or who paid for it."""
    words = _CORRECTIONS.find(_CLOCK.sub(":", raw[:_OPENING].casefold(), count=1))
    return words is not None and (words in _OWN_CORRECTIONS or not is_report(raw.casefold()))


def _is_widget(raw: str, line: str) -> bool:
    """Say whether a line that is no sentence offers a trial, a file to load, a film or the graph of a share."""
    if line[0].isdigit():
        played = _PLAYED.match(line)
        rest = line[played.end() :] if played else ""
        if rest and (rest.startswith(_DOTS) or _points(raw.lstrip(LEADING)[-len(rest) :], rest)):
            return True
        if _PERIODS.fullmatch(line):
            return True
    if line[-1] == ")" and _DOWNLOAD.search(line) is not None:
        return True
    priced = " voor " in line or " for " in line or " für " in line or " pour " in line
    return priced and _TRIAL.search(line) is not None


def _is_number(line: str) -> bool:
    """Say whether a line is but a number of a gallery or a player, or an address."""
    if line[-1].isdigit() and _NUMBERS.fullmatch(line):
        return True
    return " " not in line and _ADDRESS.fullmatch(line) is not None


def _points(raw: str, line: str) -> bool:
    """Say whether a mark parts a known word from a title; a sentence that begins so is copy: "Eerder: een reeks …."."""
    words = _INSETS.find(line)
    if words is None or line.endswith("."):
        return False
    rest = line[len(words) :].lstrip()
    return rest.startswith(_MARKS) or (rest.startswith(".") and raw.lstrip(LEADING)[: len(words)].isupper())


def _is_tagged(line: str) -> bool:
    """Say whether a line holds nothing but hash tags, or is a message of a network with its author."""
    if line[0] == "#" and all(word[0] == "#" for word in line.split()):
        return True
    return "(@" in line and _HANDLE.search(line) is not None


def _is_file(line: str) -> bool:
    """Say whether a line is what a picture is called where it is stored: "anp180825171 1"."""
    name, _, number = line.partition(" ")
    if number and not number.isdigit():
        return False
    if name.endswith(_FILE_ENDINGS):
        return True
    digits = sum(char.isdigit() for char in name)
    return digits >= _MIN_DIGITS and any(char.isalpha() for char in name)


def _is_credit(raw: str, line: str) -> bool:
    """Say whether a line is nothing but who made a picture: "ANP / Jan Klaver", "Foto Jan Klaver"."""
    if len(line) > _MAX_CREDIT:
        return False
    last = raw.rpartition(" ")[2]
    if last.isalpha() and last[0].islower() and last not in _LAST_WORDS:
        return False  # most lines
    sellers = [part.strip(" ©()[].") in _HOUSES for part in _DIVIDERS.split(line)]
    if any(sellers):
        return all(sellers) or _is_name(raw)
    words = _CREDITS.find(line)
    return words is not None and " " in line[len(words) :].strip() and _is_name(raw[len(words) :])


def ends_in_credit(line: str) -> bool:
    """Say whether the last sentence of a line is but who made a picture: "Twee boeren. Beeld Jan Klaver"."""
    if _SENTENCE_END.search(line) is None:
        return False
    for stop in _SENTENCE_ENDS:
        head, found, tail = line.rpartition(stop)
        if found and head and _is_credited(tail):
            return True
    return False


def _is_credited(tail: str) -> bool:
    if len(tail) > _MAX_CREDIT:
        return False
    folded = tail.casefold()
    words = _CREDITS.find(folded) or _CAPTIONS.find(folded)
    if words is None:
        return _is_credit(tail, folded)
    rest = tail[len(words) :].strip(" :-–—/|")
    return rest != "" and _is_name(rest)


def _is_name(raw: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'’-]{0,30}", raw)
    return len(words) <= _MAX_NAME_WORDS and all(word[0].isupper() or word in _NO_NAMES for word in words)


def is_tags(text: str, start: int, end: int) -> bool:
    """Say whether a title is a row of topics with gaps or dots between them: "kermis  schutterij  evenementen"."""
    parts = [part for part in _GAPS.split(text[start:end]) if part]
    return len(parts) >= _MIN_TAGS and all(len(part.split()) <= _TAG_WORDS and part[-1] not in ".!?:" for part in parts)


def is_heading(text: str, start: int, end: int) -> bool:
    """Say whether a line is a heading above titles of other articles, if titles stand below it."""
    if end - start > MAX_HEADING:
        return False
    line = text[start:end].casefold().rstrip(" :›»>→")
    if line in _HEADINGS:
        return True
    words = _RANKED.find(line)
    return words is not None and len(line[len(words) :].split()) <= _MAX_REST and line[-1] not in ".!?"
