"""Lines that say by whom and when, and titles that look like them."""

import pytest

from newsticker.domain.pages.bylines import parse_byline, parse_name


@pytest.mark.parametrize(
    ("line", "agencies", "published", "updated"),
    [
        ("Door ANP - 18-10-2016, 16:25 (Update 17:02)", ("ANP",), "18-10-2016, 16:25", "17:02"),
        ("Door: Jan de Vries", (), None, None),
        ("door onze redactie", (), None, None),
        ("Redactie", (), None, None),
        ("Gepubliceerd: 22 januari 2026 19:58", (), "22 januari 2026 19:58", None),
        ("Bijgewerkt om 17:02", (), None, "17:02"),
        ("Laatst bijgewerkt op 22-01-2026 om 20:15 uur", (), None, "22-01-2026 om 20:15 uur"),
        ("Bron: ANP/AFP", ("ANP", "AFP"), None, None),
        ("Regio | 22 januari 2026, 19:58", (), "22 januari 2026, 19:58", None),
        ("Piet Jansen 12-05-24, 08:15", (), "12-05-24, 08:15", None),
        ("zondag 12 mei 2024 08:15 | Laatste update 11:40", (), "zondag 12 mei 2024 08:15", "11:40"),
        ("12 mei 2024, 08:15 - 3 min leestijd - 17 reacties", (), "12 mei 2024, 08:15", None),
        ("Jan Klaver | 12 mei 2024", (), "12 mei 2024", None),
        ("Gisteren om 16:20 • Aangepast vandaag om 09:12", (), "16:20", "09:12"),
        ("Bron: Omroep Waterland", (), None, None),
        ("Rédaction avec Belga", ("BELGA",), None, None),
        ("Jan Klaver 14:05, 12 mrt 2024", (), "14:05, 12 mrt 2024", None),
        ("Published: 14:05 GMT, 12 March 2024", (), "14:05 GMT, 12 March 2024", None),
        ("Door Jan Klaver op 12 maart 2024 om 14 uur", (), "12 maart 2024 om 14 uur", None),
        ("Gepubliceerd om 14:05 en bijgewerkt op 12 maart", (), "14:05", "12 maart"),
        ("Goes | 12 maart 2024 | 14:05", (), "12 maart 2024 | 14:05", None),
        ("DINSDAG 12 MAART 2024, 14:05 UUR", (), "DINSDAG 12 MAART 2024, 14:05 UUR", None),
        ("Laatste update: 07u12", (), None, "07u12"),
        ("14 maart 2025, 05u00", (), "14 maart 2025, 05u00", None),
        ("Gepubliceerd: 12 maart 2024, 14.05", (), "12 maart 2024, 14.05", None),
        ("Gewijzigd: 07:12", (), None, "07:12"),
        ("Laatste wijziging: 12 maart 2024 14:05", (), None, "12 maart 2024 14:05"),
        ("Van onze buitenlandredactie | 12-03-2024 23:10", (), "12-03-2024 23:10", None),
        ("Door onze sportverslaggever", (), None, None),
        ("Van onze parlementaire redactie", (), None, None),
        ("Van de redactie", (), None, None),
        ("Von unserem Auslandskorrespondenten Karl Klein", (), None, None),
        ("Zuletzt geändert: 12.03.2024, 14.05 Uhr", (), None, "12.03.2024, 14.05 Uhr"),
        ("Publié le 12 mars 2024 à 14 h 05", (), "12 mars 2024 à 14 h 05", None),
        ("Dernière mise à jour : 12/03/2024 à 08h15", (), None, "12/03/2024 à 08h15"),
        ("Last modified on Tue 12 Mar 2024 09.12 GMT", (), None, "12 Mar 2024 09.12"),
        ("By Jane Doe, March 12, 2026 9:12 pm", (), "March 12, 2026 9:12 pm", None),
    ],
)
def test_a_byline_says_by_whom_and_when(
    line: str, agencies: tuple[str, ...], published: str | None, updated: str | None
) -> None:
    found = parse_byline(line, 0, len(line))
    assert found is not None
    assert found.agencies == agencies
    assert (line[found.published.start : found.published.end] if found.published else None) == published
    assert (line[found.updated.start : found.updated.end] if found.updated else None) == updated


@pytest.mark.parametrize(
    "line",
    [
        "Door storm geen treinen",
        "Von der Leyen in Kyiv",
        "Door staking op 12 maart geen treinen",
        "Brug open",
        "Update: brand is uit na 2 uur blussen",
        "Door " + "Jan " * 60,
        "Het is 22 januari 2026, 19:58 en alles is goed",
        "Bron van ergernis",
        "Kerstmarkt Goes 12 december 2024",
        "Uitslag 12-05-24",
        "De update van 12:30 valt tegen",
        "Door redactie ontdekt lek",
        "Datum van verkiezingen verschoven",
        "Van een dak gevallen",
        "Van de redactie gevlucht",
        "Date night in Goes",
        "Von Reportern bis Ministern alle zufrieden",
        "Verschenen: nieuwe roman",
    ],
)
def test_a_title_is_no_byline(line: str) -> None:
    assert parse_byline(line, 0, len(line)) is None


@pytest.mark.parametrize(
    ("line", "time"),
    [("Jan de Vries", None), ("Meppel", None), ("ANP", None), ("Meppel, 12 mei 2024", "12 mei 2024")],
)
def test_a_name_may_stand_alone(line: str, time: str | None) -> None:
    found = parse_name(line, 0, len(line))
    assert found is not None
    assert (line[found.published.start : found.published.end] if found.published else None) == time


@pytest.mark.parametrize("line", ["Wethouder weg om camper", "de brug", "112", "A B C D E F", "Jan " * 40])
def test_other_lines_are_no_names(line: str) -> None:
    assert parse_name(line, 0, len(line)) is None
