"""The area's own series: points, the change since the period before, the trend."""

import re
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from itertools import pairwise
from typing import Literal

from sendframe.model import (
    Change,
    Indicator,
    Observations,
    Period,
    Point,
    Release,
    period_text,
)
from sendframe.scoring import why_apart
from sendframe.statistics import amount

from ._facts import FactBook

__all__ = [
    "SHORTEST_TREND",
    "change_of",
    "comparable",
    "figure",
    "latest_by_period",
    "older_points",
    "period_key",
    "point_of",
    "points_of",
    "slug",
    "statement_of",
    "trend_of",
]

SHORTEST_TREND = 3
"""Fewer comparable points than this say nothing about a direction."""

_LONGEST = 80  # characters of a name in a fact's id
_PROJECTED = "projected"
_MANAGEMENT = "management-information"
Trend = Literal["rising", "falling", "level", "mixed"]


def period_key(period: Period) -> str:
    """Return a period as part of a fact's id, such as ``2024`` or ``month-2025-01``.

    Examples:
        >>> from sendframe.model import AcademicYear, CalendarYear
        >>> period_key(CalendarYear(year=2024)), period_key(AcademicYear(start_year=2024))
        ('2024', 'academic_year-2024-25')
    """
    text = period_text(period).replace("/", "-").replace(" ", "-")
    return text if period.kind == "calendar_year" else f"{period.kind}-{text}"


def slug(name: str) -> str:
    """Return any name as part of a fact's id; no two names give the same.

    A long name is cut, and the beginning of its SHA-256 put behind it: ids of facts have room
    for 400 characters.

    Examples:
        >>> slug("further-education"), slug("5 to 10")
        ('further-education', '5_20_to_20_10')
    """
    said = re.sub(r"[^A-Za-z0-9.-]", lambda match: f"_{ord(match[0]):x}_", name)
    if len(said) <= _LONGEST:
        return said
    # No escape holds an "s", so that no other name is written like this.
    return f"{said[:40]}_sha256_{sha256(name.encode()).hexdigest()[:24]}"


def figure(value: float, indicator: Indicator) -> str:
    """Return a figure as it is printed, with its unit."""
    return amount(value, indicator.decimals, indicator.unit_text)


def is_usable(release: Release | None, status: str, series_status: str, as_at: date) -> bool:
    """Say whether a figure belongs to a series as it was known on *as_at*.

    Args:
        release: The release it is from, where that is known.
        status: Its own status.
        series_status: That of the indicator: published, or management information.
        as_at: The day.
    """
    if release is not None and release.published_on is not None and release.published_on > as_at:
        return False
    if status == _PROJECTED:
        return False
    return (status == _MANAGEMENT) == (series_status == "management_information")


def latest_by_period(
    observations: Observations, rows: Sequence[int], indicator: Indicator, as_at: date
) -> list[int]:
    """Return one row a period: that of the newest release known on *as_at*."""
    chosen: dict[Period, int] = {}
    age = observations.precedence
    for row in rows:
        release = observations.releases.get(observations.release[row] or "")
        if not is_usable(release, observations.status[row], indicator.series_status, as_at):
            continue
        period = observations.period[row]
        if period.first_day > as_at:
            continue
        if period not in chosen or age(row) >= age(chosen[period]):
            chosen[period] = row
    return sorted(chosen.values(), key=lambda row: observations.period[row].last_day)


def statement_of(indicator: Indicator, area: str, point: Point) -> str:
    """Return a point as one plain sentence."""
    title = f"{indicator.title}: {area}, {point.period}"
    counts = ""
    if point.numerator is not None and point.denominator is not None:
        counts = f" ({amount(point.numerator)} of {amount(point.denominator)})"
    if point.value is None:
        said = f": {point.meaning}" if point.meaning else ""
        rate = "no rate" if point.denominator == 0 else "no figure"
        return f"{title}: {rate}{counts} ({point.symbol}{said})."
    return f"{title}: {figure(point.value, indicator)}{counts}."


