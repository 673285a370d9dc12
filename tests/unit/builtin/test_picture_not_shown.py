"""Pictures that reports cannot show: SFR216."""

from datetime import date

import attrs

from sendframe.evaluation import NoCatalogue
from sendframe.model import (
    FrozenMap,
    Notice,
    Picture,
    PictureFile,
    Text,
    Variant,
)
from sendframe.plugins import ICON_NAMES, Catalogue
from tests.evaluating import evaluate
from tests.unit.conftest import rate, small

CATALOGUE = Catalogue.discover(third_party=False)
SHOWN = PictureFile("lamp.png", "image/png", 6, 3, b"png")


def notices(picture: Picture, *files: PictureFile) -> tuple[Notice, ...]:
    """Return what the check reports of a portfolio with one picture and some files."""
    variants = FrozenMap({"young-people": Variant(text="Do we wait?", picture=picture)})
    indicator = rate().changed(title=Text(default="Waits", variants=variants))
    portfolio = small(indicator, as_at=date(2026, 1, 31))
    checks = {"SFR216": CATALOGUE.checks["SFR216"]}
    given = attrs.evolve(portfolio, pictures=files)
    return evaluate(given, as_at=date(2026, 1, 31), catalogue=NoCatalogue(checks=checks)).notices


def test_an_unknown_icon_is_named_with_the_nearest() -> None:
    """The notice stands at the picture and names up to three icons like it, or else all."""
    (notice,) = notices(Picture(icon="clok", alt="A clock"))
    assert notice.severity == "warning"
    assert notice.message == "no icon is called 'clok'"
    assert notice.about == rate().id
    assert notice.pointer == "/indicators/0/title/variants/young-people/picture"
    assert notice.help is not None
    assert notice.help.startswith("Near ones: clock")
    (other,) = notices(Picture(icon="zzzzzz", alt="A clock"))
    assert other.help == f"There are: {', '.join(ICON_NAMES)}."


def test_a_file_that_cannot_be_shown_has_its_reason() -> None:
    """The reason is that of loading; one that was never loaded is not there."""
    lamp = Picture(file="lamp.png", alt="A lamp")
    faulty = PictureFile("lamp.png", problem="it is neither PNG nor JPEG")
    (notice,) = notices(lamp, faulty)
    assert notice.message == "the file of this picture cannot be shown: it is neither PNG nor JPEG"
    (notice,) = notices(lamp)
    assert notice.message.endswith("the portfolio does not have it")


def test_what_can_be_shown_is_not_reported() -> None:
    """An icon that exists, and a file that was read."""
    assert notices(Picture(icon="clock", alt="A clock")) == ()
    assert notices(Picture(file="lamp.png", alt="A lamp"), SHOWN) == ()
