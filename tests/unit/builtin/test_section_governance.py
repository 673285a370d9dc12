"""What a report says of bodies."""

from sendframe.model import (
    Body,
    Challenge,
    Governance,
    Membership,
)
from tests.unit.conftest import AREA, text
from tests.unit.reports.small_report import of, report
from tests.unit.reports.walking import column, tables


def governance(*challenges: Challenge, **more: object) -> Governance:
    """Return a board with what was asked there."""
    body = Body(id="board", name="Partnership Board", kind="board")
    return Governance(
        **{
            "id": "governance",
            "title": text("Governance"),
            "area": AREA,
            "bodies": (body,),
            "challenges": challenges,
            **more,
        }
    )


def test_bodies_stand_with_chair_and_members() -> None:
    """An independent chair is called so; a sector stands with its roles where it names any."""
    bodies = (
        Body(
            id="a",
            name="Board",
            kind="board",
            purpose=text("Decides."),
            chair="A chair",
            chair_is_independent=True,
            membership=(
                Membership(sector="health", roles=("nurse",)),
                Membership(sector="schools"),
            ),
        ),
        Body(id="b", name="Forum", kind="forum", chair="A parent"),
        Body(id="c", name="Group", kind="forum", chair_is_independent=True),
    )
    (table,) = tables(report(of(governance(bodies=bodies)), "governance"))
    assert column(table, "Chair") == ["A chair (independent)", "A parent", "–"]
    assert column(table, "Members") == ["health: nurse; schools", "–", "–"]
    assert column(table, "What it does") == ["Decides.", "–", "–"]


def test_without_a_body_there_is_no_section() -> None:
    """A portfolio that describes no body has nothing to show."""
    assert report(of(), "governance").sections == ()
