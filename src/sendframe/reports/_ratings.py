"""What rules say of an indicator, a priority or a criterion: their scores, and why they refused."""

from collections.abc import Iterable

from sendframe.model import Refusal, Score, SubjectResult

from ._context import mark_of
from ._model import Cell, Mark, Table

__all__ = ["rules_about_criteria", "what_rules_say"]

Row = tuple[Cell, ...]


def _rows(scores: Iterable[Score], refusals: Iterable[Refusal]) -> list[Row]:
    rows: list[Row] = [
        (
            Cell(score.rule),
            Cell("", score.facts, mark_of(score)),
            Cell(score.statement, score.facts),
        )
        for score in scores
    ]
    rows += [
        (Cell(each.rule), Cell("", each.facts, Mark("not scored", "bar")), Cell(each.reason))
        for each in refusals
    ]
    return rows


def _sources(scores: Iterable[Score]) -> str:
    return " ".join(sorted({f"{each.rule}: {each.source}." for each in scores}))


def what_rules_say(
    title: str, scores: tuple[Score, ...], refusals: tuple[Refusal, ...]
) -> Table | None:
    """Return a table of scores and refusals; None where no rule was chosen."""
    rows = _rows(scores, refusals)
    if not rows:
        return None
    columns = ("Rule", "Result", "Why")
    return Table(f"{title}: what rules say", columns, tuple(rows), _sources(scores))


def rules_about_criteria(title: str, subjects: Iterable[SubjectResult]) -> Table | None:
    """Return a table of what rules say of several criteria; None where no rule was chosen."""
    known = tuple(subjects)
    rows = tuple(
        (Cell(f"{each.label}. {each.title}"), *row)
        for each in known
        for row in _rows(each.scores, each.refusals)
    )
    if not rows:
        return None
    note = _sources(score for each in known for score in each.scores)
    columns = ("Criterion", "Rule", "Result", "Why")
    return Table(f"{title}: what rules say", columns, rows, note)
