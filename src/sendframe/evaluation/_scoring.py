"""What the rules that a portfolio chose make of the figures of its indicators."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import attrs

from sendframe.model import (
    Indicator,
    IndicatorResult,
    Measure,
    Point,
    Portfolio,
    Refusal,
    RuleChoice,
    Score,
)
from sendframe.scoring import ScoringContext, ScoringRule, SubjectContext, SubjectRule

from ._fence import Fence, NotAccepted
from ._options import WrongOptions, options_of
from ._protocol import EvaluationCatalogue, Provided
from ._series import comparable

__all__ = ["Verdict", "checked", "chosen_rule", "failed", "scored"]

Verdict = Score | Refusal


@attrs.frozen(eq=False)
class _Call:
    """A rule that is to be asked about an indicator.

    Attributes:
        place: Which of all choices it is.
        provided: Where the rule came from.
        rule: The rule.
        context: What it is told.
    """

    place: int
    provided: Provided[Any]
    rule: ScoringRule
    context: ScoringContext


def scored(  # noqa: PLR0913  # told everything
    portfolio: Portfolio,
    indicators: Mapping[str, Indicator],
    results: Sequence[IndicatorResult],
    measures: Mapping[str, Sequence[Measure]],
    older: Mapping[str, tuple[Point, ...]],
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
        older: Points from a release older than one that restated others, by indicator.
        as_at: The day.
        catalogue: The rules.
        fence: What rules run inside.
    """
    by_id = {each.indicator: each for each in results}
    asker = _Asker(portfolio, indicators, measures, older, as_at, catalogue)
    verdicts: dict[int, Verdict] = {}
    calls: dict[str, list[_Call]] = {}
    choices = [
        (each.indicator, each)
        for each in portfolio.manifest.rules
        if each.indicator is not None and each.indicator in by_id
    ]
    for place, (indicator, choice) in enumerate(choices):
        made = asker.call(place, choice, by_id[indicator])
        if isinstance(made, _Call):
            calls.setdefault(choice.rule, []).append(made)
        else:
            verdicts[place] = made
    for _, each in sorted(calls.items()):
        verdicts |= _asked(each, fence)
    found: dict[str, list[Verdict]] = {}
    for place, (indicator, _) in enumerate(choices):
        found.setdefault(indicator, []).append(verdicts[place])
    return tuple(_with(each, found.get(each.indicator, ())) for each in results)


def _with(result: IndicatorResult, verdicts: Iterable[Verdict]) -> IndicatorResult:
    scores = tuple(each for each in verdicts if isinstance(each, Score))
    refusals = tuple(each for each in verdicts if isinstance(each, Refusal))
    return result.changed(scores=scores, refusals=(*result.refusals, *refusals))


@attrs.frozen(eq=False, slots=False)
class _Asker:
    """Puts together what rules are told.

    Attributes:
        portfolio: The documents.
        indicators: The indicators by id, with every point across which nothing is compared.
        measures: The measures that each indicator shows.
        older: Points from a release older than one that restated others, by indicator.
        as_at: The day of the evaluation.
        catalogue: The rules.
    """

    portfolio: Portfolio
    indicators: Mapping[str, Indicator]
    measures: Mapping[str, Sequence[Measure]]
    older: Mapping[str, tuple[Point, ...]]
    as_at: date
    catalogue: EvaluationCatalogue

    def call(self, place: int, choice: RuleChoice, result: IndicatorResult) -> _Call | Refusal:
        """Return what a rule is to be asked, or why it cannot be."""
        indicator = self.indicators[result.indicator]
        chosen = chosen_rule(choice, indicator.id, self.catalogue)
        if isinstance(chosen, Refusal):
            return chosen
        if result.not_compared is not None:
            reason = result.not_compared
            return Refusal(rule=choice.rule, about=indicator.id, reason=reason)
        provided, options = chosen
        if isinstance(provided.record, SubjectRule):
            reason = f"The rule '{choice.rule}' is about a priority or criterion, and no indicator."
            return Refusal(rule=choice.rule, about=indicator.id, reason=reason)
        points = comparable(indicator, result.points)
        alike = {each.fact for each in points}
        known = self.measures.get(indicator.id, ())
        context = ScoringContext(
            rule=choice.rule,
            indicator=indicator,
            points=points,
            latest=result.points[-1] if result.points else None,
            targets=result.targets,
            measures=tuple(each for each in known if each.target is not None),
            comparisons=result.comparisons,
            options=options,
            as_at=self.as_at,
            made_by=provided.made_by,
            left_out=tuple(each for each in result.points if each.fact not in alike),
            older=self.older.get(indicator.id, ()),
        )
        return _Call(place, provided, provided.record, context)


def chosen_rule(
    choice: RuleChoice, about: str, catalogue: EvaluationCatalogue
) -> tuple[Provided[ScoringRule | SubjectRule], object] | Refusal:
    """Return a rule that a portfolio chose, with its options, or why it cannot be asked."""

    def refuse(reason: str) -> Refusal:
        return Refusal(rule=choice.rule, about=about, reason=reason)

    provided = catalogue.scoring_rules.get(choice.rule)
    if provided is None:
        return refuse(f"The rule '{choice.rule}' is not installed, or may not run here.")
    try:
        return provided, options_of(provided.record.options, choice.options)
    except WrongOptions as error:
        return refuse(f"The options of the rule '{choice.rule}' do not fit: {error}.")


def _asked(calls: Sequence[_Call], fence: Fence) -> dict[int, Verdict]:
    """Return what one rule says, by place; a refusal of ours where it failed."""
    provided = calls[0].provided
    rule, contexts = calls[0].rule, [each.context for each in calls]
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
        return [checked(one, context) for one, context in zip(found, contexts, strict=True)]

    return call


def _one(rule: ScoringRule, context: ScoringContext) -> Callable[[], Verdict]:
    return lambda: checked(rule.score(context), context)


def checked(found: object, context: ScoringContext | SubjectContext) -> Verdict:
    """Return what a rule gave, if it is an answer to what it was asked."""
    if not isinstance(found, (Score, Refusal)):
        raise NotAccepted("it gives something else than a Score or a Refusal")
    if (found.rule, found.about, found.made_by) != (
        context.rule,
        context.about,
        context.made_by,
    ):
        raise NotAccepted("it answers for another rule, or about something else")
    return found


def failed(context: ScoringContext | SubjectContext) -> Refusal:
    """Return what stands in place of an answer where a rule failed; the failure itself is noted."""
    reason = f"The rule '{context.rule}' of {context.made_by} failed; nothing else was touched."
    return Refusal(rule=context.rule, about=context.about, reason=reason)


def _settled(said: Verdict | None, call: _Call) -> Verdict:
    context = call.context
    if said is None:
        return failed(context)
    neutral = context.indicator.direction == "neutral"
    if neutral and isinstance(said, Score) and said.tone != "neutral":
        # Whatever a rule says.
        return context.refuse("This indicator has no better or worse, so it is not rated.")
    return said
