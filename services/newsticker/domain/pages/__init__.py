"""Cuts pages of news into items."""

from newsticker.domain.pages.page import Dateline, Item, Page, Range, Shape, Span, SpanKind
from newsticker.domain.pages.split import split_page

__all__ = ["Dateline", "Item", "Page", "Range", "Shape", "Span", "SpanKind", "split_page"]
