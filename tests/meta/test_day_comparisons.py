"""Dates are compared with the day of an evaluation in one module, where each boundary is tested."""

import ast
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ALLOWED = ROOT / "src" / "sendframe" / "model" / "_day.py"
DAY = "as_at"
ORDER = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


def modules() -> Iterator[Path]:
    """Yield every module of sendframe and its plug-ins."""
    yield from (ROOT / "src").rglob("*.py")
    yield from (ROOT / "plugins").glob("*/src/**/*.py")


def names_the_day(node: ast.expr) -> bool:
    """Say whether an expression is the day of an evaluation, or is worked out from it."""
    return any(
        (isinstance(part, ast.Name) and part.id == DAY)
        or (isinstance(part, ast.Attribute) and part.attr == DAY)
        for part in ast.walk(node)
    )


def comparisons(source: str) -> Iterator[int]:
    """Yield the line of each comparison by order that the day of an evaluation stands in."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            if any(
                isinstance(operator, ORDER) and (names_the_day(left) or names_the_day(right))
                for operator, (left, right) in zip(node.ops, pairwise(sides), strict=True)
            ):
                yield node.lineno


@pytest.mark.parametrize(
    "line",
    [
        "day <= as_at",
        "as_at > period.last_day",
        "first < context.as_at <= last",
        "self.evaluation.as_at >= day",
        "[day for day in days if day < as_at]",
        "(context.as_at - day).days > 30",
    ],
)
def test_a_comparison_with_the_day_is_found(line: str) -> None:
    """On either side, as a name or as an attribute, and within a sum."""
    assert list(comparisons(line)) == [1]


@pytest.mark.parametrize(
    "line", ["day <= other", "as_at == day", "known_by(day, as_at)", "as_at is None"]
)
def test_other_comparisons_are_left_alone(line: str) -> None:
    """Equality has no boundary, and a call is judged where it is defined."""
    assert list(comparisons(line)) == []


def test_dates_are_compared_with_the_day_in_one_module() -> None:
    """Wherever else it matters, a function of that module is called."""
    found = {
        f"{path.relative_to(ROOT)}:{line}"
        for path in modules()
        for line in comparisons(path.read_text("utf-8"))
        if path != ALLOWED
    }
    assert found == set()


def test_that_module_holds_all_there_are() -> None:
    """So the test above looks where the comparisons are."""
    assert len(list(comparisons(ALLOWED.read_text("utf-8")))) == 5
