"""What the rules that a portfolio chose make of the figures of its indicators."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import attrs

from sendframe.model import (
    Indicator,
    IndicatorResult,
    Measure,
    Portfolio,
    Refusal,
    RuleChoice,
    Score,
)
from sendframe.scoring import ScoringContext, ScoringRule

from ._fence import Fence, NotAccepted
from ._options import WrongOptions, options_of
from ._protocol import EvaluationCatalogue, Provided
from ._series import comparable

__all__ = ["scored"]

Verdict = Score | Refusal


@attrs.frozen(eq=False)
class _Call:
    """A rule that is to be asked about an indicator.

    Attributes:
        place: Which of all choices it is.
        provided: The rule.
        context: What it is told.
    """

    place: int
    provided: Provided[ScoringRule]
    context: ScoringContext


def scored(  # noqa: PLR0913  # told everything
    portfolio: Portfolio,
    indicators: Mapping[str, Indicator],
    results: Sequence[IndicatorResult],
    measures: Mapping[str, Sequence[Measure]],
    as_at: date,
    catalogue: EvaluationCatalogue,
    fence: Fence,
) -> tuple[IndicatorResult, ...]:
    """Return results with their scores and refusals, in the order of the portfolio's choices.

    A rule that has a form for many at once is called once for all its indicators. No rule is asked
    about figures of a sample that does not bear it.

    Args:
        portfolio: The documents.
        indicators: The indicators, with every point across which nothing is compared.
        results: What their figures say.
        measures: The measures that each indicator shows.
        as_at: The day.
        catalogue: The rules.
        fence: What rules run inside.
    """
    by_id = {each.indicator: each for each in results}
    verdicts: dict[int, Verdict] = {}
    calls: dict[str, list[_Call]] = {}
    choices = [each for each in portfolio.manifest.rules if each.indicator in by_id]
    for place, choice in enumerate(choices):
        result, indicator = by_id[choice.indicator], indicators[choice.indicator]
        known = tuple(each for each in measures.get(indicator.id, ()) if each.target is not None)
        made = _call(place, choice, indicator, result, known, as_at, catalogue)
        if isinstance(made, _Call):
            calls.setdefault(choice.rule, []).append(made)
        else:
            verdicts[place] = made
    for _, each in sorted(calls.items()):
        verdicts |= _asked(each, fence)
    found: dict[str, list[Verdict]] = {}
    for place, choice in enumerate(choices):
        found.setdefault(choice.indicator, []).append(verdicts[place])
    return tuple(_with(each, found.get(each.indicator, ())) for each in results)


def _with(result: IndicatorResult, verdicts: Iterable[Verdict]) -> IndicatorResult:
    scores = tuple(each for each in verdicts if isinstance(each, Score))
    refusals = tuple(each for each in verdicts if isinstance(each, Refusal))
    return result.changed(scores=scores, refusals=(*result.refusals, *refusals))


def _call(  # noqa: PLR0913  # told everything
    place: int,
    choice: RuleChoice,
    indicator: Indicator,
    result: IndicatorResult,
    measures: tuple[Measure, ...],
    as_at: date,
    catalogue: EvaluationCatalogue,
) -> _Call | Refusal:
    def refuse(reason: str) -> Refusal:
        return Refusal(rule=choice.rule, about=indicator.id, reason=reason)

    provided = catalogue.scoring_rules.get(choice.rule)
    if provided is None:
        return refuse(f"The rule '{choice.rule}' is not installed, or may not run here.")
    if result.not_compared is not None:
        return refuse(result.not_compared)
    try:
        options = options_of(provided.record.options, choice.options)
    except WrongOptions as error:
        return refuse(f"The options of the rule '{choice.rule}' do not fit: {error}.")
    return _Call(
        place,
        provided,
        ScoringContext(
            rule=choice.rule,
            indicator=indicator,
            points=comparable(indicator, result.points),
            latest=result.points[-1] if result.points else None,
            targets=result.targets,
            measures=measures,
            comparisons=result.comparisons,
            options=options,
            as_at=as_at,
            made_by=provided.made_by,
        ),
    )


def _asked(calls: Sequence[_Call], fence: Fence) -> dict[int, Verdict]:
    """Return what one rule says, by place; a refusal of ours where it failed."""
    provided = calls[0].provided
    rule, contexts = provided.record, [each.context for each in calls]
    said: list[Verdict] | None = None
    if rule.score_all is not None and len(calls) > 1:
        said = fence.run(provided, rule.id, _all(rule.score_all, contexts))
    found: dict[int, Verdict] = {}
    for number, each in enumerate(calls):
        one: Verdict | None
        if rule.score_all is not None and len(calls) > 1:
            one = None if said is None else said[number]
        else:
            one = fence.run(provided, rule.id, _one(rule, each.context))
        found[each.place] = _settled(one, each)
    return found


def _all(
    score_all: Callable[[Sequence[ScoringContext]], Iterable[Verdict]],
    contexts: Sequence[ScoringContext],
) -> Callable[[], list[Verdict]]:
    def call() -> list[Verdict]:
        found = list(score_all(tuple(contexts)))
        if len(found) != len(contexts):
            raise NotAccepted(f"it gives {len(found)} answers to {len(contexts)} questions")
        return [_checked(one, context) for one, context in zip(found, contexts, strict=True)]

    return call


def _one(rule: ScoringRule, context: ScoringContext) -> Callable[[], Verdict]:
    return lambda: _checked(rule.score(context), context)


def _checked(found: object, context: ScoringContext) -> Verdict:
    """Return what a rule gave, if it is an answer to what it was asked."""
    if not isinstance(found, (Score, Refusal)):
        raise NotAccepted("it gives something else than a Score or a Refusal")
    if (found.rule, found.about, found.made_by) != (
        context.rule,
        context.indicator.id,
        context.made_by,
    ):
        raise NotAccepted("it answers for another rule, or about another indicator")
    return found


def _settled(said: Verdict | None, call: _Call) -> Verdict:
    context = call.context
    if said is None:
        reason = f"The rule '{context.rule}' of {context.made_by} failed; nothing else was touched."
        return Refusal(rule=context.rule, about=context.indicator.id, reason=reason)
    if (
        context.indicator.direction == "neutral"
        and isinstance(said, Score)
        and said.tone != "neutral"
    ):
        # Neutral blocks colour and better or worse, whatever a rule says.
        return context.refuse("This indicator has no better or worse, so it is not rated.")
    return said
