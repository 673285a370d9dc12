"""Words, cells and marks that several sections share."""

import re
from datetime import date
from typing import TypeVar

import attrs

from sendframe.figures import fault_by_code
from sendframe.language import gettext as _
from sendframe.model import (
    MONTHS,
    AcademicYear,
    DateInWords,
    FinancialYear,
    IndicatorResult,
    PeriodValue,
    Point,
    Quarter,
    Score,
    Span,
    TargetPosition,
    Term,
    Variant,
    month_name,
    overdue_on,
)
from sendframe.statistics import amount

from ._context import NOT_CHECKED
from ._report_model import Mark, Sentence

__all__ = [
    "NOTHING",
    "by_when",
    "counts_text",
    "due_sentence",
    "ended",
    "fictional_note",
    "figure_text",
    "latest_text",
    "mark_of",
    "marked",
    "plugin_suffix",
    "short_period",
    "translated",
    "when_in_plain_words",
    "words_of_code",
]

M = TypeVar("M", bound="Mark | None")

NOTHING = "–"
"""Text of a cell that has nothing to show."""


_SHORTER = (
    (re.compile(r"\bquarter (\d) of "), r"Q\1 "),
    (re.compile(r"^reporting year "), ""),
    (re.compile(r"^12 months to "), "year to "),
    (re.compile(r" term (?=\d)"), " "),
    (re.compile(r"\b(" + "|".join(name for name in MONTHS if len(name) > 4) + r")\b"), None),  # noqa: PLR2004  # May, June and July stay
)
"""How a period is shortened: what is sought, and what stands instead; None for three letters."""


def short_period(period: PeriodValue) -> str:
    """Return a period in few letters, for tables.

    Examples:
        >>> from sendframe.model import Month, Quarter
        >>> short_period(Quarter(year_kind="financial", year=2025, quarter=3))
        'Q3 2025-26'
        >>> short_period(Month(year=2025, month=12))
        'Dec 2025'
    """
    text = str(period)
    for pattern, shorter in _SHORTER:
        text = pattern.sub(shorter if shorter is not None else lambda m: m[1][:3], text)
    return text


def ended(words: str) -> str:
    """Return words as a sentence, with a full stop unless they have an end.

    Examples:
        >>> ended("Open the drop-ins"), ended("Who comes?"), ended("A quiet place. \N{WHITE DIAMOND}")
        ('Open the drop-ins.', 'Who comes?', 'A quiet place. ◇')
    """
    return words if words.endswith((".", "?", "!", ".”", NOT_CHECKED)) else f"{words}."


def marked(variant: Variant) -> str:
    """Return words for some readers, with a mark where they were not checked with them."""
    return variant.text if variant.checks else f"{variant.text} {NOT_CHECKED}"


def plugin_suffix(made_by: str) -> str:
    """Return the name of a plug-in in brackets; an empty text for sendframe itself.

    Examples:
        >>> plugin_suffix("kent (sendframe-kent 1.2.0)"), plugin_suffix("sendframe 0.1.0")
        (' (kent, sendframe-kent 1.2.0)', '')
    """
    name, __, rest = made_by.partition(" (")
    return f" ({name}, {rest.removesuffix(')')})" if rest else ""


def figure_text(result: IndicatorResult, point: Point | None) -> str:
    """Return a figure as printed; without a value, what its symbol means."""
    if point is None:
        return _("no figure")
    if point.value is None:
        meaning = _("no rate") if point.denominator == 0 else point.meaning or _("no figure")
        return f"{meaning} ({point.symbol})" if point.symbol else meaning
    return f"{amount(point.value, result.decimals, result.unit_text)}{trust_suffix(point)}"


def trust_suffix(item: Point | TargetPosition) -> str:
    """Return in brackets that a figure contradicts itself or is in doubt; empty for neither.

    Every place that prints a figure or a target prints this after it.
    """
    if isinstance(item, Point) and item.fault is not None:
        return f" ({_(fault_by_code(item.fault).title)})"
    return f" ({_('in doubt')})" if item.doubts else ""


