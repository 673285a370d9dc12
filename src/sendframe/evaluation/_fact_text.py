"""How facts about figures are named and worded."""

import re
from hashlib import sha256

from sendframe.model import Indicator, Period, period_text
from sendframe.statistics import amount

__all__ = ["figure_text", "period_key", "sentence_of", "slug"]

_LONGEST = 80  # characters of a name in a fact's id


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
    text = re.sub(r"[^A-Za-z0-9.-]", lambda match: f"_{ord(match[0]):x}_", name)
    if len(text) <= _LONGEST:
        return text
    # No escape holds an "s", so that no other name is written like this.
    return f"{text[:40]}_sha256_{sha256(name.encode()).hexdigest()[:24]}"


def figure_text(value: float, indicator: Indicator) -> str:
    """Return a figure as it is printed, with its unit."""
    return amount(value, indicator.decimals, indicator.unit_text)


def sentence_of(  # noqa: PLR0913  # one part of the sentence each
    indicator: Indicator,
    area: str,
    period: Period,
    value: float | None,
    counts: tuple[float | None, float | None],
    symbol: str | None = None,
    meaning: str | None = None,
) -> str:
    """Return a figure as one plain sentence.

    Args:
        indicator: The indicator.
        area: Name of the area, and of the part of it.
        period: The period.
        value: The figure; None where a symbol stands.
        counts: What was counted, and of what; None where that is not known.
        symbol: What stands in place of a figure.
        meaning: What the symbol means.
    """
    title = f"{indicator.title}: {area}, {period}"
    top, bottom = counts
    beside = "" if top is None or bottom is None else f" ({amount(top)} of {amount(bottom)})"
    if value is None:
        means = f": {meaning}" if meaning else ""
        rate = "no rate" if bottom == 0 else "no figure"
        return f"{title}: {rate}{beside} ({symbol}{means})."
    return f"{title}: {figure_text(value, indicator)}{beside}."
