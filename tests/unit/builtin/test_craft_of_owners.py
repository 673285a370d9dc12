"""Checks of the owners of actions: bodies that do not list them."""

from datetime import date

import pytest

from sendframe.model import (
    Action,
    Body,
    Governance,
    Membership,
    Responsible,
)
from tests.unit.builtin.craft_check import action, diagnostics
from tests.unit.builtin.test_craft_of_actions import closing, register, status
from tests.unit.conftest import AREA, text


def bodies(*membership: Membership, **fields: object) -> Governance:
    """Return a body with members."""
    group = Body(id="group", name="Delivery group", kind="group", membership=membership, **fields)
    other = Body(id="council", name="Council", kind="council")
    return Governance(id="g", title=text("Governance"), area=AREA, bodies=(group, other))


HEADS = Membership(sector="council", roles=("head of SEND", "Head of  early years"), seats=2)


def owned(id_: str, role: str, body: str | None = "group", **fields: object) -> Action:
    """Return an action that a role leads."""
    return action(id_, action_leads=(Responsible(role=role, body=body),), **fields)


def test_owners_that_their_body_does_not_list_are_one_note() -> None:
    """Each role once, with the body; who answers counts like who leads."""
    answers = (Responsible(role="parks manager", body="group"),)
    (notice,) = diagnostics(
        "SFR822", bodies(HEADS), register(owned("a", "play manager"), owned("b", "head of SEND"))
    )
    assert notice.message == (
        "one role that owns an open action is not among the roles that the body lists: "
        "play manager (Delivery group)"
    )
    assert (notice.severity, notice.pointer) == ("note", "/actions/0")
    (notice,) = diagnostics(
        "SFR822",
        bodies(HEADS),
        register(
            owned("a", "play manager"),
            owned("b", "play manager", senior_responsible_owners=answers),
        ),
    )
    assert notice.message.startswith("2 roles that own open actions are not among the roles")
    assert notice.message.endswith("parks manager (Delivery group); play manager (Delivery group)")


@pytest.mark.parametrize(
    "ours",
    [
        owned("a", "HEAD OF SEND"),
        owned("a", "head of early years"),
        owned("a", "independent chair"),
        owned("a", "play manager", None),
        owned("a", "play manager", "council"),
        owned("a", "play manager", closing=closing(date(2025, 7, 1))),
        owned("a", "play manager", delivery=status("complete", date(2025, 6, 1))),
        owned("a", "play manager", delivery=status("stopped", date(2025, 6, 1))),
    ],
)
def test_a_listed_owner_no_list_or_a_finished_action_is_not_reported(ours: Action) -> None:
    """Members and chair count, whatever their case; without a body there is no list."""
    document = bodies(HEADS, chair="Independent chair")
    assert diagnostics("SFR822", document, register(ours)) == ()


@pytest.mark.parametrize(
    ("sectors", "count"),
    [
        ((HEADS,), 1),
        ((HEADS.changed(seats=None),), 1),
        ((HEADS.changed(seats=1),), 1),
        ((HEADS.changed(seats=3),), 0),
        ((HEADS, Membership(sector="health", seats=2)), 0),
        ((HEADS, Membership(sector="families")), 0),
        ((), 0),
    ],
)
def test_a_list_counts_only_where_it_can_be_the_whole(
    sectors: tuple[Membership, ...], count: int
) -> None:
    """A seat or a sector without a role may be the owner's."""
    found = diagnostics("SFR822", bodies(*sectors), register(owned("a", "play manager")))
    assert len(found) == count
