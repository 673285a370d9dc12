"""Pictures beside words, in each format: icons repeat the words, images have their own."""

import json
import re
from typing import Any

import attrs
import pytest

from sendframe.builtin import render_html, render_json, render_markdown
from sendframe.plugins import (
    Bullets,
    Column,
    Columns,
    FigureCard,
    Icon,
    Image,
    NoOptions,
    Paragraph,
    Question,
    Questions,
    ReportModel,
    Sentence,
    charts,
)
from sendframe.testing import small_report
from tests.unit.builtin.html_page import parsed, rendered, with_blocks
from tests.unit.builtin.sample_report import SCRIPT

ICON = Icon("clock", "A clock")
IMAGE = Image("lamp.png", "image/png", 6, 3, b"bytes", f'A lamp "{SCRIPT}')
PLACES = 9
"""So many pictures have a place in the report."""


def report(picture: Icon | Image) -> ReportModel:
    """Return a report with a picture in each place that may have one."""
    sentence = Sentence("We wait.", picture=picture)
    question = Question("How long?", (Sentence("A year."),), picture=picture)
    card = FigureCard("Waits", "12 weeks", picture=picture)
    model = with_blocks(
        Paragraph((sentence,)),
        Bullets((sentence, Sentence("We ask."))),
        Questions((question, Question("Who leads?"))),
        Questions((question, Question("And then?")), numbered=False),
        Columns((Column("Left", (card,), picture=picture), Column("", (), picture=picture))),
    )
    (section,) = model.sections
    untitled = attrs.evolve(section, id="untitled", title="", blocks=(), picture=picture)
    return attrs.evolve(model, sections=(attrs.evolve(section, picture=picture), untitled))


def markdown(model: ReportModel) -> str:
    """Return the Markdown of a report."""
    (file,) = render_markdown.render(model, NoOptions())
    return file.data.decode()


def pictures(value: Any) -> list[dict[str, Any]]:
    """Return every picture in a JSON report."""
    if isinstance(value, list):
        return [found for item in value for found in pictures(item)]
    if not isinstance(value, dict):
        return []
    here = [value["picture"]] if value.get("picture") else []
    return here + [found for item in value.values() for found in pictures(item)]


def test_an_icon_is_drawn_and_not_read_out() -> None:
    """Each place has the drawing, which screen readers skip; its words are in no text."""
    page = rendered(report(ICON))
    assert page.count(charts.icon("clock")) == PLACES
    assert "A clock" not in page
    assert '<li class="pictured">' in page
    assert page.count('class="said pictured"') == 1
    for element in parsed(page).iter():
        if element.get("class") == "icon":
            assert element.get("aria-hidden") == "true"


def test_an_image_is_embedded_with_its_words() -> None:
    """Its bytes are part of the page; its alternative is escaped as every text is."""
    page = rendered(report(IMAGE))
    assert page.count('src="data:image/png;base64,Ynl0ZXM="') == PLACES
    assert SCRIPT not in page
    shown = [each for each in parsed(page).iter() if str(each.tag).endswith("img")]
    assert [each.get("alt") for each in shown] == [IMAGE.alt] * PLACES
    assert {(each.get("width"), each.get("height")) for each in shown} == {("6", "3")}
    assert "img-src data:" in page


def test_a_page_without_pictures_is_as_it_was() -> None:
    """Without a picture nothing leaves space for one."""
    page = rendered(with_blocks(Questions((Question("How long?"),), numbered=False)))
    body = page.partition("<body")[2]
    assert "pictured" not in body
    assert "<img" not in body
    assert 'class="icon"' not in body


def test_markdown_has_the_words_of_an_image_only() -> None:
    """An icon repeats the words beside it; what an image shows stands in brackets, escaped."""
    assert "clock" not in markdown(report(ICON))
    text = markdown(report(IMAGE))
    assert text.count("(Picture: A lamp") == PLACES
    assert "<script>" not in text
    assert re.search(r"^- How long\?|^- \*\*How long\?\*\* \(Picture:", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("picture", "written"),
    [
        (ICON, {"icon": "clock", "alt": "A clock"}),
        (
            IMAGE,
            {
                "file": "lamp.png",
                "media_type": "image/png",
                "width": 6,
                "height": 3,
                "alt": IMAGE.alt,
            },
        ),
    ],
)
def test_json_has_name_and_words(picture: Icon | Image, written: dict[str, object]) -> None:
    """The bytes of an image are in the portfolio, and not in the report."""
    (file,) = render_json.render(report(picture), NoOptions())
    assert pictures(json.loads(file.data)) == [written] * PLACES


def test_the_sample_report_has_both() -> None:
    """Authors of renderers meet an icon and an image in the test kit."""
    page = render_html.render(small_report(), NoOptions())[0].data.decode()
    assert 'class="icon"' in page
    assert 'class="image"' in page
