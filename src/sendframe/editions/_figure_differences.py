"""Compare the figures of two editions: added, withdrawn or restated."""

from collections.abc import Iterator, Mapping

from sendframe.figures import Fault, row_faults
from sendframe.language import gettext as _
from sendframe.model import FrozenMap, Indicator, Observation, Observations
from sendframe.statistics import amount

from ._difference import Difference, DifferenceKind
from ._document_tree import Titles, title_by_id
from ._paired_rows import paired_rows

__all__ = ["figure_differences"]

_MOST_DECIMALS = 3
_NO_INDICATORS: Mapping[str, Indicator] = FrozenMap()


def _figure_text(figure: Observation, fault: Fault | None) -> str:
    if figure.value is None:
        return str(figure.symbol)
    is_integer = figure.value.is_integer()
    text = amount(figure.value, 0 if is_integer else _MOST_DECIMALS)
    if figure.numerator is not None and figure.denominator is not None:
        part, total = amount(figure.numerator), amount(figure.denominator)
        text += f" ({_('{part} of {total}', part=part, total=total)})"
    if figure.status != "final":
        text += f", {_(figure.status)}"
    return text if fault is None else f"{text} ({_(fault.title)})"


def _content(figure: Observation) -> tuple[object, ...]:
    return (figure.value, figure.symbol, figure.numerator, figure.denominator, figure.status)


def figure_differences(
    old: Observations,
    new: Observations,
    titles: Titles,
    old_indicators: Mapping[str, Indicator] = _NO_INDICATORS,
    new_indicators: Mapping[str, Indicator] = _NO_INDICATORS,
) -> Iterator[Difference]:
    """Yield the figures that were added, withdrawn or restated.

    Figures are paired by indicator, area, period and dimensions. The same figure in another
    release is no difference.

    Args:
        old: The older figures.
        new: The newer figures.
        titles: Titles of indicators and areas.
        old_indicators: The indicators of the older figures, which say which contradict themselves.
        new_indicators: The indicators of the newer figures.
    """
    old_faults = row_faults(old, old_indicators.values())
    new_faults = row_faults(new, new_indicators.values())
    for old_row, new_row in paired_rows(old, new):
        before = None if old_row is None else old[old_row]
        after = None if new_row is None else new[new_row]
        old_fault = None if old_row is None else old_faults[old_row]
        new_fault = None if new_row is None else new_faults[new_row]
        if before is None and after is not None:
            yield _figure_difference("added", after, titles, None, _figure_text(after, new_fault))
        elif after is None and before is not None:
            text = _figure_text(before, old_fault)
            yield _figure_difference("removed", before, titles, text, None)
        elif before is not None and after is not None and _content(before) != _content(after):
            texts = _figure_text(before, old_fault), _figure_text(after, new_fault)
            yield _figure_difference("restated", after, titles, *texts)


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
