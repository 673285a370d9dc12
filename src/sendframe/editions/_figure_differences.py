"""Compare the figures of two editions: added, withdrawn or restated."""

from collections.abc import Iterator

from sendframe.figures import precedence
from sendframe.language import gettext as _
from sendframe.model import Observation, Observations
from sendframe.statistics import amount

from ._difference import Difference, DifferenceKind
from ._document_tree import Titles, title_by_id

__all__ = ["figure_differences", "newest_figures"]

_Key = tuple[object, ...]
_MOST_DECIMALS = 3


def newest_figures(table: Observations) -> dict[_Key, Observation]:
    """Return the figure of each series and period; of several releases that of the newest."""
    keys = zip(table.indicator, table.area, table.period, table.dimensions, strict=True)
    rows: dict[_Key, int] = {}
    for row, key in enumerate(keys):
        rows[key] = max(rows.get(key, row), row, key=lambda candidate: precedence(table, candidate))
    return {key: table[row] for key, row in rows.items()}


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
    before, after = newest_figures(old), newest_figures(new)
    for key, figure in after.items():
        old_figure = before.get(key)
        if old_figure is None:
            yield _figure_difference("added", figure, titles, None, _figure_text(figure))
        elif _content(old_figure) != _content(figure):
            yield _figure_difference(
                "restated", figure, titles, _figure_text(old_figure), _figure_text(figure)
            )
    for key, figure in before.items():
        if key not in after:
            yield _figure_difference("removed", figure, titles, _figure_text(figure), None)


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
