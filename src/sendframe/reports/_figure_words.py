"""Words about one figure: its change, its counts, others, its target, and its place."""

from collections.abc import Iterator, Sequence

import attrs

from sendframe.figures import fault_by_code
from sendframe.language import N_, joined, ngettext, ordinal
from sendframe.language import gettext as _
from sendframe.model import (
    Change,
    Comparison,
    Indicator,
    IndicatorResult,
    LocalArea,
    Point,
    TargetPosition,
    short_repr,
)
from sendframe.statistics import amount, rank

from ._context import BuildContext
from ._phrase import counts_text, trust_suffix, when_in_plain_words
from ._report_model import Sentence

__all__ = [
    "Place",
    "change_text",
    "companion_changes",
    "country_comparison",
    "country_sentence",
    "duty_level",
    "figure",
    "from_sentence",
    "is_behind",
    "moved_from",
    "near_comparison",
    "newer_sentence",
    "newer_text",
    "place_among",
    "points_after",
    "target_sentence",
    "who_is_counted",
]

_ALL = 100.0
FEWEST_AREAS = 3
"""Fewest areas with a figure among which a place is named."""


def figure(result: IndicatorResult, value: float) -> str:
    """Return a value as printed: counts without a unit, everything else with it."""
    return amount(value, result.decimals, None if result.is_count else result.unit_text)


def point_text(result: IndicatorResult, point: Point | None) -> str:
    """Return the figure of a point as `figure` prints it, and whether it is wrong or in doubt.

    An empty text for a point without a figure.
    """
    if point is None or point.value is None:
        return ""
    return f"{figure(result, point.value)}{trust_suffix(point)}"


def moved_from(result: IndicatorResult) -> Point | None:
    """Return the point that the latest figure is compared with; None where there is none."""
    change = result.change
    if change is None:
        return None
    return next(point for point in result.points if point.period == change.before)


def points_after(result: IndicatorResult, shown: Point) -> tuple[Point, ...]:
    """Return the points of a series after the one that is shown: they have no figure to show."""
    return tuple(point for point in result.points if point.period.last_day > shown.period.last_day)


def newer_text(shown: Point, later: Sequence[Point], *, plain: bool = False) -> str:
    """Return that newer figures than the one shown are not, and why; empty where there are none.

    Args:
        shown: The figure that is shown.
        later: The points after it, oldest first; see `points_after`.
        plain: Whether times are named in words that need no explaining.

    Examples:
        >>> from sendframe.model import CalendarYear
        >>> hidden = "hidden, so that nobody can be recognised"
        >>> shown, later = (
        ...     Point(period=CalendarYear(year=year), value=value, meaning=meaning,
        ...           status="final", fact=f"indicator/plans/{year}")
        ...     for year, value, meaning in ((2024, 60.0, None), (2025, None, hidden))
        ... )
        >>> newer_text(shown, [later])
        'The figure for 2025 is not shown (hidden, so that nobody can be recognised). This one is for 2024.'
        >>> newer_text(shown, [])
        ''
    """
    if not later:
        return ""
    newest = later[-1]
    when = when_in_plain_words if plain else str
    meaning = newest.meaning or ""
    if newest.fault is not None:
        meaning = fault_by_code(newest.fault).title
    elif newest.denominator == 0:
        meaning = _("there is no rate")
    values = {"when": joined(when(point.period) for point in later), "meaning": meaning}
    if meaning:
        why = ngettext(
            "The figure for {when} is not shown ({meaning}).",
            "The figures for {when} are not shown ({meaning}).",
            len(later),
            **values,
        )
    else:
        why = ngettext(
            "The figure for {when} is missing.",
            "The figures for {when} are missing.",
            len(later),
            **values,
        )
    return why + " " + _("This one is for {when}.", when=when(shown.period))


def newer_sentence(
    context: BuildContext, result: IndicatorResult, shown: Point | None = None
) -> Sentence | None:
    """Return that newer figures than the one shown are not, and why; None where there are none.

    Args:
        context: What the report is built from.
        result: The indicator.
        shown: The figure that is shown; the latest one if not given.
    """
    shown = shown or result.latest
    later = points_after(result, shown) if shown else ()
    if shown is None or not later:
        return None
    text = newer_text(shown, later, plain=context.profile.variant is not None)
    return Sentence(text, tuple(point.fact for point in later))


_WHO = {
    "with-a-plan": N_("children and young people with an EHC plan"),
    "all-children": N_("all children"),
}


def who_is_counted(indicator: Indicator) -> str:
    """Return of whom or of what a rate is a share, in words; empty where no document says it."""
    return indicator.denominator or _(_WHO.get(indicator.who_is_in_it or "", ""))


def change_text(result: IndicatorResult) -> str:
    """Return the change with its sign, as in "+6.4 points"; an empty text without one."""
    change: Change | None = result.change
    if change is None:
        return ""
    if change.amount == 0:
        return _("no change")
    sign = "+" if change.amount > 0 else "\N{MINUS SIGN}"
    size = f"{sign}{amount(abs(change.amount), result.decimals)}"
    return _("{size} points", size=size) if result.unit == "percent" else size


def from_sentence(result: IndicatorResult) -> str:
    """Return where the latest figure comes from, with both counts."""
    before, latest = moved_from(result), result.latest
    if latest is None:
        return ""
    now = counts_text(latest)
    if before is None or before.value is None:
        return f"{now}, {latest.period}." if now else f"{latest.period}."
    earlier = counts_text(before)
    text = _(
        "From {value} {phrase}.", value=point_text(result, before), phrase=before.period.phrase
    )
    if now and earlier:
        text = " ".join((text, _("{now}, after {earlier}.", now=now, earlier=earlier)))
    elif now:
        text += f" {now}."
    return text


