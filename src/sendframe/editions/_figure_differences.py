"""Compare the figures of two editions: added, withdrawn or restated."""

from collections.abc import Callable, Iterator, Mapping

import attrs

from sendframe.figures import Fault, row_faults
from sendframe.language import gettext as _
from sendframe.language import joined
from sendframe.model import FrozenMap, Indicator, Observation, Observations, short_repr
from sendframe.statistics import amount

from ._difference import Difference, DifferenceKind
from ._document_tree import Titles, title_by_id
from ._paired_rows import paired_rows

__all__ = ["FigureSide", "figure_differences"]

_MOST_DECIMALS = 3


@attrs.frozen
class FigureSide:
    """The figures of one side of a comparison, with what is known of them.

    Attributes:
        observations: The figures.
        indicators: Their definitions, which say which figures contradict themselves.
        doubts: Codes of the checks that doubt them, by row.
    """

    __repr__ = short_repr

    observations: Observations
    indicators: Mapping[str, Indicator] = FrozenMap()
    doubts: Mapping[int, tuple[str, ...]] = attrs.field(factory=dict)

    def texts(self) -> Callable[[int], str]:
        """Return the function that returns the figure of a row as text, with its marks."""
        faults = row_faults(self.observations, self.indicators.values())

        def text(row: int) -> str:
            return _figure_text(self.observations[row], faults[row], self.doubts.get(row, ()))

        return text


def _figure_text(figure: Observation, fault: Fault | None, doubts: tuple[str, ...]) -> str:
    if figure.value is None:
        return str(figure.symbol)
    is_integer = figure.value.is_integer()
    text = amount(figure.value, 0 if is_integer else _MOST_DECIMALS)
    if figure.numerator is not None and figure.denominator is not None:
        part, total = amount(figure.numerator), amount(figure.denominator)
        text += f" ({_('{part} of {total}', part=part, total=total)})"
    if figure.status != "final":
        text += f", {_(figure.status)}"
    if fault is not None:
        text += f" ({_(fault.title)})"
    if doubts:
        mark = _("in doubt: {codes}", codes=joined(doubts))
        text += f" ({mark})"
    return text


def _content(figure: Observation) -> tuple[object, ...]:
    return (figure.value, figure.symbol, figure.numerator, figure.denominator, figure.status)


def figure_differences(old: FigureSide, new: FigureSide, titles: Titles) -> Iterator[Difference]:
    """Yield the figures that were added, withdrawn or restated.

    Figures are paired by indicator, area, period and dimensions. The same figure in another
    release is no difference.

    Args:
        old: The older figures.
        new: The newer figures.
        titles: Titles of indicators and areas.
    """
    old_text, new_text = old.texts(), new.texts()

    def words(old_row: int | None, new_row: int | None) -> tuple[str | None, str | None]:
        return (
            None if old_row is None else old_text(old_row),
            None if new_row is None else new_text(new_row),
        )

    for old_row, new_row in paired_rows(old.observations, new.observations):
        before = None if old_row is None else old.observations[old_row]
        after = None if new_row is None else new.observations[new_row]
        if before is None and after is not None:
            yield _figure_difference("added", after, titles, *words(old_row, new_row))
        elif after is None and before is not None:
            yield _figure_difference("removed", before, titles, *words(old_row, new_row))
        elif before is not None and after is not None and _content(before) != _content(after):
            yield _figure_difference("restated", after, titles, *words(old_row, new_row))


def _figure_difference(
    kind: DifferenceKind,
    figure: Observation,
    titles: Titles,
    before: str | None,
    after: str | None,
) -> Difference:
    dimensions = ", ".join(f"{key} {value}" for key, value in figure.dimensions.items())
    area = title_by_id(titles, ("observed-area", "area"), figure.area)
    indicator = title_by_id(titles, ("indicator",), figure.indicator)
    place = f"{area}, {figure.period}" + (f", {dimensions}" if dimensions else "")
    return Difference(
        kind,
        "figure",
        figure.indicator,
        f"{indicator}: {place}",
        field="value",
        before=before,
        after=after,
        ids=(figure.area,),
    )
