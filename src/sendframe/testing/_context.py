"""What an evaluation tells a contribution, noted instead of answered.

A stand-in takes the contribution's place in a real evaluation and keeps what it is told. So the
contribution itself can be called outside every fence, and raises what it raises.
"""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

import attrs

from sendframe.checks import Check, CheckContext
from sendframe.errors import Diagnostic
from sendframe.evaluation import NoCatalogue, Provided, evaluate_portfolio
from sendframe.figures import figures_of
from sendframe.model import (
    EMPTY,
    CriteriaSet,
    Evaluation,
    FrozenMap,
    Portfolio,
    Refusal,
    RuleChoice,
    Strategy,
)
from sendframe.scoring import (
    DerivedContext,
    DerivedIndicator,
    ScoringContext,
    ScoringRule,
    SubjectContext,
    SubjectRule,
)

__all__ = ["check_contexts", "derived_contexts", "scoring_contexts", "subject_contexts"]

C = TypeVar("C", CheckContext, DerivedContext, ScoringContext, SubjectContext)


def check_contexts(
    provided: Provided[Check], portfolio: Portfolio, as_at: date, options: object = None
) -> list[CheckContext]:
    """Return the one thing a check is told about a portfolio.

    Args:
        provided: The check.
        portfolio: The documents, with their figures.
        as_at: The day of the evaluation.
        options: Options in place of those that the portfolio chose.

    Raises:
        ValueError: The options that the portfolio chose do not fit.
    """
    told: list[CheckContext] = []

    def run(context: CheckContext) -> Iterable[Diagnostic]:
        told.append(context)
        return ()

    stand_in = attrs.evolve(provided.record, run=run)
    if options is not None:
        stand_in = attrs.evolve(stand_in, options=_Anything)
        portfolio = _without_options(portfolio, stand_in.id)
    catalogue = NoCatalogue(checks={stand_in.id: attrs.evolve(provided, record=stand_in)})
    _evaluated(portfolio, as_at, catalogue)
    return _with_options(told, options)


def scoring_contexts(
    provided: Provided[ScoringRule],
    portfolio: Portfolio,
    as_at: date,
    options: object = None,
    indicators: Iterable[str] | None = None,
) -> list[ScoringContext]:
    """Return what a rule is told about indicators of a portfolio, one by one.

    Args:
        provided: The rule.
        portfolio: The documents, with their figures.
        as_at: The day of the evaluation.
        options: Options in place of those that the portfolio chose.
        indicators: Ids; those for which the portfolio chose the rule unless given, or all where
            it chose it for none.

    Returns:
        One for each indicator; none for one whose figures are of a sample that bears nothing, about
        which no rule is asked.

    Raises:
        ValueError: The options that the portfolio chose do not fit, or no rule is asked about any
            of the *indicators*.
    """
    told: list[ScoringContext] = []

    def score(context: ScoringContext) -> Refusal:
        told.append(context)
        return context.refuse("It was only noted.")

    rule = provided.record.id
    chosen = {
        each.indicator: each
        for each in portfolio.manifest.rules
        if each.rule == rule and each.indicator is not None
    }
    wanted = tuple(chosen or portfolio.indicators()) if indicators is None else tuple(indicators)
    rules = tuple(chosen.get(id_) or RuleChoice(indicator=id_, rule=rule) for id_ in wanted)
    if options is not None:
        rules = tuple(each.changed(options=EMPTY) for each in rules)
    stand_in = attrs.evolve(provided.record, score=score, score_all=None)
    if options is not None:
        stand_in = attrs.evolve(stand_in, options=_Anything)
    catalogue = NoCatalogue(scoring_rules={rule: attrs.evolve(provided, record=stand_in)})
    manifest = portfolio.manifest.changed(rules=rules)
    evaluation = _evaluated(attrs.evolve(portfolio, manifest=manifest), as_at, catalogue)
    unasked = {each.indicator for each in evaluation.indicators if each.not_compared is not None}
    if not told and (set(wanted) - unasked or indicators is not None):
        reasons = [each.reason for one in evaluation.indicators for each in one.refusals]
        raise ValueError(next(iter(reasons), f"there is no indicator {wanted[0]}"))
    return _with_options(told, options)


