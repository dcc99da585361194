"""Stamps: the relative or clock times that pages print beside their items, in tables a language."""

from newsticker.domain.stamps.grammar import parse_stamp
from newsticker.domain.stamps.reading import Stamp
from newsticker.domain.stamps.unfinished import find_unknown_stamp, find_vague_stamp, is_cut_stamp
from newsticker.domain.stamps.units import Unit

__all__ = ["Stamp", "Unit", "find_unknown_stamp", "find_vague_stamp", "is_cut_stamp", "parse_stamp"]