def _only_area(context: BuildContext, comparison: Comparison) -> str | None:
    """Return the code of the only area of a benchmark; None where it has several."""
    comparator = context.comparators.get(comparison.comparator)
    if comparator is None or len(comparator.areas) != 1:
        return None
    return str(comparator.areas[0])


def country_comparison(context: BuildContext, result: IndicatorResult) -> Comparison | None:
    """Return the comparison with the country in the latest period; None without a figure."""
    area: LocalArea = context.area
    for comparison in result.comparisons:
        is_country = area.country is not None and _only_area(context, comparison) == area.country
        if is_country and comparison.value is not None:
            return comparison
    return None


def near_comparison(context: BuildContext, result: IndicatorResult) -> Comparison | None:
    """Return the first comparison with several areas that has a figure; None without one."""
    for comparison in result.comparisons:
        if _only_area(context, comparison) is None and comparison.value is not None:
            return comparison
    return None


def country_sentence(context: BuildContext, result: IndicatorResult) -> Sentence | None:
    """Return how the country moved between the same two periods, or where it stands.

    Where both moved the same way, it says "too".
    """
    comparison = country_comparison(context, result)
    if comparison is None or comparison.value is None:
        return None
    now, change = figure(result, comparison.value), result.change
    before = None if change is None else comparison.at(change.before)
    earlier = "" if before is None or before.value is None else figure(result, before.value)
    if change is None or before is None or before.value is None or earlier == now:
        return Sentence(f"{comparison.title}: {now}.", (comparison.fact,))
    difference = comparison.value - before.value
    rose, fell = (
        N_("{title} rose, from {earlier} to {now}."),
        N_("{title} fell, from {earlier} to {now}."),
    )
    if difference * change.amount > 0:
        rose = N_("{title} rose too, from {earlier} to {now}.")
        fell = N_("{title} fell too, from {earlier} to {now}.")
    words = rose if difference > 0 else fell
    moved = _(words, title=comparison.title, earlier=earlier, now=now)
    return Sentence(moved, (comparison.fact, before.fact))


@attrs.frozen
class Place:
    """The place of an area among others.

    Attributes:
        place: The place, from 1 for the best.
        of: How many areas have a figure, the area itself included.
        fact: The fact of the others' figures.
    """

    __repr__ = short_repr

    place: int
    of: int
    fact: str

    @property
    def text(self) -> str:
        """The place in words, such as "4th of 11"."""
        if self.is_worst:
            return _("worst of {total}", total=self.of)
        return _("{place} of {total}", place=ordinal(self.place), total=self.of)

    def sentence(self, area: str) -> str:
        """Return the place of an area as a sentence."""
        if self.is_worst:
            return _("{area} is the worst of {total} areas like it.", area=area, total=self.of)
        place = ordinal(self.place)
        return _(
            "{area} is {place} of {total} areas like it.", area=area, place=place, total=self.of
        )

    @property
    def is_worst(self) -> bool:
        """Whether no other area is worse."""
        return self.place == self.of


def place_among(context: BuildContext, result: IndicatorResult) -> Place | None:
    """Return the place among the areas of the first group of areas, the best first.

    None where no direction is better, where fewer than `FEWEST_AREAS` others have a figure, or
    where the area's own figure contradicts itself.
    """
    comparison, latest = near_comparison(context, result), result.latest
    own = None if latest is None else latest.sound
    if comparison is None or own is None or result.direction not in ("higher", "lower"):
        return None
    others = comparison.figures
    if len(others) < FEWEST_AREAS:
        return None
    place = rank(own, sorted((*others, own)), result.direction)
    return None if place is None else Place(place, len(others) + 1, comparison.fact)


def duty_level(context: BuildContext, result: IndicatorResult) -> str:
    """Return what the law requires as a level in words, such as "all"; empty where it has none."""
    standard = context.indicators[result.indicator].statutory_standard
    if standard is None or standard.level is None:
        return ""
    whole = result.unit == "percent" and standard.level == _ALL
    return _("all") if whole else figure(result, standard.level)


def target_sentence(target: TargetPosition, duty: str = "") -> str:
    """Return a target with its day, and what the law requires beside it.

    Args:
        target: The target.
        duty: What the law requires, as a level in words; empty for nothing.
    """
    statement = target.statement[:1].lower() + target.statement[1:]
    if target.due is not None and target.due.is_dated:
        statement = _("{statement} by {due}", statement=statement, due=target.due)
    elif target.due is not None:
        statement = f"{statement} ({target.due})"
    statement += trust_suffix(target)
    if duty:
        return _("The law: {duty}. Our step: {statement}.", duty=duty, statement=statement)
    return _("Target: {statement}.", statement=statement)


def is_behind(count: IndicatorResult, rate: IndicatorResult) -> bool:
    """Whether a count is the numerator or denominator of a rate, or the difference of them."""
    own, latest = count.latest, rate.latest
    if own is None or latest is None or rate.direction in (None, "neutral"):
        return False
    if latest.numerator is None or latest.denominator is None:
        return False
    parts = (latest.numerator, latest.denominator, latest.denominator - latest.numerator)
    return own.period == latest.period and own.value in parts


def companion_changes(context: BuildContext, result: IndicatorResult) -> Iterator[Sentence]:
    """Yield each count behind a rate that it must be read with, and its change."""
    for id_ in result.shown_with:
        companion = context.results.get(id_)
        if companion is None or companion.latest is None or companion.latest.value is None:
            continue
        if companion.is_count and is_behind(companion, result):
            change = change_text(companion)
            name = companion.name[:1].lower() + companion.name[1:]
            brackets = f" ({change})" if change else ""
            text = f"{name} {point_text(companion, companion.latest)}{brackets}"
            yield Sentence(text, (companion.latest.fact,))
