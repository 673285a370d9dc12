"""What another release of some figures makes of the scores of an area."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Literal

import attrs

from sendframe.model import Evaluation, IndicatorResult, Observations, Refusal, Score

__all__ = ["ScoreChange", "ScoreChangeKind", "score_changes", "with_figures"]

ScoreChangeKind = Literal["scored", "refused", "band", "figures", "reason"]
"""What became of what a rule said.

``scored``: it had refused, or had not been asked, and scores now. ``refused``: it had scored, and
no longer does. ``band``: another band or label. ``figures``: the same band, on other figures.
``reason``: it refuses for another reason.
"""


@attrs.frozen
class ScoreChange:
    """What a rule says of an indicator before and after. Fields and kinds are API.

    Attributes:
        kind: What became of it.
        indicator: Id of the indicator.
        title: Its title.
        rule: Id of the rule.
        before: What it said; None where it was not asked, or is not asked that often.
        after: What it says.
    """

    kind: ScoreChangeKind
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
    return base.take([row for row, key in enumerate(_keys(base)) if key not in gone]) + given


def _keys(table: Observations) -> Iterator[tuple[object, ...]]:
    return zip(table.indicator, table.area, table.period, table.dimensions, strict=True)


def score_changes(before: Evaluation, after: Evaluation) -> tuple[ScoreChange, ...]:
    """Return every score and refusal that differs between two evaluations of an area.

    Args:
        before: With the older figures.
        after: With the newer figures.

    Returns:
        Effects by indicator and rule, sorted.
    """
    old = {each.indicator: each for each in before.indicators}
    new = {each.indicator: each for each in after.indicators}
    found: list[ScoreChange] = []
    for id_ in sorted(old.keys() | new.keys()):
        was, now = _verdicts(old.get(id_)), _verdicts(new.get(id_))
        title = (new.get(id_) or old[id_]).title
        for rule in sorted(was.keys() | now.keys()):
            for one, two in zip_longest(was.get(rule, ()), now.get(rule, ())):
                kind = _kind(one, two)
                if kind is not None:
                    found.append(ScoreChange(kind, id_, title, rule, one, two))
    return tuple(found)


def _verdicts(result: IndicatorResult | None) -> dict[str, list[Score | Refusal]]:
    """Return what each rule said, in order: it may have been chosen several times."""
    found: dict[str, list[Score | Refusal]] = {}
    if result is not None:
        said: tuple[Score | Refusal, ...] = (*result.scores, *result.refusals)
        for each in said:
            found.setdefault(each.rule, []).append(each)
    return found


def _kind(before: Score | Refusal | None, after: Score | Refusal | None) -> ScoreChangeKind | None:
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
