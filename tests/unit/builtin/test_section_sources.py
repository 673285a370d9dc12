"""What a report says of its sources."""

from sendframe.model import (
    Source,
)
from tests.unit.conftest import rate, small
from tests.unit.reports.small_report import of, plan, report
from tests.unit.reports.walking import column, tables


def test_sources_are_those_that_were_used() -> None:
    """Only releases that a figure was taken from stand there; documents stand once each."""
    source = Source(title="A paper", publisher="Office", licence="OGL")
    both = report(of(plan(sources=(source,)), plan("reform", sources=(source,))), "sources")
    releases, documents = tables(both)
    assert column(releases, "Release") == ["First"]
    assert column(documents, "Document") == ["A paper"]
    (only,) = tables(report(small(rate(), documents=(plan(sources=(source,)),)), "sources"))
    assert column(only, "Document") == ["A paper"]
    (figures,) = tables(report(of(), "sources"))
    assert column(figures, "Published") == ["1 January 2025"]


def test_without_a_source_there_is_no_section() -> None:
    """Without figures, and without sources of documents, nothing is shown."""
    assert report(small(rate()), "sources").sections == ()
