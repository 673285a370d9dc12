"""The pictures that the documents of a portfolio name."""

from sendframe.model import FrozenMap, Picture, Text, Variant
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
