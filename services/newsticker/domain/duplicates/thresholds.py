"""The numbers by which two texts are told to be the same report, an update of it, or neither.

Chosen on the seen half of the labelled pairs and on half of those that were written blind;
`PYTHONPATH=benchmarks python -m duplicates.score` prints what comes of them, there and on pairs that they were not
made from. What pairs of a kind have in common in the seen half, as shares of the shorter text, lowest, middle and
highest; content words are compared by what they mean:

    kind                       runs of 3 words   content words     facts that are not there
    lead against article       1.00 1.00 1.00    1.00 1.00 1.00    none
    one word or letter         0.57 0.89 0.97    0.90 1.00 1.00    none
    new lead, same article     0.62 0.71 0.86    0.86 0.92 1.00    none
    lead in other words        0.00 0.19 0.56    0.61 0.77 1.00    none
    update                     0.05 0.17 0.53    0.39 0.61 0.83    numbers in 2 of 3; or new ones first, or a turn
    same template              0.00 0.25 0.55    0.00 0.40 0.73    names, numbers or the weekday, always
    follow-up of another day   0.00 0.00 0.33    0.00 0.25 0.83    names in 1 of 2
    other story, same place    0.00 0.00 0.44    0.00 0.17 0.80    names in 1 of 4
"""

SAME_SHINGLES = 0.75
"""From this share of its wording on, with every fact there, a text is the same report: well above every update."""

EDITED_SHINGLES = 0.55
EDITED_BACK = 0.85
"""So much will do where the longer text begins with few words that the shorter one has not: one changed word breaks
three runs of a short text, a new lead a quarter of an article's; an update of such wording brings new words first."""

WORDS_A_CHANGE = 24
"""So many words at least for each noun or verb that stands in the place of another, and is none for the same that we
know of: in one sentence it is the news, in a paragraph it is the desk's."""

MORE_WORDS_A_CHANGE = 12
"""Fewer will do where another sentence says the same."""

LONG_WORDS = 60
"""From this length on a text with a new lead has its old rest; a word of change without a new fact is the desk's."""

RESPELT_SHINGLES = 0.8
RESPELT_NAMES = 3
"""Of so many names one may be another in a text that is the same otherwise: Kiev and Kyiv, the NS and the railways.
With fewer, it is the same warning for another place."""

FACTS_LEAST = 2
"""So many facts at least vouch for a report in other words: a weekday alone is nothing."""

FIGURES_LEAST = 2
"""So many figures that are the same leave no room for what has risen or fallen since."""

LONGER_STEMS = 0.75
"""With those figures, and so much in common, one name more is a detail."""

FACTS_STEMS = 0.65
"""From this share of content words on, with every fact there, it may be the same report in other words."""

FACTS_BACK = 0.6
"""The same seen from the longer text, whose beginning would tell what is new: updates in which no fact is, reach 0.77
without a number or a weekday that vouches for them, 0.62 with one."""

FACTS_HEAD = 0.6
FACTS_TOPIC = 0.35
"""The same for the first 25 words, and for what is left without names, numbers and days."""

FACTS_SHARED = 7
"""So many content words at least: fewer are shared by chance."""

UNANCHORED_STEMS = 0.85
"""From this share on also where no number and no weekday vouches for it: updates without either reach 0.82."""

SHORT_STEMS = 0.9
SHORT_SHARED = 4
"""Texts with too few content words for the rule above: nearly all of them; with fewer than four none is the same."""

UPDATE_STEMS = 0.36
UPDATE_HEAD = 0.3
UPDATE_TOPIC = 0.2
UPDATE_SHARED = 8
"""From these shares on, with the names there, a text is about the same event."""

TURNED_SHARED = 4
"""Fewer will do where an editor says that it was otherwise before."""

TURNED_STEMS = 0.45
"""With less in common, and other names, somebody else was arrested and another road was opened."""

MISSING_NAMES = 0.34
TURNED_MISSING_NAMES = 0.5
"""Up to this share of names an update leaves out, or brings in."""

TEMPLATE_SHINGLES = 0.3
"""Updates with other numbers share up to 0.27 of their wording, since an editor writes anew; the same sentences with
other numbers are a template."""

SUBJECT_SHINGLES = 0.5
"""From this share on, a sentence with another noun or verb is a template, and not an update of its own wording."""

LEAD_NEWS = 0.3
LEAD_STEMS = 0.55
"""With so much of each lead nowhere in the other article, and less than this shared by the leads, it is another lead:
of leads in other words one has up to 0.33, but then they share 0.67; new ones have 0.31 at least and share 0.5."""

LEAD_FACT_STEMS = 0.65
"""From this share of leads on, a fact that only one of them has was cut or moved down."""

OPPOSITE_TOPIC = 0.3
"""Opposite outcomes need as much of a subject in common: somebody dead and somebody hurt in one street do not."""

CLOSE_STEMS = 0.5
CLOSE_TOPIC = 0.4
CLOSE_SHARED = 6
"""From these shares on fewer content words will do, and more names may be missing: few are left in a short brief."""

STATED_STEMS = 0.75
"""On the same day, with so much in common, another name is of somebody who answers."""

FILLED_SHINGLES = 0.4
"""From here on, with other numbers at every place, a form was filled in anew, whoever is named in it."""

PLACED_SHINGLES = 0.6
"""From here on another name makes it the same warning for another place, unless an editor says what happened since."""

REST_SHINGLES = 0.6
"""From here on two articles of which only the leads differ have the same rest."""
