"""Pictures beside words: icons, and images of the author."""

import base64
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from sendframe.plugins import (
    Bullets,
    Column,
    Columns,
    FigureCard,
    Icon,
    Image,
    Paragraph,
    Question,
    Questions,
    ReportModel,
    Sentence,
)

Make = Callable[..., Any]
Report = Callable[..., ReportModel]

_PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAYAAAADCAYAAACwAX77AAAAFUlEQVR4nGP5"
    "////fwYsgAmbIF4JACL6BAX3iUNZAAAAAElFTkSuQmCC"
)
_ICON = Icon("clock", "A clock")
_IMAGE = Image("lamp.png", "image/png", 6, 3, _PNG, "A lamp by a chair")


def _blocks(picture: Icon | Image) -> tuple[Any, ...]:
    """Return every block that a picture may stand in."""
    sentence = Sentence("We wait.", picture=picture)
    question = Question("How long?", (Sentence("A year."),), picture=picture)
    card = FigureCard("Waits", "12 weeks", picture=picture)
    return (
        Paragraph((sentence,)),
        Bullets((sentence, Sentence("We ask."))),
        Questions((question,)),
        Questions((question, Question("And then?")), numbered=False),
        card,
        Columns((Column("Left", (card,), picture=picture), Column("", (card,), picture=picture))),
        Columns(
            (
                Column("", (Questions((question,), numbered=False),), picture=picture),
                Column("Right", (), picture=picture),
            ),
            boxed=True,
        ),
    )


def _report(make_report: Report, picture: Icon | Image) -> ReportModel:
    report = make_report(*_blocks(picture))
    (section,) = report.sections
    untitled = attrs.evolve(section, id="untitled", title="", blocks=())
    sections = (attrs.evolve(section, picture=picture), attrs.evolve(untitled, picture=picture))
    return attrs.evolve(report, sections=sections)


def test_an_icon_is_decorative(make_report: Report, make_word: Make) -> None:
    """Each icon is a picture that Word marks as decorative; its words are printed nowhere."""
    word = make_word(_report(make_report, _ICON))
    names = [node.tag.rpartition("}")[2] for node in word.document.iter()]
    # One more where a column holds a card, and three columns hold a question or nothing.
    assert names.count("drawing") == names.count("decorative") == 14
    assert "A clock" not in word.text
    assert "How long?" in word.text


def test_an_image_has_its_text_alternative(make_report: Report, make_word: Make) -> None:
    """What an image shows is its alternative, and hides nothing."""
    image = attrs.evolve(_IMAGE, alt="A lamp\u202e by a chair")
    word = make_word(_report(make_report, image))
    described = [node.attrib["descr"] for node in word.document.iter() if "descr" in node.attrib]
    assert described == ["A lamp[U+202E] by a chair"] * 14
    assert "decorative" not in {node.tag.rpartition("}")[2] for node in word.document.iter()}


def test_of_an_image_that_cannot_be_read_its_words_stand(
    make_report: Report, make_word: Make
) -> None:
    """Where the bytes are no image, what it shows is printed in its place."""
    image = attrs.evolve(_IMAGE, data=b"no picture")
    word = make_word(make_report(Paragraph((Sentence("We wait.", picture=image),))))
    assert "(Picture: A lamp by a chair) We wait." in word.text.splitlines()


@pytest.mark.parametrize("picture", [_ICON, _IMAGE])
def test_the_same_picture_gives_the_same_bytes(
    picture: Icon | Image, make_report: Report, make_word: Make
) -> None:
    """A file with pictures is the same each time."""
    report = _report(make_report, picture)
    assert make_word(report).data == make_word(report).data
