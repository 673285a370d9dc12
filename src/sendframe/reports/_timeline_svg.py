"""Draw due dates over time, with the dates that held before and the day of the report."""

from datetime import date, timedelta

import attrs

from sendframe.language import gettext as _

from ._key import KeyEntry, draw_key
from ._marker import tone_role
from ._shape_model import Timeline, TimelineRow
from ._svg import Drawing
from ._text_measure import LEADING, fold, lines_width, text_width
from ._tokens import CHART_WIDTHS

__all__ = ["timeline_svg"]

_TOP = 38.0
_LEAST_DAYS = 300
_LAST = date(9990, 1, 1)  # so that later days can be computed with
_MONTHS_APART = 3


@attrs.frozen
class _Scale:
    """Days from left to right."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        share = (day - self.first).days / (self.last - self.first).days
        return self.left + (self.right - self.left) * min(share, 1.0)


def timeline_svg(chart: Timeline, kind: str) -> str:
    """Return a row for each thing that is due, its name left of it or, narrow, above it."""
    drawing, width = Drawing(chart, kind), CHART_WIDTHS[kind]
    is_narrow = kind == "narrow"
    names = [
        fold(row.label, width * 0.55 if is_narrow else 170.0, max_lines=4, bold=is_narrow)
        for row in chart.rows
    ]
    dues = [fold(row.due, width * 0.38 if is_narrow else 120.0, max_lines=4) for row in chart.rows]
    left, right = 12.0, width - 12.0
    if not is_narrow:
        left += max(map(lines_width, names), default=0.0) + 8.0
        right -= max(map(lines_width, dues), default=0.0) + 8.0
    scale = _scale(chart, left, right)
    places, y = [], _TOP
    for name, due in zip(names, dues, strict=True):
        lines = max(len(name), len(due), 1)
        height = LEADING * lines + (22.0 if is_narrow else 3.0)
        places.append((y, y + height - 9.0 if is_narrow else y + height / 2))
        y += height
    rows = [middle for _, middle in places]
    _draw_calendar(drawing, scale, None if is_narrow else y, rows)
    for row, name, due, (top, middle) in zip(chart.rows, names, dues, places, strict=True):
        if is_narrow:
            drawing.text(name, 4.0, top + 14.0, bold=True)
            drawing.text(due, width - 4.0, top + 14.0, "muted", anchor="end")
        else:
            first = middle + 4.5
            drawing.text(name, left - 16.0, first - LEADING * (len(name) - 1) / 2, anchor="end")
            drawing.text(due, right + 16.0, first - LEADING * (len(due) - 1) / 2, "muted")
        _draw_row(drawing, row, scale, middle)
    _draw_today(drawing, chart.today, scale, rows, width)
    return drawing.written(width, draw_key(drawing, _key(chart), width, y + 6.0))


def _scale(chart: Timeline, left: float, right: float) -> _Scale:
    """Return a scale of whole quarters that covers all days, and most of a year at least."""
    days = [chart.today, *(day for row in chart.rows for day in row.days)]
    first = min(*days, _LAST)
    first = date(first.year, 1 + (first.month - 1) // _MONTHS_APART * _MONTHS_APART, 1)
    latest = max(min(max(days), _LAST), first + timedelta(_LEAST_DAYS))
    quarters = (latest.month - 1) // _MONTHS_APART + 1
    year, quarter = latest.year + quarters // 4, quarters % 4
    last = date(year, 1 + quarter * _MONTHS_APART, 1)
    return _Scale(first, last, left, right)


def _draw_calendar(
    drawing: Drawing, scale: _Scale, bottom: float | None, rows: list[float]
) -> None:
    """Draw the beginnings of years, and the years that have space.

    The beginnings are uprights down to *bottom*, or, if None, dashes at each row.
    """
    years = range(scale.first.year, scale.last.year + 1)
    year_width = (scale.right - scale.left) / max((scale.last - scale.first).days / 365, 1)
    step = max(1, round(0.5 + 48.0 / year_width))
    for year in years:
        begin = max(date(year, 1, 1), scale.first)
        end = min(date(year, 12, 31), scale.last)
        if begin == date(year, 1, 1) and (year - years[0]) % step == 0:
            x = scale.x(begin)
            dashes = [(y - 5.0, y + 5.0) for y in rows] if bottom is None else [(18.0, bottom)]
            for top, end_y in dashes:
                drawing.line((x, top), (x, end_y), "line")
        middle, space = (scale.x(begin) + scale.x(end)) / 2, scale.x(end) - scale.x(begin)
        half = text_width(str(year)) / 2
        has_room = space * step > 2 * half + 6.0 and middle + half < scale.right + 12.0
        if (year - years[0]) % step == 0 and has_room:
            place = max(middle, half + 3.0)
            drawing.text((str(year),), place, 12.0, "muted", anchor="middle")


def _draw_row(drawing: Drawing, row: TimelineRow, scale: _Scale, y: float) -> None:
    role = tone_role(row.tone, "neutral")
    drawing.line((scale.left, y), (scale.right, y), "line", width=0.8)
    if not row.days:
        return
    *earlier, due = map(scale.x, row.days)
    if earlier:
        drawing.line((min(*earlier, due), y), (max(*earlier, due), y), role, width=2.0)
    for x in earlier:
        drawing.mark("circle", x, y, role, size=3.8, hollow=True)
    drawing.mark(row.shape, due, y, role, size=5.4)


def _draw_today(
    drawing: Drawing, today: date, scale: _Scale, rows: list[float], width: float
) -> None:
    """Draw the day of the report: a dash at each row, since names may stand between them."""
    x, words = scale.x(today), (_("today"),)
    half = lines_width(words, bold=True) / 2
    middle = min(max(x, half + 3.0), width - half - 3.0)
    drawing.text(words, middle, 30.0, anchor="middle", bold=True)
    for y in rows:
        drawing.line((x, y - 8.5), (x, y + 8.5), "ink", width=1.6)


def _key(chart: Timeline) -> list[KeyEntry]:
    """Return each state once, and what a hollow marker is."""
    entries = {
        (row.state, row.shape, row.tone): KeyEntry(
            row.shape, tone_role(row.tone, "neutral"), row.state
        )
        for row in chart.rows
        if row.days and row.state
    }
    moved = any(len(row.days) > 1 for row in chart.rows)
    earlier = [KeyEntry("circle", "neutral", _("a date that held before"), hollow=True)]
    return [*entries.values(), *(earlier if moved else [])]
