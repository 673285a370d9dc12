"""The figures of an area and its peers, as they are published."""

from typing import final

import attrs

from sendframe.language import gettext as _
from sendframe.language import joined
from sendframe.model import short_repr

__all__ = ["PeerFigures"]


@final
@attrs.frozen
class PeerFigures:
    """The figures of an area and of the areas it is compared with, as they are published.

    Attributes:
        own: The area's own figure, rounded to the decimals of the indicator.
        ordered: The figures of all areas that have one, its own included, in ascending order and
            rounded in the same way.
        title: Title of the benchmark.
        missing: Names of the areas without a figure.
        facts: Ids of the facts that the figures come from.

    Hook: ``sendframe_scoring_rules``.
    """

    __repr__ = short_repr

    own: float
    ordered: tuple[float, ...]
    title: str
    missing: tuple[str, ...]
    facts: tuple[str, ...]

    @property
    def missing_text(self) -> str:
        """The areas without a figure, as the end of a sentence; empty where all have one."""
        if not self.missing:
            return ""
        return _("; no figure for {names}", names=joined(self.missing))
