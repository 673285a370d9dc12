"""Words, cells and marks that several sections share."""

from collections.abc import Iterable

from sendframe.figures import fault_by_code
from sendframe.model import IndicatorResult, Point, Score
from sendframe.statistics import amount

from ._report_model import Cell, Mark

__all__ = [
    "NOTHING",
    "change_cell",
    "counted",
    "counts_text",
    "figure_text",
    "joined",
    "latest_text",
    "mark_of",
    "plugin_suffix",
]

NOTHING = "–"
"""Text of a cell that has nothing to show."""


def counted(number: int, singular: str, plural: str) -> str:
    """Return a number with its noun.

    Examples:
        >>> counted(1, "priority", "priorities"), counted(5, "priority", "priorities")
        ('1 priority', '5 priorities')
    """
    return f"{number} {singular if number == 1 else plural}"


def joined(words: Iterable[str]) -> str:
    """Join words with commas and a last "and".

    Examples:
        >>> joined(["one", "two", "three"])
        'one, two and three'
    """
    parts = list(words)
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def plugin_suffix(made_by: str) -> str:
    """Return the name of a plug-in in brackets; an empty text for sendframe itself.

    Examples:
        >>> plugin_suffix("kent (sendframe-kent 1.2.0)"), plugin_suffix("sendframe 0.1.0")
        (' (kent, sendframe-kent 1.2.0)', '')
    """
    name, _, rest = made_by.partition(" (")
    return f" ({name}, {rest.removesuffix(')')})" if rest else ""


def figure_text(result: IndicatorResult, point: Point | None) -> str:
    """Return a figure as printed; without a value, what its symbol means."""
    if point is None:
        return "no figure"
    if point.value is None:
        meaning = "no rate" if point.denominator == 0 else point.meaning or "no figure"
        return f"{meaning} ({point.symbol})" if point.symbol else meaning
    text = amount(point.value, result.decimals, result.unit_text)
    return text if point.fault is None else f"{text} ({fault_by_code(point.fault).title})"


def counts_text(point: Point) -> str:
    """Return numerator and denominator as printed; an empty text where either is missing."""
    if point.numerator is None or point.denominator is None:
        return ""
    return f"{amount(point.numerator)} of {amount(point.denominator)}"


def latest_text(result: IndicatorResult, latest: Point) -> str:
    """Return the latest figure with its counts and its period."""
    counts = counts_text(latest)
    brackets = f" ({counts})" if counts else ""
    return f"{figure_text(result, latest)}{brackets}, {latest.period}"


def change_cell(result: IndicatorResult) -> Cell:
    """Return the change from the period before, with its sign and unit."""
    if result.change is None:
        return Cell(NOTHING, number=True)
    number = amount(result.change.amount, result.decimals)
    unit = " points" if result.unit == "percent" else ""
    sign = "+" if result.change.amount > 0 else ""
    return Cell(f"{sign}{number}{unit}".replace("-", "−"), (result.change.fact,), number=True)


def mark_of(score: Score) -> Mark:
    """Return the mark that shows a score."""
    return Mark(score.label, score.shape, score.tone)
