"""Sentences that want something of the reader: to subscribe, to pay, to follow. Copy reports, they ask."""

import re

from newsticker.domain.pages.words import Phrases, fold

MAX_OFFER = 250
"""A longer line is copy."""
_CALL_WORDS = frozenset(fold("calls"))
_OPENERS = Phrases(_CALL_WORDS.union(fold("promises")))
_MAILBOXES = fold("mailboxes")
_LURES = (*_MAILBOXES, *fold("lures"))
_REPORTING = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, fold('reporting')))})(?!\w)")
_QUOTES = re.compile(r"[\"“”„«»]")


def is_report(line: str) -> bool:
    """Say whether a line, case folded, is a sentence that tells who said something."""
    return line.endswith((".", '."', ".”", ".’", ".'", ".»", ". »")) and _REPORTING.search(line) is not None


def is_offer(line: str) -> bool:
    """Say whether a line, case folded, asks the reader to subscribe, to register or to follow."""
    words = _OPENERS.find(line)
    if words in _CALL_WORDS or _calls_later(line):
        lures = _LURES
    elif words is not None:
        lures = _MAILBOXES
    else:
        return False
    if not any(words in line for words in lures):
        return False
    return _QUOTES.search(line) is None and _REPORTING.search(line) is None


def _calls_later(line: str) -> bool:
    """Say whether what stands behind a question, or the last sentence, is a call."""
    question, sentence = line.rfind("? "), line.rfind(". ")
    asked = question >= 0 and _OPENERS.find(line[question + 2 :]) in _CALL_WORDS
    return asked or (sentence >= 0 and _OPENERS.find(line[sentence + 2 :]) in _CALL_WORDS)
