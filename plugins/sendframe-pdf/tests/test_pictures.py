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


def test_an_icon_is_no_part_of_what_is_read(
    make_report: Report, make_pdf: Make, poppler: Make
) -> None:
    """An icon is drawn, has no text alternative, and its words are printed nowhere."""
    with_icons = _report(make_report, _ICON)
    pdf = make_pdf(with_icons)
    assert b"/Alt" not in pdf
    printed = poppler("pdftotext", pdf)
    assert "How long?" in printed
    assert "A clock" not in printed
    assert len(pdf) > len(make_pdf(make_report(*_blocks(_ICON)[:1])))


def test_an_image_has_its_text_alternative(
    make_report: Report, make_pdf: Make, poppler: Make
) -> None:
    """What an image shows is its alternative, and is not printed beside it."""
    pdf = make_pdf(_report(make_report, _IMAGE))
    assert pdf.count(b"/Alt(A lamp by a chair)") == 14
    assert "A lamp" not in poppler("pdftotext", pdf)
    assert poppler("pdfimages", pdf, "-list").count("image") >= 1


def test_of_an_image_that_cannot_be_drawn_its_words_stand(
    make_report: Report, make_pdf: Make, poppler: Make
) -> None:
    """Where the bytes are no image, what it shows is printed in its place."""
    image = attrs.evolve(_IMAGE, data=_PNG[:60])
    printed = poppler("pdftotext", make_pdf(_report(make_report, image)))
    assert "(Picture: A lamp by a chair)" in " ".join(printed.split())


@pytest.mark.parametrize("picture", [_ICON, _IMAGE])
def test_the_same_picture_gives_the_same_bytes(
    picture: Icon | Image, make_report: Report, make_pdf: Make
) -> None:
    """A file with pictures is the same each time."""
    report = _report(make_report, picture)
    assert make_pdf(report) == make_pdf(report)
