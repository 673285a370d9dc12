"""What figures of a survey or an audit bear: who was asked, how they were chosen, what was asked."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import attrs

from sendframe.figures import Figure, Series
from sendframe.model import (
    ComparabilityBreak,
    Evidence,
    EvidenceRegister,
    Indicator,
    Portfolio,
    Text,
)

__all__ = ["Samples"]

_SURVEY = "survey"
_BREAK = Text(default="Another question was asked, or the figure before bears no comparison.")


@attrs.frozen
class Samples:
    """The evidence that says of whom figures are, by indicator.

    An indicator comes from a sample where it says so, or where evidence that names it has a sample
    or a question. Where people chose themselves, where it is not known how many they are, how they
    were chosen or what they were asked, and across a changed question, nothing is worked out: no
    interval, no change, no trend, no better or worse.

    Attributes:
        evidence: Evidence with a sample or a question, by the indicators whose figures it is.

    Examples:
        >>> from sendframe.model import CalendarYear, Sample
        >>> survey = Evidence(
        ...     id="survey", kind="survey", title=Text(default="Survey"),
        ...     sample=Sample(size=120, self_selecting=True), indicators=("heard",),
        ... )
        >>> heard = Indicator(
        ...     id="heard", title=Text(default="Heard"), unit="percent", direction="higher"
        ... )
        >>> figure = Figure(heard, "ZZ0000001", CalendarYear(year=2025), 61.0)
        >>> print(Samples({"heard": (survey,)}).reason(heard, [figure]))
        Of a sample, and those who answered chose themselves (2025): nothing is worked out from it.

    Source:
        `sendframe.model.Sample`: a sample that chose itself says nothing of those outside it.
    """

    evidence: Mapping[str, tuple[Evidence, ...]]

    @classmethod
    def of(cls, portfolio: Portfolio) -> "Samples":
        """Gather them from the evidence of a portfolio."""
        found: dict[str, tuple[Evidence, ...]] = {}
        for register in portfolio.of(EvidenceRegister):
            for each in register.evidence:
                if each.sample is not None or each.question is not None:
                    for indicator in dict.fromkeys(each.indicators):
                        found[indicator] = (*found.get(indicator, ()), each)
        return cls(found)

    def reason(self, indicator: Indicator, figures: Sequence[Figure]) -> str | None:
        """Return why nothing is worked out from the latest figure; None where it may be."""
        known = [figure for figure in figures if figure.value is not None]
        lack = self._lack(indicator, known[-1]) if known else None
        if lack is None:
            return None
        return f"Of a sample, and {lack} ({known[-1].period}): nothing is worked out from it."

    def with_breaks(self, indicator: Indicator, figures: Sequence[Figure]) -> Indicator:
        """Return the indicator with a break wherever a sample lets nothing be compared."""
        if not self._is_sampled(indicator):
            return indicator
        known = [figure for figure in figures if figure.value is not None]
        breaks = tuple(
            ComparabilityBreak(first_period=after.period, reason=_BREAK)
            for before, after in pairwise(known)
            if self._lack(indicator, before) is not None
            or self._asked(indicator, before) != self._asked(indicator, after)
        )
        return indicator.changed(breaks=(*indicator.breaks, *breaks))

    def alike(self, indicator: Indicator, figures: Sequence[Figure]) -> tuple[Figure, ...]:
        """Return the figures that answer the latest question; all where no sample breaks them."""
        broken = self.with_breaks(indicator.changed(breaks=()), figures)
        if not broken.breaks:
            return tuple(figures)
        alike = Series.of(attrs.evolve(figure, indicator=broken) for figure in figures).figures
        rows = {figure.period for figure in alike}
        return tuple(figure for figure in figures if figure.period in rows)

    def _is_sampled(self, indicator: Indicator) -> bool:
        return indicator.sampled or indicator.id in self.evidence

    def _about(self, indicator: Indicator, figure: Figure) -> tuple[Evidence, ...]:
        """Return the evidence about a figure: of its period, or else of no period at all."""
        found = self.evidence.get(indicator.id, ())
        exact = tuple(each for each in found if each.period == figure.period)
        return exact or tuple(each for each in found if each.period is None)

    def _asked(self, indicator: Indicator, figure: Figure) -> set[str | None]:
        about = self._about(indicator, figure)
        return {None if each.question is None else str(each.question) for each in about}

    def _lack(self, indicator: Indicator, figure: Figure) -> str | None:
        """Return what a figure lacks to be worked with; None where it lacks nothing."""
        if not self._is_sampled(indicator):
            return None
        about = self._about(indicator, figure)
        if not about:
            return "no evidence says of whom"
        found = (_lack_of(each, figure) for each in about)
        return next((each for each in found if each is not None), None)


def _lack_of(evidence: Evidence, figure: Figure) -> str | None:
    sample = evidence.sample
    if sample is None or (sample.size is None and figure.denominator is None):
        return "nothing says how many were asked or looked at"
    if sample.self_selecting:
        return "those who answered chose themselves"
    if sample.self_selecting is None and sample.how_selected is None:
        return "nothing says how they were chosen"
    if evidence.kind == _SURVEY and evidence.question is None:
        return "nothing says what was asked"
    return None
