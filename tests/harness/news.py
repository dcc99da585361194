"""Invented pages for runs of the whole: a pool of briefs, each on several pages, some pages published again.

Every brief carries a token of its own, so that a check needs no trust in how the product identifies items.
"""

import json
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

PLACES = ("TERHOVE", "VELDRADE", "HAARSUM", "MONTE CLARO", "ST. ANNA", "BRASILDA", "OOSTKAPPEL", "NORDHAVN")
AGENCIES = ("ANP", "ANP/AFP", "ANP/RTR", "ANP/DPA", "ANP/BELGA")
SUBJECTS = ("De gemeenteraad", "Een woordvoerder", "De provincie", "Het waterschap", "De havenmeester")
DEEDS = (
    "stelt een besluit uit",
    "opent een onderzoek",
    "sluit een brug",
    "breidt de dienst uit",
    "wacht op een rapport",
)
ITEMS_PER_PAGE = 7
FIRST_FETCH = datetime(2026, 1, 22, 20, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class GeneratedPages:
    """Pages as `.jsonl` documents, and how many distinct documents and briefs they hold."""

    documents: tuple[dict[str, str], ...]
    briefs: frozenset[str]

    def write(self, folder: Path, *, files: int) -> list[Path]:
        """Write them into so many `.jsonl` files."""
        paths = []
        for number in range(files):
            path = folder / f"pages-{number}.jsonl"
            lines = [json.dumps(document, ensure_ascii=False) for document in self.documents[number::files]]
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
            paths.append(path)
        return paths


def generate_pages(seed: int, *, pages: int, briefs: int) -> GeneratedPages:
    """Generate pages whose tickers draw on one pool of briefs; every tenth page is an earlier one again."""
    random_source = random.Random(seed)  # noqa: S311 - invented news need no secrets
    pool = [render_brief(random_source, number) for number in range(briefs)]
    documents: list[dict[str, str]] = []
    used: set[str] = set()
    for number in range(pages):
        if number % 10 == 9:
            documents.append(random_source.choice(documents))
            continue
        chosen = random_source.sample(range(briefs), ITEMS_PER_PAGE)
        used.update(f"Q{one:05d}" for one in chosen)
        used.add(f"A{number:05d}")
        text = render_page(random_source, number, [pool[one] for one in chosen])
        document = {"text": text, "name": f"page-{number}"}
        if number % 3:
            document["fetched_at"] = (FIRST_FETCH + timedelta(minutes=number)).isoformat()
        documents.append(document)
    return GeneratedPages(tuple(documents), frozenset(used))


def render_brief(random_source: random.Random, number: int) -> str:
    """Render one brief with its token."""
    return (
        f"{random_source.choice(PLACES)} ({random_source.choice(AGENCIES)}) - {random_source.choice(SUBJECTS)} "
        f"{random_source.choice(DEEDS)} in dossier Q{number:05d}. Volgens ingewijden duurt dat "
        f"{random_source.randint(2, 90)} weken, met {random_source.randint(100, 9999)} betrokkenen."
    )


def render_page(random_source: random.Random, number: int, briefs: list[str]) -> str:
    """Render a flat page: title, article, label, ticker."""
    lines = [
        f"Besluit over dossier A{number:05d} valt later",
        f"TERHOVE (ANP) - Het besluit over dossier A{number:05d} valt pas na de zomer. Dat meldt de provincie.",
        "Meer uit Buitenland",
    ]
    ticker = "".join(f"{brief}\n{random_source.randint(1, 20)} uur geleden" for brief in briefs)
    return "\n".join(lines) + "\n" + ticker
