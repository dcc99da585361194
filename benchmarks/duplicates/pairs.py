"""The labelled pairs: invented stories, and what desks, sites and broken software do to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from random import Random

from newsticker.messages.unique_item import Relation

LONG_WORD = 5
STORIES = Path(__file__).parent / "stories"


class Part(StrEnum):
    """Which part of the stories a pair is from: the half that rules were made from, or what only the command scores.

    The unseen ones were written by another hand than the rules, without knowing them, and so were those written blind:
    of these, one half was looked at afterwards, and of the other nothing but its figures.
    """

    SEEN = "seen"
    HELD = "held out"
    UNSEEN = "unseen"
    BLIND = "written blind, looked at"
    SCORED = "written blind, only scored"


@dataclass(frozen=True, slots=True)
class Story:
    """One invented event: the lead and the rest of an article about it, and other texts near it."""

    name: str
    language: str
    part: Part
    lead: str
    rewrite: str = ""
    update: str = ""
    followup: str = ""
    template: str = ""
    elsewhere: str = ""
    rest: str = ""

    @property
    def article(self) -> str:
        """The whole article: its lead is its first paragraph, the rest is cut into paragraphs of two sentences."""
        rest = sentences(self.rest)
        return "\n\n".join([self.lead, *(" ".join(rest[i : i + 2]) for i in range(0, len(rest), 2))])


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts and what an editor would say of them."""

    story: Story
    kind: str
    first: str
    second: str
    relation: Relation


def load_stories() -> list[Story]:
    """Read all stories but for those that were written blind, which have another form."""
    paths = sorted(path for folder in (STORIES, STORIES / "unseen") for path in folder.glob("*.txt"))
    return [story for path in paths for story in _parse(path)]


def _parse(path: Path) -> Iterator[Story]:
    for block in path.read_text(encoding="utf-8").split("== ")[1:]:
        name, *lines = block.strip().splitlines()
        fields = dict(line.split(": ", 1) for line in lines if line)
        part = Part.UNSEEN if path.parent != STORIES else _choose_half(name)
        yield Story(name=name, language=path.stem[:2], part=part, **fields)


def _choose_half(name: str) -> Part:
    """Take every other story by a hash of its name: nobody chose which."""
    return Part.HELD if sha256(name.encode()).digest()[0] % 2 else Part.SEEN


def sentences(text: str) -> list[str]:
    """Cut a text after its sentences."""
    return re.split(r"(?<=[.!?\"]) (?=[A-ZÀ-Ý\"'])", text)


_FILLERS = {
    "nl": "Meer informatie volgt later.",
    "en": "More details will follow later.",
    "de": "Weitere Einzelheiten folgen später.",
    "fr": "Plus de détails suivront.",
}
_SYNONYMS = {
    "nl": [
        ("meldt", "zegt"),
        ("volgens", "aldus"),
        ("ook", "eveneens"),
        ("zeker", "minstens"),
        ("zei", "verklaarde"),
        ("nieuwe", "verse"),
        ("grote", "flinke"),
        ("heeft", "had"),
        ("zijn", "waren"),
        ("is", "wordt"),
        ("door", "vanwege"),
        ("wil", "wenst"),
        ("alleen", "slechts"),
    ],
    "en": [
        ("said", "stated"),
        ("killed", "slain"),
        ("has", "had"),
        ("after", "following"),
        ("off", "near"),
        ("main", "key"),
    ],
    "de": [
        ("sind", "waren"),
        ("ist", "war"),
        ("fallen", "entfallen"),
        ("haben", "hatten"),
        ("hat", "hatte"),
        ("der", "jener"),
    ],
    "fr": [("selon", "d'après"), ("a été", "fut"), ("a", "aura"), ("sera", "est"), ("est", "sera"), ("une", "cette")],
}
_AGENCY = {"nl": "(ANP) - ", "en": "(Reuters) - ", "de": "(dpa) - ", "fr": "(AFP) - "}


def change_word(text: str, language: str) -> str:
    """Put another word for one, or swap two letters where no such word is there."""
    for old, new in _SYNONYMS[language]:
        changed, count = re.subn(rf"\b{old}\b", new, text, count=1)
        if count:
            return changed
    return misspell(text, Random(text))  # noqa: S311 - repeatable, not secret


def misspell(text: str, random: Random) -> str:
    """Turn one letter within a longer word into another."""
    long = list(re.finditer(r"\b[a-zà-ÿ]{7,}\b", text))
    found = random.choice(long)
    place = random.randrange(found.start() + 1, found.end() - 1)
    letter = random.choice([c for c in "aeionrst" if c != text[place]])
    return text[:place] + letter + text[place + 1 :]


