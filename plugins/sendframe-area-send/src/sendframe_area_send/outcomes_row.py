"""Parse one row of the table of outcomes into a review, and report what cannot be parsed."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

import attrs

from sendframe.plugins import (
    Day,
    InspectionOutcome,
    RegisteredArea,
    Review,
    Source,
    Text,
    area_register,
)

from .outcome import OUTCOMES, recognise
from .scope import FIRST_DAY

__all__ = ["COLUMNS", "LeftOutRow", "ReportProblem", "review_of"]

AREA: Final = "la_code"
FIRST: Final = "inspection_start_date"
LAST: Final = "inspection_end_date"
PUBLISHED: Final = "publication_date"
WORDS: Final = "inspection_outcome_text"
COLUMNS: Final = (AREA, FIRST, LAST, PUBLISHED, WORDS)
"""The columns that a table must have."""

_PREVIOUS, _LINK, _CODE, _GSS = (
    "previous_inspection_date",
    "inspection_link",
    "outcome_grade",
    "ltla23cd",
)
ReportProblem = Callable[[str, str, str], None]
"""Called with the column, the problem and the help for a cell that cannot be parsed."""

_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4}|[0-9]{2})")
CENTURY = 2000
"""Added to a year of two digits."""
_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_HELP: Final = "Look the row up in the report, and correct it."
_NO_DATE = date(1900, 1, 1)
_NO_WORDS = "inspection outcome section not found"
_LINKS = re.compile(r"https?://[^ \t\r\n\"<>]+")
_CODES: Final = dict(zip(("1", "2", "3"), OUTCOMES, strict=True))
_NEXT = re.compile(r"(?:A monitoring inspection|The next full [^.]*?inspection)\b[^.]*\.")


@attrs.frozen
class LeftOutRow(Exception):
    """A row without a usable review.

    Attributes:
        reason: The reason, as one short phrase.
    """

    reason: str


def review_of(
    row: Mapping[str, str], wanted_areas: frozenset[str], report: ReportProblem
) -> Review:
    """Parse a row into a review.

    Args:
        row: The stripped cells, by column.
        wanted_areas: GSS codes of the areas to read; all if it is empty.
        report: Called for a cell that cannot be parsed.

    Raises:
        LeftOutRow: The row has no usable review.
    """
    area = _area(row, report)
    if wanted_areas and area.code not in wanted_areas:
        raise LeftOutRow("its area was not asked for")
    first, last, published = (_day(row, column, report) for column in (FIRST, LAST, PUBLISHED))
    dates = [day for day in (first, last, published) if day is not None]
    if not dates:
        report(PUBLISHED, "there is no date to know the inspection by", "Look it up in the report.")
        raise LeftOutRow("it has no date")
    if dates != sorted(dates):
        report(FIRST, "first day, last day and publication do not follow each other", _HELP)
        raise LeftOutRow("its dates contradict each other")
    if dates[0] < FIRST_DAY:
        raise LeftOutRow("the inspection is of another framework")
    outcome = _outcome(row, report)
    text = row[WORDS]
    following = " ".join(_NEXT.findall(text)) if outcome else ""
    return Review(
        id=f"area-send-inspection-{area.code}-{dates[0].isoformat()}",
        title=Text(default=f"Area SEND inspection of {area.name}, {_when(first, last, dates[-1])}"),
        completeness="summary",
        sources=(
            Source(
                title=f"Area SEND inspection: {area.name}",
                publisher="Ofsted and the Care Quality Commission",
                published_on=published,
                link=_link(row, report),
                licence="Open Government Licence v3.0",
            ),
        ),
        note=Text(default=" ".join(_notes(row, outcome, report))),
        area=area.code,
        kind="inspection",
        framework="Area SEND inspections: framework and handbook",
        reviewers=("Ofsted", "Care Quality Commission"),
        starts_on=_exactly(first),
        ends_on=_exactly(last),
        published_on=_exactly(published),
        outcome=outcome,
        next_activity=Text(default=following, wording="verbatim") if following else None,
        publishable=True,
    )


def _area(row: Mapping[str, str], report: ReportProblem) -> RegisteredArea:
    """Return the local authority with the number of a row."""
    number = row[AREA].removesuffix(".0")
    area = area_register().area(number) if number.isdigit() else None
    if area is None:
        report(AREA, "this is no number of a local authority that is known", _HELP)
        raise LeftOutRow("its area is not known")
    known = {*area.codes, *(predecessor.area for predecessor in area.predecessors)}
    if row.get(_GSS) and row[_GSS] not in known:
        report(_GSS, "this code is none of the area that the number means", _HELP)
        raise LeftOutRow("its number and its code are of two areas")
    return area


def _day(row: Mapping[str, str], column: str, report: ReportProblem) -> date | None:
    """Return a day; None for an empty cell, or for one that is not a day, which is reported."""
    text = row.get(column, "")
    if not text:
        return None
    match = _DAY.fullmatch(text)
    if match:
        day, month, year = map(int, match.groups())
        try:
            day_found = date(year + (CENTURY if len(match[3]) == len("yy") else 0), month, day)
        except ValueError:
            day_found = None
        if day_found is not None:
            return None if day_found == _NO_DATE else day_found
    report(column, "this is no day as dd/mm/yyyy or dd/mm/yy", _HELP)
    return None


def _link(row: Mapping[str, str], report: ReportProblem) -> str | None:
    text = row.get(_LINK, "")
    if not text or _LINKS.fullmatch(text):
        return text or None
    report(
        _LINK, "this is no web address", "It is left out; the report is at reports.ofsted.gov.uk."
    )
    return None


def _when(first: date | None, last: date | None, published: date) -> str:
    if first is None or last is None:
        return f"published {_day_text(published)}"
    return f"{_day_text(first)} to {_day_text(last)}"


def _day_text(day: date) -> str:
    """Return a day in English words, whatever the locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _outcome(row: Mapping[str, str], report: ReportProblem) -> InspectionOutcome | None:
    """Return the outcome in the words of the report; None if the table has none."""
    text = row[WORDS]
    if not text or text.rstrip(".").casefold() == _NO_WORDS:
        report(WORDS, "the table has no words of the outcome", "Take them from the report.")
        return None
    stated = recognise(text)
    if stated is None:
        help_ = "The words are kept. Look whether they are those of the report."
        report(WORDS, "the words state none of the published outcomes alone", help_)
    code = row.get(_CODE, "").removesuffix(".0")
    if code and code not in _CODES:
        report(_CODE, "the number is none of the table maker's", "It is not used: the words are.")
    elif code and stated and _CODES[code] != stated:
        help_ = "The words count. Look whether they are those of the report."
        report(_CODE, "the table maker's number stands for another outcome than the words", help_)
    return InspectionOutcome(wording=Text(default=text, wording="verbatim"), recognised=stated)


def _notes(
    row: Mapping[str, str], outcome: InspectionOutcome | None, report: ReportProblem
) -> Iterator[str]:
    yield "From a public table of outcomes: what was found is in the report, and not here."
    if outcome is None:
        yield "The table does not have the words of the outcome: that is not to say there is none."
    before = _day(row, _PREVIOUS, report)
    if before is not None:
        yield f"The table gives {_day_text(before)} as the date of the inspection before."


def _exactly(day: date | None) -> Day | None:
    return None if day is None else Day(on=day)
