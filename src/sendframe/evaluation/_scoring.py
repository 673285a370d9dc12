"""What the rules that a portfolio chose make of the figures of its indicators."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import attrs

from sendframe.figures import Figure, NotComparable, why_not_comparable
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

from ._options import WrongOptions, options_of
from ._plugin_isolation import NotAccepted, PluginIsolation
from ._protocol import EvaluationCatalogue, Provided

__all__ = ["ScoredSeries", "Verdict", "checked", "chosen_rule", "failed", "scored"]

Verdict = Score | Refusal


@attrs.frozen(eq=False)
class ScoredSeries:
    """What a rule is asked about an indicator, beside what its figures say.

    Attributes:
        indicator: The indicator, with every point across which nothing is compared.
        points: The points that may be compared with the latest, oldest first, the latest included.
        left_out: Those that may not be.
        older: Points from a release older than one that restated others.
        measures: The measures that the indicator shows.
    """

    indicator: Indicator
    points: tuple[Point, ...]
    left_out: tuple[Point, ...]
    older: tuple[Point, ...]
    measures: tuple[Measure, ...]


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


def scored(  # noqa: PLR0913  # a pure function of its arguments
    portfolio: Portfolio,
    results: Sequence[IndicatorResult],
    series: Mapping[str, ScoredSeries],
    figures: Mapping[str, Figure],
    as_at: date,
    catalogue: EvaluationCatalogue,
    isolation: PluginIsolation,
) -> tuple[IndicatorResult, ...]:
    """Return results with their scores and refusals, in the order of the portfolio's choices.

    A rule that has a form for many at once is called once for all its indicators. No rule is asked
    about figures of a sample that does not allow it. A score that rests on figures which may not
    be compared becomes a refusal, whatever the rule says.

    Args:
        portfolio: The documents.
        results: What the figures of each indicator say.
        series: What rules are asked about, by indicator.
        figures: The figure behind each fact.
        as_at: The day.
        catalogue: The rules.
        isolation: What rules run inside.
    """
    by_id = {each.indicator: each for each in results}
    asker = _Asker(series, as_at, catalogue)
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
        verdicts |= _asked(each, figures, isolation)
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
    """Puts together what rules are asked.

    Attributes:
        series: What rules are asked about, by indicator.
        as_at: The day of the evaluation.
        catalogue: The rules.
    """

    series: Mapping[str, ScoredSeries]
    as_at: date
    catalogue: EvaluationCatalogue

    def call(self, place: int, choice: RuleChoice, result: IndicatorResult) -> _Call | Refusal:
        """Return what a rule is to be asked, or why it cannot be."""
        series = self.series[result.indicator]
        indicator = series.indicator
        chosen = chosen_rule(choice, indicator.id, self.catalogue)
        if isinstance(chosen, Refusal):
            return chosen
        provided, options = chosen
        if isinstance(provided.record, SubjectRule):
            reason = f"The rule '{choice.rule}' is about a priority or criterion, and no indicator."
            return Refusal(rule=choice.rule, about=indicator.id, reason=reason)
        if result.not_compared is not None:
            kind, reason = provided.record.kind, result.not_compared
            return Refusal(rule=choice.rule, about=indicator.id, reason=reason, kind=kind)
        context = ScoringContext(
            rule=choice.rule,
            kind=provided.record.kind,
            indicator=indicator,
            points=series.points,
            latest=result.points[-1] if result.points else None,
            targets=result.targets,
            measures=tuple(each for each in series.measures if each.target is not None),
            comparisons=result.comparisons,
            options=options,
            as_at=self.as_at,
            made_by=provided.made_by,
            left_out=series.left_out,
            older=series.older,
        )
        return _Call(place, provided, provided.record, context)


def chosen_rule(
    choice: RuleChoice, about: str, catalogue: EvaluationCatalogue
) -> tuple[Provided[ScoringRule | SubjectRule], object] | Refusal:
    """Return a rule that a portfolio chose, with its options, or why it cannot be asked."""
    provided = catalogue.scoring_rules.get(choice.rule)
    if provided is None:
        reason = f"The rule '{choice.rule}' is not installed, or may not run here."
        return Refusal(rule=choice.rule, about=about, reason=reason)
    try:
        return provided, options_of(provided.record.options, choice.options)
    except WrongOptions as error:
        reason = f"The options of the rule '{choice.rule}' do not fit: {error}."
        kind = provided.record.kind
        return Refusal(rule=choice.rule, about=about, reason=reason, kind=kind)


def _asked(
    calls: Sequence[_Call], figures: Mapping[str, Figure], isolation: PluginIsolation
) -> dict[int, Verdict]:
    """Return what one rule says, by place; a refusal of ours where it failed."""
    provided = calls[0].provided
    rule, contexts = calls[0].rule, [each.context for each in calls]
    said: list[Verdict] | None = None
    if rule.score_all is not None and len(calls) > 1:
        said = isolation.run(provided, rule.id, _all(rule.score_all, contexts))
    found: dict[int, Verdict] = {}
    for number, each in enumerate(calls):
        one: Verdict | None
        if rule.score_all is not None and len(calls) > 1:
            one = None if said is None else said[number]
        else:
            one = isolation.run(provided, rule.id, _one(rule, each.context))
        found[each.place] = _settled(one, each, figures)
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
    return found.changed(kind=context.kind)


def failed(context: ScoringContext | SubjectContext) -> Refusal:
    """Return what stands in place of an answer where a rule failed; the failure itself is noted."""
    reason = f"The rule '{context.rule}' of {context.made_by} failed; nothing else was touched."
    return Refusal(rule=context.rule, about=context.about, reason=reason, kind=context.kind)


def _settled(verdict: Verdict | None, call: _Call, figures: Mapping[str, Figure]) -> Verdict:
    """Return what holds of a rule's verdict, whatever the rule says."""
    context = call.context
    if verdict is None:
        return failed(context)
    if not isinstance(verdict, Score):
        return verdict
    if context.indicator.direction == "neutral" and verdict.tone != "neutral":
        return context.refuse("This indicator has no better or worse, so it is not rated.")
    problem = _apart(figures[fact] for fact in verdict.facts if fact in figures)
    if problem is not None:
        return context.refuse(
            f"The score rests on figures that may not be compared: {problem.sentence}."
        )
    return verdict


def _apart(figures: Iterable[Figure]) -> NotComparable | None:
    """Return why two figures of one indicator may not be compared; None where all of them may.

    Within one indicator this is transitive, so that each is compared with the newest alone.
    """
    by_indicator: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.value is not None:
            by_indicator.setdefault(figure.indicator.id, []).append(figure)
    for same in by_indicator.values():
        newest = max(same, key=lambda figure: figure.period.last_day)
        for figure in same:
            problem = why_not_comparable(figure, newest)
            if problem is not None:
                return problem
    return None
