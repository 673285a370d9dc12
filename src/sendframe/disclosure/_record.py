"""What earlier editions showed and hid, and what one more adds to it."""

from collections.abc import Iterable

import attrs

from sendframe.figures import Figures
from sendframe.model import Period, ShownCell, ShownEdition, ShownRecord, Text, short_repr

__all__ = ["EarlierEditions", "extended_record"]

_Name = tuple[str, str, Period, tuple[tuple[str, str], ...]]
_Numbers = tuple[float | None, float | None, float | None]


@attrs.frozen(eq=False)
class EarlierEditions:
    """What earlier editions showed and hid, by figure.

    Attributes:
        hidden: Figures that one of them hid. They stay hidden, whatever day is evaluated.
        shown: The numbers that they showed; of a figure that was revised there are several.
    """

    __repr__ = short_repr

    hidden: frozenset[_Name] = frozenset()
    shown: dict[_Name, set[_Numbers]] = attrs.Factory(dict)

    @classmethod
    def of(cls, records: Iterable[ShownRecord]) -> "EarlierEditions":
        """Return what the editions of some records showed and hid."""
        hidden: set[_Name] = set()
        shown: dict[_Name, set[_Numbers]] = {}
        for record in records:
            for edition in record.editions:
                for cell in edition.cells:
                    name = _name_of(cell)
                    if cell.hidden:
                        hidden.add(name)
                    else:
                        numbers = (cell.value, cell.numerator, cell.denominator)
                        shown.setdefault(name, set()).add(numbers)
        return cls(frozenset(hidden), shown)

    def was_hidden(self, figures: Figures, row: int) -> bool:
        """Say whether an earlier edition hid the figure of a row."""
        return bool(self.hidden) and _row_name(figures, row) in self.hidden

    def was_shown(self, figures: Figures, row: int) -> bool:
        """Say whether an earlier edition showed the figure of a row with the same numbers."""
        if not self.shown:
            return False
        return _numbers(figures, row) in self.shown.get(_row_name(figures, row), ())


def _name_of(cell: ShownCell) -> _Name:
    return cell.indicator, cell.area, cell.period, tuple(sorted(cell.dimensions.items()))


def _row_name(figures: Figures, row: int) -> _Name:
    return (
        figures.indicator_of(row).id,
        figures.areas[figures.area_of(row)],
        figures.period_of(row),
        tuple(sorted(figures.dimensions_of(row).items())),
    )


def _numbers(figures: Figures, row: int) -> _Numbers:
    value, numerator, denominator = (
        None if number != number else number  # noqa: PLR0124  # NaN stands for None
        for number in (figures.value[row], figures.numerator[row], figures.denominator[row])
    )
    return value, numerator, denominator


def extended_record(
    record: ShownRecord | None,
    shown: Figures,
    *,
    profiles: Iterable[str],
    policy: str,
    voices: Iterable[str] = (),
) -> ShownRecord:
    """Return a record with one more edition: what it shows or hides in another way than before.

    Args:
        record: The record so far; None for the first edition.
        shown: What the edition shows; see `disclose`.
        profiles: Ids of its reports.
        policy: The disclosure policy.
        voices: Ids of the voices that it may quote.
    """
    before = record or ShownRecord(id="shown", title=Text(default="What was shown"))
    latest = {_name_of(cell): cell for edition in before.editions for cell in edition.cells}
    cells: list[ShownCell] = []
    for row in range(len(shown)):
        cell = _cell(shown, row)
        if cell is not None and latest.get(_name_of(cell)) != cell:
            cells.append(cell)
    edition = ShownEdition(
        as_at=shown.as_at,
        profiles=tuple(sorted(profiles)),
        policy=policy,
        cells=tuple(cells),
        voices=tuple(sorted(voices)),
    )
    if not cells and any(each.changed(cells=()) == edition for each in before.editions):
        return before  # the same reports were made before
    return before.changed(editions=(*before.editions, edition))


def _cell(shown: Figures, row: int) -> ShownCell | None:
    """Return the figure of a row as it is shown; None where it is no count of people, or a symbol."""
    value, numerator, denominator = _numbers(shown, row)
    is_symbol = value is None and not shown.hidden[row]
    if is_symbol or not shown.indicator_of(row).counts_people:
        return None
    indicator, area, period, _ = _row_name(shown, row)
    return ShownCell(
        indicator=indicator,
        area=area,
        period=period,
        dimensions=shown.dimensions_of(row),
        value=value,
        numerator=numerator,
        denominator=denominator,
    )
