"""Decide whether figures of a sample, such as a survey or an audit, may be compared and scored."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import attrs

from sendframe.figures import Figure, Series
from sendframe.language import N_
from sendframe.language import gettext as _
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
_BREAK = N_("Another question was asked, or the figure before bears no comparison.")


@attrs.frozen
class Samples:
    """The evidence about samples, by indicator.

    An indicator comes from a sample where it is marked so, or where evidence that names it has a
    sample or a question. No interval, change, trend or score is computed where people chose
    themselves to take part, where their number, their selection or the question is not known, or
    across a changed question.

    Attributes:
        evidence: Evidence with a sample or a question, by id of the indicator.

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
        >>> print(Samples({"heard": (survey,)}).problem(heard, [figure]))
        Of a sample, and those who answered chose themselves (2025): nothing is worked out from it.

    Source:
        `sendframe.model.Sample`: a sample that chose itself says nothing of those outside it.
    """

    evidence: Mapping[str, tuple[Evidence, ...]]

    @classmethod
    def of(cls, portfolio: Portfolio) -> "Samples":
        """Return the evidence about samples in a portfolio."""
        by_indicator: dict[str, tuple[Evidence, ...]] = {}
        for register in portfolio.of(EvidenceRegister):
            for evidence in register.evidence:
                if evidence.sample is not None or evidence.question is not None:
                    for indicator in dict.fromkeys(evidence.indicators):
                        by_indicator[indicator] = (*by_indicator.get(indicator, ()), evidence)
        return cls(by_indicator)

    def problem(self, indicator: Indicator, figures: Sequence[Figure]) -> str | None:
        """Return why nothing may be computed from the latest figure; None where it may."""
        with_value = [figure for figure in figures if figure.value is not None]
        problem = self._problem(indicator, with_value[-1]) if with_value else None
        if problem is None:
            return None
        return _(
            "Of a sample, and {problem} ({period}): nothing is worked out from it.",
            problem=problem,
            period=with_value[-1].period,
        )

    def with_breaks(self, indicator: Indicator, figures: Sequence[Figure]) -> Indicator:
        """Return the indicator with a break wherever its samples may not be compared."""
        if not self._is_sampled(indicator):
            return indicator
        with_value = [figure for figure in figures if figure.value is not None]
        breaks = tuple(
            ComparabilityBreak(first_period=after.period, reason=Text(default=_(_BREAK)))
            for before, after in pairwise(with_value)
            if self._problem(indicator, before) is not None
            or self._questions(indicator, before) != self._questions(indicator, after)
        )
        return indicator.changed(breaks=(*indicator.breaks, *breaks))

    def comparable_figures(
        self, indicator: Indicator, figures: Sequence[Figure]
    ) -> tuple[Figure, ...]:
        """Return the figures whose samples may be compared with the latest."""
        broken = self.with_breaks(indicator.changed(breaks=()), figures)
        if not broken.breaks:
            return tuple(figures)
        comparable_figures = Series.of(
            attrs.evolve(figure, indicator=broken) for figure in figures
        ).figures
        periods = {figure.period for figure in comparable_figures}
        return tuple(figure for figure in figures if figure.period in periods)

    def _is_sampled(self, indicator: Indicator) -> bool:
        return indicator.sampled or indicator.id in self.evidence

    def _evidence_for(self, indicator: Indicator, figure: Figure) -> tuple[Evidence, ...]:
        """Return the evidence about a figure: that of its period, or else that of no period."""
        of_indicator = self.evidence.get(indicator.id, ())
        exact = tuple(evidence for evidence in of_indicator if evidence.period == figure.period)
        return exact or tuple(evidence for evidence in of_indicator if evidence.period is None)

    def _questions(self, indicator: Indicator, figure: Figure) -> set[str | None]:
        items = self._evidence_for(indicator, figure)
        return {None if evidence.question is None else str(evidence.question) for evidence in items}

    def _problem(self, indicator: Indicator, figure: Figure) -> str | None:
        """Return why nothing may be computed from a figure; None where it may."""
        if not self._is_sampled(indicator):
            return None
        items = self._evidence_for(indicator, figure)
        if not items:
            return _("no evidence says of whom")
        problems = (_sample_problem(problem, figure) for problem in items)
        return next((problem for problem in problems if problem is not None), None)


def _sample_problem(evidence: Evidence, figure: Figure) -> str | None:
    sample = evidence.sample
    if sample is None or (sample.size is None and figure.denominator is None):
        return _("nothing says how many were asked or looked at")
    if sample.self_selecting:
        return _("those who answered chose themselves")
    if sample.self_selecting is None and sample.how_selected is None:
        return _("nothing says how they were chosen")
    if evidence.kind == _SURVEY and evidence.question is None:
        return _("nothing says what was asked")
    return None