def break_encoding(text: str, random: Random) -> str:
    """Read UTF-8 as Windows-1252; where nothing would break, an accent is lost or gained first."""
    return accent(text, random).encode().decode("cp1252", "replace")


def accent(text: str, random: Random) -> str:
    """Have something in the text that is not ASCII."""
    return text if not text.isascii() else re.sub(r"([a-z])e([a-z])", r"\1ë\2", text, count=1 + random.randrange(2))


def drop_accents(text: str) -> str:
    """Print question marks for what is not ASCII, as old software does."""
    return text.encode("ascii", "replace").decode()


def change_quotes(text: str, language: str) -> str:
    """Print curly quotes and other dashes; where nothing is quoted, quote a word."""
    if '"' not in text:
        words = text.split()
        place = next(i for i, word in enumerate(words[3:], 3) if word.isalpha() and len(word) >= LONG_WORD)
        words[place] = f'"{words[place]}"'
        text = " ".join(words)
    opening, closing = {"de": ("„", "“"), "fr": ("«", "»")}.get(language, ("“", "”"))
    return re.sub(r'"([^"]*)"', rf"{opening}\1{closing}", text).replace("'", "’").replace(" - ", " – ")


def swap(text: str, random: Random) -> str:
    """Put two neighbouring sentences in the other order."""
    parts = sentences(text)
    place = random.randrange(len(parts) - 1)
    parts[place], parts[place + 1] = parts[place + 1], parts[place]
    return " ".join(parts)


def drop(text: str, random: Random) -> str:
    """Leave out one sentence after the first."""
    parts = sentences(text.replace("\n\n", " "))
    del parts[random.randrange(1, len(parts))]
    return " ".join(parts)


def make_pairs(stories: list[Story]) -> list[Pair]:
    """Make all pairs; the same every time."""
    return [pair for story in stories for pair in _make_story_pairs(story)] + list(_make_strangers(stories))


def _make_story_pairs(story: Story) -> Iterator[Pair]:
    random = Random(story.name)  # noqa: S311 - repeatable, not secret
    language, lead = story.language, story.lead
    same = [
        ("same text", lead, lead.replace(" ", "\n", 1) + " "),
        ("one word changed, short", lead, change_word(lead, language)),
        ("misspelt", lead, misspell(lead, random)),
        ("sentence added", lead, f"{lead} {_FILLERS[language]}"),
        ("mojibake, short", lead, break_encoding(lead, random)),
        ("accents lost", lead, drop_accents(accent(lead, random))),
        ("quotes changed", lead, change_quotes(lead, language)),
        ("agency and dateline", lead, f"TERHOVE {_AGENCY[language]}{lead}"),
        ("lead rewritten, short", lead, story.rewrite),
        *(_change_article(story, random) if story.rest else _change_lead(story, random)),
    ]
    for kind, first, second in same:
        yield Pair(story, kind, first, second, Relation.SAME)
    others = (
        ("update", story.update, Relation.UPDATE),
        ("follow-up", story.followup, Relation.NONE),
        ("other facts", story.template, Relation.NONE),
        ("same place", story.elsewhere, Relation.NONE),
    )
    for kind, second, relation in others:
        yield Pair(story, kind, lead, second, relation)
        if story.rest:
            yield Pair(story, f"{kind}, article", story.article, second, relation)


def _change_article(story: Story, random: Random) -> Iterator[tuple[str, str, str]]:
    lead, article, flat = story.lead, story.article, story.article.replace("\n\n", " ")
    yield "lead of article", lead, article
    yield "lead and a sentence", f"{lead} {sentences(story.rest)[0]}", article
    yield "one word changed, long", article, change_word(flat, story.language)
    yield "sentence dropped", article, drop(article, random)
    yield "sentences swapped", article, swap(flat, random)
    yield "mojibake, long", article, break_encoding(article, random)
    yield "lead rewritten, long", article, f"{story.rewrite}\n\n{story.rest}"
    yield "rewritten lead of article", story.rewrite, article


def _change_lead(story: Story, random: Random) -> Iterator[tuple[str, str, str]]:
    """Cut and swap within a story that is not much more than a lead."""
    parts = sentences(story.lead)
    if len(parts) > 1:
        yield "lead of article", parts[0], story.lead
        yield "sentence dropped", story.lead, drop(story.lead, random)
        yield "sentences swapped", story.lead, swap(story.lead, random)


def _make_strangers(stories: list[Story]) -> Iterator[Pair]:
    """Pair stories of one language that have nothing in common."""
    for one, other in pairwise(stories):
        if one.language == other.language:
            yield Pair(one, "other story", one.lead, other.article, Relation.NONE)
