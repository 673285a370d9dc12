"""Apply the scoring rules of a portfolio to its indicators."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import attrs

from sendframe.figures import Figure, NotComparable, fault_by_code, why_not_comparable
from sendframe.language import gettext as _
from sendframe.model import (
    Baseline,
    FrozenMap,
    Indicator,
    IndicatorResult,
    Manifest,
    Measure,
    Period,
    Point,
    Portfolio,
    Refusal,
    RuleChoice,
    Score,
    TargetPosition,
)
from sendframe.scoring import ScoringContext, ScoringRule, SubjectContext, SubjectRule

from ._options import InvalidOptions, structure_options
from ._plugin_isolation import NotAccepted, PluginIsolation
from ._protocol import EvaluationCatalogue, Provided

__all__ = [
    "RuleSeries",
    "Verdict",
    "apply_rules",
    "chosen_rule",
    "failure_refusal",
    "limits_from",
    "validate_verdict",
]

Verdict = Score | Refusal


@attrs.frozen(eq=False)
class RuleSeries:
    """The series of an indicator as input of rules.

    Attributes:
        indicator: The indicator, with all breaks in its series, those of samples included.
        points: The points that may be compared with the latest, oldest first, the latest included.
        left_out: The points that may not.
        older: Points from an older release than one that restated others.
        measures: The measures of the indicator.
    """

    indicator: Indicator
    points: tuple[Point, ...]
    left_out: tuple[Point, ...]
    older: tuple[Point, ...]
    measures: tuple[Measure, ...]


@attrs.frozen(eq=False)
class _RuleCall:
    """A rule to apply to an indicator.

    Attributes:
        index: Position of the portfolio's choice.
        provided: The rule with its plug-in.
        rule: The rule.
        context: Its context.
    """

    index: int
    provided: Provided[Any]
    rule: ScoringRule
    context: ScoringContext


def apply_rules(  # noqa: PLR0913  # a pure function of its arguments
    portfolio: Portfolio,
    results: Sequence[IndicatorResult],
    series: Mapping[str, RuleSeries],
    figures: Mapping[str, Figure],
    as_at: date,
    catalogue: EvaluationCatalogue,
    isolation: PluginIsolation,
) -> tuple[IndicatorResult, ...]:
    """Return results with their scores and refusals, in the order of the portfolio's choices.

    A rule with ``score_all`` is called once for all its indicators. No rule is called for figures
    of a sample that may not be scored. A score of a figure with a fault, one that refers to figures
    which may not be compared, and one that rests on a target which the figure may not be compared
    with are replaced by refusals.

    Args:
        portfolio: The documents.
        results: The result of each indicator.
        series: The input of rules, by indicator.
        figures: The figure of each fact.
        as_at: The day.
        catalogue: The rules.
        isolation: Runs rules and records failures.
    """
    by_id = {result.indicator: result for result in results}
    call_builder = _RuleCallBuilder(series, as_at, catalogue, limits_from(portfolio.manifest))
    verdicts: dict[int, Verdict] = {}
    calls: dict[str, list[_RuleCall]] = {}
    choices = [
        (choice.indicator, choice)
        for choice in portfolio.manifest.rules
        if choice.indicator is not None and choice.indicator in by_id
    ]
    for index, (indicator, choice) in enumerate(choices):
        call = call_builder.build(index, choice, by_id[indicator])
        if isinstance(call, _RuleCall):
            calls.setdefault(choice.rule, []).append(call)
        else:
            verdicts[index] = call
    for __, calls_of_rule in sorted(calls.items()):
        verdicts |= _run_calls(calls_of_rule, figures, isolation)
    by_indicator: dict[str, list[Verdict]] = {}
    for index, (indicator, _choice) in enumerate(choices):
        by_indicator.setdefault(indicator, []).append(verdicts[index])
    return tuple(
        _with_verdicts(result, by_indicator.get(result.indicator, ())) for result in results
    )


def limits_from(manifest: Manifest) -> dict[str, Period]:
    """Return from when the area of a portfolio computes control limits anew, by indicator."""
    return {
        item.indicator: item.limits_from
        for item in manifest.monitored
        if item.limits_from is not None and item.area in (None, manifest.area.code)
    }


def _with_verdicts(result: IndicatorResult, verdicts: Iterable[Verdict]) -> IndicatorResult:
    scores = tuple(verdict for verdict in verdicts if isinstance(verdict, Score))
    refusals = tuple(verdict for verdict in verdicts if isinstance(verdict, Refusal))
    return result.changed(scores=scores, refusals=(*result.refusals, *refusals))


@attrs.frozen(eq=False, slots=False)
class _RuleCallBuilder:
    """Builds the calls of rules.

    Attributes:
        series: The input of rules, by indicator.
        as_at: The day of the evaluation.
        catalogue: The rules.
        limits_from: From when control limits are computed anew, by indicator.
    """

    series: Mapping[str, RuleSeries]
    as_at: date
    catalogue: EvaluationCatalogue
    limits_from: Mapping[str, Period]

    def build(self, index: int, choice: RuleChoice, result: IndicatorResult) -> _RuleCall | Refusal:
        """Return the call of a rule for an indicator, or why the rule cannot be applied."""
        series = self.series[result.indicator]
        indicator = series.indicator
        rule_and_options = chosen_rule(choice, indicator.id, self.catalogue)
        if isinstance(rule_and_options, Refusal):
            return rule_and_options
        provided, options = rule_and_options
        if isinstance(provided.record, SubjectRule):
            reason = _(
                "The rule '{rule}' is about a priority or criterion, and no indicator.",
                rule=choice.rule,
            )
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
            measures=tuple(measure for measure in series.measures if measure.target is not None),
            comparisons=result.comparisons,
            options=options,
            as_at=self.as_at,
            made_by=provided.made_by,
            left_out=series.left_out,
            older=series.older,
            change=result.change,
            limits_from=self.limits_from.get(indicator.id),
        )
        return _RuleCall(index, provided, provided.record, _with_comparable_baselines(context))


def _with_comparable_baselines(context: ScoringContext) -> ScoringContext:
    """Return a context without the baselines that the latest figure may not be compared with.

    A rule cannot compare with such a number by oversight, and `ScoringContext.baseline` says why.
    """
    hidden: dict[str, Baseline] = {}
    for measure in context.measures:
        start = measure.baseline
        if start is not None and start.value is not None:
            usable = context.baseline(measure, accept_revised=True)
            if isinstance(usable, Refusal):
                hidden[measure.id] = start
    if not hidden:
        return context
    measures = tuple(
        measure.changed(baseline=None) if measure.id in hidden else measure
        for measure in context.measures
    )
    return attrs.evolve(context, measures=measures, baselines=FrozenMap(hidden))


def chosen_rule(
    choice: RuleChoice, about: str, catalogue: EvaluationCatalogue
) -> tuple[Provided[ScoringRule | SubjectRule], object] | Refusal:
    """Return a rule that a portfolio chose, with its options, or why it cannot be applied."""
    provided = catalogue.scoring_rules.get(choice.rule)
    if provided is None:
        reason = _("The rule '{rule}' is not installed, or may not run here.", rule=choice.rule)
        return Refusal(rule=choice.rule, about=about, reason=reason)
    try:
        return provided, structure_options(provided.record.options, choice.options)
    except InvalidOptions as error:
        reason = _(
            "The options of the rule '{rule}' do not fit: {error}.", rule=choice.rule, error=error
        )
        kind = provided.record.kind
        return Refusal(rule=choice.rule, about=about, reason=reason, kind=kind)


def _run_calls(
    calls: Sequence[_RuleCall], figures: Mapping[str, Figure], isolation: PluginIsolation
) -> dict[int, Verdict]:
    """Return the results of one rule, by index; a refusal where the rule failed."""
    first = next(iter(calls))  # the rule is the same in all
    provided, rule, contexts = first.provided, first.rule, [call.context for call in calls]
    verdicts: Sequence[Verdict | None]
    if rule.score_all is not None and len(calls) > 1:
        together = isolation.run(provided, rule.id, _score_all(rule.score_all, contexts))
        verdicts = together or [None] * len(calls)
    else:
        verdicts = [
            isolation.run(provided, rule.id, _score_one(rule, context)) for context in contexts
        ]
    return {
        call.index: _enforce(verdict, call, figures)
        for call, verdict in zip(calls, verdicts, strict=True)
    }


def _score_all(
    score_all: Callable[[Sequence[ScoringContext]], Iterable[Verdict]],
    contexts: Sequence[ScoringContext],
) -> Callable[[], list[Verdict]]:
    def call() -> list[Verdict]:
        verdicts = list(score_all(tuple(contexts)))
        if len(verdicts) != len(contexts):
            raise NotAccepted(f"it gives {len(verdicts)} answers to {len(contexts)} questions")
        return [
            validate_verdict(verdict, context)
            for verdict, context in zip(verdicts, contexts, strict=True)
        ]

    return call


def _score_one(rule: ScoringRule, context: ScoringContext) -> Callable[[], Verdict]:
    return lambda: validate_verdict(rule.score(context), context)


def validate_verdict(verdict: object, context: ScoringContext | SubjectContext) -> Verdict:
    """Return the result of a rule, if it is valid for the rule's context.

    Raises:
        NotAccepted: It is no score or refusal, or is about something else.
    """
    if not isinstance(verdict, (Score, Refusal)):
        raise NotAccepted("it gives something else than a Score or a Refusal")
    if (verdict.rule, verdict.about, verdict.made_by) != (
        context.rule,
        context.about,
        context.made_by,
    ):
        raise NotAccepted("it answers for another rule, or about something else")
    return verdict.changed(kind=context.kind)


def failure_refusal(context: ScoringContext | SubjectContext) -> Refusal:
    """Return the refusal in place of the result of a rule that failed."""
    reason = _(
        "The rule '{rule}' of {made_by} failed; nothing else was touched.",
        rule=context.rule,
        made_by=context.made_by,
    )
    return Refusal(rule=context.rule, about=context.about, reason=reason, kind=context.kind)


def _enforce(verdict: Verdict | None, call: _RuleCall, figures: Mapping[str, Figure]) -> Verdict:
    """Return a rule's result, replaced by a refusal where the rule failed or may not score this."""
    context = call.context
    if verdict is None:
        return failure_refusal(context)
    if not isinstance(verdict, Score):
        return verdict
    if context.indicator.direction in (None, "neutral") and verdict.tone != "neutral":
        return context.refuse(_("This indicator names no better or worse, so it is not rated."))
    problem = _why_not_comparable(figures[fact] for fact in verdict.facts if fact in figures)
    if problem is not None:
        return context.refuse(
            _(
                "The score rests on figures that may not be compared: {sentence}.",
                sentence=problem.sentence,
            )
        )
    latest = context.latest
    if latest is not None and latest.fault is not None:
        title = _(fault_by_code(latest.fault).title)
        return context.refuse(f"{title[:1].upper()}{title[1:]} ({latest.period}).", latest.fact)
    target = _target_not_compared(verdict, context)
    if target is not None:
        return context.refuse(target.not_compared or "", target.fact)
    return verdict


def _target_not_compared(verdict: Score, context: ScoringContext) -> TargetPosition | None:
    """Return the target that a score rests on although the figure may not be compared with it.

    A rule that compares with a target and names none rests on any of them.
    """
    named = [target for target in context.targets if target.fact in verdict.facts]
    if not named and verdict.kind == "target":
        named = list(context.targets)
    return next((target for target in named if target.not_compared is not None), None)


def _why_not_comparable(figures: Iterable[Figure]) -> NotComparable | None:
    """Return why two figures of one indicator may not be compared; None where all may.

    Within one indicator this is transitive, so it suffices to compare each with the newest; with
    the newest that has a basis, where one has.
    """
    by_indicator: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.value is not None:
            by_indicator.setdefault(figure.indicator.id, []).append(figure)
    for group in by_indicator.values():
        newest = max(group, key=lambda figure: (figure.basis is not None, figure.period.last_day))
        for figure in group:
            problem = why_not_comparable(figure, newest)
            if problem is not None:
                return problem
    return None
