"""Pictures beside words: icons, and images of the author."""

from collections.abc import Callable
from typing import Any

import attrs
import pytest

from sendframe.plugins import (
    Icon,
    Image,
    ReportModel,
)
from tests.printed_report import ICON, IMAGE, PNG, picture_blocks, picture_report

Make = Callable[..., Any]
Report = Callable[..., ReportModel]


def test_an_icon_is_no_part_of_what_is_read(
    make_report: Report, make_pdf: Make, poppler: Make
) -> None:
    """An icon is drawn, has no text alternative, and its words are printed nowhere."""
    with_icons = picture_report(ICON)
    pdf = make_pdf(with_icons)
    assert b"/Alt" not in pdf
    printed = poppler("pdftotext", pdf)
    assert "How long?" in printed
    assert "A clock" not in printed
    assert len(pdf) > len(make_pdf(make_report(*picture_blocks(ICON)[:1])))


def test_an_image_has_its_text_alternative(make_pdf: Make, poppler: Make) -> None:
    """What an image shows is its alternative, and is not printed beside it."""
    pdf = make_pdf(picture_report(IMAGE))
    assert pdf.count(b"/Alt(A lamp by a chair)") == 14
    assert "A lamp" not in poppler("pdftotext", pdf)
    assert poppler("pdfimages", pdf, "-list").count("image") >= 1


def test_of_an_image_that_cannot_be_drawn_its_words_stand(make_pdf: Make, poppler: Make) -> None:
    """Where the bytes are no image, what it shows is printed in its place."""
    image = attrs.evolve(IMAGE, data=PNG[:60])
    printed = poppler("pdftotext", make_pdf(picture_report(image)))
    assert "(Picture: A lamp by a chair)" in " ".join(printed.split())


@pytest.mark.parametrize("picture", [ICON, IMAGE])
def test_the_same_picture_gives_the_same_bytes(picture: Icon | Image, make_pdf: Make) -> None:
    """A file with pictures is the same each time."""
    report = picture_report(picture)
    assert make_pdf(report) == make_pdf(report)