def fictional_note(area: str) -> str:
    """Return what every page of a report about an area that does not exist says."""
    return _("Fictional area: {area} does not exist, and its figures are made up.", area=area)


def translated(mark: M) -> M:
    """Return a mark of a table of marks with its label in the language of the report."""
    return mark if mark is None else attrs.evolve(mark, label=_(mark.label))


def counts_text(point: Point) -> str:
    """Return numerator and denominator as printed; an empty text where either is missing."""
    if point.numerator is None or point.denominator is None:
        return ""
    return _(
        "{number} of {total}",
        number=amount(point.numerator),
        total=amount(point.denominator),
    )


def latest_text(result: IndicatorResult, latest: Point) -> str:
    """Return the latest figure with its counts and its period."""
    counts = counts_text(latest)
    brackets = f" ({counts})" if counts else ""
    return f"{figure_text(result, latest)}{brackets}, {latest.period}"


def mark_of(score: Score) -> Mark:
    """Return the mark that shows a score."""
    return Mark(score.label, score.shape, score.tone)


def words_of_code(code: str) -> str:
    """Return the words of a code, such as a kind, a dimension or a group.

    Examples:
        >>> words_of_code("speech-and-language"), words_of_code("no_view_recorded")
        ('speech and language', 'no view recorded')
    """
    return _(code.replace("-", " ").replace("_", " "))


def when_in_plain_words(due: PeriodValue) -> str:
    """Return a time in words that need no explaining.

    Examples:
        >>> from sendframe.model import AcademicYear, Month, Quarter
        >>> when_in_plain_words(Quarter(year_kind="calendar", year=2026, quarter=2))
        'April to June 2026'
        >>> when_in_plain_words(AcademicYear(start_year=2025))
        'the school year 2025/26'
        >>> when_in_plain_words(Month(year=2026, month=7))
        'July 2026'
    """
    if isinstance(due, Quarter):
        begin, end = _quarter_ends(due)
        return _("{begin} to {end}", begin=begin, end=end)
    if isinstance(due, AcademicYear):
        return _("the school year {due}", due=due)
    if isinstance(due, FinancialYear):
        return month_name(due.last_day)
    return _("the {due}", due=due) if isinstance(due, Term) else str(due)


def _quarter_ends(quarter: Quarter) -> tuple[str, str]:
    """Return the first and the last month of a quarter, the year once: it is the same."""
    first, last = quarter.first_day, quarter.last_day
    return month_name(first).removesuffix(f" {last.year}"), month_name(last)


def by_when(due: PeriodValue) -> str:
    """Return by when something is due, as a sentence without a full stop.

    Examples:
        >>> from sendframe.model import AcademicYear, Day, Span, Term
        >>> by_when(Day(on=date(2025, 12, 31)))
        'By 31 December 2025'
        >>> by_when(AcademicYear(start_year=2025)), by_when(Term(academic_year=2025, term="summer"))
        ('By the end of the school year 2025/26', 'By the end of the summer term 2025/26')
        >>> by_when(Span(start=date(2026, 4, 1), months_to=6))
        'Between April and September 2026'
    """
    words = when_in_plain_words(due)
    first, last = words, words
    if isinstance(due, Quarter):
        first, last = _quarter_ends(due)
    elif isinstance(due, Span):
        first, last = due.ends
    elif isinstance(due, DateInWords) and " to " in words:
        first, __, last = words.partition(" to ")
    if first != last:
        return _("Between {first} and {last}", first=first, last=last)
    if isinstance(due, AcademicYear | Term) or words.startswith("the "):
        return _("By the end of {period}", period=words)
    return _("By {when}", when=words)


def due_sentence(due: PeriodValue, as_at: date) -> Sentence:
    """Return by when something is due, and that the date has passed where it has.

    Examples:
        >>> from sendframe.model import Month
        >>> due_sentence(Month(year=2025, month=12), date(2026, 1, 1)).text
        'By December 2025. That date has passed.'
    """
    text = f"{by_when(due)}."
    if overdue_on(due, as_at):
        text = " ".join((text, _("That date has passed.")))
    return Sentence(text, label=_("When?"))
