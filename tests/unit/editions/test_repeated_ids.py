"""Comparing documents in which one id is given more than once."""

from datetime import date
from itertools import permutations

import attrs
import pytest

from sendframe.editions import diff_documents, diff_portfolios
from sendframe.model import (
    AcceptedException,
    Commitment,
    Evidence,
    EvidenceRegister,
    Manifest,
    Priority,
)
from tests.unit.conftest import rate, seen, small, text
from tests.unit.editions.small_documents import action, actions, strategy


def exception(about: str) -> AcceptedException:
    """Return an accepted exception; all have the same id."""
    return AcceptedException(
        id="accepted",
        code="SFR301",
        about=about,
        owner_role="Head of SEND",
        reason=text("It is on its way."),
        expires_on=date(2026, 7, 31),
    )


def manifest(*exceptions: AcceptedException) -> Manifest:
    """Return a manifest with accepted exceptions."""
    portfolio = small(rate(), seen(2024, 3, 4))
    return portfolio.manifest.changed(accepted_exceptions=exceptions)


def priority(title: str, *commitments: str) -> Priority:
    """Return a priority; all priorities and all commitments have the same id."""
    return Priority(
        id="priority",
        order=1,
        statement=text(title),
        commitments=tuple(Commitment(id="promise", statement=text(words)) for words in commitments),
    )


def test_a_portfolio_with_an_exception_id_given_twice_equals_itself() -> None:
    """Two accepted exceptions with one id are no difference of a portfolio from itself."""
    document = manifest(exception("clubs"), exception("phone-line"))
    assert diff_documents(document, document) == ()


@pytest.mark.parametrize("order", sorted(set(permutations(("Clubs", "Families", "Clubs")))))
def test_three_actions_with_one_id_equal_themselves(order: tuple[str, ...]) -> None:
    """Whatever order they stand in, and whether two of them have equal contents or not."""
    document = actions(*(action(title=text(title)) for title in order))
    assert diff_documents(document, document) == ()


def test_ids_given_twice_at_two_depths_equal_themselves() -> None:
    """Parents and what is in them may share ids, and equal things may stand in unequal parents."""
    document = strategy(
        priorities=(
            priority("Listen", "We answer.", "We ask."),
            priority("Act", "We ask.", "We answer."),
            priority("Listen", "We answer.", "We ask."),
        )
    )
    assert diff_documents(document, document) == ()


def test_two_documents_with_one_id_equal_themselves() -> None:
    """Documents of a portfolio are no different from other things."""
    registers = tuple(
        EvidenceRegister(
            id="register",
            title=text("Evidence"),
            evidence=(Evidence(id="survey", title=text(title), kind="survey"),),
        )
        for title in ("Survey of parents", "Survey of schools")
    )
    portfolio = attrs.evolve(small(rate(), seen(2024, 3, 4)), documents=registers)
    assert diff_portfolios(portfolio, portfolio) == ()


def test_a_change_of_one_of_two_with_one_id_is_that_change_alone() -> None:
    """The other one, which is equal on both sides, is paired with itself."""
    first, second = action(), action(title=text("Ask families"))
    changed = second.changed(title=text("Ask all families"))
    for new in (actions(first, changed), actions(changed, first)):
        found = diff_documents(actions(first, second), new)
        assert [(each.kind, each.before, each.after) for each in found if each.kind != "moved"] == [
            ("reworded", "Ask families", "Ask all families")
        ]


def test_one_of_two_with_one_id_is_removed_or_added() -> None:
    """The one that stays is recognised by its contents, not by its place."""
    first, second = action(), action(title=text("Ask families"))
    two, one = actions(first, second), actions(second)
    assert titles(two, one) == [("removed", "Open clubs")]
    assert titles(one, two) == [("added", "Open clubs")]


def titles(old: object, new: object) -> list[tuple[str, str]]:
    """Return kind and title of the differences between two registers."""
    return [(each.kind, each.title) for each in diff_documents(old, new)]


def test_two_with_one_id_in_another_order_have_moved() -> None:
    """Nothing is reworded, added or removed; one of them has another place."""
    first, second = action(), action(title=text("Ask families"))
    found = titles(actions(first, second), actions(second, first))
    assert found == [("moved", "Ask families")]


def test_many_changed_actions_with_one_id_are_paired_in_their_order() -> None:
    """Where no contents are equal the first is the first."""
    old = [action(title=text(f"Old {number}")) for number in range(3)]
    new = [action(title=text(f"New {number}")) for number in range(3)]
    found = diff_documents(actions(*old), actions(*new))
    assert [(each.before, each.after) for each in found] == [
        (f"Old {number}", f"New {number}") for number in range(3)
    ]
