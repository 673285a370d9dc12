"""Evaluating a portfolio with the installed plug-ins."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import attrs

from sendframe.documents import belongs_to_any, require_valid
from sendframe.errors import MissingDate, PluginFailed, PluginFailure, PluginMissing, SendframeError
from sendframe.evaluation import evaluate_portfolio
from sendframe.figures import Figures, figures_of
from sendframe.model import Evaluation, Observations, Portfolio, ShownRecord
from sendframe.plugins import Catalogue

from ._areas import with_present_codes
from ._document import library_of

if TYPE_CHECKING:
    from sendframe.disclosure import DisclosedEvaluation

__all__ = [
    "allowed_catalogue",
    "disclosed_evaluation",
    "evaluate",
    "failures_of",
    "figures_for",
    "raise_failures",
]


def allowed_catalogue(portfolio: Portfolio, catalogue: Catalogue | None) -> Catalogue:
    """Return the catalogue of the plug-ins that a portfolio allows."""
    if catalogue is None:
        catalogue = Catalogue.discover()
    return catalogue.allowing(portfolio.manifest.plugins)


def evaluate(
    portfolio: Portfolio,
    observations: Observations | None = None,
    *,
    as_at: date | None = None,
    catalogue: Catalogue | None = None,
) -> Evaluation:
    """Evaluate a portfolio on one day.

    Areas are matched by all GSS codes they ever had, so that comparator sets and figures may use
    present or former codes; see `AreaRegister`.

    Args:
        portfolio: The documents of the area.
        observations: The figures; those of the portfolio unless given.
        as_at: The day; the portfolio's own ``as_at`` unless given.
        catalogue: Rules and checks; those of the installed plug-ins unless given. Third-party
            plug-ins run only where the portfolio names them.

    Returns:
        The evaluation. It is internal: `sendframe.disclosure` computes what may be published.

    Raises:
        InvalidDocument: `load` would refuse the documents of a portfolio that was made or changed
            in Python; the exception has every problem.
        MissingDate: Neither the call nor the portfolio states the day.
    """
    require_valid(portfolio, partial(library_of, catalogue))
    figures = figures_for(portfolio, observations, as_at=as_at)
    return _evaluated(portfolio, figures, allowed_catalogue(portfolio, catalogue))


def figures_for(
    portfolio: Portfolio, observations: Observations | None = None, *, as_at: date | None = None
) -> Figures:
    """Return the figures that count for a local area on one day.

    Args:
        portfolio: The documents of the area.
        observations: The figures; those of the portfolio unless given.
        as_at: The day; the portfolio's own ``as_at`` unless given.

    Raises:
        MissingDate: Neither the call nor the portfolio says at which day.
    """
    day = as_at or portfolio.manifest.as_at
    if day is None:
        raise MissingDate
    table = portfolio.observations if observations is None else observations
    present = with_present_codes(table, portfolio.documents)
    return figures_of(present, portfolio.indicators().values(), as_at=day)


def _evaluated(portfolio: Portfolio, figures: Figures, allowed: Catalogue) -> Evaluation:
    absent = _missing(portfolio, allowed)
    return evaluate_portfolio(
        attrs.evolve(portfolio, missing=(*portfolio.missing, *absent)),
        figures,
        catalogue=allowed,
        debug=allowed.debug,
    )


def disclosed_evaluation(
    portfolio: Portfolio,
    figures: Figures,
    *,
    catalogue: Catalogue | None = None,
    records: Iterable[ShownRecord] = (),
) -> "DisclosedEvaluation":
    """Return what may be shown of a local area: the evaluation of the figures that may be shown.

    Args:
        portfolio: The documents of the area.
        figures: All figures; see `figures_for`.
        catalogue: What may run; the installed plug-ins unless given.
        records: What earlier editions showed and hid, beside the records of the portfolio.

    Raises:
        InvalidDocument: The documents are not valid together; see `evaluate`.
        UnknownName: There is no such disclosure policy.
    """
    require_valid(portfolio, partial(library_of, catalogue))
    from sendframe.disclosure import (  # only for what is shown
        DisclosedEvaluation,
        EarlierEditions,
        disclose,
        policy_by_name,
        shown_portfolio,
    )

    policy = policy_by_name(portfolio.manifest.disclosure_policy)
    earlier = EarlierEditions.of((*portfolio.of(ShownRecord), *records))
    shown = disclose(figures, policy, earlier=earlier)
    public = shown_portfolio(portfolio, shown)
    evaluation = _evaluated(public, shown, allowed_catalogue(portfolio, catalogue))
    return DisclosedEvaluation(evaluation, public, shown)


def _missing(portfolio: Portfolio, catalogue: Catalogue) -> Iterator[str]:
    """Yield a sentence for each missing plug-in, and each option without a contribution."""
    manifest = portfolio.manifest
    absent = catalogue.absent(manifest.plugins)
    for name in absent:
        yield f"The plug-in '{name}', which the portfolio names: it is not installed, or may not run."
    unknown_plugins = frozenset(absent)
    for id_ in manifest.options:
        if not (
            belongs_to_any(id_, unknown_plugins)
            or any(plugin.may_give(id_) for plugin in catalogue.known)
        ):
            yield f"The options for '{id_}': no contribution has this id."


def failures_of(evaluation: Evaluation) -> tuple[PluginFailure, ...]:
    """Return the plug-in failures of an evaluation."""
    return tuple(
        PluginFailure(
            failure.plugin,
            failure.distribution,
            failure.version,
            failure.phase,
            failure.error_type,
            failure.contribution,
            failure.origin,
        )
        for failure in evaluation.failures
    )


def raise_failures(failures: Iterable[PluginFailure], missing: Iterable[str] = ()) -> None:
    """Raise all failures and everything that is missing as one group, if there is any.

    Raises:
        ExceptionGroup: It holds a `PluginFailed` for each failure and a `PluginMissing` for each
            missing thing.
    """
    errors: list[SendframeError] = [PluginFailed(failure) for failure in failures]
    errors += [PluginMissing(sentence) for sentence in missing]
    if errors:
        count = len(errors)
        message = f"{count} plug-in failure{'' if count == 1 else 's'}"
        raise ExceptionGroup(message, errors)
