"""What enrichment found of an item, to look at."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from newsticker.__main__ import build_cli
from newsticker.commands.explain import Explanation, explain_document, render_html, render_terminal
from newsticker.commands.findings import list_findings, paint
from newsticker.commands.pipeline import Pipeline
from newsticker.domain.sources import Sources
from newsticker.messages.raw_document import make_raw_document

LEAD = (
    "De haven van Rotterdam is <dicht>. Minister van Defensie Jan Vossekamp gaat maandag naar Frankrijk, "
    "waar Vossekamp met de NAVO praat over de scheepvaart op zee."
)
PAGE = (
    f"Haven dicht\nURK (ANP/XQZ) - {LEAD}\n"
    f"Meer uit Binnenland\nURK (ANP) - {LEAD} Dat meldt de haven.\n2 uur geleden"
    "EDE (ANP) - Het \x1b[31mregent.\nzojuist"
)


@pytest.fixture(name="explanation", scope="module")
def _explanation() -> Explanation:
    pipeline, document = Pipeline(Sources()), make_raw_document(PAGE, name="page.txt")
    pipeline.feed(document, 0)
    return explain_document(document, Sources(), pipeline.latest)


def list_rows(explanation: Explanation, number: int) -> list[tuple[str, ...]]:
    return [tuple(row) for row in list_findings(*list(explanation.pair_events())[number])]


@pytest.mark.parametrize(
    "row",
    [
        ("dateline_place", "URK", "Urk, NL, GeoNames 2745932", "1.00", "dateline"),
        ("agency", "XQZ", "XQZ", "1.00", "dateline"),
        ("place", "Rotterdam", "Rotterdam, NL, GeoNames 2747891", "0.98", "name"),
        ("country", "Frankrijk", "Frankrijk, FR", "0.98", "name"),
        ("person", "Jan Vossekamp", "Jan Vossekamp, Minister van Defensie", "0.95", "role"),
        ("person", "Vossekamp", "Jan Vossekamp, Minister van Defensie", "0.90", "surname"),
        ("organisation", "NAVO", "NAVO, international", "0.95", "name"),
        ("time", "maandag", "", "", "weekday"),
        ("language", "", "nl", "", "small_words"),
    ],
)
def test_every_finding_says_by_which_words_what_how_surely_and_why(
    explanation: Explanation, row: tuple[str, ...]
) -> None:
    assert row in list_rows(explanation, 0)


def test_a_subject_names_the_words_that_fired(explanation: Explanation) -> None:
    subjects = [row for row in list_rows(explanation, 0) if row[0] == "subject"]
    assert any("scheepvaart" in words and "relevance" in meaning for _, words, meaning, _, _ in subjects)


def test_words_that_mean_the_same_in_the_same_way_are_counted_on_one_line() -> None:
    pipeline, document = Pipeline(Sources()), make_raw_document("URK (ANP) - De NAVO wil dat de NAVO blijft.")
    pipeline.feed(document, 0)
    rows = list_rows(explain_document(document, Sources(), pipeline.latest), 0)
    assert ("organisation", "NAVO ×2", "NAVO, international", "0.95", "name") in rows


def test_few_words_leave_the_language_to_the_page(explanation: Explanation) -> None:
    assert [row[4] for row in list_rows(explanation, 2) if row[0] == "language"] == ["page"]


def test_a_repeated_item_names_the_one_that_it_repeats(explanation: Explanation) -> None:
    first, second, _ = (event for _, event in explanation.pair_events())
    (group,) = (row for row in list_rows(explanation, 1) if row[0] == "group")
    assert group[2] == f"same, of {first.key[:8]}, in {str(second.nt_duplicate.group_id)[:8]}"
    assert group[4] == second.nt_duplicate.method


def test_the_painted_stretches_are_the_text(explanation: Explanation) -> None:
    for _, event in explanation.pair_events():
        assert "".join(words for words, _ in paint(event)) == event.bodies[0].value
    painted = list(paint(next(explanation.pair_events())[1]))
    assert ("Rotterdam", "place") in painted
    assert ("Jan Vossekamp", "person") in painted
    assert ("maandag", "time") in painted


def test_the_terminal_shows_the_findings_of_each_item_and_is_not_steered(explanation: Explanation) -> None:
    console = Console(file=StringIO(), width=200, force_terminal=True, color_system="truecolor")
    console.print(render_terminal(explanation))
    file = console.file
    assert isinstance(file, StringIO)
    shown = file.getvalue()
    assert "found in item 0" in shown
    assert "GeoNames 2747891" in shown
    assert "\x1b[31mregent" not in shown


def test_html_shows_the_same_without_anything_from_elsewhere(explanation: Explanation) -> None:
    html = render_html([explanation])
    assert '<span class="s m-place" title="place">Rotterdam</span>' in html
    assert "<td>Rotterdam, NL, GeoNames 2747891</td>" in html
    assert "span.m-place{" in html
    assert "p.text{white-space:pre-wrap}" in html
    assert html.count('<p class="text">') == 3
    assert "<dicht>" not in html
    assert "http" not in html


def test_parse_explains_what_was_found(tmp_path: Path) -> None:
    page, html = tmp_path / "page.txt", tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    result = CliRunner().invoke(build_cli(("parse",)), ["parse", str(page), "--explain", "--html", str(html)])
    assert result.exit_code == 0
    assert "GeoNames 2747891" in result.output
    assert "found in item 0" in html.read_text(encoding="utf-8")


def test_help_says_that_findings_are_explained() -> None:
    result = CliRunner().invoke(build_cli(("parse",)), ["parse", "--help"])
    assert "what was found in" in " ".join(result.output.split())
