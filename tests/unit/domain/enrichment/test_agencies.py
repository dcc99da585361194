import pytest

from unit.domain.enrichment.copies import enrich_line


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("KYIV (ANP/RTR) - Tekst.", [("ANP", "Algemeen Nederlands Persbureau"), ("RTR", "Reuters")]),
        ("GENT (BELGA) - Tekst.", [("BELGA", "Belga")]),
        ("DAVOS (ANP) - Het World Economic Forum (WEF) begint.", [("ANP", "Algemeen Nederlands Persbureau")]),
        ("TERHOVE - Tekst.", []),
        ("Tekst zonder dateline.", []),
    ],
)
def test_names_the_agencies_of_the_dateline(line: str, expected: list[tuple[str, str]]) -> None:
    assert [(source.literal, source.name) for source in enrich_line(line).info_sources] == expected


def test_keeps_and_flags_an_unknown_code() -> None:
    enrichment = enrich_line("OSLO (ANP/XYZQ) - Tekst.")
    assert [(source.literal, source.name) for source in enrichment.info_sources][1] == ("XYZQ", None)
    assert "agency_unknown" in enrichment.quality
