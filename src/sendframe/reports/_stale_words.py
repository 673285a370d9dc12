"""Figures that have changed since somebody put them in simple words."""

from collections.abc import Iterable, Iterator

from sendframe.model import IndicatorResult, Point, Variant
from sendframe.statistics import amount

__all__ = ["StaleWords"]


class StaleWords:
    """Finds simple words whose figure has changed, or is no longer the newest.

    Args:
        results: The results of all indicators.
    """

    def __init__(self, results: Iterable[IndicatorResult]) -> None:
        self.figures = {
            point.fact: (result, point) for result in results for point in result.points
        }
        """Each figure of an indicator by the id of its fact."""

    def problems(self, variant: Variant) -> Iterator[tuple[str, str]]:
        """Yield each fact that has changed since words were written, and what has become of it.

        That there is a newer figure is said of the newest fact that the words name of an indicator.
        """
        newest: dict[str, str] = {}
        for simplified in variant.simplifies:
            fact, value = simplified.fact, simplified.value
            if fact not in self.figures:
                yield fact, f"there is no figure '{fact}' any more; it was {value}"
                continue
            result, point = self.figures[fact]
            known = newest.setdefault(result.indicator, fact)
            if point.period.last_day > self.figures[known][1].period.last_day:
                newest[result.indicator] = fact
            if _text(result, point) != value:
                yield fact, f"'{fact}' was {value}, and is {_text(result, point)}"
        for fact in newest.values():
            result, point = self.figures[fact]
            latest = result.latest
            if latest is not None and latest.fact != fact:
                newer = f"{_text(result, latest)} {latest.period.phrase}"
                yield (
                    fact,
                    f"'{fact}' was {_text(result, point)}, and there is a newer figure: {newer}",
                )


def _text(result: IndicatorResult, point: Point) -> str:
    if point.value is None:
        return point.meaning or "no figure"
    return amount(point.value, result.decimals, result.unit_text)
