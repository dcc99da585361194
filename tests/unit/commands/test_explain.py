"""How a page was cut, to look at."""

from datetime import datetime
from html import unescape
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from typer.testing import CliRunner

from generator import invent_page
from newsticker.__main__ import build_cli
from newsticker.commands.explain import explain_document, find_pieces, list_values, render_html, render_terminal
from newsticker.domain.sources import Sources
from newsticker.messages.raw_document import make_raw_document

PAGE = (
    "Webmail\nBrug <weer> open\nVELDRADE (ANP) - De brug is weer open.\x1b[31m\n"
    "Meer uit Binnenland\nEDE (ANP/DPA) - Er ligt een boom om.\n2 uur geledenURK (ANP) - De haven is dicht.\nzojuist"
)


class Reader(HTMLParser):
    """Collects the text of what stands in the pre element."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as the parser calls it
        self.inside = (
            tag if tag in ("pre", "b") else "pre" if self.inside in ("pre", "b") and tag == "span" else self.inside
        )

    def handle_endtag(self, tag: str) -> None:
        self.inside = "pre" if tag == "b" else "" if tag == "pre" else self.inside

    def handle_data(self, data: str) -> None:
        self.text += data if self.inside == "pre" else ""


def show(text: str) -> str:
    console = Console(file=StringIO(), width=200, force_terminal=True, color_system="truecolor")
    console.print(render_terminal(explain_document(make_raw_document(text, name="page.txt"), Sources())))
    file = console.file
    assert isinstance(file, StringIO)
    return file.getvalue()


def place(value: str) -> str:
    start = PAGE.index(value)
    return f"{start}-{start + len(value)}"


def test_the_terminal_shows_every_kind_of_span_with_its_name() -> None:
    shown = show(PAGE)
    for name in ("[boilerplate]", "[headline]", "[item 0]", "[dateline]", "[label]", "[stamp]", "[item 2]"):
        assert name in shown


def test_a_page_cannot_steer_the_terminal() -> None:
    assert "\x1b[31m\n" not in show(PAGE)


def test_every_value_names_its_rule() -> None:
    explanation = explain_document(make_raw_document(PAGE), Sources())
    rows = [row for item in explanation.items for row in list_values(item, explanation.page)]
    assert ("stamp", "2 uur geleden = PT1H30M to PT3H", place("2 uur geleden"), "stamp.age.nl") in rows
    assert ("dateline", "EDE (ANP/DPA)", place("EDE (ANP/DPA) - "), "dateline.agency") in rows
    assert all(rule for name, _, _, rule in rows if name not in ("published", "flags"))


@pytest.mark.parametrize(
    ("places", "agencies", "value"),
    [(("BARNEVELD",), (), "BARNEVELD"), (("EDE", "URK"), ("ANP", "DPA"), "EDE/URK (ANP/DPA)"), ((), ("ANP",), "(ANP)")],
)
def test_a_dateline_is_told_as_far_as_it_goes(places: tuple[str, ...], agencies: tuple[str, ...], value: str) -> None:
    explanation = explain_document(make_raw_document(PAGE), Sources())
    item = explanation.items[1]
    assert item.dateline is not None
    line = item.dateline.model_copy(update={"places": places, "agencies": agencies})
    rows = list_values(item.model_copy(update={"dateline": line}), explanation.page)
    assert [row[1] for row in rows if row[0] == "dateline"] == [value]


def test_times_are_told_in_utc_as_in_the_table() -> None:
    document = make_raw_document(PAGE, fetched_at=datetime(2026, 1, 22, 21, tzinfo=ZoneInfo("Europe/Amsterdam")))
    explanation = explain_document(document, Sources())
    rows = [row for row in list_values(explanation.items[1], explanation.page) if row[0] == "published"]
    assert rows[0][1] == "interval 2026-01-22 17:00 – 18:30 UTC"


def test_the_legend_names_what_was_cut_and_what_was_found() -> None:
    html = render_html([explain_document(make_raw_document(PAGE), Sources())])
    assert '<span class="s stamp">stamp</span>' in html
    assert '<span class="s m-person">person</span>' in html


def test_html_is_one_page_without_anything_from_elsewhere() -> None:
    html = render_html([explain_document(make_raw_document(PAGE), Sources())])
    assert "<weer>" not in html
    assert "http" not in html
    assert "<script" not in html


@given(st.integers(0, 5000))
@settings(max_examples=25)
def test_nothing_of_the_page_is_lost(seed: int) -> None:
    text = invent_page(seed).text
    explanation = explain_document(make_raw_document(text), Sources())
    assert "".join(piece.text for piece in find_pieces(explanation)) == text
    reader = Reader()
    reader.feed(render_html([explanation]))
    assert unescape(reader.text) == text


def test_parse_explains_and_writes_html(tmp_path: Path) -> None:
    page, html = tmp_path / "page.txt", tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    result = CliRunner().invoke(build_cli(("parse",)), ["parse", str(page), "--explain", "--html", str(html)])
    assert result.exit_code == 0
    assert "[stamp]" in result.output
    assert "<h2>page.txt</h2>" in html.read_text(encoding="utf-8")
