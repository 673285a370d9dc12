"""Mark the figures that checks doubt, so that every place that prints one can say so."""

from collections.abc import Iterable, Mapping

from sendframe.errors import Diagnostic
from sendframe.language import gettext as _
from sendframe.model import FrozenMap, IndicatorResult, Point, Score, TargetPosition

from ._facts import FactBook

__all__ = ["with_doubts"]

_Codes = Mapping[str, tuple[str, ...]]
"""Codes of the checks that doubt a figure or a target, by the id of its fact."""


def with_doubts(
    results: tuple[IndicatorResult, ...], doubts: Iterable[Diagnostic], book: FactBook
) -> tuple[IndicatorResult, ...]:
    """Return results with their doubted figures marked, and add to the facts why they are.

    A figure in doubt keeps its scores, changes and comparisons. The statement of each score that
    rests on it says so, and so do the facts that were computed from it.

    Args:
        results: The result of each indicator, with its reading.
        doubts: Diagnostics that no accepted exception settles, with the facts they doubt.
        book: The facts of the evaluation.
    """
    by_fact: dict[str, dict[str, str]] = {}
    own = {fact for result in results for fact in _own_facts(result)}
    for diagnostic in doubts:
        for fact in own.intersection(diagnostic.facts):
            by_fact.setdefault(fact, {}).setdefault(diagnostic.code, diagnostic.message)
    if not by_fact:
        return results
    for fact, reasons in by_fact.items():
        book.amend(fact, _("It is in doubt: {reasons}.", reasons="; ".join(reasons.values())))
    resting = book.resting_on(by_fact) - by_fact.keys()
    for fact in sorted(resting):
        book.amend(fact, _("It rests on a figure in doubt."))
    codes = {fact: tuple(sorted(reasons)) for fact, reasons in by_fact.items()}
    return tuple(_marked(result, codes, resting) for result in results)


def _own_facts(result: IndicatorResult) -> Iterable[str]:
    """Yield the facts of the points and targets of a result."""
    yield from (point.fact for point in result.points)
    yield from (target.fact for target in result.targets)
    for breakdown in result.breakdowns:
        yield from (point.fact for point in breakdown.parts.values())


def _marked(result: IndicatorResult, codes: _Codes, resting: frozenset[str]) -> IndicatorResult:
    """Return a result with marks on its doubted figures, targets, scores and reading."""
    if codes.keys().isdisjoint(_own_facts(result)):
        return result
    in_doubt = codes.keys() | resting
    reading = result.reading
    latest = None if result.latest is None else _point(result.latest, codes)
    if reading is not None and (
        (latest is not None and latest.doubts) or not in_doubt.isdisjoint(reading.facts)
    ):
        reading = reading.changed(remarks=(*reading.remarks, _("in doubt")))
    return result.changed(
        points=tuple(_point(point, codes) for point in result.points),
        latest=latest,
        targets=tuple(_target(target, codes) for target in result.targets),
        breakdowns=tuple(
            breakdown.changed(
                parts=FrozenMap(
                    {name: _point(point, codes) for name, point in breakdown.parts.items()}
                )
            )
            for breakdown in result.breakdowns
        ),
        scores=tuple(
            score if in_doubt.isdisjoint(score.facts) else _score(score) for score in result.scores
        ),
        reading=reading,
    )


def _point(point: Point, codes: _Codes) -> Point:
    return point.changed(doubts=codes[point.fact]) if point.fact in codes else point


def _target(target: TargetPosition, codes: _Codes) -> TargetPosition:
    return target.changed(doubts=codes[target.fact]) if target.fact in codes else target


def _score(score: Score) -> Score:
    return score.changed(
        statement=f"{score.statement} {_('A figure that it rests on is in doubt.')}"
    )
