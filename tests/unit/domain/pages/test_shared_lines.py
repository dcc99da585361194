"""Stamps that share their line with a rubric or a name, and titles that look so."""

import pytest

from newsticker.domain.pages.tokens import Kind, cut_tokens

STAMPED = [
    ("Nieuws | 2 uur geleden", "2 uur geleden"),
    ("Sport • een uur geleden", "een uur geleden"),
    ("2 uur geleden | Binnenland", "2 uur geleden"),
    ("Binnenland - 5 min geleden", "5 min geleden"),
    ("Regio · gisteren 21:15", "gisteren 21:15"),
    ("Goes | gisteren 21:15", "gisteren 21:15"),
    ("Jan Jansen | 2 uur geleden", "2 uur geleden"),
    ("Door Jan Jansen, 2 uur geleden", "2 uur geleden"),
    ("2 uur geleden door Jan Jansen", "2 uur geleden"),
    ("2 uur geleden in Binnenland", "2 uur geleden"),
    ("2 uur geleden • 3 min leestijd", "2 uur geleden"),
    ("Goes, 2 uur geleden", "2 uur geleden"),
    ("GOES - 2 uur geleden", "2 uur geleden"),
    ("Nieuws | 14:05", "14:05"),
    ("(2 uur geleden)", "2 uur geleden"),
    ("2 uur geleden (update: 1 uur geleden)", "2 uur geleden"),
    ("🕒 2 uur geleden", "2 uur geleden"),
    ("• 5 min. geleden", "5 min. geleden"),
    ("Binnenland2 uur geleden", "2 uur geleden"),
    ("Nieuws | zojuist", "zojuist"),
    ("Gepubliceerd: 2 uur geleden", "2 uur geleden"),
    ("Gepubliceerd 3 uur geleden, bijgewerkt 1 uur geleden", "3 uur geleden"),
    ("By Jane Doe | 3 hours ago", "3 hours ago"),
    ("Veröffentlicht vor 2 Stunden", "vor 2 Stunden"),
    ("Publié il y a 2 heures", "il y a 2 heures"),
]

UPDATED = [
    "Bijgewerkt: 2 uur geleden",
    "Laatste update 20 minuten geleden",
    "vor 2 Stunden aktualisiert",
    "Updated 2 hours ago",
]

PLAIN = [
    "Brug dicht | 2 uur geleden",
    "Goes, vijf jaar geleden",
    "Goes, 5 jaar geleden",
    "Ajax - Feyenoord | vandaag",
    "Ajax - Feyenoord | 14:05",
    "PSV - Ajax | zaterdag 21:00",
    "PSV - Ajax | vandaag 21:00",
    "Ajax | 12 mei 21:00",
    "Hij is 2 uur geleden vertrokken",
    "Het was twee jaar geleden",
    "Nieuws | Vandaag",
    "De brand van 2 jaar geleden",
    "Update: brand na 2 uur geblust",
    "Door storm twee dagen geleden geen stroom",
    "Moordzaak | Twee jaar geleden",
    "3 min | Nieuws",
    "Il y a Jan",
    "Jaren80 geleden",
    "Brug2 uur geleden dicht",
    "Dat was 2 uur geleden.",
]


@pytest.mark.parametrize(("line", "stamp"), STAMPED)
def test_a_stamp_may_share_its_line(line: str, stamp: str) -> None:
    tokens, _ = cut_tokens(line, 0)
    assert [line[token.start : token.end] for token in tokens if token.kind is Kind.STAMP] == [stamp]
    assert {token.kind for token in tokens} <= {Kind.STAMP, Kind.BOILERPLATE, Kind.BYLINE}
    for token in tokens:
        assert token.stamp is None or (token.stamp.start, token.stamp.end) == (token.start, token.end)


@pytest.mark.parametrize("line", UPDATED)
def test_the_age_of_an_update_is_no_stamp(line: str) -> None:
    assert [token.kind for token in cut_tokens(line, 0)[0]] == [Kind.BYLINE]


@pytest.mark.parametrize("line", ["Nieuws | 12 maart 2024", "Goes | 12 maart 2024 | 14:05", "12 maart 2024 | Nieuws"])
def test_a_whole_date_beside_a_rubric_is_a_byline(line: str) -> None:
    ((token,), _) = cut_tokens(line, 0)
    assert token.kind is Kind.BYLINE
    assert token.byline is not None
    assert token.byline.published is not None


@pytest.mark.parametrize("line", PLAIN)
def test_a_title_stays_whole(line: str) -> None:
    assert [(token.kind, token.end) for token in cut_tokens(line, 0)[0]] == [(Kind.TEXT, len(line))]
