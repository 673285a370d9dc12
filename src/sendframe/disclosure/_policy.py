"""The rules by which small numbers are hidden. There is no national threshold: an area chooses."""

import attrs

from sendframe.errors import UnknownName

__all__ = ["POLICIES", "DisclosurePolicy", "policy_named"]


@attrs.frozen
class DisclosurePolicy:
    """How figures about few people are hidden.

    Attributes:
        id: Its name.
        title: What it does, in words for a report.
        largest_hidden: Counts from 1 up to this are hidden; 0 itself is shown.
        published_totals: Whether totals of an area that an official publisher has already
            published unsuppressed are shown as they are. Parts of a total are never exempt.
        secondary: Whether a second part is hidden where one alone could be worked out.
        symbol: What stands in place of a hidden figure.
        meaning: What that symbol means.
    """

    id: str
    title: str
    largest_hidden: int = 4
    published_totals: bool = False
    secondary: bool = True
    symbol: str = "c"
    meaning: str = "hidden, so that nobody can be recognised"

    def is_small(self, count: float | None) -> bool:
        """Say whether a count is about so few people that it is hidden.

        Examples:
            >>> POLICIES["cautious"].is_small(4), POLICIES["cautious"].is_small(0)
            (True, False)
        """
        return count is not None and 0 < count <= self.largest_hidden


POLICIES = {
    each.id: each
    for each in (
        DisclosurePolicy(
            "cautious",
            "Counts of 1 to 4 are hidden everywhere, with a second one where the first could be "
            "worked out.",
        ),
        DisclosurePolicy(
            "published-figures",
            "Totals that the Department for Education or another official publisher has "
            "published are shown as published. In breakdowns, and in management information, "
            "counts of 1 to 4 are hidden, with a second one where the first could be worked out.",
            published_totals=True,
        ),
    )
}
"""The policies there are, by name."""


DEFAULT_POLICY = "cautious"
"""The policy where a portfolio names none."""


def policy_named(name: str | None) -> DisclosurePolicy:
    """Return a policy; the cautious one where none is named.

    Raises:
        UnknownName: No policy is called so.
    """
    wanted = DEFAULT_POLICY if name is None else name
    if wanted not in POLICIES:
        raise UnknownName("disclosure policy", wanted, tuple(sorted(POLICIES)))
    return POLICIES[wanted]
