"""Put together how the latest figure of an indicator is to be read, in one place."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from sendframe.figures import fault_by_code
from sendframe.language import N_
from sendframe.language import gettext as _
from sendframe.model import Change, IndicatorResult, Reading, ReadingMark, Score, Tone

__all__ = ["reading_of", "with_readings"]

_TESTS = {
    "beyond": N_("beyond random variation"),
    "random": N_("could be random variation"),
    "too_few": N_("too few to tell a change"),
}
_MOVES = {"better": N_("better"), "worse": N_("worse")}
_RATING_KINDS = ("target", "interval")


def with_readings(results: Iterable[IndicatorResult]) -> tuple[IndicatorResult, ...]:
    """Return results with the reading of each that has a latest figure.

    That a figure has no target is a remark only where others have one.
    """
    known = tuple(results)
    rates_targets = any(result.targets for result in known)
    return tuple(
        result.changed(reading=reading_of(result, rates_targets=rates_targets)) for result in known
    )


def reading_of(result: IndicatorResult, *, rates_targets: bool = True) -> Reading | None:
    """Return how the latest figure is to be read; None without one.

    A figure that contradicts itself is read as nothing else. Otherwise its marks are the rating
    against the target, then the comparison with a benchmark where its tone differs. Two ratings
    against the target of which one is better and the other worse are one mark that says so. A rule
    about the area's own earlier figures gives no mark: the change and its test say it.
    """
    latest = result.latest
    if latest is None:
        return None
    if latest.fault is not None:
        title = _(fault_by_code(latest.fault).title)
        return Reading(
            marks=(ReadingMark(label=_("contradicts itself"), shape="cross"),),
            remarks=(title,),
            facts=(latest.fact,),
        )
    scores = tuple(_ratings(result))
    marks = tuple(_marks(result, scores))
    facts = dict.fromkeys(fact for score in scores for fact in score.facts)
    if result.change is not None:
        facts[result.change.fact] = None
    return Reading(
        marks=marks,
        remarks=(*_opposite_ratings(scores), *_remarks(result, rates_targets=rates_targets)),
        contradiction=_contradiction(scores),
        movement=movement(result),
        facts=tuple(facts),
    )


def _ratings(result: IndicatorResult) -> Iterator[Score]:
    """Yield the first rating by target, and each further one that says something different."""
    scores = [_with_kind(result, score) for score in result.scores]
    ordered = [score for kind in _RATING_KINDS for score in scores if score.kind == kind]
    tones: set[Tone] = set()
    for score in ordered:
        if score.tone not in tones and (score.tone != "neutral" or not tones):
            tones.add(score.tone)
            yield score


def _with_kind(result: IndicatorResult, score: Score) -> Score:
    """Return a score that names a target as one by target, where its rule declares no kind."""
    names_target = any(target.fact in score.facts for target in result.targets)
    is_by_target = score.kind == "other" and names_target
    return score.changed(kind="target") if is_by_target else score


def _marks(result: IndicatorResult, scores: Iterable[Score]) -> Iterator[ReadingMark]:
    """Yield ratings by target, then a movement beyond random variation, then comparisons."""
    change, moved = result.change, movement(result)
    rated = sorted(scores, key=lambda score: score.kind != "target")
    targets = [score for score in rated if score.kind == "target"]
    if _are_opposite(targets):
        yield ReadingMark(label=_("rated two ways"), shape="diamond", tone="between")
    else:
        for score in targets:
            yield ReadingMark(label=score.label, shape=score.shape, tone=score.tone)
    if change is not None and change.test == "beyond" and moved in ("better", "worse"):
        shape = "circle" if moved == "better" else "triangle"
        yield ReadingMark(label=_(_MOVES[moved]), shape=shape, tone=moved)
    for score in rated[len(targets) :]:
        yield ReadingMark(label=score.label, shape=score.shape, tone=score.tone)


def _are_opposite(scores: Iterable[Score]) -> bool:
    return {"better", "worse"} <= {score.tone for score in scores}


def _contradiction(scores: Iterable[Score]) -> str | None:
    """Return the first rating by target and by interval that are opposite, in a sentence."""
    for first, second in combinations(scores, 2):
        if first.kind != second.kind and _are_opposite((first, second)):
            return _("It is {first}, and {second}.", first=first.label, second=second.label)
    return None


def movement(result: IndicatorResult) -> Tone | None:
    """Return whether the latest figure is better or worse than the one before.

    A change that is no further from a wanted range, or is none, is ``between``.
    """
    change = result.change
    if change is None:
        return None
    if result.direction in (None, "neutral"):
        return "neutral"
    if result.direction == "range" or change.amount == 0:
        return "between"
    return "better" if (change.amount > 0) == (result.direction == "higher") else "worse"


def _opposite_ratings(scores: Iterable[Score]) -> Iterator[str]:
    """Yield which two ratings against the target one mark stands for."""
    targets = [score for score in scores if score.kind == "target"]
    for first, second in combinations(targets, 2):
        if _are_opposite((first, second)):
            yield _("{first}, and {second}", first=first.label, second=second.label)


def _remarks(result: IndicatorResult, *, rates_targets: bool) -> Iterator[str]:
    if result.direction is None:
        yield _("which way is better is not stated")
    elif result.direction == "neutral":
        yield _("neither high nor low is better")
    elif rates_targets and not result.targets:
        yield _("no target")
    change: Change | None = result.change
    has_better = result.direction not in (None, "neutral")
    if change is not None and change.amount and has_better and change.test:
        yield _(_TESTS[change.test])
