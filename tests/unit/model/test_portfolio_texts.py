"""The texts of a portfolio, with what they are part of, and everything that is written in it."""

from sendframe.model import EvidenceRegister, FrozenMap, Portfolio, Text, Variant, Voice
from tests.unit.conftest import rate, small, text

SAID = Text(default="Listen!", variants=FrozenMap({"friendly": Variant(text="Hear us!")}))


def area() -> Portfolio:
    """Return an area with a voice that has data of a plug-in."""
    data = FrozenMap({"kent": FrozenMap({"form": ("LO-77", 3, None)})})
    voice = Voice(id="v", who="parent-carers", words=SAID, event="a forum", extensions=data)
    register = EvidenceRegister(id="e", title=text("What they said"), voices=(voice,))
    return small(rate(), documents=(register,))


def test_texts_are_those_that_have_an_owner() -> None:
    """Every text is part of a document, and of the nearest thing in it that has an id."""
    portfolio = area()
    owned = list(portfolio.owned_texts())
    assert [item for _, _, item in owned] == list(portfolio.texts())
    assert ("e", "v", "Listen!") in [(d.id, o.id, str(item)) for d, o, item in owned]
    assert ("e", "e", "What they said") in [(d.id, o.id, str(item)) for d, o, item in owned]


def test_everything_written_is_there() -> None:
    """Words, variants, names, ids and data of plug-ins, with the value that they are part of."""
    portfolio = area()
    of_voice = [
        (type(place).__name__, written)
        for owner, place, written in portfolio.strings()
        if owner.id == "v"
    ]
    assert of_voice == [
        ("Voice", "v"),
        ("Voice", "LO-77"),
        ("Voice", "parent-carers"),
        ("Text", "Listen!"),
        ("Variant", "Hear us!"),
        ("Voice", "a forum"),
    ]
    assert ("wyeford", portfolio.manifest.area) in [
        (owner.id, place) for owner, place, _ in portfolio.strings()
    ]
