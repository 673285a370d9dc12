"""Policies for hiding small numbers. There is no national threshold: an area chooses one."""

from typing import Literal

import attrs

from sendframe.errors import UnknownName
from sendframe.language import N_

__all__ = ["POLICIES", "DisclosurePolicy", "policy_by_name"]


@attrs.frozen
class DisclosurePolicy:
    """A policy for hiding figures about few people.

    Attributes:
        id: Its name.
        title: What it does, as text for a report.
        largest_hidden: Counts from 1 to this are hidden.
        width: How far apart two values of a hidden count must be that both agree with everything
            that is shown, at least; 3 leaves nobody with less than "1 to 4".
        zeros: Whether 0 is shown.
        smallest_base: Fewest people of whom a rate without counts is shown.
        remainders: Whether a count that is printed nowhere, such as a total less its parts, is
            protected like one that is.
        fixed: What is shown however small it is: ``nothing``, or ``published-totals``, the totals
            that an official publisher has already published. Parts of a total are never exempt.
        symbol: Symbol in place of a hidden figure.
        meaning: Meaning of that symbol.
    """

    id: str
    title: str
    largest_hidden: int = 4
    width: int = attrs.Factory(lambda self: self.largest_hidden - 1, takes_self=True)
    zeros: Literal["shown", "hidden"] = "shown"
    smallest_base: int = 10
    remainders: bool = True
    fixed: Literal["nothing", "published-totals"] = "nothing"
    symbol: str = "c"
    meaning: str = N_("hidden, so that nobody can be recognised")

    @property
    def smallest_hidden(self) -> int:
        """The smallest count that is hidden: 1, or 0 where zeros are hidden."""
        return 1 if self.zeros == "shown" else 0

    def is_small(self, count: float | None) -> bool:
        """Say whether a count is small enough to be hidden.

        Examples:
            >>> POLICIES["cautious"].is_small(4), POLICIES["cautious"].is_small(0)
            (True, False)
        """
        if count is None or (count == 0 and self.zeros == "shown"):
            return False
        return 0 <= count <= self.largest_hidden


POLICIES = {
    policy.id: policy
    for policy in (
        DisclosurePolicy(
            "cautious",
            N_(
                "Counts of 1 to 4 are hidden everywhere, with whatever they could be worked out from."
            ),
        ),
        DisclosurePolicy(
            "published-figures",
            N_(
                "Totals that the Department for Education or another official publisher has "
                "published are shown as published. In breakdowns, and in management information, "
                "counts of 1 to 4 are hidden, with whatever they could be worked out from."
            ),
            fixed="published-totals",
        ),
    )
}
"""All policies, by name."""


DEFAULT_POLICY = "cautious"
"""The policy of portfolios that name none."""


def policy_by_name(name: str | None) -> DisclosurePolicy:
    """Return a policy by its name; the cautious one for None.

    Raises:
        UnknownName: There is no policy with this name.
    """
    id_ = DEFAULT_POLICY if name is None else name
    if id_ not in POLICIES:
        raise UnknownName("disclosure policy", id_, tuple(sorted(POLICIES)))
    return POLICIES[id_]
