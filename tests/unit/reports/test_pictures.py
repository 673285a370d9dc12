"""The picture that an author named for the words that a report prints."""

from datetime import date

import attrs
import pytest

from sendframe.evaluation import NoCatalogue
from sendframe.model import (
    DifferenceMade,
    FrozenMap,
    Picture,
    PictureFile,
    Portfolio,
    Profile,
    ProfileSection,
    Text,
    Variant,
)
from sendframe.reports import BuildContext, Icon, Image
from tests.evaluating import as_published
from tests.unit.conftest import rate, small, text

CLOCK = Picture(icon="clock", alt="A clock")
LAMP = Picture(file="lamp.png", alt="A lamp")
SHOWN = PictureFile("lamp.png", "image/png", 6, 3, b"png")
WAITS = Text(
    default="The wait is long.",
    variants=FrozenMap(
        {
            "young-people": Variant(text="You wait long.", picture=CLOCK),
            "friendly": Variant(text="You wait long."),
            "families": Variant(text="How long do we wait?", picture=LAMP),
        }
    ),
)
SECTIONS = (ProfileSection(id="a", kind="method", title=text("A")),)


def context(variant: str | None = None, *files: PictureFile) -> BuildContext:
    """Return the context of a report in a variant, with some files of pictures."""
    portfolio: Portfolio = attrs.evolve(
        small(rate(), as_at=date(2026, 1, 31)), pictures=tuple(files)
    )
    profile = Profile(
        id="p", title=text("P"), audience="families", variant=variant, sections=SECTIONS
    )
    return BuildContext(as_published(portfolio, NoCatalogue()), profile)


def test_the_picture_is_that_of_the_printed_variant() -> None:
    """A variant without a picture has none, and so have the standard words."""
    assert context("young-people").picture_of(WAITS) == Icon("clock", "A clock")
    assert context("friendly").picture_of(WAITS) is None
    assert context("polish").picture_of(WAITS) is None
    assert context().picture_of(WAITS) is None
    assert context("young-people").picture_of(None) is None


def test_a_difference_has_the_picture_of_its_text() -> None:
    """Where there is no difference yet, there is no picture of one."""
    there = context("young-people")
    assert there.picture_of(DifferenceMade(text=WAITS)) == Icon("clock", "A clock")
    assert there.picture_of(DifferenceMade(none_yet=WAITS)) is None


def test_a_section_may_print_another_variant() -> None:
    """A file of the portfolio is shown with its bytes, its size and its alternative."""
    image = Image("lamp.png", "image/png", 6, 3, b"png", "A lamp")
    assert context(None, SHOWN).picture_of(WAITS, "families") == image
    assert "png" in repr(image)
    assert "data" not in repr(image)


@pytest.mark.parametrize(
    "picture",
    [
        None,
        Picture(icon="clok", alt="A clock"),
        Picture(file="chair.png", alt="A chair"),
        Picture(file="bad.png", alt="A lamp"),
    ],
)
def test_what_cannot_be_shown_is_left_out(picture: Picture | None) -> None:
    """An unknown icon and an unreadable file leave the words alone; a check reports them."""
    faulty = PictureFile("bad.png", problem="there is no such file")
    assert context(None, SHOWN, faulty).shown_picture(picture) is None
