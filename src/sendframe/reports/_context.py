"""What every section builder is handed, and the phrases they share."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import TypeAlias

import attrs

from sendframe.disclosure import Disclosed
from sendframe.model import (
    ComparatorSet,
    CriteriaSet,
    Evaluation,
    Governance,
    IndicatorResult,
    LocalArea,
    Point,
    Portfolio,
    Profile,
    ProfileSection,
    Score,
    Strategy,
    Text,
)
from sendframe.statistics import amount

from ._model import Cell, Mark, Section, Sentence

__all__ = ["NOTHING", "BuildContext", "Builder", "day", "figure", "joined", "mark_of"]

NOTHING = "–"
"""What stands in a cell that has nothing to say."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def day(value: date) -> str:
    """Return a day as people write it, such as ``6 December 2024``."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def joined(words: Iterable[str]) -> str:
    """Join words as a sentence does.

    Examples:
        >>> joined(["one", "two", "three"])
        'one, two and three'
    """
    known = list(words)
    return " and ".join([", ".join(known[:-1]), known[-1]] if len(known) > 1 else known)


def figure(result: IndicatorResult, point: Point | None) -> str:
    """Return a figure as printed, or what stands in its place and what that means."""
    if point is None:
        return "no figure"
    if point.value is None:
        said = "no rate" if point.denominator == 0 else point.meaning or "no figure"
        return f"{said} ({point.symbol})" if point.symbol else said
    return amount(point.value, result.decimals, result.unit_text)


def counts(point: Point) -> str:
    """Return numerator and denominator as printed; empty where there are none."""
    if point.numerator is None or point.denominator is None:
        return ""
    return f"{amount(point.numerator)} of {amount(point.denominator)}"


def mark_of(score: Score) -> Mark:
    """Return the mark that shows a score."""
    return Mark(score.label, score.shape, score.tone)


@attrs.frozen(slots=False)
class BuildContext:
    """What a section is made from.

    Attributes:
        disclosed: What may be shown.
        profile: The kind of report.
    """

    disclosed: Disclosed
    profile: Profile

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation, after disclosure control."""
        return self.disclosed.evaluation

    @cached_property
    def portfolio(self) -> Portfolio:
        """The documents, as far as this report may quote them."""
        return self.disclosed.for_profile(self.profile)

    @property
    def area(self) -> LocalArea:
        """The local area."""
        return self.portfolio.manifest.area

    @cached_property
    def results(self) -> dict[str, IndicatorResult]:
        """What the figures say, by indicator."""
        return {each.indicator: each for each in self.evaluation.indicators}

    @cached_property
    def comparators(self) -> dict[str, ComparatorSet]:
        """The comparator sets, by id."""
        return {each.id: each for each in self.portfolio.manifest.comparator_sets}

    @cached_property
    def plans(self) -> tuple[Strategy, ...]:
        """The strategies and other plans."""
        return tuple(self.portfolio.of(Strategy))

    @cached_property
    def criteria_sets(self) -> tuple[CriteriaSet, ...]:
        """The sets of criteria."""
        return tuple(self.portfolio.of(CriteriaSet))

    @cached_property
    def bodies(self) -> dict[str, str]:
        """The name of each body and delivery group, by id."""
        found: dict[str, str] = {}
        for document in self.portfolio.of(Governance):
            found |= {each.id: each.name for each in document.bodies}
            found |= {each.id: each.name for each in document.delivery_groups}
        return found

    def words(self, text: Text) -> str:
        """Return a text in the variant this report prints."""
        return text.variant(self.profile.variant) if self.profile.variant else str(text)

    @cached_property
    def unknown(self) -> str:
        """What is said of something that no document holds.

        Of an area whose documents are a summary of what is public, nothing is said to be missing.
        """
        partial = any(each.completeness == "summary" for each in self.plans)
        return "Not in the public documents used." if partial else "None given."

    def wording(self, key: str, standard: str) -> str:
        """Return the profile's own words for something, or the standard ones."""
        return self.profile.wording.get(key, standard)

    def sentence(self, text: str, *facts: str) -> Sentence:
        """Return a sentence that rests on facts."""
        return Sentence(text, tuple(facts))

    def number(self, text: str, *facts: str) -> Cell:
        """Return a cell that holds a number."""
        return Cell(text, tuple(facts), number=True)


Builder: TypeAlias = Callable[[BuildContext, ProfileSection], Section | None]
"""Makes one section of a report; None where there is nothing to say."""
