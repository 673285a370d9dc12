"""Hide small numbers in figures, before anything is computed from them."""

from collections.abc import Iterable, Iterator

import attrs

from sendframe.figures import Figures
from sendframe.language import gettext as _
from sendframe.model import Indicator, period_text, short_repr

from ._policy import DisclosurePolicy

__all__ = ["ShownFigures", "disclose"]


@attrs.frozen(eq=False, slots=False)
class ShownFigures(Figures):
    """Figures in which the symbol of the policy replaces those that must be hidden.

    An evaluation of them is public: nothing in it is computed from a hidden number.

    Attributes:
        policy: The policy that was applied.
    """

    __repr__ = short_repr

    policy: DisclosurePolicy

    @property
    def hidden_cells(self) -> tuple[str, ...]:
        """The cell of each hidden figure, as text; sorted.

        Passed to `disclose` for the next edition, so that hidden figures stay hidden.
        """
        rows = (row for row, is_hidden in enumerate(self.hidden) if is_hidden)
        return tuple(sorted(cell_text(self, row) for row in rows))

    def symbol_of(self, row: int) -> tuple[str | None, str | None]:
        """Return the symbol in place of the figure of a row, and its meaning."""
        if self.hidden[row]:
            return self.policy.symbol, _(self.policy.meaning)
        return super().symbol_of(row)

    def hidden_symbol(self, indicator: Indicator, value: float) -> tuple[str, str] | None:
        """Return the symbol and meaning for a derived figure of few people; None where it is shown."""
        if indicator.is_count and indicator.counts_people and self.policy.is_small(value):
            return self.policy.symbol, _(self.policy.meaning)
        return None


def cell_text(figures: Figures, row: int) -> str:
    """Return the cell of a row as text: indicator, area, period and dimensions."""
    period = figures.period_of(row)
    dimensions = "".join(f" {name}={value}" for name, value in figures.dimensions_of(row).items())
    subject = f"{figures.indicator_of(row).id} {figures.areas[figures.area_of(row)]}"
    return f"{subject} {period.kind} {period_text(period)}{dimensions}"


def disclose(
    figures: Figures, policy: DisclosurePolicy, *, previously_hidden: Iterable[str] = ()
) -> ShownFigures:
    """Hide the figures of few people in all areas and periods.

    Args:
        figures: The figures.
        policy: The policy to apply.
        previously_hidden: Cells that were hidden in an earlier edition, from
            `ShownFigures.hidden_cells`. They stay hidden, so that comparing two editions does not
            reveal them.

    Examples:
        >>> from datetime import date
        >>> from sendframe.disclosure import POLICIES
        >>> from sendframe.figures import figures_of
        >>> from sendframe.model import CalendarYear, Observations, Text
        >>> table = Observations.of_columns(
        ...     indicator=["plans"], area=["ZZ0000001"], period=[CalendarYear(year=2024)],
        ...     value=[3.0],
        ... )
        >>> plans = Indicator(
        ...     id="plans", title=Text(default="Plans"), unit="children", direction="neutral"
        ... )
        >>> figures = figures_of(table, [plans], as_at=date(2026, 1, 31))
        >>> figure, = disclose(figures, POLICIES["cautious"]).series("plans", "ZZ0000001")
        >>> figure.value, figure.symbol
        (None, 'c')
    """
    previously = frozenset(previously_hidden)
    rows = {row for row in range(len(figures)) if _is_small(figures, row, policy)}
    if previously:
        rows |= {row for row in range(len(figures)) if cell_text(figures, row) in previously}
    if policy.secondary:
        rows |= set(_secondary_rows(figures, rows))
    columns = {field.name: getattr(figures, field.name) for field in attrs.fields(Figures)}
    return ShownFigures(**(columns | figures.columns_without(rows)), policy=policy)


def _is_small(figures: Figures, row: int, policy: DisclosurePolicy) -> bool:
    """Say whether a figure is about so few people that it is hidden.

    Its counts are tested, and the rest as well: 97 of 100 reveals three.
    """
    value, numerator, denominator = (
        figures.value[row],
        figures.numerator[row],
        figures.denominator[row],
    )
    if not (
        policy.is_small(value)
        or policy.is_small(numerator)
        or policy.is_small(denominator)
        or policy.is_small(denominator - numerator)
    ):
        return False
    indicator = figures.indicator_of(row)
    if not indicator.counts_people or _is_published(figures, row, indicator, policy):
        return False
    counts = [numerator, denominator, denominator - numerator]
    if indicator.is_count:
        counts = [value, numerator, denominator]
    return any(policy.is_small(count) for count in counts)


def _is_published(
    figures: Figures, row: int, indicator: Indicator, policy: DisclosurePolicy
) -> bool:
    """Say whether an official publisher has published the figure, which must be a total."""
    return (
        policy.published_totals
        and indicator.series_status == "published"
        and not figures.dimensions_of(row)
        and figures.observations.release[figures.table_row[row]] is not None
    )


def _secondary_rows(figures: Figures, rows: set[int]) -> Iterator[int]:
    """Yield the row of the smallest other part of each breakdown with a single hidden part."""
    breakdowns: dict[tuple[object, ...], list[int]] = {}
    for row in rows:
        dimensions = figures.dimensions_of(row)
        if len(dimensions) == 1:
            breakdowns.setdefault(_breakdown_of(figures, row), [])
    if not breakdowns:
        return
    for row in range(len(figures)):
        if len(figures.dimensions_of(row)) == 1:
            parts = breakdowns.get(_breakdown_of(figures, row))
            if parts is not None:
                parts.append(row)
    for parts in breakdowns.values():
        if len(rows.intersection(parts)) == 1:
            other_parts = [(figures.value[row], row) for row in parts if row not in rows]
            yield from [row for value, row in sorted(other_parts) if value > 0][:1]


def _breakdown_of(figures: Figures, row: int) -> tuple[object, ...]:
    (dimension,) = figures.dimensions_of(row)
    indicator = figures.indicator_of(row).id
    return indicator, figures.area_of(row), figures.period_of(row), dimension
