"""The pictures that the documents of a portfolio name."""

import attrs

from sendframe.model import FrozenMap, Picture, PictureFile, Text, Variant
from tests.unit.conftest import rate, seen, small

CLOCK = Picture(icon="clock", alt="A clock")
LAMP = Picture(file="lamp.png", alt="A lamp")


def test_every_picture_is_found_with_its_owner() -> None:
    """The owner is the nearest thing with an id; figures hold no pictures."""
    variants = FrozenMap(
        {"friendly": Variant(text="a", picture=CLOCK), "young-people": Variant(text="b")}
    )
    caveat = Text(default="c", variants=FrozenMap({"x": Variant(text="d", picture=LAMP)}))
    indicator = rate().changed(title=Text(default="e", variants=variants), caveats=(caveat,))
    portfolio = small(indicator, seen(2024, 60.0, 100.0))
    found = [(owner.id, picture) for owner, picture in portfolio.owned_pictures()]
    assert sorted(found, key=lambda pair: pair[1].alt) == [
        (indicator.id, CLOCK),
        (indicator.id, LAMP),
    ]


def test_portfolios_differ_by_the_pictures_that_can_be_shown() -> None:
    """A file that is not there is the same as one that was never looked for."""
    portfolio = small(rate())
    missing = attrs.evolve(portfolio, pictures=(PictureFile("lamp.png", problem="none"),))
    shown = PictureFile("lamp.png", "image/png", 6, 3, b"png")
    assert missing == portfolio
    assert attrs.evolve(portfolio, pictures=(shown,)) != portfolio
