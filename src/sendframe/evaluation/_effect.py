"""What another release of some figures makes of the scores of an area."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any, Literal

import attrs

from sendframe.model import Evaluation, FrozenMap, IndicatorResult, Observations, Refusal, Score

__all__ = ["Effect", "EffectKind", "effects_of", "with_figures"]

EffectKind = Literal["scored", "refused", "band", "figures", "reason"]
"""What became of what a rule said.

``scored``: it had refused, or had not been asked, and scores now. ``refused``: it had scored, and
no longer does. ``band``: another band or label. ``figures``: the same band, on other figures.
``reason``: it refuses for another reason.
"""

_COLUMNS = tuple(each.name for each in attrs.fields(Observations))


@attrs.frozen
class Effect:
    """What a rule says of an indicator before and after. Fields and kinds are API.

    Attributes:
        kind: What became of it.
        indicator: Id of the indicator.
        title: Its title.
        rule: Id of the rule.
        before: What it said; None where it was not asked, or is not asked that often.
        after: What it says.
    """

    kind: EffectKind
    indicator: str
    title: str
    rule: str
    before: Score | Refusal | None
    after: Score | Refusal | None


def with_figures(
    base: Observations, given: Observations, without: Iterable[Observations]
) -> Observations:
    """Return a table in which the figures of a release stand in place of others.

    Args:
        base: The table.
        given: The figures that are put in place.
        without: Tables whose figures are taken out first: all of the same indicator, area, period
            and dimensions, whichever release gives them.
    """
    gone = {key for table in without for key in _keys(table)}
    kept = [row for row, key in enumerate(_keys(base)) if key not in gone]
    made: dict[str, Any] = {}
    for name in _COLUMNS:
        mine, theirs = getattr(base, name), getattr(given, name)
        if isinstance(mine, tuple):
            made[name] = (*(mine[row] for row in kept), *theirs)
        else:
            made[name] = FrozenMap({**theirs, **mine, **_own(name, theirs)})
    return Observations(**made)


def _own(name: str, theirs: object) -> dict[str, object]:
    """Return the meanings of symbols that a release gives for itself; they go before others."""
    if name != "symbols" or not isinstance(theirs, FrozenMap):
        return {}
    return {key: each for key, each in theirs.items() if " " in key}


def _keys(table: Observations) -> Iterator[tuple[object, ...]]:
    return zip(table.indicator, table.area, table.period, table.dimensions, strict=True)


def effects_of(before: Evaluation, after: Evaluation) -> tuple[Effect, ...]:
    """Return every score and refusal that differs between two evaluations of an area.

    Args:
        before: With the older figures.
        after: With the newer figures.

    Returns:
        Effects by indicator and rule, sorted.
    """
    old = {each.indicator: each for each in before.indicators}
    new = {each.indicator: each for each in after.indicators}
    found: list[Effect] = []
    for id_ in sorted(old.keys() | new.keys()):
        was, now = _verdicts(old.get(id_)), _verdicts(new.get(id_))
        title = (new.get(id_) or old[id_]).title
        for rule in sorted(was.keys() | now.keys()):
            for one, two in zip_longest(was.get(rule, ()), now.get(rule, ())):
                kind = _kind(one, two)
                if kind is not None:
                    found.append(Effect(kind, id_, title, rule, one, two))
    return tuple(found)


def _verdicts(result: IndicatorResult | None) -> dict[str, list[Score | Refusal]]:
    """Return what each rule said, in order: it may have been chosen several times."""
    found: dict[str, list[Score | Refusal]] = {}
    if result is not None:
        said: tuple[Score | Refusal, ...] = (*result.scores, *result.refusals)
        for each in said:
            found.setdefault(each.rule, []).append(each)
    return found


def _kind(before: Score | Refusal | None, after: Score | Refusal | None) -> EffectKind | None:
    if before == after:
        return None
    if isinstance(after, Score):
        if not isinstance(before, Score):
            return "scored"
        same = (before.band, before.label) == (after.band, after.label)
        return "figures" if same else "band"
    if isinstance(before, Score) or before is None or after is None:
        return "refused"
    return "reason"