def points_of(  # noqa: PLR0913  # told everything
    indicator: Indicator,
    observations: Observations,
    area: str,
    name: str,
    as_at: date,
    book: FactBook,
) -> tuple[Point, ...]:
    """Return the area's series, oldest first, and note each point as a fact."""
    rows = latest_by_period(observations, observations.series(indicator.id, area), indicator, as_at)
    return tuple(
        point_of(indicator, observations, row, f"indicator/{indicator.id}", name, book)
        for row in rows
    )


def point_of(  # noqa: PLR0913  # told everything
    indicator: Indicator,
    observations: Observations,
    row: int,
    prefix: str,
    name: str,
    book: FactBook,
) -> Point:
    """Return one point, and note it as a fact."""
    period = observations.period[row]
    point = Point(
        period=period,
        value=observations.value[row],
        symbol=observations.symbol[row],
        meaning=observations.meaning(row),
        numerator=observations.numerator[row],
        denominator=observations.denominator[row],
        status=observations.status[row],
        release=observations.release[row],
        fact=f"{prefix}/{period_key(period)}",
    )
    book.add(
        point.fact,
        statement_of(indicator, name, point),
        value=point.value,
        unit=indicator.unit,
        source=observations.source(row),
    )
    return point


def older_points(
    indicator: Indicator,
    observations: Observations,
    area: str,
    points: Sequence[Point],
    as_at: date,
) -> tuple[Point, ...]:
    """Return the points from a release older than one that restated another of them.

    A figure is restated where a later release gives another one for the same period. What comes
    from a release before that one was not looked at again, so that the two need not stand on one
    footing.
    """
    rows = observations.series(indicator.id, area)
    newest = {
        observations.period[row]: row
        for row in latest_by_period(observations, rows, indicator, as_at)
    }
    age, restated = observations.precedence, []
    for row in rows:
        release = observations.releases.get(observations.release[row] or "")
        kept = newest.get(observations.period[row])
        if kept is None or kept == row:
            continue
        before, after = observations.value[row], observations.value[kept]
        known = is_usable(release, observations.status[row], indicator.series_status, as_at)
        if known and None not in (before, after) and before != after:
            restated.append(age(kept)[:2])
    if not restated:
        return ()
    return tuple(
        each
        for each in points
        if each.period in newest and age(newest[each.period])[:2] < max(restated)
    )


def comparable(indicator: Indicator, points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the points that may be set beside the latest: same kind of period, no break."""
    if not points:
        return ()
    latest = points[-1].period
    return tuple(
        each
        for each in points
        if each.period == latest or why_apart(indicator, each.period, latest) is None
    )


def change_of(
    indicator: Indicator, points: Sequence[Point], name: str, book: FactBook
) -> Change | None:
    """Return the change from the point before to the latest, where both may be compared."""
    alike = comparable(indicator, points)
    if not alike[1:] or alike[-2].value is None or alike[-1].value is None:
        return None
    before, after = alike[-2], alike[-1]
    first, last = alike[-2].value, alike[-1].value
    by = last - first
    if by == 0:
        said = "did not change"
    else:
        percent = indicator.unit == "percent"
        unit = "percentage points" if percent else indicator.unit_text
        said = f"{'rose' if by > 0 else 'fell'} by {amount(abs(by), indicator.decimals, unit)}"
    fact = book.add(
        f"indicator/{indicator.id}/change",
        f"{indicator.title}: {name} {said}, from {figure(first, indicator)} in {before.period} "
        f"to {figure(last, indicator)} in {after.period}.",
        value=by,
        unit=indicator.unit,
        derived_from=(before.fact, after.fact),
    )
    return Change(before=before.period, after=after.period, amount=by, fact=fact)


def trend_of(indicator: Indicator, points: Sequence[Point]) -> Trend | None:
    """Return which way the comparable figures have gone, all of them together."""
    values = [each.value for each in comparable(indicator, points) if each.value is not None]
    if len(values) < SHORTEST_TREND:
        return None
    steps = [two - one for one, two in pairwise(values)]
    if all(step == 0 for step in steps):
        return "level"
    if all(step >= 0 for step in steps):
        return "rising"
    if all(step <= 0 for step in steps):
        return "falling"
    return "mixed"
