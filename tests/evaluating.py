"""Evaluating a portfolio in a test: all of its figures, or those that may be shown."""

from collections.abc import Iterable
from datetime import date

from sendframe.disclosure import (
    DisclosedEvaluation,
    DisclosurePolicy,
    EarlierEditions,
    disclose,
    policy_by_name,
)
from sendframe.evaluation import EvaluationCatalogue, evaluate_portfolio
from sendframe.figures import Figures, figures_of
from sendframe.model import Evaluation, Observations, Portfolio, ShownRecord


def figures_in(
    portfolio: Portfolio, observations: Observations | None = None, *, as_at: date
) -> Figures:
    """Return the figures that count for a portfolio, without the packaged register of areas."""
    table = portfolio.observations if observations is None else observations
    return figures_of(table, portfolio.indicators().values(), as_at=as_at)


def evaluate(
    portfolio: Portfolio,
    observations: Observations | None = None,
    *,
    as_at: date,
    catalogue: EvaluationCatalogue,
    debug: bool = False,
) -> Evaluation:
    """Return the evaluation of all figures."""
    figures = figures_in(portfolio, observations, as_at=as_at)
    return evaluate_portfolio(portfolio, figures, catalogue=catalogue, debug=debug)


def disclosed(
    portfolio: Portfolio,
    policy: DisclosurePolicy,
    *,
    as_at: date,
    catalogue: EvaluationCatalogue,
    records: Iterable[ShownRecord] = (),
) -> DisclosedEvaluation:
    """Return what may be shown of a portfolio under a policy."""
    earlier = EarlierEditions.of(records)
    shown = disclose(figures_in(portfolio, as_at=as_at), policy, earlier=earlier)
    evaluation = evaluate_portfolio(portfolio, shown, catalogue=catalogue)
    return DisclosedEvaluation(evaluation, portfolio, shown)


def as_published(portfolio: Portfolio, catalogue: EvaluationCatalogue) -> DisclosedEvaluation:
    """Return what may be shown of a portfolio on its own day and under its own policy."""
    as_at = portfolio.manifest.as_at
    assert as_at is not None
    policy = policy_by_name(portfolio.manifest.disclosure_policy)
    return disclosed(portfolio, policy, as_at=as_at, catalogue=catalogue)
