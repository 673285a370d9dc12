"""Tables of what scoring rules return: their scores, and why they refused."""

from collections.abc import Iterable

from sendframe.model import Refusal, Score, SubjectResult

from ._phrase import mark_of
from ._report_model import Cell, Mark, Table

__all__ = ["criteria_rule_results_table", "rule_results_table"]

Row = tuple[Cell, ...]


def rule_results_table(
    title: str, scores: tuple[Score, ...], refusals: tuple[Refusal, ...]
) -> Table | None:
    """Return a table of scores and refusals; None where no rule was chosen."""
    rows = _rows(scores, refusals)
    if not rows:
        return None
    columns = ("Rule", "Result", "Why")
    return Table(f"{title}: what rules say", columns, tuple(rows), _sources(scores))


def criteria_rule_results_table(title: str, criteria: Iterable[SubjectResult]) -> Table | None:
    """Return a table of the scores and refusals of criteria; None where no rule was chosen."""
    results = tuple(criteria)
    rows = tuple(
        (Cell(f"{criterion.label}. {criterion.title}"), *row)
        for criterion in results
        for row in _rows(criterion.scores, criterion.refusals)
    )
    if not rows:
        return None
    note = _sources(score for criterion in results for score in criterion.scores)
    columns = ("Criterion", "Rule", "Result", "Why")
    return Table(f"{title}: what rules say", columns, rows, note)


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
        (
            Cell(refusal.rule),
            Cell("", refusal.facts, Mark("not scored", "bar")),
            Cell(refusal.reason),
        )
        for refusal in refusals
    ]
    return rows


def _sources(scores: Iterable[Score]) -> str:
    return " ".join(sorted({f"{score.rule}: {score.source}." for score in scores}))
