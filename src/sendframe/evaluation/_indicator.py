"""What the figures of one indicator say, and what rules make of them."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

import attrs

from sendframe.documents import converter
from sendframe.model import (
    Breakdown,
    Comparison,
    FrozenMap,
    Indicator,
    IndicatorResult,
    Measure,
    Observations,
    Point,
    Portfolio,
    Refusal,
    RuleChoice,
    Score,
    period_text,
    thaw,
)
from sendframe.scoring import ScoringContext

from ._comparison import compare
from ._facts import FactBook
from ._fence import Fence
from ._protocol import EvaluationCatalogue, Provided
from ._series import change_of, comparable, latest_by_period, point_of, points_of, slug, trend_of
from ._target import measures_of, position_of

__all__ = ["IndicatorBuilder"]


@attrs.frozen(eq=False, slots=False)
class IndicatorBuilder:
    """Evaluates indicators of one portfolio.

    Attributes:
        portfolio: The documents.
        observations: The figures.
        as_at: The day of the evaluation.
        catalogue: The rules.
        book: Where facts are noted.
        fence: What rules run inside.
    """

    portfolio: Portfolio
    observations: Observations
    as_at: date
    catalogue: EvaluationCatalogue
    book: FactBook
    fence: Fence

    @cached_property
    def measures(self) -> dict[str, list[Measure]]:
        """The measures that each indicator shows."""
        return measures_of(self.portfolio)

    @cached_property
    def rules(self) -> dict[str, list[RuleChoice]]:
        """The rules chosen for each indicator, in order."""
        found: dict[str, list[RuleChoice]] = {}
        for each in self.portfolio.manifest.rules:
            found.setdefault(each.indicator, []).append(each)
        return found

    def all(self) -> tuple[IndicatorResult, ...]:
        """Return the result of every indicator, in the order of the indicator sets."""
        return tuple(self._one(each) for each in self.portfolio.indicators().values())

    def _one(self, indicator: Indicator) -> IndicatorResult:
        area = self.portfolio.manifest.area
        points = points_of(
            indicator, self.observations, area.code, area.name, self.as_at, self.book
        )
        latest = next((each for each in reversed(points) if each.value is not None), None)
        measures = tuple(self.measures.get(indicator.id, ()))
        positions = [position_of(each, indicator, latest, self.book) for each in measures]
        result = IndicatorResult(
            indicator=indicator.id,
            title=str(indicator.title),
            direction=indicator.direction,
            unit=indicator.unit,
            unit_text=indicator.unit_text,
            decimals=indicator.decimals,
            series_status=indicator.series_status,
            numerator=indicator.numerator,
            denominator=indicator.denominator,
            points=points,
            latest=latest,
            change=change_of(indicator, points, area.name, self.book),
            trend=trend_of(indicator, points),
            targets=tuple(each for each in positions if each is not None),
            comparisons=self._comparisons(indicator, latest),
            breakdowns=tuple(self._breakdowns(indicator)),
            shown_with=indicator.shown_with,
            caveats=tuple(str(each) for each in indicator.caveats),
            measures=tuple(each.id for each in measures),
        )
        return self._scored(indicator, result)

    def _comparisons(self, indicator: Indicator, latest: Point | None) -> tuple[Comparison, ...]:
        if latest is None:
            return ()
        own = self.portfolio.manifest.area.code
        found = (
            compare(indicator, self.observations, each, own, latest.period, self.as_at, self.book)
            for each in self.portfolio.manifest.comparator_sets
        )
        return tuple(each for each in found if each is not None)

    def _breakdowns(self, indicator: Indicator) -> Iterable[Breakdown]:
        """Yield the newest parts of the whole, one breakdown a dimension."""
        table, area = self.observations, self.portfolio.manifest.area
        by_dimension: dict[str, dict[str, list[int]]] = {}
        for row in table.parts(indicator.id, area.code):
            if len(table.dimensions[row]) == 1:
                ((dimension, part),) = table.dimensions[row].items()
                by_dimension.setdefault(dimension, {}).setdefault(part, []).append(row)
        for dimension, parts in sorted(by_dimension.items()):
            rows = {
                part: latest_by_period(table, each, indicator, self.as_at)
                for part, each in parts.items()
            }
            newest = [each[-1] for each in rows.values() if each]
            if not newest:
                continue
            period = max((table.period[row] for row in newest), key=lambda each: each.last_day)
            prefix = f"indicator/{indicator.id}/{slug(dimension)}"
            chosen = {
                part: point_of(
                    indicator,
                    table,
                    each[-1],
                    f"{prefix}/{slug(part)}",
                    f"{area.name}, {part}",
                    self.book,
                )
                for part, each in sorted(rows.items())
                if each and table.period[each[-1]] == period
            }
            fact = self.book.add(
                f"{prefix}/{period_text(period).replace('/', '-').replace(' ', '-')}",
                f"{indicator.title}: {area.name} by {dimension}, {period}.",
                derived_from=tuple(each.fact for each in chosen.values()),
            )
            yield Breakdown(dimension=dimension, period=period, parts=FrozenMap(chosen), fact=fact)

    def _scored(self, indicator: Indicator, result: IndicatorResult) -> IndicatorResult:
        scores, refusals = [], []
        for choice in self.rules.get(indicator.id, ()):
            found = self._apply(choice, indicator, result)
            if isinstance(found, Score):
                scores.append(found)
            else:
                refusals.append(found)
        return result.changed(scores=tuple(scores), refusals=tuple(refusals))

    def _apply(
        self, choice: RuleChoice, indicator: Indicator, result: IndicatorResult
    ) -> Score | Refusal:
        def refuse(reason: str) -> Refusal:
            return Refusal(rule=choice.rule, about=indicator.id, reason=reason)

        provided = self.catalogue.scoring_rules.get(choice.rule)
        if provided is None:
            return refuse(f"The rule '{choice.rule}' is not installed, or may not run here.")
        rule = provided.record
        try:
            options: object = converter().structure(thaw(choice.options), rule.options)
        except Exception:  # noqa: BLE001  # cattrs raises groups of whatever went wrong
            return refuse(f"The options of the rule '{choice.rule}' are not what it expects.")
        context = ScoringContext(
            rule=rule.id,
            indicator=indicator,
            points=comparable(indicator, result.points),
            latest=result.points[-1] if result.points else None,
            targets=result.targets,
            measures=tuple(
                each for each in self.measures.get(indicator.id, ()) if each.target is not None
            ),
            comparisons=result.comparisons,
            options=options,
            as_at=self.as_at,
            made_by=provided.made_by,
        )
        return self._run(provided, context) or refuse(
            f"The rule '{choice.rule}' of {provided.made_by} failed; nothing else was touched."
        )

    def _run(self, provided: Provided[object], context: ScoringContext) -> Score | Refusal | None:
        rule = self.catalogue.scoring_rules[context.rule].record

        def call() -> Score | Refusal:
            found: object = rule.score(context)  # whatever a plug-in gives
            if not isinstance(found, (Score, Refusal)):
                message = "a rule returns a Score or a Refusal"
                raise TypeError(message)
            return found

        found = self.fence.run(provided, context.rule, call)
        neutral = context.indicator.direction == "neutral"
        if neutral and isinstance(found, Score) and found.tone != "neutral":
            # Neutral blocks colour and better or worse, whatever a rule says.
            return context.refuse("This indicator has no better or worse, so it is not rated.")
        return found
