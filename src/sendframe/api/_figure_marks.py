"""Columns that say which figures of a table contradict themselves or are in doubt."""

from collections.abc import Iterable, Sequence

from sendframe.figures import row_doubts, row_faults
from sendframe.model import ComparatorSet, Indicator, Observations

__all__ = ["figure_marks"]


def figure_marks(
    observations: Observations,
    indicators: Iterable[Indicator],
    comparators: Sequence[ComparatorSet] = (),
) -> dict[str, list[str | None]]:
    """Return the columns ``fault`` and ``doubts`` for the frame of a table of figures.

    A table does not define its indicators, so that `Observations.to_frame` has neither. Targets are
    not looked at, and no plug-in runs: `evaluate` knows more of the figures of one area.

    Args:
        observations: The figures.
        indicators: The definitions of their indicators; figures of others have no mark.
        comparators: The sets that every area is compared with.

    Returns:
        By name of the column, one value for each figure: the code of its fault; the codes of the
        checks that doubt it, with spaces between; None for none. Doubts are those of the newest
        release of a figure.

    Examples:
        >>> from sendframe.model import CalendarYear, Text
        >>> table = Observations.of_columns(
        ...     indicator=["rate"] * 3, area=["ZZ0000001"] * 3,
        ...     period=[CalendarYear(year=year) for year in (2022, 2023, 2024)],
        ...     value=[68.0, 7.1, 152.3],
        ... )
        >>> rate = Indicator(
        ...     id="rate", title=Text(default="Rate"), unit="percent", direction="higher"
        ... )
        >>> figure_marks(table, [rate])
        {'fault': [None, None, 'impossible'], 'doubts': [None, 'SFR407', None]}
    """
    known = tuple(indicators)
    doubts = row_doubts(observations, known, comparators)
    return {
        "fault": [fault and fault.code for fault in row_faults(observations, known)],
        "doubts": [" ".join(doubts.get(row, ())) or None for row in range(len(observations))],
    }
