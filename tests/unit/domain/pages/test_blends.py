"""Articles and tickers with several things at once that are none of their copy."""

from random import Random

import pytest

from support.asides import BELOW, BETWEEN
from unit.domain.pages.articles import split

PARAGRAPHS = (
    "De brug bij Goes is weer open voor alle verkeer. Dat meldt de provincie.",
    "Het onderzoek loopt nog, zegt een woordvoerder van de provincie.",
    '"Wij zijn er blij mee", zegt schipper Wim de Jong.',
    "De kosten zijn 3,2 miljoen euro, 400.000 euro meer dan geraamd. De gemeente betaalt de helft.",
    "Volgend jaar volgt de tweede brug. Die is van 1932.",
    'De wethouder: "Dat zien we dan wel."',
)
CROSSHEADS = ("Hogere kosten", "Wat nu?", '"Dat zien we dan wel"', "Nachtrust")
TITLE = "Brug open na drie jaar"
TOP = f"Home\nNieuws\n{TITLE}\nDoor Jan Klaver\n3 juni 2024, 10:00\n\nGOES (ANP) - "
TICKER = "\n\nMeer uit Binnenland\nEDE (ANP) - Er ligt een boom om.\n2 uur geleden"
LINES = tuple(dict.fromkeys(block for block in (*BELOW, *BETWEEN) if "\n" not in block and "  " not in block))
ITEMS = (("GOES", "De brug bij Goes is weer open.", "Brug open"), ("URK", "De haven is dicht.", "Haven dicht"))
STAMPS = ("2 uur geleden", "een dag geleden")


def blend(random: Random) -> tuple[str, str]:
    """Invent an article with asides: its text, and its copy."""
    first, *others = random.sample(PARAGRAPHS, random.randint(2, len(PARAGRAPHS)))
    crossheads = random.sample(CROSSHEADS, len(CROSSHEADS))
    blocks, copy = [first], [first]
    for paragraph in others:
        if random.random() < 0.35:
            blocks.append(random.choice(BETWEEN))
        if random.random() < 0.3 and crossheads:
            copy.append(crossheads.pop())
            blocks.append(copy[-1])
        blocks.append(paragraph)
        copy.append(paragraph)
    blocks += random.sample(BELOW, random.randint(0, 4))
    inside, outside = random.choice([("\n", "\n"), ("\n", "\n\n"), ("\n\n", "\n\n")])
    return outside.join(block.replace("\n", inside) for block in blocks), "\n\n".join(copy)


@pytest.mark.parametrize("seed", range(400))
def test_an_article_keeps_its_copy_and_nothing_else(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - invention, not secrecy
    text, copy = blend(random)
    ticker = random.choice(["", TICKER])
    items = split(TOP + text + ticker)
    assert [item.headline.value for item in items[:1] if item.headline] == [TITLE]
    assert [item.body for item in items] == [copy, *(["Er ligt een boom om."] if ticker else [])]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("titled", [False, True], ids=["flat", "titled"])
def test_a_line_beside_an_item_is_none_of_it(line: str, *, titled: bool) -> None:
    expected = [(title if titled else None, body, stamp) for (_, body, title), stamp in zip(ITEMS, STAMPS, strict=True)]
    for place in (1, 2):
        text = "Meer uit Buitenland"
        for number, ((town, body, title), stamp) in enumerate(zip(ITEMS, STAMPS, strict=True)):
            parts = [f"{town} (ANP) - {body}", stamp]
            if number == 0:
                parts.insert(place, line)
            text += "\n".join(["", *([title, ""] if titled else []), *parts])
        found = [
            (item.headline.value if item.headline else None, item.body, item.time.stamp and item.time.stamp.text)
            for item in split(text)
        ]
        assert found == expected


@pytest.mark.parametrize("onward", ["Lees meer", "Lees verder »", "Read more", "Weiterlesen", "Lire la suite"])
def test_a_pointer_to_the_rest_of_an_item_leaves_the_next_title_alone(onward: str) -> None:
    text = "Meer uit Binnenland\n" + f"\n{onward}\n".join(
        f"{title}\n\n{town} (ANP) - {body}\n\n{stamp}" for (town, body, title), stamp in zip(ITEMS, STAMPS, strict=True)
    )
    assert [item.headline.value for item in split(text) if item.headline] == [title for _, _, title in ITEMS]
