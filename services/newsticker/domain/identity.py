"""Identities made of content alone: any order of arrival gives the same ones."""

from uuid import UUID

from newsticker.domain.text import repair, unify
from newsticker.messages.base import name_id

RULES_VERSION = "4"
"""Version of the splitting rules; a new one lets documents through again, since they may be cut otherwise now."""


def fingerprint_text(body: str) -> str:
    """Reduce a body to what is the same wherever the item is printed; broken encodings are repaired."""
    return unify(repair(body))


def item_id(body: str, headline: str | None = None, *, place: str = "") -> UUID:
    """Identify an item by its body, or one that has only a headline by that.

    `place` keeps recurring headlines ("Weer") of different sources and days apart.
    """
    if fingerprint := fingerprint_text(body):
        return name_id(f"item\n{fingerprint}")
    return name_id(f"headline\n{fingerprint_text(headline or '')}\n{place}")


def sighting_id(document_id: UUID | str, position: int) -> UUID:
    """Identify the item at one place of one document; who asks for many writes the document's id once."""
    return name_id(f"sighting\n{document_id}\n{position}")
