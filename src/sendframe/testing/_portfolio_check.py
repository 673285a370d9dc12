"""Conformance check with portfolios that Hypothesis generates, and what it did not try."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import groupby
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from sendframe.errors import SendframeError
from sendframe.evaluation import suppress_output
from sendframe.model import Portfolio
from sendframe.scoring import SubjectRule

from ._captured_context import (
    check_contexts_of,
    derived_contexts,
    scoring_contexts_of,
    subject_contexts,
)
from ._contribution_run import call_contribution
from ._plugin_under_test import Contribution, PluginUnderTest
from ._portfolios import portfolios
from ._run import report_of
from ._section_context import section_context
from ._test_call import can_be_called, portfolio_with

__all__ = ["problems_of", "situations_not_tried"]

_EXAMPLES = 25


def problems_of(under_test: PluginUnderTest) -> Iterator[str]:
    """Yield a sentence for each kind of error that contributions raise on generated portfolios.

    The same portfolios are generated each time.
    """
    problems, _ = _tried(under_test)
    total = len(_generated_portfolios()) if problems else 0
    for problem, count in problems.items():
        yield (
            f"{problem} on {count} of {total} generated portfolios: "
            f"`@given(sendframe.testing.portfolios())` with `sendframe.testing.run` finds a small one"
        )


def situations_not_tried(under_test: PluginUnderTest) -> Iterator[str]:
    """Yield what was not called with generated portfolios, or not with all."""
    _, tried = _tried(under_test)
    total = len(_generated_portfolios()) if tried else 0
    for contribution in under_test.contributions:
        if contribution.hook == "sendframe_readers":
            yield f"generated input for {contribution}: no files are generated"
        elif not can_be_called(contribution):
            yield f"generated portfolios for {contribution}: its options have no default"
        elif left := total - tried[str(contribution)]:
            yield (
                f"{left} of {total} generated portfolios for {contribution}: "
                f"they have nothing that it is called with"
            )


def _tried(under_test: PluginUnderTest) -> tuple[Counter[str], Counter[str]]:
    """Return errors with the number of portfolios that raise them, and contributions with the number tried."""
    if "generated" not in under_test.cache:
        under_test.cache["generated"] = _try_all(under_test)
    result: tuple[Counter[str], Counter[str]] = under_test.cache["generated"]
    return result


def _try_all(under_test: PluginUnderTest) -> tuple[Counter[str], Counter[str]]:
    contributions = [
        contribution
        for contribution in under_test.contributions
        if contribution.hook != "sendframe_readers" and can_be_called(contribution)
    ]
    problems: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    for portfolio in _generated_portfolios() if contributions else ():
        day = portfolio.manifest.as_at or date.max
        called: set[str] = set()
        raised: dict[str, None] = {}
        for contribution, context in _arguments(contributions, under_test, portfolio, day):
            called.add(str(contribution))
            raised.update(dict.fromkeys(_error_raised(contribution, under_test, context)))
        problems.update(raised.keys())
        tried.update(called)
    return problems, tried


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


def _error_raised(
    contribution: Contribution, under_test: PluginUnderTest, context: Any
) -> Iterator[str]:
    try:
        with suppress_output():
            call_contribution(contribution, (context,))
    except SendframeError:
        return
    except KeyboardInterrupt:  # of the user
        raise
    except BaseException as error:  # noqa: BLE001  # whatever a plug-in raises
        yield f"{contribution} raises {type(error).__name__}{under_test.place_of(error)}"


def _arguments(
    contributions: Iterable[Contribution],
    under_test: PluginUnderTest,
    portfolio: Portfolio,
    day: date,
) -> Iterator[tuple[Contribution, Any]]:
    """Yield contributions, each with an argument that an evaluation of a portfolio gives it.

    One evaluation serves all checks, one all rules about indicators, one all
    kinds of sections, and one all renderers.
    """
    for kind, group in groupby(sorted(contributions, key=_kind), key=_kind):
        members = list(group)
        contexts = _contexts_of(kind, members, under_test, portfolio, day)
        for member, arguments in zip(members, contexts, strict=True):
            yield from ((member, argument) for argument in arguments)


def _contexts_of(
    kind: tuple[str, bool],
    members: list[Contribution],
    under_test: PluginUnderTest,
    portfolio: Portfolio,
    day: date,
) -> Iterable[Sequence[Any]]:
    """Return the arguments for each contribution of one kind."""
    hook, about_subjects = kind
    chosen = [(member.provided, member.options) for member in members]
    if about_subjects:
        return [subject_contexts(each, portfolio, day, given) for each, given in chosen]
    if hook == "sendframe_checks":
        return check_contexts_of(chosen, portfolio, day)
    if hook == "sendframe_scoring_rules":
        return scoring_contexts_of(chosen, portfolio, day)
    if hook == "sendframe_indicators":
        return [
            derived_contexts(
                each, portfolio_with(each.record, portfolio, under_test.indicators), day, given
            )
            for each, given in chosen
        ]
    if hook == "sendframe_sections":
        return [[section_context(portfolio, as_at=day)]] * len(members)
    return [[report_of(portfolio, day)]] * len(members)


def _kind(contribution: Contribution) -> tuple[str, bool]:
    """Return the hook of a contribution, and whether it is a rule about priorities or criteria."""
    return contribution.hook, isinstance(contribution.record, SubjectRule)
