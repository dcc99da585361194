"""Reads the labelled items."""

import re
from dataclasses import dataclass
from pathlib import Path

from newsticker.domain.enrichment.copy import Copy
from newsticker.messages.news_item import Dateline

HERE = Path(__file__).parent
HALVES = ("seen", "scored")
_DATELINE = re.compile(r"([A-ZÀ-Þ'.\-/ ]+?) (?:\(([A-Z/]+)\) )?- ")
_MARK = re.compile(r"[DGCPOTL]:")


@dataclass(frozen=True)
class PlaceMark:
    """A place as marked: the id is empty where the list of places has none."""

    name: str
    country: str
    uri: str


@dataclass(frozen=True)
class LabelledItem:
    """An item and its truth."""

    copy: Copy
    dateline: tuple[PlaceMark, ...] = ()
    places: tuple[PlaceMark, ...] = ()
    countries: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    roots: frozenset[str] = frozenset()
    language: str = "nl"


def read_half(half: str) -> list[LabelledItem]:
    """Read the items of one half."""
    text = (HERE / f"{half}.txt").read_text(encoding="utf-8")
    blocks = [block for block in text.split("\n\n") if not block.startswith("#")]
    return [_read_item(block.strip().splitlines()) for block in blocks if block.strip()]


def _read_item(lines: list[str]) -> LabelledItem:
    marks = dict(line.split(":", 1) for line in lines if _MARK.match(line))
    found = {key: [value.strip() for value in cell.split(";") if value.strip()] for key, cell in marks.items()}
    return LabelledItem(
        copy=make_copy(lines[0]),
        dateline=tuple(_read_place(value) for value in found.get("D", [])),
        places=tuple(_read_place(value) for value in found.get("G", [])),
        countries=frozenset(found.get("C", [])),
        people=frozenset(found.get("P", [])),
        organisations=frozenset(found.get("O", [])),
        roots=frozenset(f"{value}000000" for value in found.get("T", [])),
        language=(found.get("L") or ["nl"])[0],
    )


def _read_place(cell: str) -> PlaceMark:
    name, country, number = cell.split("/")
    return PlaceMark(name, country, f"https://sws.geonames.org/{number}/" if number else "")


def make_copy(line: str) -> Copy:
    """Cut a line as agencies print it into dateline and body."""
    found = _DATELINE.match(line)
    if found is None:
        return Copy(text=line)
    agencies = tuple(found[2].split("/")) if found[2] else ()
    dateline = Dateline(raw=found[0], places=tuple(found[1].split("/")), agencies=agencies, start=0, end=found.end())
    return Copy(text=line[found.end() :], dateline=dateline)
