"""One row of the table of outcomes, as a review: what is read of it, and what is not understood."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

import attrs

from sendframe.plugins import (
    InspectionOutcome,
    RegisteredArea,
    Review,
    Source,
    Text,
    area_register,
)

from .outcome import OUTCOMES, recognise
from .scope import FIRST_DAY

__all__ = ["COLUMNS", "LeftOutRow", "Teller", "review_of"]

AREA: Final = "la_code"
FIRST: Final = "inspection_start_date"
LAST: Final = "inspection_end_date"
PUBLISHED: Final = "publication_date"
WORDS: Final = "inspection_outcome_text"
COLUMNS: Final = (AREA, FIRST, LAST, PUBLISHED, WORDS)
"""The columns without which there is no review."""

_PREVIOUS, _LINK, _CODE, _GSS = (
    "previous_inspection_date",
    "inspection_link",
    "outcome_grade",
    "ltla23cd",
)
Teller = Callable[[str, str, str], None]
"""Is told what is not understood: the column, the problem, and what to do about it."""

_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4}|[0-9]{2})")
CENTURY = 2000
"""What a year of two figures is counted from."""
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
_LOOK: Final = "Look the row up in the report, and correct it."
_NOBODY = date(1900, 1, 1)
_NO_WORDS = "inspection outcome section not found"
_LINKS = re.compile(r"https?://[^ \t\r\n\"<>]+")
_CODES: Final = dict(zip(("1", "2", "3"), OUTCOMES, strict=True))
_NEXT = re.compile(r"(?:A monitoring inspection|The next full [^.]*?inspection)\b[^.]*\.")


@attrs.frozen
class LeftOutRow(Exception):
    """A row that gives no review.

    Attributes:
        reason: Why, as one short phrase.
    """

    reason: str


def review_of(row: Mapping[str, str], asked: frozenset[str], tell: Teller) -> Review:
    """Return the review that a row is about.

    Args:
        row: What stands in it, by column, without spaces around.
        asked: GSS codes of the areas that are wanted; all where it is empty.
        tell: Told what is not understood.

    Raises:
        LeftOutRow: The row gives no review.
    """
    area = _area(row, tell)
    if asked and area.code not in asked:
        raise LeftOutRow("its area was not asked for")
    first, last, published = (_day(row, each, tell) for each in (FIRST, LAST, PUBLISHED))
    held = [each for each in (first, last, published) if each is not None]
    if not held:
        tell(PUBLISHED, "there is no date to know the inspection by", "Look it up in the report.")
        raise LeftOutRow("it has no date")
    if held != sorted(held):
        tell(FIRST, "first day, last day and publication do not follow each other", _LOOK)
        raise LeftOutRow("its dates contradict each other")
    if held[0] < FIRST_DAY:
        raise LeftOutRow("the inspection is of another framework")
    outcome = _outcome(row, tell)
    text = row[WORDS]
    following = " ".join(_NEXT.findall(text)) if outcome else ""
    return Review(
        id=f"area-send-inspection-{area.code}-{held[0].isoformat()}",
        title=Text(default=f"Area SEND inspection of {area.name}, {_when(first, last, held[-1])}"),
        completeness="summary",
        sources=(
            Source(
                title=f"Area SEND inspection: {area.name}",
                publisher="Ofsted and the Care Quality Commission",
                published_on=published,
                link=_link(row, tell),
                licence="Open Government Licence v3.0",
            ),
        ),
        note=Text(default=" ".join(_notes(row, outcome, tell))),
        area=area.code,
        kind="inspection",
        framework="Area SEND inspections: framework and handbook",
        reviewers=("Ofsted", "Care Quality Commission"),
        starts_on=first,
        ends_on=last,
        published_on=published,
        outcome=outcome,
        next_activity=Text(default=following, wording="verbatim") if following else None,
        publishable=True,
    )


def _area(row: Mapping[str, str], tell: Teller) -> RegisteredArea:
    """Return the local authority that a row's number means, whatever else stands in it."""
    number = row[AREA].removesuffix(".0")
    found = area_register().area(number) if number.isdigit() else None
    if found is None:
        tell(AREA, "this is no number of a local authority that is known", _LOOK)
        raise LeftOutRow("its area is not known")
    known = {*found.codes, *(each.area for each in found.predecessors)}
    if row.get(_GSS) and row[_GSS] not in known:
        tell(_GSS, "this code is none of the area that the number means", _LOOK)
        raise LeftOutRow("its number and its code are of two areas")
    return found


def _day(row: Mapping[str, str], column: str, tell: Teller) -> date | None:
    """Return a day; None for none, which is told where something stands that is no day."""
    text = row.get(column, "")
    if not text:
        return None
    found = _DAY.fullmatch(text)
    if found:
        day, month, year = map(int, found.groups())
        try:
            given = date(year + (CENTURY if len(found[3]) == len("yy") else 0), month, day)
        except ValueError:
            given = None
        if given is not None:
            return None if given == _NOBODY else given
    tell(column, "this is no day as dd/mm/yyyy or dd/mm/yy", _LOOK)
    return None


def _link(row: Mapping[str, str], tell: Teller) -> str | None:
    text = row.get(_LINK, "")
    if not text or _LINKS.fullmatch(text):
        return text or None
    tell(_LINK, "this is no web address", "It is left out; the report is at reports.ofsted.gov.uk.")
    return None


def _when(first: date | None, last: date | None, published: date) -> str:
    if first is None or last is None:
        return f"published {_said(published)}"
    return f"{_said(first)} to {_said(last)}"


def _said(day: date) -> str:
    """Return a day in words, the same whatever the language of the machine."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _outcome(row: Mapping[str, str], tell: Teller) -> InspectionOutcome | None:
    """Return the outcome in the words of the report; None where the table has none."""
    text = row[WORDS]
    if not text or text.rstrip(".").casefold() == _NO_WORDS:
        tell(WORDS, "the table has no words of the outcome", "Take them from the report.")
        return None
    stated = recognise(text)
    if stated is None:
        help_ = "The words are kept. Look whether they are those of the report."
        tell(WORDS, "the words state none of the published outcomes alone", help_)
    code = row.get(_CODE, "").removesuffix(".0")
    if code and code not in _CODES:
        tell(_CODE, "the number is none of the table maker's", "It is not used: the words are.")
    elif code and stated and _CODES[code] != stated:
        help_ = "The words count. Look whether they are those of the report."
        tell(_CODE, "the table maker's number stands for another outcome than the words", help_)
    return InspectionOutcome(wording=Text(default=text, wording="verbatim"), recognised=stated)


def _notes(
    row: Mapping[str, str], outcome: InspectionOutcome | None, tell: Teller
) -> Iterator[str]:
    yield "From a public table of outcomes: what was found is in the report, and not here."
    if outcome is None:
        yield "The table does not have the words of the outcome: that is not to say there is none."
    before = _day(row, _PREVIOUS, tell)
    if before is not None:
        yield f"The table gives {_said(before)} as the date of the inspection before."
