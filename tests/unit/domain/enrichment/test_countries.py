import pytest

from unit.domain.enrichment.copies import enrich_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De VS en Rusland praten over Oekraïne.", ["US", "RU", "UA"]),
        ("De VS hebben de eisen afgewezen.", ["US"]),
        ("Zij zijn verenigde staten van geluk.", []),
        ("Premier Pedro bezoekt Guinee-Bissau.", ["GW"]),
        ("De president van Zuid-Soedan vertrekt naar Congo-Brazzaville.", ["SS", "CG"]),
    ],
)
def test_finds_countries_by_name(text: str, expected: list[str]) -> None:
    assert [country.code for country in enrich_line(text).countries] == expected
