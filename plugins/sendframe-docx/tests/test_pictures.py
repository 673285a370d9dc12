"""Pictures beside words: icons, and images of the author."""

from collections.abc import Callable
from typing import Any

import attrs
import pytest

from sendframe.plugins import (
    Icon,
    Image,
    Paragraph,
    ReportModel,
    Sentence,
)
from tests.printed_report import ICON, IMAGE, picture_report

Make = Callable[..., Any]
Report = Callable[..., ReportModel]


def test_an_icon_is_decorative(make_word: Make) -> None:
    """Each icon is a picture that Word marks as decorative; its words are printed nowhere."""
    word = make_word(picture_report(ICON))
    names = [node.tag.rpartition("}")[2] for node in word.document.iter()]
    # One more where a column holds a card, and three columns hold a question or nothing.
    assert names.count("drawing") == names.count("decorative") == 14
    assert "A clock" not in word.text
    assert "How long?" in word.text


def test_an_image_has_its_text_alternative(make_word: Make) -> None:
    """What an image shows is its alternative, and hides nothing."""
    image = attrs.evolve(IMAGE, alt="A lamp\u202e by a chair")
    word = make_word(picture_report(image))
    described = [node.attrib["descr"] for node in word.document.iter() if "descr" in node.attrib]
    assert described == ["A lamp[U+202E] by a chair"] * 14
    assert "decorative" not in {node.tag.rpartition("}")[2] for node in word.document.iter()}


def test_of_an_image_that_cannot_be_read_its_words_stand(
    make_report: Report, make_word: Make
) -> None:
    """Where the bytes are no image, what it shows is printed in its place."""
    image = attrs.evolve(IMAGE, data=b"no picture")
    word = make_word(make_report(Paragraph((Sentence("We wait.", picture=image),))))
    assert "(Picture: A lamp by a chair) We wait." in word.text.splitlines()


@pytest.mark.parametrize("picture", [ICON, IMAGE])
def test_the_same_picture_gives_the_same_bytes(picture: Icon | Image, make_word: Make) -> None:
    """A file with pictures is the same each time."""
    report = picture_report(picture)
    assert make_word(report).data == make_word(report).data
