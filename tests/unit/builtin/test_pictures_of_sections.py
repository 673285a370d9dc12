"""Sections pass on the pictures that authors named for the words that they print, and no other."""

import pytest

from sendframe import make_reports
from sendframe.model import Portfolio
from sendframe.plugins import Catalogue
from sendframe.reports import (
    Bullets,
    Column,
    FigureCard,
    Icon,
    Image,
    Question,
    Questions,
    ReportModel,
    Section,
    Sentence,
)
from tests.unit.reports.walking import parts

CATALOGUE = Catalogue.discover(third_party=False)


@pytest.fixture(scope="module")
def models(wyeford: Portfolio) -> dict[str, ReportModel]:
    """Return the reports of Wyeford for children, young people and families."""
    profiles = ["youth-update", "families", "strategy-friendly", "plan-on-a-page"]
    made = make_reports(wyeford, profiles, catalogue=CATALOGUE)
    return {report.model.profile: report.model for report in made}


def named(picture: Icon | Image | None) -> str | None:
    """Return the icon or the file of a picture."""
    return picture.file if isinstance(picture, Image) else picture and picture.icon


def items(model: ReportModel, id_: str) -> dict[str, str | None]:
    """Return the pictures beside the items of the first block of a section, by their words."""
    (section,) = (section for section in model.sections if section.id == id_)
    block = section.blocks[0]
    if isinstance(block, Questions):
        return {item.title: named(item.picture) for item in block.items}
    assert isinstance(block, Bullets)
    return {item.text: named(item.picture) for item in block.items}


def test_what_people_said_has_the_picture_of_the_reply(models: dict[str, ReportModel]) -> None:
    """An icon, or a file of the author; the same for young people and for families."""
    youth = items(models["youth-update"], "replies")
    assert youth["“Write the letters to me, not about me.”"] == "letter"
    assert youth["“I go to the quiet room, and then I can go back to maths.”"] == (
        "pictures/quiet-room.png"
    )
    families = items(models["families"], "replies")
    assert set(families.values()) == {"phone", "pictures/quiet-room.png"}


@pytest.mark.parametrize(
    ("section", "words", "icon"),
    [
        ("promises", "We said health teams would answer faster by December.", "clock"),
        ("better", "Young people sit with the people who decide.", "people"),
        ("not-good", "Too many of you miss school.", "school"),
        ("next", "Make our website easy to use.", "screen"),
    ],
)
def test_words_for_young_people_have_their_picture(
    models: dict[str, ReportModel], section: str, words: str, icon: str
) -> None:
    """The picture of the variant that is printed stands beside it."""
    assert items(models["youth-update"], section)[words] == icon


def test_a_priority_and_its_commitments_have_theirs(models: dict[str, ReportModel]) -> None:
    """The list that leads to a priority has the picture of its heading, or of its statement."""
    found = list(parts(models["strategy-friendly"]))
    headed = {
        part.title: named(part.picture)
        for part in found
        if isinstance(part, Section) and part.picture
    }
    assert headed["1. Finding out early ◇"] == "magnifier"
    assert headed["3. You feel that you belong."] == "heart"
    assert headed["We will help you while you wait."] == "book"
    tiles = [named(part.picture) for part in found if isinstance(part, Column)]
    assert tiles[:3] == ["magnifier", "lifebuoy", "heart"]
    introduced = [
        named(part.picture) for part in found if isinstance(part, Sentence) and part.picture
    ]
    assert introduced == ["people"]


def test_a_card_has_the_picture_of_its_question(models: dict[str, ReportModel]) -> None:
    """The variant that is the question names it."""
    cards = {
        part.title: named(part.picture)
        for part in parts(models["families"])
        if isinstance(part, FigureCard)
    }
    assert cards["Will my child’s plan be on time?"] == "plan"
    assert None not in cards.values()


def test_no_picture_is_invented(models: dict[str, ReportModel], herefordshire: Portfolio) -> None:
    """Standard words have none, and so have documents without variants."""
    made = make_reports(herefordshire, ["strategy-friendly", "families"], catalogue=CATALOGUE)
    for model in (models["plan-on-a-page"], *(report.model for report in made)):
        pictured = (Sentence, Question, FigureCard, Section, Column)
        assert not any(isinstance(part, pictured) and part.picture for part in parts(model))
