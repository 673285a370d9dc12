"""Holding a plug-in against portfolios that Hypothesis makes up."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from sendframe.errors import SendframeError
from sendframe.evaluation import quiet
from sendframe.model import Portfolio
from sendframe.scoring import SubjectRule

from ._context import check_contexts, derived_contexts, scoring_contexts, subject_contexts
from ._portfolios import portfolios
from ._run import report_of
from ._sampling import can_be_tried, portfolio_with
from ._subject import Contribution, Subject
from ._trial import call

__all__ = ["problems_of"]

_EXAMPLES = 25


def problems_of(subject: Subject) -> Iterator[str]:
    """Yield what contributions raise on portfolios that are made up: a sentence a kind of error.

    The same portfolios are made up each time.
    """
    asked = [
        each
        for each in subject.contributions
        if each.hook != "sendframe_readers" and can_be_tried(each)
    ]
    found: dict[str, None] = {}
    for portfolio in _made_up() if asked else ():
        day = portfolio.manifest.as_at or date.max
        for each in asked:
            found.update(dict.fromkeys(_raised(each, subject, portfolio, day)))
    yield from found


@cache
def _made_up() -> tuple[Portfolio, ...]:
    """Return the portfolios; to make them up takes longer than most calls of a plug-in."""
    made: list[Portfolio] = []

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
        made.append(portfolio)

    keep()
    return tuple(made)


def _raised(
    contribution: Contribution, subject: Subject, portfolio: Portfolio, day: date
) -> Iterator[str]:
    for told in _told(contribution, subject, portfolio, day):
        try:
            with quiet():
                call(contribution, (told,))
        except SendframeError:
            continue
        except (Exception, SystemExit) as error:  # noqa: BLE001  # whatever a plug-in raises
            yield (
                f"{contribution} raises {type(error).__name__}{subject.place_of(error)} on a "
                f"portfolio that is made up: `@given(sendframe.testing.portfolios())` with "
                f"`sendframe.testing.run` finds a small one"
            )


def _told(
    contribution: Contribution, subject: Subject, portfolio: Portfolio, day: date
) -> list[Any]:
    provided, options = contribution.provided, contribution.options
    if isinstance(contribution.record, SubjectRule):
        return subject_contexts(provided, portfolio, day, options)
    asks: dict[str, Callable[[], list[Any]]] = {
        "sendframe_checks": lambda: check_contexts(provided, portfolio, day, options),
        "sendframe_scoring_rules": lambda: scoring_contexts(provided, portfolio, day, options),
        "sendframe_indicators": lambda: derived_contexts(
            provided,
            portfolio_with(contribution.record, portfolio, subject.indicators),
            day,
            options,
        ),
        "sendframe_renderers": lambda: [report_of(portfolio, day)],
    }
    return asks[contribution.hook]()
