"""Policies for hiding small numbers. There is no national threshold: an area chooses one."""

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
        largest_hidden: Counts from 1 to this are hidden; 0 is shown.
        published_totals: Whether totals that an official publisher has already published are
            shown. Parts of a total are never exempt.
        secondary: Whether a second part is hidden where a single hidden one could be computed
            from the others.
        symbol: Symbol in place of a hidden figure.
        meaning: Meaning of that symbol.
    """

    id: str
    title: str
    largest_hidden: int = 4
    published_totals: bool = False
    secondary: bool = True
    symbol: str = "c"
    meaning: str = N_("hidden, so that nobody can be recognised")

    def is_small(self, count: float | None) -> bool:
        """Say whether a count is small enough to be hidden.

        Examples:
            >>> POLICIES["cautious"].is_small(4), POLICIES["cautious"].is_small(0)
            (True, False)
        """
        return count is not None and 0 < count <= self.largest_hidden


POLICIES = {
    policy.id: policy
    for policy in (
        DisclosurePolicy(
            "cautious",
            N_(
                "Counts of 1 to 4 are hidden everywhere, with a second one where the first could be "
                "worked out."
            ),
        ),
        DisclosurePolicy(
            "published-figures",
            N_(
                "Totals that the Department for Education or another official publisher has "
                "published are shown as published. In breakdowns, and in management information, "
                "counts of 1 to 4 are hidden, with a second one where the first could be worked out."
            ),
            published_totals=True,
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
