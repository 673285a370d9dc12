"""The figures that may be shown: hidden before anything is worked out from them."""

from collections.abc import Iterable, Iterator

import attrs

from sendframe.figures import Figures
from sendframe.model import Indicator, period_text

from ._policy import DisclosurePolicy

__all__ = ["ShownFigures", "disclose"]


@attrs.frozen(eq=False, slots=False)
class ShownFigures(Figures):
    """Figures in which those that must be hidden hold the symbol of the policy, and no number.

    An evaluation of them is public: nothing in it was worked out from a hidden number.

    Attributes:
        policy: What is hidden.
    """

    policy: DisclosurePolicy

    @property
    def hidden_cells(self) -> tuple[str, ...]:
        """What each hidden figure is about, as text; sorted.

        Handed to the next edition, so that what was hidden once stays hidden.
        """
        rows = (at for at, is_hidden in enumerate(self.hidden) if is_hidden)
        return tuple(sorted(cell_of(self, at) for at in rows))

    def symbol_of(self, at: int) -> tuple[str | None, str | None]:
        """Return what stands in place of the figure of a row, and what it means."""
        if self.hidden[at]:
            return self.policy.symbol, self.policy.meaning
        return super().symbol_of(at)

    def hides(self, indicator: Indicator, value: float) -> tuple[str, str] | None:
        """Return what stands for a figure that was worked out, where it is of few people."""
        if indicator.is_count and indicator.counts_people and self.policy.is_small(value):
            return self.policy.symbol, self.policy.meaning
        return None


def cell_of(figures: Figures, at: int) -> str:
    """Return what a row is about, as text: indicator, area, period and part."""
    period = figures.period_of(at)
    part = "".join(f" {name}={value}" for name, value in figures.part_of(at).items())
    about = f"{figures.indicator_of(at).id} {figures.areas[figures.area_of(at)]}"
    return f"{about} {period.kind} {period_text(period)}{part}"


def disclose(
    figures: Figures, policy: DisclosurePolicy, *, before: Iterable[str] = ()
) -> ShownFigures:
    """Hide the figures of few people, in every area and period alike.

    Args:
        figures: The figures.
        policy: What is hidden.
        before: What was hidden in an earlier edition, as `ShownFigures.hidden_cells` has it. It
            stays hidden, so that two editions side by side do not give it away.

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
    kept = frozenset(before)
    rows = {at for at in range(len(figures)) if _is_primary(figures, at, policy)}
    if kept:
        rows |= {at for at in range(len(figures)) if cell_of(figures, at) in kept}
    if policy.secondary:
        rows |= set(_secondary(figures, rows))
    columns = {field.name: getattr(figures, field.name) for field in attrs.fields(Figures)}
    return ShownFigures(**(columns | figures.without(rows)), policy=policy)


def _is_primary(figures: Figures, at: int, policy: DisclosurePolicy) -> bool:
    """Say whether a figure is about so few people that it is hidden.

    Its own counts are looked at, and those that are left over: 97 of 100 tells of three.
    """
    value, top, bottom = figures.value[at], figures.top[at], figures.bottom[at]
    if not (
        policy.is_small(value)
        or policy.is_small(top)
        or policy.is_small(bottom)
        or policy.is_small(bottom - top)
    ):
        return False
    indicator = figures.indicator_of(at)
    if not indicator.counts_people or _is_published(figures, at, indicator, policy):
        return False
    counts = [top, bottom, bottom - top]
    if indicator.is_count:
        counts = [value, top, bottom]
    return any(policy.is_small(count) for count in counts)


def _is_published(
    figures: Figures, at: int, indicator: Indicator, policy: DisclosurePolicy
) -> bool:
    """Say whether an official publisher has published the figure, of a whole, as it is."""
    return (
        policy.published_totals
        and indicator.series_status == "published"
        and not figures.part_of(at)
        and figures.observations.release[figures.row[at]] is not None
    )


def _secondary(figures: Figures, rows: set[int]) -> Iterator[int]:
    """Yield the smallest other part of each breakdown of which one alone is hidden."""
    breakdowns: dict[tuple[object, ...], list[int]] = {}
    for at in rows:
        part = figures.part_of(at)
        if len(part) == 1:
            breakdowns.setdefault(_breakdown_of(figures, at), [])
    if not breakdowns:
        return
    for at in range(len(figures)):
        if len(figures.part_of(at)) == 1:
            parts = breakdowns.get(_breakdown_of(figures, at))
            if parts is not None:
                parts.append(at)
    for parts in breakdowns.values():
        if len(rows.intersection(parts)) == 1:
            others = [(figures.value[at], at) for at in parts if at not in rows]
            yield from [at for value, at in sorted(others) if value > 0][:1]


def _breakdown_of(figures: Figures, at: int) -> tuple[object, ...]:
    (dimension,) = figures.part_of(at)
    indicator = figures.indicator_of(at).id
    return indicator, figures.area_of(at), figures.period_of(at), dimension
