"""Capture the contexts that an evaluation passes to a contribution.

A stand-in replaces the contribution in a real evaluation and stores its contexts. The contribution
itself can then be called without isolation, so that its exceptions are raised.
"""

from collections.abc import Iterable, Sequence
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

__all__ = [
    "check_contexts",
    "check_contexts_of",
    "derived_contexts",
    "scoring_contexts",
    "scoring_contexts_of",
    "subject_contexts",
]

C = TypeVar("C", CheckContext, DerivedContext, ScoringContext, SubjectContext)


def check_contexts(
    provided: Provided[Check], portfolio: Portfolio, as_at: date, options: object = None
) -> list[CheckContext]:
    """Return the one context that a check gets for a portfolio.

    Args:
        provided: The check.
        portfolio: The documents, with their figures.
        as_at: The day of the evaluation.
        options: Options that replace those the portfolio chose.

    Raises:
        ValueError: The options that the portfolio chose do not fit.
    """
    (contexts,) = check_contexts_of([(provided, options)], portfolio, as_at)
    return contexts


def check_contexts_of(
    checks: Iterable[tuple[Provided[Check], object]], portfolio: Portfolio, as_at: date
) -> list[list[CheckContext]]:
    """Return the contexts that several checks get; one evaluation captures all.

    Args:
        checks: The checks, each with its options as `check_contexts` takes them.
        portfolio: The documents, with their figures.
        as_at: The day of the evaluation.
    """
    captured: list[tuple[list[CheckContext], object]] = []
    stand_ins: dict[str, Provided[Check]] = {}
    for provided, options in checks:
        contexts: list[CheckContext] = []

        def run(
            context: CheckContext, contexts: list[CheckContext] = contexts
        ) -> Iterable[Diagnostic]:
            contexts.append(context)
            return ()

        stand_in = attrs.evolve(provided.record, run=run)
        if options is not None:
            stand_in = attrs.evolve(stand_in, options=_ReplacedOptions)
            portfolio = _without_options(portfolio, stand_in.id)
        stand_ins[stand_in.id] = attrs.evolve(provided, record=stand_in)
        captured.append((contexts, options))
    _evaluated(portfolio, as_at, NoCatalogue(checks=stand_ins))
    return [_with_options(contexts, options) for contexts, options in captured]


def scoring_contexts(
    provided: Provided[ScoringRule],
    portfolio: Portfolio,
    as_at: date,
    options: object = None,
    indicators: Iterable[str] | None = None,
) -> list[ScoringContext]:
    """Return the contexts that a rule gets for the indicators of a portfolio.

    Args:
        provided: The rule.
        portfolio: The documents, with their figures.
        as_at: The day of the evaluation.
        options: Options that replace those the portfolio chose.
        indicators: Ids; those for which the portfolio chose the rule unless given, or all where
            it chose it for none.

    Returns:
        One for each indicator, except those whose figures come from a sample that no rule may
        score.

    Raises:
        ValueError: The options that the portfolio chose do not fit, or no rule may score any of the
            *indicators*.
    """
    (contexts,) = scoring_contexts_of([(provided, options)], portfolio, as_at, indicators)
    return contexts


def scoring_contexts_of(
    rules: Sequence[tuple[Provided[ScoringRule], object]],
    portfolio: Portfolio,
    as_at: date,
    indicators: Iterable[str] | None = None,
) -> list[list[ScoringContext]]:
    """Return the contexts that several rules get; one evaluation captures all.

    Args:
        rules: The rules, each with its options as `scoring_contexts` takes them.
        portfolio: The documents, with their figures.
        as_at: The day of the evaluation.
        indicators: Ids, as `scoring_contexts` takes them.
    """
    given = None if indicators is None else tuple(indicators)
    captured: dict[str, list[ScoringContext]] = {}
    stand_ins: dict[str, Provided[ScoringRule]] = {}
    wanted: dict[str, tuple[str, ...]] = {}
    choices: list[RuleChoice] = []
    for provided, options in rules:
        contexts: list[ScoringContext] = []

        def score(context: ScoringContext, contexts: list[ScoringContext] = contexts) -> Refusal:
            contexts.append(context)
            return context.refuse("The context was only captured.")

        rule = provided.record.id
        chosen = {
            choice.indicator: choice
            for choice in portfolio.manifest.rules
            if choice.rule == rule and choice.indicator is not None
        }
        wanted[rule] = tuple(chosen or portfolio.indicators()) if given is None else given
        made = [chosen.get(id_) or RuleChoice(indicator=id_, rule=rule) for id_ in wanted[rule]]
        stand_in = attrs.evolve(provided.record, score=score, score_all=None)
        if options is not None:
            made = [choice.changed(options=EMPTY) for choice in made]
            stand_in = attrs.evolve(stand_in, options=_ReplacedOptions)
        choices += made
        stand_ins[rule] = attrs.evolve(provided, record=stand_in)
        captured[rule] = contexts
    manifest = portfolio.manifest.changed(rules=tuple(choices))
    changed = attrs.evolve(portfolio, manifest=manifest)
    evaluation = _evaluated(changed, as_at, NoCatalogue(scoring_rules=stand_ins))
    not_scored = {
        result.indicator for result in evaluation.indicators if result.not_compared is not None
    }
    for rule, contexts in captured.items():
        if not contexts and (set(wanted[rule]) - not_scored or given is not None):
            reasons = [
                refusal.reason
                for indicator in evaluation.indicators
                for refusal in indicator.refusals
                if refusal.rule == rule or refusal.rule not in captured
            ]
            raise ValueError(next(iter(reasons), f"there is no indicator {wanted[rule][0]}"))
    return [_with_options(captured[provided.record.id], options) for provided, options in rules]


