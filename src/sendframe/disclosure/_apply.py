"""From an internal evaluation to what may be shown. Report builders take nothing else."""

from collections.abc import Iterable

import attrs

from sendframe.model import (
    AreaFigure,
    Breakdown,
    Comparison,
    Evaluation,
    Evidence,
    EvidenceRegister,
    Fact,
    FrozenMap,
    IndicatorResult,
    Point,
    Portfolio,
    Profile,
    Refusal,
    Review,
    Score,
    SubjectResult,
)

from ._policy import DisclosurePolicy

__all__ = ["Disclosed", "apply"]

_WITHHELD = "A figure it rests on may not be shown."


@attrs.frozen
class Disclosed:
    """An evaluation in which everything that must be hidden is hidden.

    Attributes:
        evaluation: The evaluation, with hidden figures replaced.
        portfolio: The documents it was made from.
        policy: The policy that was applied.
        hidden: Ids of the facts that were hidden, sorted.
    """

    evaluation: Evaluation
    portfolio: Portfolio
    policy: DisclosurePolicy
    hidden: tuple[str, ...] = ()

    def for_profile(self, profile: Profile) -> Portfolio:
        """Return the documents as far as a report of *profile* may quote them.

        Words of people stand in it only with their consent to this report, on the day of the
        evaluation. Evidence and reviews that are not publishable are left out of public ones.
        """
        return attrs.evolve(
            self.portfolio,
            documents=tuple(
                self._register(each, profile) if isinstance(each, EvidenceRegister) else each
                for each in self.portfolio.documents
                if not (isinstance(each, Review) and profile.public and not each.publishable)
            ),
        )

    def _register(self, register: EvidenceRegister, profile: Profile) -> EvidenceRegister:
        as_at = self.evaluation.as_at
        voices = tuple(
            each
            for each in register.voices
            if each.consent is not None and each.consent.allows(profile.id, as_at)
        )
        kept: tuple[Evidence, ...] = tuple(
            each for each in register.evidence if each.publishable or not profile.public
        )
        return register.changed(voices=voices, evidence=kept)


def _is_small(point: Point, unit: str, policy: DisclosurePolicy) -> bool:
    """Say whether a point tells of few people, by itself or by what is left over."""
    top, bottom = point.numerator, point.denominator
    counts = [top, bottom]
    if unit == "count":
        counts.append(point.value)
    elif top is not None and bottom is not None:
        counts.append(bottom - top)
    return any(policy.is_small(each) for each in counts)


def _hide(point: Point, policy: DisclosurePolicy) -> Point:
    return point.changed(
        value=None,
        symbol=policy.symbol,
        meaning=policy.meaning,
        numerator=None,
        denominator=None,
    )


def _hidden_totals(result: IndicatorResult, policy: DisclosurePolicy) -> set[str]:
    """Return the facts of an indicator's own series that must be hidden."""
    if policy.published_totals and result.series_status == "published":
        return {
            each.fact
            for each in result.points
            if each.release is None and _is_small(each, result.unit, policy)
        }
    return {each.fact for each in result.points if _is_small(each, result.unit, policy)}


def _hidden_members(result: IndicatorResult, policy: DisclosurePolicy) -> set[str]:
    """Return the facts of other areas' figures that must be hidden: few people are few there too."""
    if policy.published_totals and result.series_status == "published":
        return set()
    return {
        each.fact
        for comparison in result.comparisons
        for each in comparison.members
        if each.fact is not None and _has_few(each, policy)
    }


def _has_few(member: AreaFigure, policy: DisclosurePolicy) -> bool:
    top, bottom = member.numerator, member.denominator
    rest = None if top is None or bottom is None else bottom - top
    return any(policy.is_small(each) for each in (top, bottom, rest))


def _hidden_parts(
    breakdown: Breakdown, unit: str, policy: DisclosurePolicy, before: frozenset[str]
) -> set[str]:
    """Return the facts of a breakdown that must be hidden, a second one included."""
    parts = breakdown.parts.values()
    hidden = {each.fact for each in parts if each.fact in before or _is_small(each, unit, policy)}
    if policy.secondary and len(hidden) == 1:
        others = sorted(
            (each.value, each.fact)
            for each in parts
            if each.fact not in hidden and each.value is not None and each.value > 0
        )
        hidden |= {fact for _, fact in others[:1]}
    return hidden


