"""The stories that were written blind, by somebody who never saw the rules, and the pairs that are made of them.

Each begins with `=== name | language | dateline`. A line is one text, after its kind: `L` the lead, `B` a paragraph of
the rest, `S:...` the same report edited, cut or rewritten, `U:...` an update, `N:...` something else near it. Every
other story in their order is only scored. Two variants of one story are paired too: that is harder than a variant
against the lead, since both have gone another way.
"""

from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path
from random import Random
from typing import NamedTuple

from duplicates.pairs import Pair, Part, Story, accent, break_encoding, change_quotes, drop_accents, sentences
from newsticker.messages.unique_item import Relation

STORIES = Path(__file__).parent / "stories" / "blind"
_RELATIONS = {"S": Relation.SAME, "U": Relation.UPDATE, "N": Relation.NONE}
_SAME_KINDS = {"cut": "cut", "rewrite": "rewritten"}
_OTHERS = {Relation.UPDATE: "update", Relation.NONE: "other"}
_AGENCIES = {
    "nl": ("(Novum)", "(ANP/AFP)", "(BELGA)"),
    "en": ("(AP)", "(Reuters)"),
    "de": ("(AFP)", "(dpa)"),
    "fr": ("(AFP)", "(Reuters)"),
}


class Variant(NamedTuple):
    """Another text near a story's lead."""

    relation: Relation
    kind: str
    text: str


class BlindStory(NamedTuple):
    """One story and its variants."""

    story: Story
    dateline: str
    paragraphs: tuple[str, ...]
    variants: tuple[Variant, ...]

    @property
    def article(self) -> str:
        """The lead and the rest."""
        return "\n\n".join((self.story.lead, *self.paragraphs))


def load_blind() -> list[BlindStory]:
    """Read all stories."""
    blocks = [
        block for path in sorted(STORIES.glob("*.txt")) for block in path.read_text(encoding="utf-8").split("=== ")[1:]
    ]
    return [_parse(block, Part.BLIND if number % 2 else Part.SCORED) for number, block in enumerate(blocks, 1)]


def _parse(block: str, part: Part) -> BlindStory:
    head, *lines = block.strip().splitlines()
    name, language, dateline = (field.strip() for field in head.split("|"))
    texts = [line.split(" ", 1) for line in lines if line]
    lead = next(text for kind, text in texts if kind == "L")
    variants = (Variant(_RELATIONS[kind[0]], kind[2:], text) for kind, text in texts if kind[1:2] == ":")
    return BlindStory(
        story=Story(name=name, language=language, part=part, lead=lead),
        dateline=dateline,
        paragraphs=tuple(text for kind, text in texts if kind == "B"),
        variants=tuple(variants),
    )


def make_blind_pairs(stories: list[BlindStory]) -> list[Pair]:
    """Make all pairs; the same every time."""
    makers = (_vary_print, _vary_article, _compare_variants, _cross_variants)
    own = [pair for story in stories for maker in makers for pair in maker(story)]
    return own + list(_make_strangers(stories))


def _vary_print(blind: BlindStory) -> Iterator[Pair]:
    """Do with the lead what desks, sites and broken software do."""
    story, lead, random = blind.story, blind.story.lead, Random(blind.story.name)  # noqa: S311 - repeatable, not secret
    accented = accent(change_quotes(lead, story.language) if '"' in lead else lead, random)
    city = blind.dateline.split(" (")[0]
    others = (
        ("same text", lead, lead.replace(" ", "  ", 2) + "\n"),
        ("dateline left on", lead, f"{blind.dateline} - {lead}"),
        ("other agency", f"{blind.dateline} - {lead}", f"{city} {random.choice(_AGENCIES[story.language])} – {lead}"),
        ("mojibake", accented, break_encoding(accented, random)),
        ("mojibake, twice", accented, break_encoding(break_encoding(accented, random), random)),
        ("mojibake, marks", accented, accented.encode().decode("ascii", "replace")),
        ("accents lost", accented, drop_accents(accented)),
    )
    for kind, first, second in others:
        yield Pair(story, kind, first, second, Relation.SAME)


def _vary_article(blind: BlindStory) -> Iterator[Pair]:
    """Cut and broken articles."""
    if not blind.paragraphs:
        return
    story, lead, article, rest = blind.story, blind.story.lead, blind.article, blind.paragraphs
    random = Random(story.name)  # noqa: S311 - repeatable, not secret
    others = (
        ("lead of article", lead, article),
        ("lead and a sentence", f"{lead} {sentences(rest[0])[0]}", article),
        ("paragraph dropped", article, "\n\n".join((lead, *rest[:-2], *rest[-1:]))),
        ("paragraphs swapped", article, "\n\n".join((lead, *reversed(rest)))),
        ("first half", article, f"{lead}\n\n{rest[0]}"),
        ("mojibake, article", article, break_encoding(accent(article, random), random)),
    )
    for kind, first, second in others:
        yield Pair(story, kind, first, second, Relation.SAME)


def _compare_variants(blind: BlindStory) -> Iterator[Pair]:
    """Set each variant beside the lead, and the article, also with the article's rest below its own new lead."""
    story = blind.story
    for variant in blind.variants:
        kind = _name_kind(variant)
        yield Pair(story, kind, story.lead, variant.text, variant.relation)
        if not blind.paragraphs:
            continue
        yield Pair(story, f"{kind}, article", blind.article, variant.text, variant.relation)
        if variant.relation is not Relation.NONE and variant.kind != "cut":
            with_rest = "\n\n".join((variant.text, *blind.paragraphs))
            yield Pair(story, f"{kind}, both articles", blind.article, with_rest, variant.relation)


def _name_kind(variant: Variant) -> str:
    if variant.relation is Relation.SAME:
        return _SAME_KINDS.get(variant.kind, "edited")
    return f"{_OTHERS[variant.relation]}: {variant.kind}"


def _cross_variants(blind: BlindStory) -> Iterator[Pair]:
    """Set variants beside each other."""
    for one, other in combinations(blind.variants, 2):
        relations = {one.relation, other.relation}
        if relations == {Relation.SAME}:
            rewritten = "rewrite" in {one.kind, other.kind}
            kind, relation = "two variants" + (", rewritten" if rewritten else ""), Relation.SAME
        elif relations == {Relation.SAME, Relation.UPDATE}:
            kind, relation = "update and variant", Relation.UPDATE
        elif Relation.NONE in relations and "followup" not in {one.kind, other.kind}:
            kind, relation = "other and variant", Relation.NONE
        else:
            continue
        yield Pair(blind.story, kind, one.text, other.text, relation)


def _make_strangers(stories: list[BlindStory]) -> Iterator[Pair]:
    """Pair stories of one part and language that have nothing in common."""
    for part in (Part.BLIND, Part.SCORED):
        chosen = [blind for blind in stories if blind.story.part is part]
        for one, other in pairwise(sorted(chosen, key=lambda blind: blind.story.language)):
            if one.story.language == other.story.language:
                yield Pair(one.story, "other story", one.story.lead, other.article, Relation.NONE)
                yield Pair(one.story, "other story", other.story.lead, one.article, Relation.NONE)
