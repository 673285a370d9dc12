"""An area among those it is compared with, each with its figure as it is published."""

from typing import final

import attrs

__all__ = ["Among"]


@final
@attrs.frozen
class Among:
    """The figures of an area and of those it is compared with, as they are published.

    Attributes:
        own: The area's own figure, rounded to the decimals of the indicator.
        ordered: The figures of all areas that have one, its own among them, in ascending order;
            rounded alike.
        title: What the comparison is called.
        missing: Names of the areas without a figure.
        facts: The facts they rest on.

    Hook: ``sendframe_scoring_rules``.
    """

    own: float
    ordered: tuple[float, ...]
    title: str
    missing: tuple[str, ...]
    facts: tuple[str, ...]

    @property
    def without(self) -> str:
        """Which areas have no figure, as the end of a sentence; empty where all have one."""
        if not self.missing:
            return ""
        *others, last = self.missing
        names = f"{', '.join(others)} and {last}" if others else last
        return f"; no figure for {names}"
