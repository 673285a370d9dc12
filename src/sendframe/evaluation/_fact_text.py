"""Ids and statements of facts about figures."""

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
    """Return the escaped form of a name for ids of facts; different names never give the same.

    A long name is cut and followed by the beginning of its SHA-256, since ids of facts are limited
    to 400 characters.

    Examples:
        >>> slug("further-education"), slug("5 to 10")
        ('further-education', '5_20_to_20_10')
    """
    text = re.sub(r"[^A-Za-z0-9.-]", lambda match: f"_{ord(match[0]):x}_", name)
    if len(text) <= _LONGEST:
        return text
    # No escape contains an "s", so no other name gives this text.
    return f"{text[:40]}_sha256_{sha256(name.encode()).hexdigest()[:24]}"


def figure_text(value: float, indicator: Indicator) -> str:
    """Return a figure as text, rounded and with its unit."""
    return amount(value, indicator.decimals, indicator.unit_text)


def sentence_of(  # noqa: PLR0913  # the parts of the sentence
    indicator: Indicator,
    area: str,
    period: Period,
    value: float | None,
    counts: tuple[float | None, float | None],
    symbol: str | None = None,
    meaning: str | None = None,
) -> str:
    """Return a sentence that states a figure.

    Args:
        indicator: The indicator.
        area: Name of the area, and of its part.
        period: The period.
        value: The figure; None where there is a symbol instead.
        counts: Numerator and denominator; None where they are not known.
        symbol: The symbol in place of a figure.
        meaning: The meaning of the symbol.
    """
    title = f"{indicator.title}: {area}, {period}"
    numerator, denominator = counts
    counts_text = (
        ""
        if numerator is None or denominator is None
        else f" ({amount(numerator)} of {amount(denominator)})"
    )
    if value is None:
        meaning_text = f": {meaning}" if meaning else ""
        rate = "no rate" if denominator == 0 else "no figure"
        return f"{title}: {rate}{counts_text} ({symbol}{meaning_text})."
    return f"{title}: {figure_text(value, indicator)}{counts_text}."