def apply(
    evaluation: Evaluation,
    portfolio: Portfolio,
    policy: DisclosurePolicy,
    previous: Disclosed | None = None,
) -> Disclosed:
    """Hide what must be hidden, in every place where it stands or can be worked out from.

    Args:
        evaluation: The internal evaluation.
        portfolio: The documents it was made from.
        policy: What is hidden.
        previous: What was shown before. A figure hidden then stays hidden, so that two
            editions side by side do not give it away.

    Returns:
        The only thing that report builders take.
    """
    before = frozenset(previous.hidden if previous else ())
    hidden: set[str] = set()
    for result in evaluation.indicators:
        hidden |= _hidden_totals(result, policy) | _hidden_members(result, policy)
        for breakdown in result.breakdowns:
            hidden |= _hidden_parts(breakdown, result.unit, policy, before)
    hidden |= before & {each.id for each in evaluation.facts}
    tainted = _tainted(evaluation, hidden)
    # A figure that was worked out from a hidden one would give it away.
    hidden |= {p.fact for each in evaluation.indicators for p in each.points} & tainted
    return Disclosed(
        evaluation=evaluation.changed(
            facts=tuple(_fact(each, hidden, tainted, policy) for each in evaluation.facts),
            indicators=tuple(
                _result(each, hidden, tainted, policy) for each in evaluation.indicators
            ),
            subjects=tuple(_subject(each, tainted) for each in evaluation.subjects),
            discrepancies=tuple(
                each for each in evaluation.discrepancies if not tainted & set(each.facts)
            ),
        ),
        portfolio=portfolio,
        policy=policy,
        hidden=tuple(sorted(hidden)),
    )


def _tainted(evaluation: Evaluation, hidden: set[str]) -> set[str]:
    """Return the hidden facts and all that were worked out from them."""
    tainted = set(hidden)
    grew = bool(tainted)
    while grew:
        more = {
            each.id
            for each in evaluation.facts
            if each.id not in tainted and each.value is not None and tainted & {*each.derived_from}
        }
        tainted |= more
        grew = bool(more)
    return tainted


def _fact(fact: Fact, hidden: set[str], tainted: set[str], policy: DisclosurePolicy) -> Fact:
    if fact.id not in tainted:
        return fact
    why = policy.meaning if fact.id in hidden else "not shown, since a hidden figure is behind it"
    return fact.changed(statement=f"{why[0].upper()}{why[1:]}.", value=None)


def _result(
    result: IndicatorResult, hidden: set[str], tainted: set[str], policy: DisclosurePolicy
) -> IndicatorResult:
    points = tuple(_hide(p, policy) if p.fact in hidden else p for p in result.points)
    latest = result.latest
    change = result.change if result.change and result.change.fact not in tainted else None
    return result.changed(
        points=points,
        latest=_hide(latest, policy) if latest is not None and latest.fact in hidden else latest,
        change=change,
        trend=None if any(each.fact in hidden for each in result.points) else result.trend,
        targets=tuple(
            each.changed(gap=None, reached=None) if each.fact in tainted else each
            for each in result.targets
        ),
        comparisons=_comparisons(result.comparisons, hidden, tainted),
        previous_comparisons=_comparisons(result.previous_comparisons, hidden, tainted),
        scores=_shown(result.scores, tainted),
        refusals=(*_hushed(result.refusals, tainted), *_withheld(result.scores, tainted)),
        breakdowns=tuple(_breakdown(each, hidden, policy) for each in result.breakdowns),
    )


def _comparisons(
    found: Iterable[Comparison], hidden: set[str], tainted: set[str]
) -> tuple[Comparison, ...]:
    return tuple(_comparison(each, hidden, tainted) for each in found)


def _comparison(found: Comparison, hidden: set[str], tainted: set[str]) -> Comparison:
    if found.fact not in tainted:
        return found
    nothing = {"value": None, "numerator": None, "denominator": None}
    return found.changed(
        members=tuple(
            each.changed(**nothing) if each.fact in hidden else each for each in found.members
        ),
        **nothing,
    )


def _shown(scores: Iterable[Score], tainted: set[str]) -> tuple[Score, ...]:
    return tuple(each for each in scores if not tainted & {*each.facts})


def _withheld(scores: Iterable[Score], tainted: set[str]) -> tuple[Refusal, ...]:
    """Return what stands in place of the scores that a hidden figure is behind."""
    return tuple(
        Refusal(
            rule=each.rule,
            about=each.about,
            reason=_WITHHELD,
            made_by=each.made_by,
        )
        for each in scores
        if tainted & {*each.facts}
    )


def _hushed(refusals: Iterable[Refusal], tainted: set[str]) -> tuple[Refusal, ...]:
    """Return refusals, without a reason that says what a hidden figure is."""
    return tuple(
        each.changed(reason=_WITHHELD, limits=None) if tainted & {*each.facts} else each
        for each in refusals
    )


def _subject(subject: SubjectResult, tainted: set[str]) -> SubjectResult:
    withheld = _withheld(subject.scores, tainted)
    if not withheld:
        return subject
    kept = _shown(subject.scores, tainted)
    return subject.changed(scores=kept, refusals=(*subject.refusals, *withheld))


def _breakdown(breakdown: Breakdown, hidden: set[str], policy: DisclosurePolicy) -> Breakdown:
    return breakdown.changed(
        parts=FrozenMap(
            {
                name: _hide(point, policy) if point.fact in hidden else point
                for name, point in breakdown.parts.items()
            }
        ),
        hidden=tuple(name for name, point in breakdown.parts.items() if point.fact in hidden),
    )
