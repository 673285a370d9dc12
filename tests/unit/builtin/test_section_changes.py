"""What a report says of the changes since the edition before."""

from datetime import date

from sendframe.model import (
    Document,
)
from sendframe.reports import ReportModel
from tests.unit.reports.small_report import of, report
from tests.unit.reports.two_editions import (
    ACTIONS,
    AUTUMN,
    BOARD,
    CRITERIA,
    EVIDENCE,
    SPRING,
)
from tests.unit.reports.walking import said, section


def update(
    *documents: Document, kinds: tuple[str, ...] = ("changes",), **profile: object
) -> ReportModel:
    """Return a public report of editions and what belongs to them."""
    given = {"id": "sef-update", "public": True, **profile}
    return report(of(*documents, CRITERIA, EVIDENCE, ACTIONS, BOARD), *kinds, **given)


def test_what_changed_as_a_whole_stands_by_itself() -> None:
    """Contributors, criteria that are new, and actions that were moved."""
    lines = said(section(update(SPRING, AUTUMN), "changes")).splitlines()
    assert "Since the edition of spring 2025:" in lines
    assert "Changed, ‘contributors’: ‘3 from health’ became ‘5 from health’." in lines
    assert "New: the entry ‘Do we help?’." in lines
    assert any("was moved from" in each for each in lines)


def test_editions_that_differ_in_no_more_say_so() -> None:
    """Where nothing changed as a whole the reader is led to the criteria."""
    before = SPRING.changed(contributors=())
    same = before.changed(id="autumn", edition="autumn 2025", data_cut_off=date(2025, 10, 31))
    (part,) = report(of(before, same, CRITERIA, EVIDENCE), "changes").sections
    assert "Only the changes that are listed with each criterion." in said(part)


def test_without_an_edition_before_there_is_no_section() -> None:
    """One edition alone has nothing that changed."""
    assert report(of(SPRING, CRITERIA), "changes").sections == ()
