"""What a language's table holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageLanguage:
    """The words of one language; case matters in labels, asides and credits only."""

    code: str
    labels: tuple[str, ...]
    """What stands before the section in the label of a ticker: "Meer uit"."""
    names_only: tuple[str, ...]
    """Those that also begin titles ("Plus de Belges partent"): what follows them is names, or no section."""
    bare_labels: tuple[str, ...]
    """Labels that name no section."""
    editions: tuple[str, ...]
    """What begins the line with the choice of edition."""
    sections: tuple[str, ...]
    """Sections of agency copy; any other label names a region, whose datelines have no agencies."""
    asides: tuple[str, ...]
    """What begins a caption, a credit, or an offer to subscribe that may stand in the middle of copy."""
    pointers: tuple[str, ...]
    """What begins a pointer to another page, whose title may stand on the next line: "Lees ook"."""
    credits: tuple[str, ...]
    """What begins a credit at the end of a caption."""
    menus: tuple[str, ...]
    """Whole lines of menus."""
    interruptions: tuple[str, ...]
    """Whole lines that may also stand in the middle of copy: "Advertentie"."""
    notices: tuple[str, ...]
    """What begins a line about cookies, rights, sharing or subscribing."""
    bylines: tuple[str, ...]
    """What begins a line that says by whom and when."""
    authors: tuple[str, ...]
    """Those of them that also stand before a name alone; "von" does not: it begins names."""
    byline_words: tuple[str, ...]
    """Small words of bylines: "redactie", "om"."""
    paging: tuple[str, ...]
    """What stands beside the numbers of pages: "volgende"."""
    roles: tuple[str, ...]
    """What ends a word for who writes, also in one word with the place or the desk: "buitenlandredactie"."""
    ends: tuple[str, ...]
    """Headings after which no news follows: "Meest gelezen"."""
    updates: tuple[str, ...]
    """What stands before the time of an update."""
    small: tuple[str, ...]
    """Words of place names that are not written with a capital."""
    comments: tuple[str, ...]
    """The headings of comments, without their number: "Reacties"."""
    comments_about: tuple[str, ...]
    """What stands behind a heading of comments before the title that they are about: " op “"."""
    comment_forms: tuple[str, ...]
    """What begins the heading of the form for a comment: "Geef een reactie"."""
    comment_fields: tuple[str, ...]
    """What stands in such a form: "e-mailadres"."""
    comment_signs: tuple[str, ...]
    """What stands behind the name above a comment: "zegt" in "Joost zegt:"."""
    replies: tuple[str, ...]
    """Buttons below a comment: "Beantwoorden"."""
    sharing: tuple[str, ...]
    """What a share button says before the name of a network: "Delen op"."""
    targets: tuple[str, ...]
    """What may stand there instead: "e-mail"."""
    counted: tuple[str, ...]
    """What is counted beside an article: "reacties", "leestijd"."""
    counting: tuple[str, ...]
    """What may stand beside number and thing, and the words of bylines: "keer"."""
    not_places: tuple[str, ...]
    """What may stand in capitals before a dash, and is no place: "UPDATE - "."""
    more: tuple[str, ...]
    """What stands before a known section where a label would: "Meer" in "Meer binnenland"."""
    insets: tuple[str, ...]
    """What stands before a mark, and then a title, in the middle of an article: "Eerder: …", "KIJK. …"."""
    tails: tuple[str, ...]
    """What begins a line in or below an article that speaks to the reader or of the page: "Meld een fout"."""
    headings: tuple[str, ...]
    """Whole lines in or below an article above titles or topics: "Dossier"."""
    ranked: tuple[str, ...]
    """What begins such a line that goes on with where or when: "Meest gelezen" in "Meest gelezen in Goes"."""
    calls: tuple[str, ...]
    """What begins a sentence that asks the reader to subscribe, if one of the lures stands in the line."""
    lures: tuple[str, ...]
    """What such a sentence offers: "nieuwsbrief", "abonnement"."""
    promises: tuple[str, ...]
    """What begins an offer only where the mailbox of the reader is named: "Elke" in "Elke dag … in je mailbox"."""
    mailboxes: tuple[str, ...]
    """How the mailbox of the reader is named."""
    reporting: tuple[str, ...]
    """What tells who said something; a sentence that has it is copy, however it begins."""
    captions: tuple[str, ...]
    """What begins the brackets at the end of a caption: "(archieffoto)"."""
    rights: tuple[str, ...]
    """What a line of rights has anywhere: "rechten voorbehouden"."""
    publishers: tuple[str, ...]
    """What a line that is no sentence has anywhere, and says whose the site is: "is een uitgave van"."""
    onward: tuple[str, ...]
    """Pointers to the rest of what stands above, where several stand on a page: "Lees meer"."""
    forms: tuple[str, ...]
    """Whole lines that are fields or buttons of a form or an offer: "Vul je e-mailadres in", "Niet nu"."""
    corrections: tuple[str, ...]
    """What begins a line about the article itself: that it was wrong, is no advice, or who paid for it."""
    polls: tuple[str, ...]
    """Headings of polls: "Stelling"."""
    votes: tuple[str, ...]
    """Whole lines below a poll: "Stem", "Oneens"."""
    voted: tuple[str, ...]
    """What is counted below a poll: "stemmen"."""
    boxes: tuple[str, ...]
    """Headings above who wrote the article: "Over de auteur"."""
    abouts: tuple[str, ...]
    """What stands before the author's name in such a heading: "Over" in "Over Jan"."""
    pens: tuple[str, ...]
    """What stands between an author's name and what the author does: "schrijft"."""
    contacts: tuple[str, ...]
    """How the reader is asked to write to the author: "Tips?"."""
    sponsored: tuple[str, ...]
    """Headings above what is paid for, in a block of its own: "Advertorial"."""
    trades: tuple[str, ...]
    """Who writes: "verslaggever"."""
