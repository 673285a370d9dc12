"""Conformance check of scoring rules: what a score depends on stands among its facts."""

from collections.abc import Iterator
from typing import Any

import attrs

from sendframe.evaluation import suppress_output
from sendframe.model import CalendarYear, Direction, Score, full_text
from sendframe.scoring import ScoringContext, ScoringRule

from ._plugin_under_test import Contribution, PluginUnderTest
from ._sample_area import AS_AT
from ._sample_context import scoring_context
from ._test_call import can_be_called

__all__ = ["scores_name_their_facts"]

_DIRECTIONS: tuple[Direction, ...] = ("higher", "lower", "neutral")
_FIGURES = tuple(50.0 + step for step in (0, 2, 1, 3, 2, 4, 3, 5, 4, 6, 8, 11))
_LEVELS = (20.0, 60.0, 90.0)  # of a target; what is said of one fits no other
_FIRST_YEAR = 2014


def scores_name_their_facts(under_test: PluginUnderTest) -> Iterator[str]:
    """A score that depends on a target, or on a point that was left out, names its fact."""
    for contribution in under_test.contributions:
        if not isinstance(contribution.record, ScoringRule) or not can_be_called(contribution):
            continue
        if contribution.record.kind != "target" and _is_silent(contribution, _with_targets):
            yield (
                f"{contribution} scores by the level of a target and does not name its fact: add "
                f"the `fact` of `context.target(…)`, which refuses where it may not be compared"
            )
        if _is_silent(contribution, _with_left_out):
            yield (
                f"{contribution} scores by a point in `left_out` and does not name its fact: use "
                f"`context.figures`"
            )


def _is_silent(contribution: Contribution, variants: Any) -> bool:
    """Say whether results differ with one thing, of which the scores do not name the fact."""
    for direction in _DIRECTIONS:
        pairs = list(variants(contribution, direction))
        results = [_result(contribution, context) for context, _ in pairs]
        if len({_text(result) for result in results}) > 1 and any(
            isinstance(result, Score) and fact not in result.facts
            for result, (_, fact) in zip(results, pairs, strict=True)
        ):
            return True
    return False


def _with_targets(
    contribution: Contribution, direction: Direction
) -> Iterator[tuple[ScoringContext, str]]:
    """Yield contexts that differ in the level of their target, each with its fact."""
    for level in _LEVELS:
        context = _context(contribution, direction, target=level)
        yield context, context.targets[0].fact


def _with_left_out(
    contribution: Contribution, direction: Direction
) -> Iterator[tuple[ScoringContext, str]]:
    """Yield contexts that differ in a point that may not be compared, each with its fact."""
    context = _context(contribution, direction, target=_LEVELS[1])
    fact = f"indicator/{context.about}/{_FIRST_YEAR - 1}"
    for level in _LEVELS:
        period = CalendarYear(year=_FIRST_YEAR - 1)
        point = context.points[0].changed(period=period, value=level, fact=fact)
        yield attrs.evolve(context, left_out=(point,)), fact


def _context(contribution: Contribution, direction: Direction, *, target: float) -> ScoringContext:
    return scoring_context(
        _FIGURES,
        rule=contribution.record.id,
        options=contribution.options,
        made_by=contribution.provided.made_by,
        as_at=AS_AT,
        direction=direction,
        target=target,
        denominator=200.0,
        first_year=_FIRST_YEAR,
        benchmark=55.0,
        members=((96, 200), (104, 200), (110, 200), (118, 200), (122, 200)),
        baseline=(_FIRST_YEAR, _FIGURES[0]),
    )


def _result(contribution: Contribution, context: ScoringContext) -> Any:
    """Return what a rule returns; None where it raises, which another check reports."""
    try:
        with suppress_output():
            return contribution.record.score(context)
    except KeyboardInterrupt:  # of the user
        raise
    except BaseException:  # noqa: BLE001  # whatever a plug-in raises
        return None


def _text(result: Any) -> str:
    return full_text(result.changed(facts=()) if isinstance(result, Score) else result)
