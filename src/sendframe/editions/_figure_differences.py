"""Compare the figures of two editions: added, withdrawn or restated."""

from collections.abc import Iterator

from sendframe.language import gettext as _
from sendframe.model import Observation, Observations
from sendframe.statistics import amount

from ._difference import Difference, DifferenceKind
from ._document_tree import Titles, title_by_id
from ._paired_rows import paired_rows

__all__ = ["figure_differences"]

_MOST_DECIMALS = 3


def _figure_text(figure: Observation) -> str:
    if figure.value is None:
        return str(figure.symbol)
    is_integer = figure.value.is_integer()
    text = amount(figure.value, 0 if is_integer else _MOST_DECIMALS)
    if figure.numerator is not None and figure.denominator is not None:
        part, total = amount(figure.numerator), amount(figure.denominator)
        text += f" ({_('{part} of {total}', part=part, total=total)})"
    return text if figure.status == "final" else f"{text}, {_(figure.status)}"


def _content(figure: Observation) -> tuple[object, ...]:
    return (figure.value, figure.symbol, figure.numerator, figure.denominator, figure.status)


def figure_differences(
    old: Observations, new: Observations, titles: Titles
) -> Iterator[Difference]:
    """Yield the figures that were added, withdrawn or restated.

    Figures are paired by indicator, area, period and dimensions. The same figure in another
    release is no difference.

    Args:
        old: The older figures.
        new: The newer figures.
        titles: Titles of indicators and areas.
    """
    for old_row, new_row in paired_rows(old, new):
        before = None if old_row is None else old[old_row]
        after = None if new_row is None else new[new_row]
        if before is None and after is not None:
            yield _figure_difference("added", after, titles, None, _figure_text(after))
        elif after is None and before is not None:
            yield _figure_difference("removed", before, titles, _figure_text(before), None)
        elif before is not None and after is not None and _content(before) != _content(after):
            yield _figure_difference(
                "restated", after, titles, _figure_text(before), _figure_text(after)
            )


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
