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


class Half(StrEnum):
    """Which half of the stories a pair is from: the one looked at, or the one that only the command scores."""

    SEEN = "seen"
    HELD = "held out"


@dataclass(frozen=True, slots=True)
class Story:
    """One invented event: the lead and the rest of an article about it, and other texts near it."""

    name: str
    language: str
    lead: str
    rest: str
    rewrite: str
    update: str
    followup: str
    template: str
    elsewhere: str

    @property
    def article(self) -> str:
        """The whole article: its lead is its first paragraph, the rest is cut into paragraphs of two sentences."""
        rest = sentences(self.rest)
        return "\n\n".join([self.lead, *(" ".join(rest[i : i + 2]) for i in range(0, len(rest), 2))])

    @property
    def half(self) -> Half:
        """Every other story by a hash of its name: nobody chose which."""
        return Half.HELD if sha256(self.name.encode()).digest()[0] % 2 else Half.SEEN


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts and what an editor would say of them."""

    story: Story
    kind: str
    first: str
    second: str
    relation: Relation


def load_stories() -> list[Story]:
    """Read all stories."""
    return [story for path in sorted(STORIES.glob("*.txt")) for story in _parse(path)]


def _parse(path: Path) -> Iterator[Story]:
    for block in path.read_text(encoding="utf-8").split("== ")[1:]:
        name, *lines = block.strip().splitlines()
        fields = dict(line.split(": ", 1) for line in lines if line)
        yield Story(name=name, language=path.stem[:2], **fields)


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
    language, lead, article = story.language, story.lead, story.article
    flat = article.replace("\n\n", " ")
    same: list[tuple[str, str, str]] = [
        ("same text", lead, lead.replace(" ", "\n", 1) + " "),
        ("lead of article", lead, article),
        ("lead and a sentence", " ".join([lead, sentences(story.rest)[0]]), article),
        ("one word changed, short", lead, change_word(lead, language)),
        ("one word changed, long", article, change_word(flat, language)),
        ("misspelt", lead, misspell(lead, random)),
        ("sentence added", lead, f"{lead} {_FILLERS[language]}"),
        ("sentence dropped", article, drop(article, random)),
        ("sentences swapped", article, swap(flat, random)),
        ("mojibake, short", lead, break_encoding(lead, random)),
        ("mojibake, long", article, break_encoding(article, random)),
        ("accents lost", lead, drop_accents(accent(lead, random))),
        ("quotes changed", lead, change_quotes(lead, language)),
        ("agency and dateline", lead, f"TERHOVE {_AGENCY[language]}{lead}"),
        ("lead rewritten, long", article, f"{story.rewrite}\n\n{story.rest}"),
        ("lead rewritten, short", lead, story.rewrite),
        ("rewritten lead of article", story.rewrite, article),
    ]
    for kind, first, second in same:
        yield Pair(story, kind, first, second, Relation.SAME)
    yield Pair(story, "update", lead, story.update, Relation.UPDATE)
    yield Pair(story, "update of article", article, story.update, Relation.UPDATE)
    for kind, second in (
        ("follow-up", story.followup),
        ("other facts", story.template),
        ("same place", story.elsewhere),
    ):
        yield Pair(story, kind, lead, second, Relation.NONE)
        yield Pair(story, f"{kind}, article", article, second, Relation.NONE)


def _make_strangers(stories: list[Story]) -> Iterator[Pair]:
    """Pair stories of one language that have nothing in common."""
    for one, other in pairwise(stories):
        if one.language == other.language:
            yield Pair(one, "other story", one.lead, other.article, Relation.NONE)
