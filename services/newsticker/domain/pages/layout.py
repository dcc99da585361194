"""Tells headline, dateline and body of the lines of each ticker item, and what is missing."""

from newsticker.domain.pages.datelines import AGENCIES
from newsticker.domain.pages.draft import Draft, Sheet
from newsticker.domain.pages.page import Range, Span, SpanKind
from newsticker.domain.pages.tokens import Token, has_stop, is_title
from newsticker.domain.stamps import is_cut_stamp

_FOOTER_LENGTH = 40
_FOOTER_WORDS = 4


def lay_out(sheet: Sheet, drafts: list[Draft]) -> None:
    """Lay out each item's lines, and say what is missing."""
    whole = [draft for draft in drafts if draft.texts and (draft.stamp is not None or draft is not drafts[-1])]
    headed = [
        draft
        for draft in drafts
        if len(draft.texts) > 1 and (draft.stopped_title or is_title(sheet.text, draft.texts[0]))
    ]
    titled = sum(draft.stamp is not None or draft is not drafts[-1] for draft in headed) * 2 > len(whole)
    prefix = _find_prefix(sheet, [draft.texts[0] for draft in headed])
    stamped = any(draft.stamp is not None for draft in drafts if draft.texts)
    if drafts and (not titled or drafts[0].headed) and _is_footer(sheet, drafts[-1]):
        for token in drafts.pop().texts:
            sheet.mark(token, SpanKind.BOILERPLATE, "boilerplate.below_ticker")
    for draft in drafts:
        if draft.texts:
            last = draft is drafts[-1]
            cut = last and _drop_cut_stamp(sheet, draft)
            _lay_out_item(sheet, draft, titled=titled, prefix=prefix)
            if draft.stamp is not None and draft.stamp.rule == "stamp.unknown":
                draft.flags += ("stamp_unknown",)
            ended = draft.stamp is not None and not draft.headed
            if last and not ended and (cut or _is_cut(sheet, draft)):
                draft.flags += ("truncated",)
            elif stamped and draft.stamp is None:
                draft.flags += ("stamp_missing",)


def _is_footer(sheet: Sheet, draft: Draft) -> bool:
    """Say whether the lines behind the last stamp are the site's: a few words each, no dateline, no sentence."""
    if draft.stamp is not None or not draft.texts:
        return False
    first = draft.texts[0].start
    if first and sheet.text[first - 1].isalpha():  # glued to the last stamp, as items are
        return False
    short = all(token.length <= _FOOTER_LENGTH and is_title(sheet.text, token) for token in draft.texts)
    return short and (len(draft.texts) > 1 or len(sheet.line(draft.texts[0]).split()) <= _FOOTER_WORDS)


def _drop_cut_stamp(sheet: Sheet, draft: Draft) -> bool:
    """Take the beginning of a stamp, at which the page was cut off, from the item's text."""
    token = draft.texts[-1]
    if draft.stamp is not None or len(draft.texts) == 1 or not is_cut_stamp(sheet.line(token)):
        return False
    draft.texts.pop()
    sheet.mark(token, SpanKind.STAMP, "stamp.cut_off")
    return True


def _is_cut(sheet: Sheet, draft: Draft) -> bool:
    return not draft.paragraphs or not has_stop(sheet.text, draft.texts[-1])


def _lay_out_item(sheet: Sheet, draft: Draft, *, titled: bool, prefix: str | None) -> None:
    """Tell headline, dateline and body of an item's lines."""
    texts = draft.texts
    first = 0 if texts[0].dateline is not None else _find_lead(sheet, draft, titled=titled)
    if first > 0 and (is_title(sheet.text, texts[first - 1]) or draft.stopped_title):
        _set_headline(sheet, draft, texts[first - 1], texts[first] if first < len(texts) else None, prefix)
        for token in texts[: first - 1]:
            sheet.mark(token, SpanKind.BOILERPLATE, "boilerplate.above_title")
        texts = texts[first:]
    for token in texts:
        draft.add_paragraph(token)
    if draft.dateline is not None and not draft.paragraphs and draft.headline is None:
        draft.paragraphs = [
            Range(draft.dateline.start, draft.dateline.end)
        ]  # the page's end cut off all but the dateline
        draft.dateline = None


def _find_lead(sheet: Sheet, draft: Draft, *, titled: bool) -> int:
    """Find the first line of copy: the one with the dateline, else the one below a title, else the first."""
    texts = draft.texts
    first = next((index for index, token in enumerate(texts) if token.dateline is not None), None)
    if first is not None:
        return first
    title = draft.stopped_title or is_title(sheet.text, texts[0])
    return 1 if title and (len(texts) > 1 or titled) else 0


def _find_prefix(sheet: Sheet, titles: list[Token]) -> str | None:
    """Find the agency's code that stands before every title of a list ("ANP Title")."""
    if len(titles) < 2:  # noqa: PLR2004 - one title is no list
        return None
    codes = {sheet.line(title).partition(" ")[0] for title in titles}
    code = codes.pop()
    return code if not codes and code.upper() in AGENCIES and _is_code(code) else None


def _is_code(word: str) -> bool:
    """Say whether a word is written as codes are: "ANP", "dpa"; "Ad" is a name."""
    return word.isupper() or word.islower()


def _set_headline(sheet: Sheet, draft: Draft, token: Token, lead: Token | None, prefix: str | None) -> None:
    """Set the headline; an agency's code before it is not part of it."""
    start = token.start
    code, _, rest = sheet.line(token).partition(" ")
    agencies = lead.dateline.agencies if lead is not None and lead.dateline is not None else ()
    alone = _is_code(code) and code.upper() in agencies and not rest[:1].islower()
    if rest and (code == prefix or alone):
        sheet.spans.append(Span(start, start + len(code), SpanKind.AGENCY, "headline.agency"))
        start = token.end - len(rest.lstrip())
    draft.headline = Range(start, token.end)
    draft.rules += ("headline.above_lead",)
