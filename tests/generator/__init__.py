"""Invents pages with their truth, by seed: the same seed gives the same page."""

from generator.pages import ACCIDENTS, SHAPES, invent_page
from generator.printing import TrueItem, TruePage
from generator.words import Brief, invent_brief

__all__ = ["ACCIDENTS", "SHAPES", "Brief", "TrueItem", "TruePage", "invent_brief", "invent_page"]
