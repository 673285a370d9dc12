"""Conformance check with portfolios that Hypothesis generates."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from sendframe.errors import SendframeError
from sendframe.evaluation import suppress_output
from sendframe.model import Portfolio
from sendframe.scoring import SubjectRule

from ._captured_context import check_contexts, derived_contexts, scoring_contexts, subject_contexts
from ._contribution_run import call_contribution
from ._plugin_under_test import Contribution, PluginUnderTest
from ._portfolios import portfolios
from ._run import report_of
from ._test_call import can_be_called, portfolio_with

__all__ = ["problems_of"]

_EXAMPLES = 25


def problems_of(under_test: PluginUnderTest) -> Iterator[str]:
    """Yield a sentence for each kind of error that contributions raise on generated portfolios.

    The same portfolios are generated each time.
    """
    contributions = [
        contribution
        for contribution in under_test.contributions
        if contribution.hook != "sendframe_readers" and can_be_called(contribution)
    ]
    problems: dict[str, None] = {}
    for portfolio in _generated_portfolios() if contributions else ():
        day = portfolio.manifest.as_at or date.max
        for contribution in contributions:
            problems.update(dict.fromkeys(_errors_raised(contribution, under_test, portfolio, day)))
    yield from problems


@cache
def _generated_portfolios() -> tuple[Portfolio, ...]:
    """Return the portfolios; generating them takes longer than most calls of a plug-in."""
    generated: list[Portfolio] = []

    @settings(
        max_examples=_EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(portfolios())
    def keep(portfolio: Portfolio) -> None:
        generated.append(portfolio)

    keep()
    return tuple(generated)


def _errors_raised(
    contribution: Contribution, under_test: PluginUnderTest, portfolio: Portfolio, day: date
) -> Iterator[str]:
    for context in _arguments(contribution, under_test, portfolio, day):
        try:
            with suppress_output():
                call_contribution(contribution, (context,))
        except SendframeError:
            continue
        except (Exception, SystemExit) as error:  # noqa: BLE001  # whatever a plug-in raises
            yield (
                f"{contribution} raises {type(error).__name__}{under_test.place_of(error)} on a "
                f"generated portfolio: `@given(sendframe.testing.portfolios())` with "
                f"`sendframe.testing.run` finds a small one"
            )


def _arguments(
    contribution: Contribution, under_test: PluginUnderTest, portfolio: Portfolio, day: date
) -> list[Any]:
    provided, options = contribution.provided, contribution.options
    if isinstance(contribution.record, SubjectRule):
        return subject_contexts(provided, portfolio, day, options)
    contexts_of: dict[str, Callable[[], list[Any]]] = {
        "sendframe_checks": lambda: check_contexts(provided, portfolio, day, options),
        "sendframe_scoring_rules": lambda: scoring_contexts(provided, portfolio, day, options),
        "sendframe_indicators": lambda: derived_contexts(
            provided,
            portfolio_with(contribution.record, portfolio, under_test.indicators),
            day,
            options,
        ),
        "sendframe_renderers": lambda: [report_of(portfolio, day)],
    }
    return contexts_of[contribution.hook]()
