"""Compare the scores of two evaluations, such as those before and after a release of figures."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Literal

import attrs

from sendframe.model import Evaluation, IndicatorResult, Observations, Refusal, Score, short_repr

__all__ = ["ScoreChange", "ScoreChangeKind", "replace_figures", "score_changes"]

ScoreChangeKind = Literal["scored", "refused", "band", "figures", "reason"]
"""How the result of a rule changed.

``scored``: it refused or was not applied, and scores now. ``refused``: it scored, and no longer
does. ``band``: another band or label. ``figures``: the same band with other figures. ``reason``:
it refuses for another reason.
"""


@attrs.frozen
class ScoreChange:
    """The change of a rule's result about an indicator. Fields and kinds are API.

    Attributes:
        kind: How it changed.
        indicator: Id of the indicator.
        title: Its title.
        rule: Id of the rule.
        before: The old result; None where the rule was not applied.
        after: The new result; None where the rule is not applied.
    """

    __repr__ = short_repr

    kind: ScoreChangeKind
    indicator: str
    title: str
    rule: str
    before: Score | Refusal | None
    after: Score | Refusal | None


def replace_figures(
    table: Observations, added: Observations, removed: Iterable[Observations]
) -> Observations:
    """Return a table in which the figures of a release replace others.

    Args:
        table: The table.
        added: The figures to add.
        removed: Tables whose figures are removed first: all of the same indicator, area, period
            and dimensions, of any release.
    """
    removed_keys = {key for removed_table in removed for key in _keys(removed_table)}
    kept = [row for row, key in enumerate(_keys(table)) if key not in removed_keys]
    return table.take(kept) + added


def _keys(table: Observations) -> Iterator[tuple[object, ...]]:
    return zip(table.indicator, table.area, table.period, table.dimensions, strict=True)


def score_changes(before: Evaluation, after: Evaluation) -> tuple[ScoreChange, ...]:
    """Return every score and refusal that differs between two evaluations of an area.

    Args:
        before: With the older figures.
        after: With the newer figures.

    Returns:
        Changes sorted by indicator and rule.
    """
    old = {result.indicator: result for result in before.indicators}
    new = {result.indicator: result for result in after.indicators}
    changes: list[ScoreChange] = []
    for id_ in sorted(old.keys() | new.keys()):
        old_verdicts, new_verdicts = _verdicts(old.get(id_)), _verdicts(new.get(id_))
        title = (new.get(id_) or old[id_]).title
        for rule in sorted(old_verdicts.keys() | new_verdicts.keys()):
            for old_verdict, new_verdict in zip_longest(
                old_verdicts.get(rule, ()), new_verdicts.get(rule, ())
            ):
                kind = _kind(old_verdict, new_verdict)
                if kind is not None:
                    changes.append(ScoreChange(kind, id_, title, rule, old_verdict, new_verdict))
    return tuple(changes)


def _verdicts(result: IndicatorResult | None) -> dict[str, list[Score | Refusal]]:
    """Return the results of each rule, in order: a rule may have been chosen several times."""
    by_rule: dict[str, list[Score | Refusal]] = {}
    if result is not None:
        verdicts: tuple[Score | Refusal, ...] = (*result.scores, *result.refusals)
        for verdict in verdicts:
            by_rule.setdefault(verdict.rule, []).append(verdict)
    return by_rule


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