def subject_contexts(
    provided: Provided[SubjectRule],
    portfolio: Portfolio,
    as_at: date,
    options: object = None,
    about: Iterable[str] | None = None,
) -> list[SubjectContext]:
    """Return what a rule is told about priorities and criteria of a portfolio, one by one.

    Args:
        provided: The rule.
        portfolio: The documents.
        as_at: The day of the evaluation.
        options: Options in place of those that the portfolio chose.
        about: Ids; those for which the portfolio chose the rule unless given, or all where it
            chose it for none.

    Raises:
        ValueError: The options that the portfolio chose do not fit.
    """
    told: list[SubjectContext] = []

    def score(context: SubjectContext) -> Refusal:
        told.append(context)
        return context.refuse("It was only noted.")

    rule = provided.record.id
    chosen = {
        each.about: each
        for each in portfolio.manifest.rules
        if each.rule == rule and each.about is not None
    }
    wanted = tuple(chosen or _subjects(portfolio)) if about is None else tuple(about)
    rules = tuple(chosen.get(id_) or RuleChoice(about=id_, rule=rule) for id_ in wanted)
    stand_in = attrs.evolve(provided.record, score=score)
    if options is not None:
        rules = tuple(each.changed(options=EMPTY) for each in rules)
        stand_in = attrs.evolve(stand_in, options=_Anything)
    catalogue = NoCatalogue(scoring_rules={rule: attrs.evolve(provided, record=stand_in)})
    manifest = portfolio.manifest.changed(rules=rules)
    evaluation = _evaluated(attrs.evolve(portfolio, manifest=manifest), as_at, catalogue)
    if wanted and not told:
        reasons = [each.reason for one in evaluation.subjects for each in one.refusals]
        raise ValueError(next(iter(reasons), f"there is no priority or criterion {wanted[0]}"))
    return _with_options(told, options)


def _subjects(portfolio: Portfolio) -> Iterable[str]:
    """Return the ids of all priorities and criteria."""
    found = [each.id for plan in portfolio.of(Strategy) for each in plan.priorities]
    found += [each.id for one in portfolio.of(CriteriaSet) for each in one.criteria]
    return dict.fromkeys(found)


def derived_contexts(
    provided: Provided[DerivedIndicator], portfolio: Portfolio, as_at: date, options: object = None
) -> list[DerivedContext]:
    """Return what a derived indicator is told about a portfolio, period by period.

    Args:
        provided: The derived indicator.
        portfolio: The documents, with their figures; they define the indicator and what it needs.
        as_at: The day of the evaluation.
        options: Options in place of those that the portfolio chose.

    Raises:
        ValueError: The options that the portfolio chose do not fit.
    """
    told: list[DerivedContext] = []

    def compute(context: DerivedContext) -> Refusal:
        told.append(context)
        return context.refuse("It was only noted.")

    stand_in = attrs.evolve(provided.record, compute=compute)
    if options is not None:
        stand_in = attrs.evolve(stand_in, options=_Anything)
        portfolio = _without_options(portfolio, stand_in.id)
    catalogue = NoCatalogue(indicators={stand_in.id: attrs.evolve(provided, record=stand_in)})
    _evaluated(portfolio, as_at, catalogue)
    return _with_options(told, options)


@attrs.frozen
class _Anything:
    """Options that are put in place of others afterwards."""


def _without_options(portfolio: Portfolio, contribution: str) -> Portfolio:
    chosen = portfolio.manifest.options
    kept = FrozenMap({key: chosen[key] for key in chosen if key != contribution})
    return attrs.evolve(portfolio, manifest=portfolio.manifest.changed(options=kept))


def _evaluated(portfolio: Portfolio, as_at: date, catalogue: NoCatalogue) -> Evaluation:
    indicators = portfolio.indicators().values()
    figures = figures_of(portfolio.observations, indicators, as_at=as_at)
    evaluation = evaluate_portfolio(portfolio, figures, catalogue=catalogue)
    for each in evaluation.failures:
        raise ValueError(f"the options of {each.contribution} do not fit: {each.error_type}")
    return evaluation


def _with_options(told: list[C], options: object) -> list[C]:
    if options is None:
        return told
    return [attrs.evolve(each, options=options) for each in told]