def subject_contexts(
    provided: Provided[SubjectRule],
    portfolio: Portfolio,
    as_at: date,
    options: object = None,
    about: Iterable[str] | None = None,
) -> list[SubjectContext]:
    """Return the contexts that a rule gets for the priorities and criteria of a portfolio.

    Args:
        provided: The rule.
        portfolio: The documents.
        as_at: The day of the evaluation.
        options: Options that replace those the portfolio chose.
        about: Ids; those for which the portfolio chose the rule unless given, or all where it
            chose it for none.

    Raises:
        ValueError: The options that the portfolio chose do not fit.
    """
    contexts: list[SubjectContext] = []

    def score(context: SubjectContext) -> Refusal:
        contexts.append(context)
        return context.refuse("The context was only captured.")

    rule = provided.record.id
    chosen = {
        choice.about: choice
        for choice in portfolio.manifest.rules
        if choice.rule == rule and choice.about is not None
    }
    wanted = tuple(chosen or _subjects(portfolio)) if about is None else tuple(about)
    rules = tuple(chosen.get(id_) or RuleChoice(about=id_, rule=rule) for id_ in wanted)
    stand_in = attrs.evolve(provided.record, score=score)
    if options is not None:
        rules = tuple(choice.changed(options=EMPTY) for choice in rules)
        stand_in = attrs.evolve(stand_in, options=_ReplacedOptions)
    catalogue = NoCatalogue(scoring_rules={rule: attrs.evolve(provided, record=stand_in)})
    manifest = portfolio.manifest.changed(rules=rules)
    evaluation = _evaluated(attrs.evolve(portfolio, manifest=manifest), as_at, catalogue)
    if wanted and not contexts:
        reasons = [
            refusal.reason for subject in evaluation.subjects for refusal in subject.refusals
        ]
        raise ValueError(next(iter(reasons), f"there is no priority or criterion {wanted[0]}"))
    return _with_options(contexts, options)


def _subjects(portfolio: Portfolio) -> Iterable[str]:
    """Return the ids of all priorities and criteria."""
    ids = [priority.id for plan in portfolio.of(Strategy) for priority in plan.priorities]
    ids += [
        criterion.id
        for criteria_set in portfolio.of(CriteriaSet)
        for criterion in criteria_set.criteria
    ]
    return dict.fromkeys(ids)


def derived_contexts(
    provided: Provided[DerivedIndicator], portfolio: Portfolio, as_at: date, options: object = None
) -> list[DerivedContext]:
    """Return the contexts that a derived indicator gets for a portfolio, one for each period.

    Args:
        provided: The derived indicator.
        portfolio: The documents, with their figures; they define the indicator and what it needs.
        as_at: The day of the evaluation.
        options: Options that replace those the portfolio chose.

    Raises:
        ValueError: The options that the portfolio chose do not fit.
    """
    contexts: list[DerivedContext] = []

    def compute(context: DerivedContext) -> Refusal:
        contexts.append(context)
        return context.refuse("The context was only captured.")

    stand_in = attrs.evolve(provided.record, compute=compute)
    if options is not None:
        stand_in = attrs.evolve(stand_in, options=_ReplacedOptions)
        portfolio = _without_options(portfolio, stand_in.id)
    catalogue = NoCatalogue(indicators={stand_in.id: attrs.evolve(provided, record=stand_in)})
    _evaluated(portfolio, as_at, catalogue)
    return _with_options(contexts, options)


@attrs.frozen
class _ReplacedOptions:
    """Options that are replaced afterwards."""


def _without_options(portfolio: Portfolio, contribution: str) -> Portfolio:
    chosen = portfolio.manifest.options
    kept = FrozenMap({key: chosen[key] for key in chosen if key != contribution})
    return attrs.evolve(portfolio, manifest=portfolio.manifest.changed(options=kept))


def _evaluated(portfolio: Portfolio, as_at: date, catalogue: NoCatalogue) -> Evaluation:
    indicators = portfolio.indicators().values()
    figures = figures_of(portfolio.observations, indicators, as_at=as_at)
    evaluation = evaluate_portfolio(portfolio, figures, catalogue=catalogue)
    for failure in evaluation.failures:
        raise ValueError(f"the options of {failure.contribution} do not fit: {failure.error_type}")
    return evaluation


def _with_options(contexts: list[C], options: object) -> list[C]:
    if options is None:
        return contexts
    return [attrs.evolve(context, options=options) for context in contexts]
